import type { Context } from '../../../platform/context.ts';
import type { RequestStep } from '../rules/step.ts';
import * as outcomes from '../store/outcome.ts';
import * as itemStore from '../store/item.ts';
import * as requests from '../store/request.ts';
import { recordSteps } from './step.ts';

/** A requested instrument with the request it stands in; undefined when there is none. */
export const findItem = (ctx: Pick<Context, 'db'>, id: string) => itemStore.findItem(ctx.db, id);
/** Many of them at once, in the order of their ids. */
export const findItems = (ctx: Pick<Context, 'db'>, ids: readonly string[]) => itemStore.findItems(ctx.db, ids);

/** A step of the verification of a requested instrument; an inspection was not requested and has none. */
export async function recordStepOf(ctx: Context, itemId: string | null, step: RequestStep, note?: string): Promise<void> {
  if (itemId !== null) await recordSteps(ctx, [itemId], step, { note });
}

/** The document of this instrument is issued: its demand is served, in the same transaction. `note` is the number of the document. */
export async function serveItem(ctx: Context, id: string, note?: string): Promise<void> {
  const before = await itemStore.findItem(ctx.db, id);
  if (before === undefined) throw new RangeError(`no requested item ${id}`);
  await requests.lockRequest(ctx.db, before.requestId);
  const item = await itemStore.findItem(ctx.db, id);
  if (item === undefined || item.outcome !== 'accepted') throw new RangeError(`item ${id} is not accepted`);
  await recordSteps(ctx, [id], 'approved');
  await recordSteps(ctx, [id], 'issued', { note });
  await outcomes.recordOutcomes(ctx.db, [item], { outcome: 'served', instituteId: item.instituteId, day: ctx.today, recordedAt: ctx.now });
  await itemStore.setServed(ctx.db, id, ctx.today);
  await requests.countServed(ctx.db, item.requestId);
  ctx.record({ kind: 'request.served', subject: item.requestId, detail: { item: item.id, instrument: item.instrumentId } });
}

export const readDemandServed = (ctx: Pick<Context, 'db'>, asOf: string, knownAt?: string): Promise<outcomes.DemandServed> =>
  outcomes.readDemandServed(ctx.db, asOf, knownAt);

export const listDemandRecords = (
  ctx: Pick<Context, 'db'>,
  asOf: string,
  knownAt: string,
  page: { after: string | null; limit: number },
): Promise<outcomes.DemandRecord[]> => outcomes.listDemandRecords(ctx.db, asOf, knownAt, page);
