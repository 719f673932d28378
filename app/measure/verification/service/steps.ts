import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { recordStepOf } from '../../request/service/outcome.ts';
import type { verificationEndpoints } from '../contract.ts';
import { verificationProblems } from '../contract/problems.ts';
import { networkCheckLifeCycle, type NetworkCheck } from '../rules/kind.ts';
import { insertNetworkCheck, saveStep } from '../store/record.ts';
import { lockVerification, type VerificationRow } from '../store/verification.ts';
import { concludeInspection } from './approval.ts';
import { examine, refuseClosed } from './gates.ts';
import { getVerification, openFor } from './record.ts';
import { toVerification } from './reply.ts';

/** The caller checks a submitted record. */
export async function checkRecord(ctx: Context, id: string): Promise<VerificationRow> {
  const row = await openFor(ctx, id, 'check');
  const { gates } = await examine(ctx, row, 'check', { checker: ctx.caller.personId, approver: null });
  refuseClosed(ctx, gates);
  await saveStep(ctx.db, row.id, { status: 'checked', checkerId: ctx.caller.personId, checkedAt: ctx.now });
  await recordStepOf(ctx, row.itemId, 'checked');
  ctx.record({ kind: 'verification.checked', subject: row.id, detail: { digest: row.resultDigest } });
  return getVerification(ctx, row.id);
}

type Part = 'checkVerification' | 'returnVerification' | 'disapproveVerification' | 'concludeInspection' | 'recordNetworkCheck';

export const stepService: Pick<Service<typeof verificationEndpoints>, Part> = {
  async checkVerification({ params }, ctx) {
    return toVerification(ctx, await checkRecord(ctx, params.id));
  },

  async returnVerification({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'return');
    await saveStep(ctx.db, row.id, { status: 'returned', returnReason: body.reason });
    await recordStepOf(ctx, row.itemId, 'returned', body.reason);
    ctx.record({ kind: 'verification.returned', subject: row.id, reason: body.reason });
    return toVerification(ctx, await getVerification(ctx, row.id));
  },

  async disapproveVerification({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'disapprove');
    await saveStep(ctx.db, row.id, { status: 'returned', returnReason: body.reason });
    await recordStepOf(ctx, row.itemId, 'returned', body.reason);
    ctx.record({ kind: 'verification.disapproved', subject: row.id, reason: body.reason });
    return toVerification(ctx, await getVerification(ctx, row.id));
  },

  async concludeInspection({ params }, ctx) {
    return (await concludeInspection(ctx, params.id)).record;
  },

  async recordNetworkCheck({ params, body }, ctx) {
    await getVerification(ctx, params.id);
    await lockVerification(ctx.db, params.id);
    const row = await getVerification(ctx, params.id);
    if (row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    const isSubmitted = row.status === 'submitted' || row.status === 'checked';
    if (!('record' in networkCheckLifeCycle[row.networkCheck as NetworkCheck]) || !isSubmitted)
      throw new Problem(verificationProblems.notAwaiting);
    if (body.checkedOn > ctx.today || (row.testedOn !== null && body.checkedOn < row.testedOn)) {
      const message = inLanguage(['应在检定日期与今天之间', 'between the day of the test and today'], ctx.language);
      throw new Problem(platformProblems.invalid, { issues: [{ path: ['checkedOn'], message }] });
    }
    await insertNetworkCheck(ctx.db, { verificationId: row.id, ...body, personId: ctx.caller.personId, at: ctx.now });
    ctx.record({ kind: 'verification.networkChecked', subject: row.id, detail: body });
    return toVerification(ctx, await getVerification(ctx, row.id));
  },
};
