import { Problem, type ProblemDefinition } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import type { changeEndpoints } from '../contract/change.ts';
import { instrumentProblems } from '../contract/problems.ts';
import { statusAfter, type InstrumentAction, type InstrumentStatus, type StatusChange } from '../rules.ts';
import type { InstrumentRow } from '../store.ts';
import * as store from '../store/change.ts';
import { getRow, refuseFuture, toInstrument } from './card.ts';
import { openForChange, openSeveral, refusalOf } from './open.ts';
import { checkedWhere } from './where.ts';

const words: Readonly<Record<StatusChange, string>> = {
  seal: 'sealed',
  unseal: 'unsealed',
  send: 'sentToRepair',
  return: 'repaired',
  lose: 'lost',
  find: 'found',
  scrap: 'scrapped',
};

type Day = { readonly onDay: string; readonly reason: string };

async function move(ctx: Context, rows: readonly InstrumentRow[], where: store.Where, { onDay, reason }: Day): Promise<void> {
  await store.moveInstruments(
    ctx.db,
    rows.map((row) => ({
      id: ctx.newId(),
      instrumentId: row.id,
      fromRegion: row.region,
      fromTownship: row.township,
      fromVillage: row.village,
      fromPlace: row.place,
      fromPlaceId: row.placeId,
      toRegion: where.region,
      toTownship: where.township,
      toVillage: where.village,
      toPlace: where.place,
      toPlaceId: where.placeId,
      onDay,
      reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    })),
    where,
  );
  for (const row of rows)
    ctx.record({ kind: 'instrument.moved', subject: row.id, reason, detail: { from: row.place, to: where.place, onDay } });
}

async function changeStatus(ctx: Context, rows: readonly InstrumentRow[], change: StatusChange, { onDay, reason }: Day): Promise<void> {
  const [first] = rows;
  const toStatus = first && statusAfter(first.status as InstrumentStatus, change);
  if (toStatus === undefined) throw new Problem(instrumentProblems.otherState);
  await store.changeStatuses(
    ctx.db,
    rows.map((row) => ({
      id: ctx.newId(),
      instrumentId: row.id,
      change,
      fromStatus: row.status,
      toStatus,
      onDay,
      reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    })),
    toStatus,
    change === 'return',
  );
  for (const row of rows) ctx.record({ kind: `instrument.${words[change]}`, subject: row.id, reason, detail: { onDay } });
}

const nameOf = (row: InstrumentRow): string => `${row.name} ${row.serial}（${row.code}）`;

/** All or none: every instrument that cannot be changed is named with why, and nothing is written. */
async function openBatch(ctx: Context, ids: readonly string[], action: InstrumentAction): Promise<InstrumentRow[]> {
  const distinct = [...new Set(ids)];
  const rows = await openSeveral(ctx, distinct);
  const refusals = rows.flatMap((row, index) => {
    const problem: ProblemDefinition | undefined = row && refusalOf(ctx, row, action, false);
    if (row !== undefined && problem === undefined) return [];
    const words = problem === undefined ? (ctx.language === 'zh' ? '没有找到' : 'not found') : inLanguage(problem.text, ctx.language);
    return [{ path: ['instruments', index], message: row === undefined ? words : `${nameOf(row)}：${words}` }];
  });
  if (refusals.length > 0) throw new Problem(instrumentProblems.batchRefused, { issues: refusals });
  return rows.filter((row): row is InstrumentRow => row !== undefined);
}

export const changeService: Pick<
  Service<typeof changeEndpoints>,
  'moveInstrument' | 'moveInstruments' | 'changeStatus' | 'changeStatuses'
> = {
  async moveInstrument({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id, 'move');
    refuseFuture(ctx, body.onDay);
    await move(ctx, [row], await checkedWhere(ctx, body, body.region), body);
    return toInstrument(await getRow(ctx, row.id));
  },

  async moveInstruments({ body }, ctx) {
    const rows = await openBatch(ctx, body.instruments, 'move');
    refuseFuture(ctx, body.onDay);
    await move(ctx, rows, await checkedWhere(ctx, body, body.region), body);
    return { instruments: rows.map(({ id }) => id as never) };
  },

  async changeStatus({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id, body.change);
    refuseFuture(ctx, body.onDay);
    await changeStatus(ctx, [row], body.change, body);
    return toInstrument(await getRow(ctx, row.id));
  },

  async changeStatuses({ body }, ctx) {
    const rows = await openBatch(ctx, body.instruments, body.change);
    refuseFuture(ctx, body.onDay);
    await changeStatus(ctx, rows, body.change, body);
    return { instruments: rows.map(({ id }) => id as never) };
  },
};
