import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { FileId, OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { arrivalNames } from '../rules.ts';
import { handoverStateNames } from '../rules/route.ts';
import { Digest, SealedContent, TypedResult } from './exported.ts';
import { comparisonProblems } from './problems.ts';
import {
  CommentId,
  CommitmentId,
  ComparisonId,
  Comparison,
  CorrectionId,
  Exclusion,
  Handover,
  HandoverId,
  MemberId,
  PointId,
  reason,
} from './shapes.ts';

const params = z.object({ id: ComparisonId });
const prose = z.string().trim().min(2).max(4000);
const files = z.array(FileId).max(20).default([]);
const reading = z
  .string()
  .trim()
  .regex(/^-?\d{1,9}(\.\d{1,12})?$/)
  .meta({ description: 'a decimal as text' });
const amount = z
  .string()
  .trim()
  .regex(/^-?\d{1,3}(\.\d{1,2})?$/)
  .nullable()
  .default(null);
const replaces = z
  .object({ commitment: CommitmentId, reason })
  .nullable()
  .default(null)
  .meta({ description: 'an earlier commitment that this one replaces' });
const changed = { method: 'POST', rows: 'own', reply: Comparison } as const;

/** The travelling standard on its way, results sealed and revealed, and what follows from them. */
export const sealingEndpoints = {
  listComparisonHandovers: endpoint({
    method: 'GET',
    path: '/comparison-handovers',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['传递标准的交接日历', 'Calendar of hand-overs of travelling standards'],
    query: z.object({
      ...listQuery,
      state: z.enum(handoverStateNames).optional(),
      late: z.enum(['true', 'false']).optional(),
      from: Day.optional(),
      to: Day.optional(),
    }),
    reply: pageOf(Handover),
  }),
  dispatchArtefact: endpoint({
    method: 'POST',
    path: '/comparison-handovers/:id/dispatch',
    permit: 'comparison.participate',
    rows: 'own',
    summary: ['交出传递标准（交方签署）', 'Hand the travelling standard over: the sender signs'],
    params: z.object({ id: HandoverId }),
    body: z.object({ condition: z.string().trim().min(2).max(300) }),
    reply: Handover,
    problems: [comparisonProblems.wrongState, comparisonProblems.handoverState],
  }),
  receiveArtefact: endpoint({
    method: 'POST',
    path: '/comparison-handovers/:id/receipt',
    permit: 'comparison.participate',
    rows: 'own',
    summary: ['接收传递标准（接方签署）', 'Take the travelling standard over: the receiver signs'],
    params: z.object({ id: HandoverId }),
    body: z.object({
      arrival: z.enum(arrivalNames),
      note: z.string().trim().max(300).default(''),
      temperature: amount.meta({ description: '°C' }),
      humidity: amount.meta({ description: '% relative humidity' }),
    }),
    reply: Handover,
    problems: [comparisonProblems.wrongState, comparisonProblems.handoverState],
  }),
  recordArtefactCheck: endpoint({
    ...changed,
    path: '/comparisons/:id/artefact-checks',
    permit: 'comparison.participate',
    summary: ['登记均匀性或稳定性检验', 'Record a check of homogeneity or stability'],
    params,
    body: z.object({
      kind: z.enum(['homogeneity', 'stability']),
      point: PointId,
      sigma: reading.meta({ description: 'standard deviation for assessment' }),
      rows: z
        .array(z.array(reading).min(1).max(50))
        .min(2)
        .max(100)
        .meta({ description: 'homogeneity: the replicates of each item; stability: two rows, before and after' }),
    }),
    problems: [comparisonProblems.wrongState, comparisonProblems.protocolMissing, comparisonProblems.resultsWrong],
  }),
  commitResults: endpoint({
    ...changed,
    path: '/comparisons/:id/commitments',
    permit: 'comparison.participate',
    summary: ['提交结果承诺（只提交摘要，原文自存）', 'Seal results: only the digest is given, the text stays with the laboratory'],
    params,
    body: z.object({ digest: Digest, replaces }),
    problems: [
      comparisonProblems.wrongState,
      comparisonProblems.tooLate,
      comparisonProblems.committedAlready,
      comparisonProblems.digestTaken,
    ],
  }),
  entrustResults: endpoint({
    ...changed,
    path: '/comparisons/:id/entrusted-results',
    permit: 'comparison.participate',
    summary: ['提交结果并加密托管，截止时自动揭示', 'Seal results and leave them here encrypted; revealed at the deadline'],
    params,
    body: z.object({ results: z.array(TypedResult).max(100), replaces }),
    secrets: ['results'],
    problems: [
      comparisonProblems.wrongState,
      comparisonProblems.tooLate,
      comparisonProblems.committedAlready,
      comparisonProblems.resultsWrong,
    ],
  }),
  revealResults: endpoint({
    ...changed,
    path: '/comparisons/:id/reveals',
    permit: 'comparison.participate',
    summary: ['揭示自存的结果', 'Reveal results that the laboratory kept'],
    params,
    body: z.object({ content: SealedContent }),
    secrets: ['content'],
    problems: [
      comparisonProblems.wrongState,
      comparisonProblems.notYet,
      comparisonProblems.revealOver,
      comparisonProblems.nothingCommitted,
      comparisonProblems.revealedAlready,
      comparisonProblems.revealMismatch,
    ],
  }),
  evaluateComparison: endpoint({
    ...changed,
    path: '/comparisons/:id/evaluations',
    permit: 'comparison.read',
    summary: ['计算参考值与比分数', 'Compute reference values and scores'],
    params,
    body: z.object({
      exclusions: z.array(Exclusion).max(500).default([]),
      note: z.string().trim().max(4000).default('').meta({ description: 'what the pilot says of it in the report' }),
    }),
    problems: [comparisonProblems.wrongState, comparisonProblems.exclusionUnknown, comparisonProblems.sealedElsewhere],
  }),
  issueDraftReport: endpoint({
    ...changed,
    path: '/comparisons/:id/draft-report',
    permit: 'comparison.read',
    summary: ['发出报告征求意见稿', 'Send the draft report to the participants'],
    params,
    problems: [comparisonProblems.wrongState, comparisonProblems.notEvaluated],
  }),
  commentOnReport: endpoint({
    ...changed,
    path: '/comparisons/:id/comments',
    permit: 'comparison.participate',
    summary: ['对报告提意见，或表示无意见', 'Comment on the report, or say that there is no comment'],
    params,
    body: z.object({ kind: z.enum(['agreed', 'objection']), text: z.string().trim().min(2).max(4000) }),
    problems: [comparisonProblems.wrongState, comparisonProblems.commentPeriod, comparisonProblems.agreedAlready],
  }),
  answerComment: endpoint({
    ...changed,
    path: '/comparison-comments/:id/answer',
    permit: 'comparison.read',
    summary: ['答复意见', 'Answer a comment'],
    params: z.object({ id: CommentId }),
    body: z.object({ answer: prose }),
    problems: [comparisonProblems.wrongState, comparisonProblems.answeredAlready],
  }),
  finaliseReport: endpoint({
    ...changed,
    path: '/comparisons/:id/final-report',
    permit: 'comparison.organize',
    summary: ['报告定稿', 'Make the report final'],
    params,
    body: z.object({ reason }),
    problems: [comparisonProblems.wrongState, comparisonProblems.commentPeriod, comparisonProblems.unanswered],
  }),
  publishComparisonNames: endpoint({
    ...changed,
    path: '/comparisons/:id/published-names',
    permit: 'comparison.organize',
    summary: ['决定公开实验室名称', 'Decide to publish the names beside the numbers'],
    params,
    body: z.object({ documentNumber: z.string().trim().min(2).max(120), reason }),
    problems: [comparisonProblems.wrongState, comparisonProblems.publishedAlready],
  }),
  demandComparisonCorrection: endpoint({
    ...changed,
    path: '/comparisons/:id/corrections',
    permit: 'comparison.organize',
    summary: ['要求整改', 'Demand corrective action'],
    params,
    body: z.object({ member: MemberId, demand: prose, dueOn: Day }),
    problems: [comparisonProblems.wrongState, comparisonProblems.correctionThere, comparisonProblems.dates],
  }),
  submitComparisonCorrection: endpoint({
    ...changed,
    path: '/comparison-corrections/:id/report',
    permit: 'comparison.participate',
    summary: ['报整改：原因、措施、证明', 'Report corrective action: cause, action, evidence'],
    params: z.object({ id: CorrectionId }),
    body: z.object({ cause: prose, action: prose, evidence: prose, files }),
    problems: [comparisonProblems.correctionState],
  }),
  decideComparisonCorrection: endpoint({
    ...changed,
    path: '/comparison-corrections/:id/decision',
    permit: 'comparison.organize',
    summary: ['整改办结或退回补充', 'Close a corrective action or send it back'],
    params: z.object({ id: CorrectionId }),
    body: z.object({ decision: z.enum(['close', 'return']), reason }),
    problems: [comparisonProblems.correctionState],
  }),
  offerAsPilot: endpoint({
    ...changed,
    path: '/comparisons/:id/proposals',
    permit: 'comparison.participate',
    summary: ['申报主导实验室', 'Offer to be the pilot laboratory'],
    params,
    body: z.object({ text: prose, files }),
    problems: [
      comparisonProblems.wrongState,
      comparisonProblems.notAnInstitute,
      comparisonProblems.proposedAlready,
      comparisonProblems.callOver,
    ],
  }),
  appointPilot: endpoint({
    ...changed,
    path: '/comparisons/:id/pilot',
    permit: 'comparison.organize',
    summary: ['确定主导实验室', 'Appoint the pilot laboratory'],
    params,
    body: z.object({ organization: OrganizationId, reason }),
    problems: [comparisonProblems.wrongState, comparisonProblems.organizationUnknown],
  }),
};
