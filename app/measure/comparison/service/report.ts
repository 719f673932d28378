import { addDays } from '../../../kernel/day.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../../register/file/service.ts';
import { comparisonProblems, type comparisonEndpoints } from '../contract.ts';
import { correctionLifeCycle, type CorrectionState } from '../rules.ts';
import { listMembers } from '../store/member.ts';
import { changeRound } from '../store/round.ts';
import * as store from '../store/report.ts';
import { datesRefused, getOwnMember, getProtocol, getRound, openFor, replyComparison } from './round.ts';

type Endpoints = typeof comparisonEndpoints;
type Correction = NonNullable<Awaited<ReturnType<typeof store.findCorrection>>>;

/** Comments are over when their last day has passed, or when every laboratory has said that it agrees. */
async function refuseWhileCommenting(ctx: Context, id: string, commentUntil: string | null): Promise<void> {
  const comments = await store.listComments(ctx.db, id);
  if (comments.some(({ kind, answer }) => kind === 'objection' && answer === null)) throw new Problem(comparisonProblems.unanswered);
  const members = (await listMembers(ctx.db, id)).filter(({ state, revealedAt }) => state === 'confirmed' && revealedAt !== null);
  const agreed = new Set(comments.filter(({ kind }) => kind === 'agreed').map(({ memberId }) => memberId));
  const isOver = commentUntil !== null && ctx.today > commentUntil;
  if (!isOver && !members.every((member) => agreed.has(member.id))) throw new Problem(comparisonProblems.commentPeriod);
}

/** A corrective action of a round that the caller may see, locked. */
async function lockCorrection(ctx: Context, id: string): Promise<Correction> {
  const found = await store.findCorrection(ctx.db, id);
  if (found === undefined) throw new Problem(platformProblems.notFound);
  await getRound(ctx, found.comparisonId);
  await store.lockCorrection(ctx.db, id);
  const correction = await store.findCorrection(ctx.db, id);
  if (correction === undefined) throw new Problem(platformProblems.notFound);
  return correction;
}

export const mayStep = (state: string, action: 'submit' | 'close' | 'return'): boolean =>
  action in correctionLifeCycle[state as CorrectionState];

export const reportService: Pick<
  Service<Endpoints>,
  | 'issueDraftReport'
  | 'commentOnReport'
  | 'answerComment'
  | 'finaliseReport'
  | 'publishComparisonNames'
  | 'demandComparisonCorrection'
  | 'submitComparisonCorrection'
  | 'decideComparisonCorrection'
  | 'closeComparison'
