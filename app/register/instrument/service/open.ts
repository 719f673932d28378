import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { instrumentProblems } from '../contract/problems.ts';
import { allowedInstrumentActions, type InstrumentAction, type InstrumentStatus } from '../rules.ts';
import * as store from '../store.ts';
import { findOffer } from '../store/handover.ts';
import { getRow } from './card.ts';
import { reachOf } from './reach.ts';

export const allowedFor = (ctx: Context, row: store.InstrumentRow, offered: boolean): InstrumentAction[] =>
  allowedInstrumentActions(
    { status: row.status as InstrumentStatus, holderId: row.holderId, registrarId: row.registrarId, offered },
    ctx.caller,
  );

/** Locks an instrument for an action by this caller; a refusal says whether it is the state or the person. */
export async function openForChange(ctx: Context, id: string, action: InstrumentAction): Promise<store.InstrumentRow> {
  await getRow(ctx, id);
  await store.lockInstruments(ctx.db, [id]);
  const row = await getRow(ctx, id);
  const problem = refusalOf(ctx, row, action, (await findOffer(ctx.db, id)) !== undefined);
  if (problem !== undefined) throw new Problem(problem);
  return row;
}

/** Why this caller cannot do this with this instrument now; undefined where it can. */
export function refusalOf(ctx: Context, row: store.InstrumentRow, action: InstrumentAction, offered: boolean) {
  if (allowedFor(ctx, row, offered).includes(action)) return undefined;
  if (row.status === 'scrapped') return instrumentProblems.scrapped;
  const otherwise = { ...row, status: 'in-use' };
  const inAnyState = [otherwise, { ...row, status: 'sealed' }, { ...row, status: 'in-repair' }, { ...row, status: 'lost' }];
  if (action === 'offer' && offered && allowedFor(ctx, row, false).includes('offer')) return instrumentProblems.offered;
  return inAnyState.some((one) => allowedFor(ctx, one, false).includes(action))
    ? instrumentProblems.otherState
    : platformProblems.forbidden;
}

/** Locks several at once, in the order of their ids, and answers them in the order they were named; undefined for one the caller does not reach. */
export async function openSeveral(ctx: Context, ids: readonly string[]): Promise<(store.InstrumentRow | undefined)[]> {
  await store.lockInstruments(ctx.db, ids);
  const rows = new Map((await store.listWithin(ctx.db, await reachOf(ctx), ids)).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id));
}
