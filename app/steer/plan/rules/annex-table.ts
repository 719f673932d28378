import type { AnnexItem, AnnexTable, PlanDocument, PlanRegion } from '../contract/document.ts';
import { readNote } from './annex-note.ts';
import type { Mention } from './annex-note.ts';
import { columns, completed, dataRows, noFigures, readRow, regionOf, totalRow } from './annex-row.ts';
import type { Figures, ReadRow } from './annex-row.ts';
import { fold } from './printed-name.ts';

export type RegionRow = ReadRow & { readonly region: PlanRegion | null };

/** A table of the annex as it can be read: its rows by region, its note, its total, and what the rows give as total. */
export type ReadTable = {
  readonly table: AnnexTable;
  readonly capability: string;
  readonly rows: readonly RegionRow[];
  readonly mentions: readonly Mention[];
  readonly usual: number | null;
  readonly sums: Figures;
  readonly total: ReadRow | null;
};

/** The items a note names for a region as missing or present; null when it says nothing of that kind about the region. */
export function namedFor(mentions: readonly Mention[], region: PlanRegion, kind: Mention['kind']): Mention['names'] | null {
  const about = mentions.filter((mention) => mention.kind === kind && mention.regions.includes(region));
  if (about.length === 0) return null;
  const names = about.flatMap((mention) => mention.names);
  return names.filter(
    (name, index) => names.findIndex((other) => (other.item?.id ?? other.printed) === (name.item?.id ?? name.printed)) === index,
  );
}

const mostCommon = (values: readonly number[]): number | null => {
  let best: number | null = null;
  const times = (value: number): number => values.filter((each) => each === value).length;
  for (const value of values) if (best === null || times(value) > times(best)) best = value;
  return best;
};

function sumOf(rows: readonly RegionRow[]): Figures {
  const sums: Record<string, number | null> = {};
  for (const column of columns) {
    const values = rows.map((row) => completed(row.figures)[column]);
    sums[column] = values.every((value) => value !== null) ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0) : null;
  }
  return { required: sums['required'] ?? null, done: sums['done'] ?? null, open: sums['open'] ?? null };
}

/** The rows of distinct regions: a region printed twice is counted once. */
export const distinctRows = (rows: readonly RegionRow[]): RegionRow[] =>
  rows.filter((row, index) => row.region === null || rows.findIndex((other) => other.region === row.region) === index);

export function readTable(table: AnnexTable, plan: PlanDocument): ReadTable {
  const textOf = (id: string | null): string => plan.sentences.find((sentence) => sentence.id === id)?.text ?? '';
  const capability = fold(textOf(table.heading)).replace(/^[\d.．、()一二三四五六七八九十]+/, '');
  const mentions = readNote(textOf(table.note), plan.regions, table.items);
  const expectedOf = (region: PlanRegion | null): Figures => {
    if (!region || region.level === 'city') return noFigures;
    const missing = namedFor(mentions, region, 'missing');
    const present = namedFor(mentions, region, 'present');
    return completed({ required: table.items.length, done: present?.length ?? null, open: missing?.length ?? null });
  };
  const rows = dataRows(table).map((row) => {
    const region = regionOf(readRow(row, noFigures).label, plan.regions);
    return { ...readRow(row, expectedOf(region)), region };
  });
  const counties = rows.filter((row) => row.region?.level === 'county');
  const usual = mostCommon(counties.map((row) => row.figures.required).filter((value): value is number => value !== null));
  const sums = sumOf(distinctRows(rows));
  const total = totalRow(table);
  return { table, capability, rows, mentions, usual, sums, total: total && readRow(total, sums) };
}

export const readTables = (plan: PlanDocument): ReadTable[] => plan.tables.map((table) => readTable(table, plan));

export type PrintedCell = { readonly item: AnnexItem; readonly printed: 'done' | 'open' | null };
export type CountyCells = { readonly region: PlanRegion; readonly figures: Figures; readonly cells: readonly PrintedCell[] };

/**
 * What the annex says of each county and item. A row of which nothing or everything is done needs no note; otherwise the note names
 * the items. `null` where the document does not tell.
 */
export function cellsOf(table: ReadTable): CountyCells[] {
  const counties = distinctRows(table.rows).filter((row) => row.region?.level === 'county');
  return counties.flatMap((row) => {
    const { region, figures } = row;
    if (!region) return [];
    const missing = namedFor(table.mentions, region, 'missing');
    const present = namedFor(table.mentions, region, 'present');
    const { done, open } = completed(figures);
    const named = missing ?? present ?? [];
    const everyNameKnown = named.every((name) => name.item !== null);
    const [namedState, otherState] = missing ? (['open', 'done'] as const) : (['done', 'open'] as const);
    const printed = (item: AnnexItem): PrintedCell['printed'] => {
      const isNamed = named.some((name) => name.item?.id === item.id);
      if (missing || present) return isNamed ? namedState : everyNameKnown ? otherState : null;
      if (open === 0) return 'done';
      return done === 0 ? 'open' : null;
    };
    return [{ region, figures, cells: table.table.items.map((item) => ({ item, printed: printed(item) })) }];
  });
}

/** The city's own row: counts only, the document does not name its items. */
export const cityFigures = (table: ReadTable): Figures => table.rows.find((row) => row.region?.level === 'city')?.figures ?? noFigures;