> = {
  async issueDraftReport({ params }, ctx) {
    const { row } = await openFor(ctx, params.id, 'report');
    if ((await store.findEvaluation(ctx.db, row.id)) === undefined) throw new Problem(comparisonProblems.notEvaluated);
    const { commentDays } = await getProtocol(ctx, row.id);
    const commentUntil = addDays(ctx.today, commentDays);
    await changeRound(ctx.db, row.id, { state: 'commenting', commentUntil });
    ctx.record({ kind: 'comparison.draftReportIssued', subject: row.id, detail: { commentUntil } });
    return replyComparison(ctx, row.id);
  },

  async commentOnReport({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'comment');
    if (row.commentUntil !== null && ctx.today > row.commentUntil) throw new Problem(comparisonProblems.commentPeriod);
    const member = await getOwnMember(ctx, row.id);
    const id = ctx.newId();
    const { kind, text } = body;
    const added = await store.insertComment(ctx.db, {
      id,
      comparisonId: row.id,
      memberId: member.id,
      kind,
      text,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    if (!added) throw new Problem(comparisonProblems.agreedAlready);
    ctx.record({ kind: 'comparison.commented', subject: member.id, detail: { kind } });
    return replyComparison(ctx, row.id);
  },

  async answerComment({ params, body }, ctx) {
    const comment = await store.findComment(ctx.db, params.id);
    if (comment === undefined) throw new Problem(platformProblems.notFound);
    const { row } = await openFor(ctx, comment.comparisonId, 'answer');
    const { personId } = ctx.caller;
    const answered = await store.answerComment(ctx.db, comment.id, { answer: body.answer, answeredBy: personId, answeredAt: ctx.now });
    if (answered === undefined) throw new Problem(comparisonProblems.answeredAlready);
    ctx.record({ kind: 'comparison.commentAnswered', subject: comment.memberId, detail: { comment: comment.id } });
    return replyComparison(ctx, row.id);
  },

  async finaliseReport({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'finalise');
    await refuseWhileCommenting(ctx, row.id, row.commentUntil);
    await changeRound(ctx.db, row.id, { state: 'final', finalAt: ctx.now });
    ctx.record({ kind: 'comparison.finalised', subject: row.id, reason: body.reason });
    return replyComparison(ctx, row.id);
  },

  async publishComparisonNames({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'publish');
    if (row.namesPublishedAt !== null) throw new Problem(comparisonProblems.publishedAlready);
    await changeRound(ctx.db, row.id, { namesPublishedAt: ctx.now, namesDocumentNumber: body.documentNumber });
    ctx.record({
      kind: 'comparison.namesPublished',
      subject: row.id,
      reason: body.reason,
      detail: { documentNumber: body.documentNumber },
    });
    return replyComparison(ctx, row.id);
  },

  async demandComparisonCorrection({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'demand');
    const member = (await listMembers(ctx.db, row.id)).find(({ id, state }) => id === body.member && state === 'confirmed');
    if (member === undefined) throw new Problem(platformProblems.notFound);
    if (body.dueOn <= ctx.today) throw datesRefused(ctx, [[['dueOn'], ['须晚于今天', 'later than today']]]);
    const added = await store.insertCorrection(ctx.db, {
      id: ctx.newId(),
      comparisonId: row.id,
      memberId: member.id,
      demand: body.demand,
      dueOn: body.dueOn,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    if (!added) throw new Problem(comparisonProblems.correctionThere);
    ctx.record({
      kind: 'comparison.correctionDemanded',
      subject: member.id,
      reason: body.demand.slice(0, 200),
      detail: { dueOn: body.dueOn },
    });
    return replyComparison(ctx, row.id);
  },

  async submitComparisonCorrection({ params, body }, ctx) {
    const correction = await lockCorrection(ctx, params.id);
    if (correction.organizationId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    if (!mayStep(correction.state, 'submit')) throw new Problem(comparisonProblems.correctionState);
    await getFiles(ctx, body.files);
    await store.changeCorrection(ctx.db, correction.id, {
      ...body,
      state: 'submitted',
      submittedAt: ctx.now,
      submittedBy: ctx.caller.personId,
    });
    ctx.record({ kind: 'comparison.correctionSubmitted', subject: correction.memberId, detail: { files: body.files.length } });
    return replyComparison(ctx, correction.comparisonId);
  },

  async decideComparisonCorrection({ params, body }, ctx) {
    const correction = await lockCorrection(ctx, params.id);
    const { parts } = await getRound(ctx, correction.comparisonId);
    if (!parts.includes('organizer')) throw new Problem(platformProblems.forbidden);
    if (!mayStep(correction.state, body.decision)) throw new Problem(comparisonProblems.correctionState);
    await store.changeCorrection(ctx.db, correction.id, {
      state: body.decision === 'close' ? 'closed' : 'returned',
      decisionReason: body.reason,
      decidedAt: ctx.now,
      decidedBy: ctx.caller.personId,
    });
    const kind = body.decision === 'close' ? 'comparison.correctionClosed' : 'comparison.correctionReturned';
    ctx.record({ kind, subject: correction.memberId, reason: body.reason });
    return replyComparison(ctx, correction.comparisonId);
  },

  async closeComparison({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'close');
    const corrections = await store.listCorrections(ctx.db, row.id);
    if (corrections.some(({ state }) => state !== 'closed')) throw new Problem(comparisonProblems.correctionsOpen);
    await changeRound(ctx.db, row.id, { state: 'closed' });
    ctx.record({ kind: 'comparison.closed', subject: row.id, reason: body.reason });
    return replyComparison(ctx, row.id);
  },
};
