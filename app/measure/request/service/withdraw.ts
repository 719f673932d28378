import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { requestProblems } from '../contract/problems.ts';
import { mayWithdraw, requestLifeCycle, type RequestStatus } from '../rules.ts';
import { mayFollow, requestSteps, type RequestStep } from '../rules/step.ts';
import { listOpenItems } from '../store/item.ts';
import { recordOutcomes } from '../store/outcome.ts';
import * as store from '../store/request.ts';
import { lockItems } from '../store/step.ts';
import { getRequest } from './get-request.ts';
import { appendSteps } from './step.ts';

/**
 * A holder withdraws a request, or some of its instruments. Before the acceptance it was no demand; afterwards it needs a reason and is
 * possible until an instrument has been received, visited or tested.
 */
export async function withdraw(
  ctx: Context,
  id: string,
  { items: wanted, reason }: { readonly items: readonly string[] | null; readonly reason: string | null },
): Promise<void> {
  await getRequest(ctx, id);
  await store.lockRequest(ctx.db, id);
  const row = await getRequest(ctx, id);
  const status = row.status as RequestStatus;
  if (row.holderId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
  if (!('withdraw' in requestLifeCycle[status])) throw new Problem(requestProblems.decided);
  if (!mayWithdraw({ status, holderId: row.holderId }, ctx.caller)) throw new Problem(platformProblems.forbidden);
  if (status === 'accepted' && reason === null) throw new Problem(requestProblems.reasonMissing);
  const open = await listOpenItems(ctx.db, id);
  const chosen = wanted === null ? open : open.filter((item) => wanted.includes(item.id));
  if (chosen.length === 0 || (wanted !== null && chosen.length < new Set(wanted).size)) throw new Problem(platformProblems.notFound);
  const locked = await lockItems(
    ctx.db,
    chosen.map((item) => item.id),
  );
  const late = locked.filter(({ step }) => !mayFollow(step as RequestStep, 'withdrawn'));
  if (late.length > 0) {
    throw new Problem(requestProblems.withdrawnTooLate, {
      issues: late.map((item) => ({
        path: ['items', item.id],
        message: inLanguage(requestSteps[item.step as RequestStep], ctx.language),
      })),
    });
  }
  await recordOutcomes(ctx.db, chosen, { outcome: 'withdrawn', instituteId: row.instituteId, day: ctx.today, recordedAt: ctx.now });
  await appendSteps(ctx, locked, 'withdrawn', reason);
  await store.countWithdrawn(ctx.db, id, chosen.length, reason);
  ctx.record({ kind: 'request.withdrawn', subject: id, reason: reason ?? undefined, detail: { instruments: chosen.length } });
}
