/** The cells of a raw record: what is written where, kept digit by digit as it was typed or pasted. */
import type { Field, Group } from '@tongheng/procedures/form';

type Row = Record<string, string>;
type GroupRecord = Record<string, string | Row[]>;
export type SheetReadings = Record<string, GroupRecord>;

/** A field of a group, or with `row` (from 0) a column of one of its rows. */
export type Cell = { readonly group: string; readonly row: number | null; readonly column: string };

const rowsOf = (record: GroupRecord | undefined): Row[] => (Array.isArray(record?.['rows']) ? record['rows'] : []);

export const countRows = (readings: SheetReadings, group: string): number => rowsOf(readings[group]).length;

/** What stands in a cell; empty when nothing was written. */
export function readCell(readings: SheetReadings, { group, row, column }: Cell): string {
  const record = readings[group];
  if (row !== null) return rowsOf(record)[row]?.[column] ?? '';
  const text = record?.[column];
  return typeof text === 'string' ? text : '';
}

/** The readings with one cell written; rows that are not there yet are added empty. */
export function writeCell(readings: SheetReadings, { group, row, column }: Cell, text: string): SheetReadings {
  const record = readings[group] ?? {};
  if (row === null) return { ...readings, [group]: { ...record, [column]: text } };
  const rows = [...rowsOf(record)];
  while (rows.length <= row) rows.push({});
  rows[row] = { ...rows[row], [column]: text };
  return { ...readings, [group]: { ...record, rows } };
}

/** One row more at the end of a group, or one less; within what the form allows. */
export function resizeRows(readings: SheetReadings, group: Group, change: 1 | -1): SheetReadings {
  const record = readings[group.id] ?? {};
  const rows = rowsOf(record);
  const count = rows.length + change;
  if (group.rows === null || count < group.rows.least || count > group.rows.most) return readings;
  const changed = change === 1 ? [...rows, Object.fromEntries(group.columns.map(({ id }) => [id, '']))] : rows.slice(0, -1);
  return { ...readings, [group.id]: { ...record, rows: changed } };
}

/**
 * A block copied from a spreadsheet: lines of cells. Blanks around a value go, its digits stay.
 *
 * @example parseBlock('1.50\t2\r\n3\t\n') // [['1.50', '2'], ['3', '']]
 */
export function parseBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((value) => value.trim()));
}

/** What is written for a choice: its value, also where its word was pasted; anything else stays as it is and is refused by the procedure. */
export const choiceValue = (field: Pick<Field, 'choices'>, text: string): string =>
  field.choices?.find(({ value, label }) => value === text || label.includes(text))?.value ?? text;

/** Writes a block to the right of and below a cell, as far as the group has columns and may have rows. */
export function writeBlock(readings: SheetReadings, group: Group, start: Cell, block: readonly (readonly string[])[]): SheetReadings {
  const columns = start.row === null ? group.fields : group.columns;
  const first = columns.findIndex(({ id }) => id === start.column);
  const most = start.row === null ? 1 : (group.rows?.most ?? 0);
  let written = readings;
  block.forEach((line, down) => {
    const row = start.row === null ? null : start.row + down;
    if ((row ?? down) >= most) return;
    line.forEach((text, right) => {
      const column = columns[first + right];
      if (column === undefined) return;
      written = writeCell(written, { group: start.group, row, column: column.id }, choiceValue(column, text));
    });
  });
  return written;
}

/** The columns that the form fills in beforehand: loads are given, readings are to be read. */
export function isGiven(prefilled: SheetReadings | undefined, cell: Cell): boolean {
  if (prefilled === undefined) return false;
  const row = cell.row === null ? null : Math.min(cell.row, countRows(prefilled, cell.group) - 1);
  return readCell(prefilled, { ...cell, row }) !== '';
}

/** The cell of a place in a calculation's error; undefined for a place that is no cell. @example cellAt('readings.weighing.rows.0.load') */
export function cellAt(path: string): Cell | undefined {
  const parts = path.split('.');
  const [readings, group = '', second = '', row = '', column = ''] = parts;
  if (readings !== 'readings') return undefined;
  if (parts.length === 3) return { group, row: null, column: second };
  return parts.length === 5 && second === 'rows' ? { group, row: Number(row), column } : undefined;
}

/** The place in a calculation's error, as the form's cells are named. */
export const pathOf = ({ group, row, column }: Cell): string =>
  row === null ? `readings.${group}.${column}` : `readings.${group}.rows.${row}.${column}`;

/** A record in which some groups were never begun still shows their rows with the loads that the procedure gives. */
export const withGivenGroups = (readings: SheetReadings, prefilled: SheetReadings | undefined): SheetReadings => ({
  ...prefilled,
  ...readings,
});
