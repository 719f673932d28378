import type { Db } from '../../../platform/context.ts';

/** A plan's annex as this slice keeps it: lists, items, rows and what the document says of every cell. */
export type Annex = {
  readonly plan: string;
  readonly documentNumber: string;
  readonly holdsFrom: string;
  readonly baseline: string;
  readonly lists: readonly AnnexList[];
};

export type AnnexList = {
  readonly list: string;
  readonly name: readonly [string, string];
  readonly itemsHeader: string;
  readonly header: readonly string[];
  readonly total: readonly string[] | null;
  readonly due: string | null;
  readonly items: readonly { item: string; mark: string; name: readonly [string, string] }[];
  readonly regions: readonly {
    region: string;
    level: 'city' | 'county';
    name: readonly [string, string];
    annexName: string;
    required: number | null;
    done: number | null;
    open: number | null;
    cells: readonly { item: string; printed: 'done' | 'open' | null }[];
  }[];
};

/** Loads an annex once; what is there already stays as it is. */
export async function insertAnnex(db: Db, annex: Annex, recordedAt: string): Promise<void> {
  const { plan: planId, documentNumber, holdsFrom, baseline } = annex;
  const position = (index: number): number => index + 1;
  const lists = annex.lists.map((each, index) => ({
    planId,
    list: each.list,
    position: position(index),
    name: each.name[0],
    nameEn: each.name[1],
    itemsHeader: each.itemsHeader,
    header: [...each.header],
    total: each.total === null ? null : [...each.total],
    due: each.due,
    holdsFrom,
    baseline,
    documentNumber,
    recordedAt,
  }));
  const items = annex.lists.flatMap(({ list, items: own }) =>
    own.map(({ item, mark, name }, index) => ({ planId, list, item, position: position(index), mark, name: name[0], nameEn: name[1] })),
  );
  const regions = annex.lists.flatMap(({ list, regions: own }) =>
    own.map(({ name, cells: _cells, ...row }, index) => ({
      ...row,
      planId,
      list,
      position: position(index),
      name: name[0],
      nameEn: name[1],
    })),
  );
  const cells = annex.lists.flatMap(({ list, regions: own }) =>
    own.flatMap(({ region, cells: printed }) => printed.map((cell) => ({ ...cell, planId, list, region }))),
  );
  await db
    .insertInto('capabilityList')
    .values(lists)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('capabilityItem')
    .values(items)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('capabilityRegion')
    .values(regions)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('capabilityBaseline')
    .values(cells)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
