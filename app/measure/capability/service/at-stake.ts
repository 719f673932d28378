/** Which cells of the matrix would no longer be effective if a standard went out of service today: the draft effect of a failed standard. */
import type { Context } from '../../../platform/context.ts';
import { getFinding } from '../../traceability/service/impact-reply.ts';
import type { CellsAtStake } from '../contract.ts';
import * as store from '../store/matrix.ts';
import { readCellDays, toEffectiveCell, type CellDays } from './effective.ts';

const keyOf = ({ region, item }: { region: string; item: string }): string => `${region}/${item}`;

/** A finding within the caller's reach, and what its standard carries of the matrix today. */
export async function cellsAtStake(ctx: Context, findingId: string): Promise<CellsAtStake & { readonly standardId: string }> {
  const finding = await getFinding(ctx, findingId);
  const { standardId } = finding;
  const at = { asOf: ctx.today, knownAt: ctx.now };
  const lists = await store.listLists(ctx.db);
  const [plan] = lists.map(({ planId }) => planId);
  if (plan === undefined) return { standardId, asOf: ctx.today, lists: [], cells: [], unrecorded: 0 };
  const [before, after] = [await readCellDays(ctx, plan, at), await readCellDays(ctx, plan, at, { standardId, from: ctx.today })];
  const later = new Map(after.map((cell) => [keyOf(cell), cell]));
  const [items, regions] = [await store.listItemNames(ctx.db, plan), await store.listRegionNames(ctx.db, plan)];
  const rests = (cell: CellDays): boolean =>
    toEffectiveCell(cell, ctx.today).reasons.some(({ record }) => record.kind === 'standard' && record.id === standardId);
  const changeOf = (cell: CellDays): 'falls' | 'fallen' | undefined => {
    if (cell.effective === 'effective') return later.get(keyOf(cell))?.effective === 'effective' ? undefined : 'falls';
    return cell.effective === 'ineffective' && rests(cell) ? 'fallen' : undefined;
  };
  const cells = before.flatMap((cell): CellsAtStake['cells'] => {
    const change = changeOf(cell);
    const then = later.get(keyOf(cell));
    if (change === undefined || then === undefined) return [];
    return [
      {
        list: cell.list,
        region: { code: cell.region, name: regions.get(cell.region) ?? [cell.region, cell.region] },
        item: { id: cell.item, name: items.get(cell.item) ?? [cell.item, cell.item] },
        institute: cell.body,
        change,
        reasons: toEffectiveCell(then, ctx.today).reasons,
      },
    ];
  });
  // A region of the city itself ends in 00 and holds all of them.
  const isNear = (region: string): boolean => region.startsWith(finding.region.replace(/00$/, ''));
  return {
    standardId,
    asOf: ctx.today,
    lists: lists.map(({ list, name, nameEn }) => {
      const own = before.filter((cell) => cell.list === list);
      return {
        list,
        name: [name, nameEn],
        inUse: own.filter(({ state }) => state === 'in-use').length,
        effective: own.filter(({ effective }) => effective === 'effective').length,
        after: after.filter((cell) => cell.list === list && cell.effective === 'effective').length,
      };
    }),
    cells,
    unrecorded: before.filter(({ effective, region }) => effective === 'unrecorded' && isNear(region)).length,
  };
}
