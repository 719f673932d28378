import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import type { impactEndpoints } from '../contract/impact.ts';
import { impactProblems } from '../contract/impact-shapes.ts';
import { noticeLifeCycle, type NoticeKind } from '../rules/impact.ts';
import * as store from '../store/impact-case.ts';
import { listVersions, setFinding } from '../store/impact-finding.ts';
import { amongImpacts, idsOfImpacts, latestEvaluations } from '../store/impact-result.ts';
import { printNotice } from './impact-notice.ts';
import { openFinding } from './impact-record.ts';
import { cardOf, getFinding, toNotice } from './impact-reply.ts';
import { evaluationOf } from './impact-view.ts';

const wordOf: Readonly<Record<NoticeKind, string>> = { disposal: '处置', reverification: '复检' };

export const caseService: Pick<
  Service<typeof impactEndpoints>,
  'decideImpacts' | 'draftNotices' | 'settleNotice' | 'downloadNotice' | 'closeFinding'
> = {
  async decideImpacts({ params, body }, ctx) {
    const row = await openFinding(ctx, params.id, 'decide');
    const evaluation = await evaluationOf(ctx, row.id);
    if (evaluation.state !== 'done' || evaluation.version !== row.version) throw new Problem(impactProblems.notDone);
    const certificates =
      body.filter === null
        ? await amongImpacts(ctx.db, evaluation.id, body.certificates)
        : await idsOfImpacts(ctx.db, row.id, evaluation.id, body.filter);
    if (certificates.length === 0) throw new Problem(impactProblems.nothingChosen);
    await store.insertDecision(ctx.db, {
      id: ctx.newId(),
      findingId: row.id,
      evaluationId: evaluation.id,
      decision: body.decision,
      reason: body.reason,
      certificates,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    ctx.record({
      kind: 'traceability.impactDecided',
      subject: row.id,
      reason: body.reason,
      detail: { number: row.number, decision: body.decision, certificates: certificates.length },
    });
    return { decided: certificates.length };
  },

  async draftNotices({ params }, ctx) {
    const row = await openFinding(ctx, params.id, 'draft');
    const evaluation = await evaluationOf(ctx, row.id);
    const addressees = await store.listAddressees(ctx.db, row.id, evaluation.id, row.instituteId);
    if (addressees.length === 0) throw new Problem(impactProblems.nothingChosen);
    // What has been sent is not drafted again for the same certificates.
    const sent = (await store.listNotices(ctx.db, row.id)).filter(({ state }) => state === 'issued');
    const last = await store.lastNotices(ctx.db, row.id);
    let drafted = 0;
    for (const { kind, organizationId, certificates } of addressees) {
      const told = new Set(
        sent.filter((one) => one.kind === kind && one.organizationId === organizationId).flatMap((one) => one.certificateIds),
      );
      const open = certificates.filter((id) => !told.has(id));
      if (open.length === 0) continue;
      const sequence = (last.get(kind) ?? 0) + 1;
      last.set(kind, sequence);
      drafted += 1;
      await store.saveDraft(ctx.db, {
        id: ctx.newId(),
        findingId: row.id,
        evaluationId: evaluation.id,
        kind,
        organizationId,
        number: `${row.number}-${wordOf[kind]}${sequence}`,
        sequence,
        certificates: open,
        draftedBy: ctx.caller.personId,
        draftedAt: ctx.now,
      });
    }
    ctx.record({ kind: 'traceability.noticesDrafted', subject: row.id, detail: { number: row.number, notices: drafted } });
    return { drafted, notices: (await store.listNotices(ctx.db, row.id)).map(toNotice) };
  },

  async settleNotice({ params, body }, ctx) {
    const row = await getFinding(ctx, params.id);
    const locked = await store.lockNotice(ctx.db, row.id, params.notice);
    if (locked === undefined) throw new Problem(platformProblems.notFound);
    if (Object.keys(noticeLifeCycle[locked.state as keyof typeof noticeLifeCycle]).length === 0)
      throw new Problem(impactProblems.wrongState);
    if (locked.draftedBy === ctx.caller.personId) throw new Problem(impactProblems.samePerson);
    const missing = body.state === 'issued' ? body.documentNumber === null : body.reason === null;
    if (missing)
      throw new Problem(platformProblems.invalid, {
        issues: [{ path: [body.state === 'issued' ? 'documentNumber' : 'reason'], message: ctx.language === 'zh' ? '必填' : 'required' }],
      });
    await store.settleNotice(ctx.db, params.notice, {
      state: body.state,
      settledBy: ctx.caller.personId,
      settledAt: ctx.now,
      documentNumber: body.documentNumber,
      reason: body.reason,
    });
    ctx.record({
      kind: body.state === 'issued' ? 'traceability.noticeIssued' : 'traceability.noticeDropped',
      subject: row.id,
      reason: body.reason ?? undefined,
      detail: { number: row.number, notice: params.notice, document: body.documentNumber },
    });
    return noticeOf(ctx, row.id, params.notice);
  },

  async downloadNotice({ params, query }, ctx) {
    const row = await getFinding(ctx, params.id);
    const notice = (await store.listNotices(ctx.db, row.id)).find(({ id }) => id === params.notice);
    const [version] = await listVersions(ctx.db, row.id);
    const evaluation = (await latestEvaluations(ctx.db, [row.id])).get(row.id);
    if (notice === undefined || version === undefined || evaluation === undefined) throw new Problem(platformProblems.notFound);
    const lines = await store.listNoticeLines(ctx.db, evaluation.id, notice.certificateIds);
    return printNotice({ row, notice, version, lines }, query, ctx);
  },

  async closeFinding({ params, body }, ctx) {
    const row = await openFinding(ctx, params.id, 'close');
    const evaluation = await evaluationOf(ctx, row.id);
    const open = (await store.countDecided(ctx.db, row.id, evaluation.id)).filter(
      ({ decision, triage }) => decision === null && triage !== 'harmless',
    );
    if (open.length > 0) throw new Problem(impactProblems.openCertificates);
    await setFinding(ctx.db, row.id, { state: 'closed', endedBy: ctx.caller.personId, endedAt: ctx.now, endedReason: body.reason });
    ctx.record({ kind: 'traceability.findingClosed', subject: row.id, reason: body.reason, detail: { number: row.number } });
    return cardOf(ctx, row.id);
  },
};

async function noticeOf(ctx: Context, findingId: string, id: string) {
  const found = (await store.listNotices(ctx.db, findingId)).find((one) => one.id === id);
  if (found === undefined) throw new Problem(platformProblems.notFound);
  return toNotice(found);
}

/** The instruments that the decisions of a case send to be verified again, with their codes: the scope of a round. */
export async function instrumentsToVerifyAgain(
  ctx: Context,
  findingId: string,
): Promise<{ id: string; code: string; instituteId: string }[]> {
  const row = await getFinding(ctx, findingId);
  const evaluation = await evaluationOf(ctx, row.id);
  return store.listToVerifyAgain(ctx.db, row.id, evaluation.id);
}
