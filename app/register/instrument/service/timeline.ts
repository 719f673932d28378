import type { Context } from '../../../platform/context.ts';
import type { TimelineEvent } from '../../event/contract.ts';
import { timelinePage } from '../../event/service.ts';
import { seenBy, type Audience } from '../rules.ts';
import { insertThread, listThread } from '../store.ts';
import { findLastAcceptance } from '../store/handover.ts';

const pageSize = 50;

/** Lets the events of other records belong to the history of instruments: a custody slip, a visit of a round. */
export const relate = async (ctx: Pick<Context, 'db'>, pairs: readonly { instrumentId: string; subject: string }[]): Promise<void> => {
  if (pairs.length > 0) await insertThread(ctx.db, pairs);
};

/** What the history of an instrument is to this caller: an authority's, the present holder's, or an institute's that works for it. */
async function audienceOf(ctx: Context, row: { readonly id: string; readonly holderId: string }): Promise<Audience> {
  const { scope } = ctx.caller;
  if (scope.kind !== 'organization') return { kind: 'authority' };
  if (scope.organization !== row.holderId) return { kind: 'organization', organizationId: scope.organization };
  const heldSince = (await findLastAcceptance(ctx.db, row.id))?.decidedAt ?? null;
  return { kind: 'organization', organizationId: scope.organization, heldSince };
}

/** One page of the history, the newest events in their order; `earlier` says where the rest lies. */
export async function historyOf(
  ctx: Context,
  row: { readonly id: string; readonly holderId: string },
  before?: number,
): Promise<{ items: TimelineEvent[]; earlier: number | null }> {
  const audience = await audienceOf(ctx, row);
  const events = await timelinePage(ctx, [row.id, ...(await listThread(ctx.db, row.id))], { before, limit: pageSize + 1 });
  const page = events.slice(0, pageSize);
  const items = page.flatMap((event) => seenBy(event, audience) ?? []).reverse();
  return { items, earlier: events.length > pageSize ? (page[page.length - 1]?.id ?? null) : null };
}
