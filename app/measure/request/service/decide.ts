import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { designatedAbove } from '../../../register/designation/service.ts';
import { openInstruments } from '../../../register/instrument/service.ts';
import { requestProblems } from '../contract/problems.ts';
import { allowedRequestActions, requestLifeCycle, type RequestDecision, type RequestStatus } from '../rules.ts';
import { recordOutcomes, type Outcome } from '../store/outcome.ts';
import { listOpenItems } from '../store/item.ts';
import * as store from '../store/request.ts';
import { lockItems } from '../store/step.ts';
import { getRequest } from './get-request.ts';
import { appendSteps } from './step.ts';

const outcomeOf: Record<RequestDecision, Outcome> = { accept: 'accepted', refuse: 'refused', refer: 'referred' };

/** Decides a request: each of its instruments gets the outcome and the step. The request is locked before its instruments, always. */
export async function decide(ctx: Context, id: string, action: RequestDecision, reason: string | null): Promise<store.RequestRow> {
  await getRequest(ctx, id);
  await store.lockRequest(ctx.db, id);
  const row = await getRequest(ctx, id);
  const status = row.status as RequestStatus;
  if (!(action in requestLifeCycle[status])) throw new Problem(requestProblems.decided);
  if (!allowedRequestActions({ ...row, status }, ctx.caller).includes(action)) throw new Problem(platformProblems.forbidden);
  const outcome = outcomeOf[action];
  const items = (await listOpenItems(ctx.db, id)).filter(({ outcome: before }) => before === null || before === 'referred');
  const locked = await lockItems(
    ctx.db,
    items.map((item) => item.id),
  );
  await recordOutcomes(ctx.db, items, { outcome, instituteId: row.instituteId, day: ctx.today, recordedAt: ctx.now });
  await appendSteps(ctx, locked, outcome as 'accepted' | 'refused' | 'referred', reason);
  if (action !== 'refer') await store.setDecision(ctx.db, id, { status: outcome, reason, decidedAt: ctx.now });
  ctx.record({ kind: `request.${outcome}`, subject: id, reason: reason ?? undefined, detail: { instruments: items.length } });
  return row;
}

/** Passes a request on to the institute designated for the next level, which decides it. */
export async function refer(ctx: Context, id: string, reason: string): Promise<store.RequestRow> {
  const row = await decide(ctx, id, 'refer', reason);
  const above = await designatedAbove(ctx, row.designationRegion, row.instrumentKind, row.instituteId);
  if (above === undefined) throw new Problem(requestProblems.noNextLevel);
  await store.setDecision(ctx.db, row.id, {
    status: 'referred',
    reason,
    instituteId: above.institute.id,
    designationId: above.id,
  });
  const items = await listOpenItems(ctx.db, row.id);
  await openInstruments(ctx, items.map(({ instrumentId }) => instrumentId).sort(), above.institute.id);
  return getRequest(ctx, row.id);
}
