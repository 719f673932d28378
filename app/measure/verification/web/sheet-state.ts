import type { Calculation, CalculationInput, Check, Oddity, Procedure, Progress } from '@tongheng/procedures/calculation';
import type { Kind } from '@tongheng/procedures/edition';
import type { Group } from '@tongheng/procedures/form';
import { unknownLimits } from '@tongheng/procedures/registry';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useSay } from '../../../web/language.ts';
import { begin, redo, step, undo, type History } from '../rules/history.ts';
import { rowChecks, wholeChecks } from '../rules/margin.ts';
import { isMissing } from '../rules/rig-sheet.ts';
import { cellAt, parseBlock, readCell, resizeRows, withGivenGroups, writeBlock, writeCell, type SheetReadings } from '../rules/sheet.ts';
import type { CellActions } from './CellInput.tsx';

/** Everything a sheet computes from: no network and no server takes part. */
export type SheetInput = {
  readonly procedure: Procedure;
  readonly kind: Kind;
  readonly nameplate: unknown;
  /** Numbers that the edition does not know, as the institute entered them at adoption. */
  readonly adopted?: Readonly<Record<string, string>> | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly readings: SheetReadings;
  /** undefined: the sheet is read and not written. */
  readonly onChange?: ((readings: SheetReadings) => void) | undefined;
};

export type SheetState = {
  readonly procedure: Procedure;
  readonly input: CalculationInput;
  readonly nameplate: Readonly<Record<string, unknown>>;
  readonly groups: readonly Group[];
  readonly readings: SheetReadings;
  readonly prefilled: SheetReadings | undefined;
  /** The whole record, as it would be submitted; its conclusion is null while something is missing or wrong. */
  readonly whole: Calculation;
  readonly progress: Progress;
  readonly valueOf: ReadonlyMap<string, string>;
  /** What is wrong with what was written, by the path of the cell; blanks are not wrong. */
  readonly wrong: ReadonlyMap<string, string>;
  /** Allowed and odd: pointed out, never changed. */
  readonly odd: readonly Oddity[];
  readonly blanks: number;
  /** Numbers of the regulation that are neither known nor entered: 待确认，不可出证. */
  readonly unknown: readonly { readonly path: string; readonly label: string; readonly unit: string | null }[];
  readonly unit: string;
  /** The cell that has the focus. */
  readonly place: string | undefined;
  readonly actions: CellActions;
  readonly edit:
    | {
        readonly clear: (paths: readonly string[]) => void;
        readonly resize: (group: Group, change: 1 | -1) => void;
        readonly undo: () => void;
        readonly redo: () => void;
        readonly mayUndo: boolean;
        readonly mayRedo: boolean;
      }
    | undefined;
};

/**
 * The state of one sheet: what it computes to while it is typed, what is wrong or odd, and undo without end. Pure in its input, so that the
 * same sheet serves on the desk and without a network: `const sheet = useSheet({ procedure, kind, … }); <RecordSheet sheet={sheet} … />`.
 */
export function useSheet({ procedure, kind, nameplate, adopted, environment, readings: written, onChange }: SheetInput): SheetState {
  const say = useSay();
  const [place, setPlace] = useState<string>();
  const prefilled = useMemo(() => procedure.prefill(nameplate, kind) as SheetReadings | undefined, [procedure, nameplate, kind]);
  const groups = useMemo(() => procedure.groups(nameplate, kind), [procedure, nameplate, kind]);
  const readings = useMemo(() => withGivenGroups(written, prefilled), [written, prefilled]);
  const input = useMemo(
    (): CalculationInput => ({ kind, instrument: nameplate, environment, readings, ...(adopted === undefined ? {} : { adopted }) }),
    [kind, nameplate, environment, readings, adopted],
  );
  const { whole, progress } = useMemo(() => {
    const calculation = procedure.calculate(input);
    return { whole: calculation, progress: calculation.conclusion === null ? procedure.progress(input) : calculation };
  }, [procedure, input]);
  const settled = useDeferredValue(input);
  const odd = useMemo(() => procedure.oddities(settled), [procedure, settled]);
  const valueOf = useMemo(() => new Map(progress.values.map(({ id, value }) => [id, value])), [progress]);
  const wrong = useMemo(
    () => new Map(progress.errors.filter(({ reason }) => !isMissing(reason)).map((error) => [error.path, say(error.text)])),
    // oxlint-disable-next-line react/exhaustive-deps -- say changes with every render, its language with the page
    [progress],
  );
  const unknown = useMemo(
    () =>
      unknownLimits(procedure.edition)
        .filter(({ path }) => adopted?.[path] === undefined)
        .map(({ path, label, unit }) => ({ path, label: say(label), unit })),
    // oxlint-disable-next-line react/exhaustive-deps -- as above
    [procedure, adopted],
  );

  const history = useRef<History<SheetReadings>>(begin(readings));
  const latest = useRef(readings);
  latest.current = readings;
  const show = (next: History<SheetReadings>): void => {
    history.current = next;
    if (next.present === latest.current) return;
    latest.current = next.present;
    onChange?.(next.present);
  };
  const change = (next: SheetReadings, at: string | null): void => {
    // Readings that came from elsewhere are a new beginning.
    if (history.current.present !== latest.current) history.current = begin(latest.current);
    show(step(history.current, next, at));
  };
  const perform = useRef({ change, groups });
  perform.current = { change, groups };
  const actions = useMemo(
    (): CellActions => ({
      write(path, text) {
        const cell = cellAt(path);
        if (cell !== undefined && readCell(latest.current, cell) !== text)
          perform.current.change(writeCell(latest.current, cell, text), path);
      },
      paste(path, text) {
        const cell = cellAt(path);
        const group = perform.current.groups.find(({ id }) => id === cell?.group);
        if (cell !== undefined && group !== undefined)
          perform.current.change(writeBlock(latest.current, group, cell, parseBlock(text)), null);
      },
      focus: setPlace,
    }),
    [],
  );
  const edit: SheetState['edit'] =
    onChange === undefined
      ? undefined
      : {
          clear: (paths) => {
            const cells = paths.map(cellAt).filter((cell) => cell !== undefined);
            change(
              cells.reduce((kept, cell) => writeCell(kept, cell, ''), latest.current),
              null,
            );
          },
          resize: (group, by) => change(resizeRows(latest.current, group, by), null),
          undo: () => show(undo(history.current)),
          redo: () => show(redo(history.current)),
          mayUndo: history.current.past.length > 0,
          mayRedo: history.current.future.length > 0,
        };
  return {
    procedure,
    input,
    nameplate: nameplate as Readonly<Record<string, unknown>>,
    groups,
    readings,
    prefilled,
    whole,
    progress,
    valueOf,
    wrong,
    odd,
    blanks: whole.errors.filter(({ reason }) => isMissing(reason)).length,
    unknown,
    unit: procedure.unit({ instrument: nameplate, readings }),
    place,
    actions,
    edit,
  };
}

/** The checks that speak about a cell: of its row, else of its block. */
export function checksAt({ progress: { checks }, readings, groups }: SheetState, place: string | undefined): readonly Check[] {
  const cell = place === undefined ? undefined : cellAt(place);
  const group = groups.find(({ id }) => id === cell?.group);
  if (cell === undefined || group === undefined) return [];
  const { row } = cell;
  if (row === null) return wholeChecks(checks, cell.group);
  const own = rowChecks(
    checks,
    cell.group,
    row,
    group.columns.map(({ id }) => readCell(readings, { group: cell.group, row, column: id })),
  );
  return own.length > 0 ? own : wholeChecks(checks, cell.group);
}
