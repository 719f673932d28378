/**
 * A rig 检定装置 tests many instruments of one kind at once: one sheet, an instrument on each row, a reading of the procedure in each
 * column. Every row is a record of its own and is judged by its own edition, nameplate and readings.
 */
import type { Calculation, Progress } from '@tongheng/procedures/calculation';
import type { Procedure } from '@tongheng/procedures/calculation';
import type { Kind } from '@tongheng/procedures/edition';
import type { Field, Group } from '@tongheng/procedures/form';
import { choiceValue, countRows, isGiven, pathOf, readCell, writeCell, type Cell, type SheetReadings } from './sheet.ts';

/** More than a rig holds; a sheet stays within one frame up to here. */
export const mostRigRows = 200;

export type RigRecord = {
  readonly id: string;
  readonly serial: string;
  readonly kind: Kind;
  readonly nameplate: unknown;
  readonly environment: Readonly<Record<string, string>>;
  readonly adopted?: Readonly<Record<string, string>>;
  readonly readings: SheetReadings;
};

/** One reading of the form as a column of the rig's sheet. */
export type RigColumn = {
  readonly path: string;
  readonly cell: Cell;
  readonly group: Group;
  readonly field: Field;
  /** What the procedure gives on the reading's row, such as its load, in the order of the form. */
  readonly given: readonly { readonly field: Field; readonly text: string }[];
};

/** The readings that a person enters for such an instrument, in the order of the form; what is given is no column. */
export function rigColumns(procedure: Procedure, record: Pick<RigRecord, 'nameplate' | 'kind'>): readonly RigColumn[] {
  const prefilled = procedure.prefill(record.nameplate, record.kind) as SheetReadings | undefined;
  if (prefilled === undefined) return [];
  return procedure.groups(record.nameplate, record.kind).flatMap((group) => {
    const across = (row: number | null, fields: readonly Field[]): RigColumn[] => {
      const cellOf = ({ id }: Field): Cell => ({ group: group.id, row, column: id });
      const given = fields
        .filter((field) => isGiven(prefilled, cellOf(field)))
        .map((field) => ({ field, text: readCell(prefilled, cellOf(field)) }));
      return fields
        .filter((field) => !isGiven(prefilled, cellOf(field)))
        .map((field) => ({ path: pathOf(cellOf(field)), cell: cellOf(field), group, field, given }));
    };
    const rows = Array.from({ length: countRows(prefilled, group.id) }, (_, row) => across(row, group.columns));
    return [...across(null, group.fields), ...rows.flat()];
  });
}

export type RigJudgement = {
  /** The whole record as it would be submitted. */
  readonly whole: Calculation;
  readonly progress: Progress;
  /** Of the whole record, null while something is missing. */
  readonly conclusion: Calculation['conclusion'];
  /** How many values are still missing. */
  readonly missing: number;
  /** What is wrong with what is written, by the path of the cell. */
  readonly wrong: ReadonlyMap<string, Calculation['errors'][number]['text']>;
  /** Allowed and odd, by the path of the cell: pointed out, never changed. */
  readonly odd: ReadonlyMap<string, Calculation['errors'][number]['text']>;
  /** Numbers of the regulation that are not known: the record cannot be concluded, however complete. */
  readonly unknown: boolean;
};

export const isMissing = (reason: string): boolean => reason === 'missing' || reason === 'empty';

/** Judges one row; the rows around it have no part in it. */
export function judgeRig(
  procedure: Procedure,
  { kind, nameplate, environment, adopted, readings }: Omit<RigRecord, 'id' | 'serial'>,
): RigJudgement {
  const input = { kind, instrument: nameplate, environment, readings, ...(adopted === undefined ? {} : { adopted }) };
  const whole = procedure.calculate(input);
  const progress = whole.conclusion === null ? procedure.progress(input) : whole;
  return {
    whole,
    progress,
    conclusion: whole.conclusion,
    missing: whole.errors.filter(({ reason }) => isMissing(reason)).length,
    wrong: new Map(
      whole.errors.filter(({ reason, path }) => !isMissing(reason) && !path.startsWith('limits.')).map((error) => [error.path, error.text]),
    ),
    odd: new Map(procedure.oddities(input).map(({ path, text }) => [path, text])),
    unknown: whole.errors.some(({ reason }) => reason === 'limit-unknown'),
  };
}

/** The readings of one instrument with some columns written; what stays empty does not take away what stood there. */
export const writeRig = (
  readings: SheetReadings,
  values: readonly { readonly column: RigColumn; readonly text: string }[],
): SheetReadings =>
  values.reduce((written, { column, text }) => writeCell(written, column.cell, choiceValue(column.field, text)), readings);
