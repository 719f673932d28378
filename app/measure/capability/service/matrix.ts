import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { capabilityProblems, type Matrix, type MatrixCell } from '../contract.ts';
import { rowFigures, sumFigures, sumPrinted } from '../rules/matrix.ts';
import * as store from '../store/matrix.ts';

export type At = { readonly asOf: string; readonly knownAt: string };

/** Today and now unless a past day or a past knowledge is asked for. */
export const atOf = (ctx: Pick<Context, 'today' | 'now'>, query: { asOf?: string | undefined; knownAt?: string | undefined }): At => ({
  asOf: query.asOf ?? ctx.today,
  knownAt: query.knownAt ?? ctx.now,
});

const toCell = (row: store.StateRow): MatrixCell => ({
  item: row.item,
  printed: row.printed,
  state: row.state,
  since: row.since,
  basis: row.basis,
  body: row.body,
  pending: row.pending,
  cover: row.cover,
});

type RegionRow = Awaited<ReturnType<typeof store.listRegions>>[number];
const toRegion = (row: RegionRow) => ({
  code: row.region,
  name: [row.name, row.nameEn] as [string, string],
  annexName: row.annexName,
  printed: { required: row.required, done: row.done, open: row.open },
});

/** One list of the annex: what is printed, and beside it what the records give. */
export async function readMatrixAt(ctx: Pick<Context, 'db'>, name: string, at: At): Promise<Matrix> {
  const list = await store.findList(ctx.db, name);
  if (list === undefined) throw new Problem(capabilityProblems.notRecorded);
  const [items, regions, states] = await Promise.all([
    store.listItems(ctx.db, list.planId, list.list),
    store.listRegions(ctx.db, list.planId, list.list),
    store.listStates(ctx.db, list.planId, at),
  ]);
  const counties = regions
    .filter((row) => row.level === 'county')
    .map((row) => {
      const cells = items.flatMap((item) => {
        const found = states.find((state) => state.region === row.region && state.item === item.item);
        return found === undefined ? [] : [toCell(found)];
      });
      return { ...toRegion(row), effective: rowFigures(cells), cells };
    });
  const city = regions.find((row) => row.level === 'city');
  const inPlace = counties.flatMap((county) => county.cells).filter((cell) => cell.state === 'in-use');
  return {
    plan: list.planId,
    list: list.list,
    name: [list.name, list.nameEn],
    documentNumber: list.documentNumber,
    baseline: list.baseline,
    ...at,
    itemsHeader: list.itemsHeader,
    header: list.header,
    items: items.map((item) => ({ id: item.item, mark: item.mark, name: [item.name, item.nameEn] })),
    counties,
    city: city === undefined ? null : toRegion(city),
    printedTotal: list.total,
    printedSums: sumPrinted(regions),
    effectiveTotal: sumFigures(counties.map((county) => county.effective)),
    inPlace: {
      value: inPlace.length,
      fromDocument: inPlace.filter((cell) => cell.basis === 'document').length,
      fromRecords: inPlace.filter((cell) => cell.basis === 'record').length,
    },
  };
}
