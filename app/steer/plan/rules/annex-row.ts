import type { AnnexRow, AnnexTable, PlanRegion } from '../contract/document.ts';
import { fold } from './printed-name.ts';
import { toCount } from './printed-number.ts';

export const columns = ['required', 'done', 'open'] as const;
export type Column = (typeof columns)[number];
export type Figures = Readonly<Record<Column, number | null>>;

export const noFigures: Figures = { required: null, done: null, open: null };

/** A row with a shift undone: `offset` 1 means that every figure was printed one column too far to the right. */
export type ReadRow = {
  readonly label: string;
  readonly offset: number;
  readonly printed: Readonly<Record<Column, string>>;
  readonly aligned: Readonly<Record<Column, string>>;
  readonly figures: Figures;
};

const totalLabels = ['合计', '总计', '全市合计', '小计', '共计'];
export const isTotal = (row: AnnexRow): boolean => [row.items ?? '', ...row.cells].some((cell) => totalLabels.includes(fold(cell)));

/** A region's row, or the total row, with its cells as printed: [items column, region, required, done, open]. */
const lineOf = (row: AnnexRow): string[] => [row.items ?? '', ...row.cells];

/**
 * Finds the shift under which the figures agree best with what the rest of the table gives. A shift is accepted only when it reads
 * every printed figure and explains them better than no shift does.
 */
export function readRow(row: AnnexRow, expected: Figures): ReadRow {
  const line = lineOf(row);
  const at = (offset: number, index: number): string => line[2 + index + offset] ?? '';
  const costOf = (offset: number): number => {
    let cost = 0;
    columns.forEach((column, index) => {
      const value = toCount(at(offset, index));
      const wanted = expected[column];
      if (value === null) cost += 1;
      else if (wanted !== null) cost += Math.min(3, Math.abs(value - wanted) / Math.max(1, wanted));
    });
    const unread = line.filter((cell, index) => toCount(cell) !== null && (index < 2 + offset || index > 4 + offset)).length;
    return cost + 3 * unread;
  };
  let offset = 0;
  const known = columns.some((column) => expected[column] !== null);
  for (const candidate of known ? [1, -1, 2, -2] : []) if (costOf(candidate) < costOf(offset) - 1e-9) offset = candidate;
  const pick = <T>(read: (index: number) => T): Record<Column, T> => ({ required: read(0), done: read(1), open: read(2) });
  return {
    label: isTotal(row)
      ? '合计'
      : (line
          .slice(0, 2)
          .filter((cell) => cell !== '' && toCount(cell) === null)
          .pop() ?? ''),
    offset,
    printed: pick((index) => at(0, index)),
    aligned: pick((index) => at(offset, index)),
    figures: pick((index) => toCount(at(offset, index))),
  };
}

/** A missing third figure follows from the other two: required = done + open. */
export function completed(figures: Figures): Figures {
  const { required, done, open } = figures;
  return {
    required: required ?? (done !== null && open !== null ? done + open : null),
    done: done ?? (required !== null && open !== null ? required - open : null),
    open: open ?? (required !== null && done !== null ? required - done : null),
  };
}

export const dataRows = (table: AnnexTable): AnnexRow[] => table.rows.filter((row) => !isTotal(row));
export const totalRow = (table: AnnexTable): AnnexRow | null => table.total ?? table.rows.find(isTotal) ?? null;

/** The region a row's label means: its name in the annex, its full name, or that without 市, 县, 区. */
export function regionOf(label: string, regions: readonly PlanRegion[]): PlanRegion | null {
  const wanted = fold(label);
  return (
    regions.find((region) => fold(region.annexName) === wanted) ??
    regions.find((region) => fold(region.name[0]) === wanted || fold(region.name[0]).replace(/[市县区]$/, '') === wanted) ??
    null
  );
}
