import type { CellState } from './life-cycle.ts';

export type Figures = { readonly required: number; readonly done: number; readonly open: number };
export type PrintedFigures = { readonly required: number | null; readonly done: number | null; readonly open: number | null };

/** 配置到位 is 在用 and nothing else: interim cover, an examination passed or an authorisation alone do not count. */
export const isInPlace = (state: CellState | null): boolean => state === 'in-use';

/** A row of the annex, recomputed: every cell is required, those in use are done. */
export function rowFigures(cells: readonly { readonly state: CellState | null }[]): Figures {
  const done = cells.filter((cell) => isInPlace(cell.state)).length;
  return { required: cells.length, done, open: cells.length - done };
}

export const sumFigures = (rows: readonly Figures[]): Figures => ({
  required: rows.reduce((sum, row) => sum + row.required, 0),
  done: rows.reduce((sum, row) => sum + row.done, 0),
  open: rows.reduce((sum, row) => sum + row.open, 0),
});

/** The sum of a printed column; unknown as soon as one row does not print it. */
export function sumPrinted(rows: readonly PrintedFigures[]): PrintedFigures {
  const sum = (column: keyof PrintedFigures): number | null =>
    rows.every((row) => row[column] !== null) ? rows.reduce((total, row) => total + (row[column] ?? 0), 0) : null;
  return { required: sum('required'), done: sum('done'), open: sum('open') };
}

/** The note under the table in the annex's own wording, with what is open on the day: "如皋缺失水表、膜式燃气表2项". */
export function noteOf(rows: readonly { readonly name: string; readonly open: readonly string[] }[]): string {
  const lacking = rows.filter((row) => row.open.length > 0);
  if (lacking.length === 0) return '各县（市、区）均已配置到位。';
  return `${lacking.map((row) => `${row.name}缺失${row.open.join('、')}${row.open.length}项`).join('；')}。`;
}
