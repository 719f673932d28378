import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../../register/event/contract.ts';
import { InstrumentKind } from '../../../register/instrument/contract.ts';
import { StandardId } from '../../standard/contract.ts';
import { decisionNames, findingStateNames, noticeStateNames } from '../rules/impact.ts';
import { triageNames } from '../rules/impact-triage.ts';
import {
  EvaluationId,
  FindingBody,
  FindingCard,
  FindingDetails,
  FindingId,
  ImpactCertificateId,
  ImpactDetails,
  impactProblems,
  ImpactRow,
  Notice,
  NoticeId,
} from './impact-shapes.ts';

const params = z.object({ id: FindingId });
const reason = z.string().trim().min(2).max(1000);

const filter = {
  q: listQuery.q,
  triage: z.enum(triageNames).optional(),
  institute: OrganizationId.optional(),
  holder: OrganizationId.optional(),
  kind: InstrumentKind.optional(),
  decision: z.enum([...decisionNames, 'open']).optional(),
  wronglyFailed: z.enum(['true', 'false']).optional(),
  through: z.enum(['direct', 'others']).optional(),
};
export const ImpactFilter = z.object(filter);
export type ImpactFilter = z.infer<typeof ImpactFilter>;

export const impactEndpoints = {
  listFailedStandards: endpoint({
    method: 'GET',
    path: '/findings',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['超差发现', 'Findings of standards out of tolerance'],
    query: z.object({ ...listQuery, state: z.enum(findingStateNames).optional(), standard: StandardId.optional() }),
    reply: pageOf(FindingCard),
  }),
  readFinding: endpoint({
    method: 'GET',
    path: '/findings/:id',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['一件超差标准器的发现、影响、决定与通知', 'A failed standard: finding, impact, decisions and notices'],
    params,
    reply: FindingDetails.extend({ timeline: z.array(TimelineEvent) }),
  }),
  lookForFinding: endpoint({
    method: 'GET',
    path: '/standards/:id/finding-start',
    permit: 'traceability.record',
    rows: 'own',
    summary: [
      '报告超差前：上次合格的校准与受影响证书数',
      'Before a finding: the last good calibration, and how many certificates rest on the standard',
    ],
    params: z.object({ id: StandardId }),
    query: z.object({ foundOn: Day.optional() }),
    reply: z.object({
      standard: z.object({ id: StandardId, number: z.string(), name: z.string(), range: z.string(), inService: z.boolean() }),
      lastGood: z.object({ day: Day, number: z.string(), issuer: z.string() }).nullable(),
      /** Certificates that rest on it directly since that day. */
      certificates: z.number().int(),
      calibrations: z.array(z.object({ day: Day, number: z.string(), issuer: z.string(), validUntil: Day })),
    }),
  }),
  recordFinding: endpoint({
    method: 'POST',
    path: '/standards/:id/findings',
    permit: 'traceability.record',
    rows: 'own',
    summary: ['报告标准器超差', 'Report a standard found out of tolerance'],
    params: z.object({ id: StandardId }),
    body: FindingBody,
    reply: FindingCard,
    problems: [impactProblems.findingWrong, impactProblems.sinceReason, impactProblems.sinceMissing],
  }),
  correctFinding: endpoint({
    method: 'POST',
    path: '/findings/:id/versions',
    permit: 'traceability.record',
    rows: 'own',
    summary: ['更正超差发现，旧版保留', 'Correct the finding; the version before is kept'],
    params,
    body: FindingBody.extend({ version: z.number().int().min(1).max(100_000), correction: reason }),
    reply: FindingCard,
    problems: [impactProblems.findingWrong, impactProblems.sinceReason, impactProblems.sinceMissing, impactProblems.wrongState],
  }),
  evaluateFinding: endpoint({
    method: 'POST',
    path: '/findings/:id/evaluations',
    permit: 'traceability.record',
    rows: 'own',
    summary: ['评估影响（后台计算，可续算）', 'Evaluate the impact, as a job that can be taken up again'],
    params,
    reply: FindingCard,
    problems: [impactProblems.wrongState, impactProblems.notDone],
  }),
  listImpacts: endpoint({
    method: 'GET',
    path: '/findings/:id/impacts',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['受影响的证书与评估结论', 'Certificates that rest on the standard, with what became of each'],
    params,
    query: z.object({ ...listQuery, ...filter, evaluation: EvaluationId.optional() }),
    reply: pageOf(ImpactRow),
  }),
  readImpact: endpoint({
    method: 'GET',
    path: '/findings/:id/impacts/:certificate',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['一份证书的评估：逐项数值与误差传递路径', 'One certificate: each check with its numbers and the path of the error'],
    params: params.extend({ certificate: ImpactCertificateId }),
    reply: ImpactDetails,
  }),
  readImpactHistogram: endpoint({
    method: 'GET',
    path: '/findings/:id/histogram',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['最不利项与限值之比的分布', 'How the worst checks lie to their limits'],
    params,
    reply: z.object({
      bins: z.array(z.object({ from: z.number(), to: z.number().nullable(), before: z.number().int(), after: z.number().int() })),
    }),
  }),
  compareEvaluations: endpoint({
    method: 'GET',
    path: '/findings/:id/comparison',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['两次评估的差别', 'What two evaluations say differently'],
    params,
    query: z.object({ from: EvaluationId, to: EvaluationId }),
    reply: z.object({
      changes: z.array(
        z.object({ from: z.enum(triageNames).nullable(), to: z.enum(triageNames).nullable(), certificates: z.number().int() }),
      ),
    }),
  }),
  readImpactOnFigures: endpoint({
    method: 'GET',
    path: '/findings/:id/figures',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['对指标与能力的影响（拟稿，不作决定）', 'What would fall of the counted figures: a draft that decides nothing'],
    params,
    reply: z.object({
      /** Valid certificates by division, that a decision would take out. */
      divisions: z.array(z.object({ region: z.string(), name: z.string(), reverify: z.number().int(), revoke: z.number().int() })),
      measurementStandards: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), role: z.string() })),
      /** Roles that no other standard of the institute has in service. */
      roles: z.array(z.object({ role: z.string(), others: z.number().int() })),
    }),
  }),
  decideImpacts: endpoint({
    method: 'POST',
    path: '/findings/:id/decisions',
    permit: 'traceability.decide',
    rows: 'own',
    summary: ['对证书作出处置决定（单份或按条件成批）', 'Decide on certificates, one by one or by a filter'],
    params,
    body: z.object({
      decision: z.enum(decisionNames),
      reason,
      certificates: z.array(ImpactCertificateId).max(5000).default([]),
      filter: ImpactFilter.nullable().default(null).meta({ description: 'all that it finds; null: those that are named' }),
    }),
    reply: z.object({ decided: z.number().int() }),
    problems: [impactProblems.wrongState, impactProblems.samePerson, impactProblems.nothingChosen, impactProblems.notDone],
  }),
  draftNotices: endpoint({
    method: 'POST',
    path: '/findings/:id/notices',
    permit: 'traceability.record',
    rows: 'own',
    summary: ['按决定拟稿通知', 'Draft the notices that follow from the decisions'],
    params,
    reply: z.object({ drafted: z.number().int(), notices: z.array(Notice) }),
    problems: [impactProblems.wrongState, impactProblems.nothingChosen],
  }),
  settleNotice: endpoint({
    method: 'POST',
    path: '/findings/:id/notices/:notice/settlement',
    permit: 'traceability.decide',
    rows: 'own',
    summary: ['登记通知已签发，或不发及理由', 'Record that a notice was issued, or why it is not sent'],
    params: params.extend({ notice: NoticeId }),
    body: z.object({
      state: z.enum(noticeStateNames).exclude(['drafted']),
      documentNumber: z.string().trim().min(2).max(80).nullable().default(null),
      reason: reason.nullable().default(null),
    }),
    reply: Notice,
    problems: [impactProblems.wrongState, impactProblems.samePerson],
  }),
  downloadNotice: endpoint({
    method: 'GET',
    path: '/findings/:id/notices/:notice/file',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['通知文件，或其英文阅读版', 'The paper of a notice, or its English translation for reading'],
    params: params.extend({ notice: NoticeId }),
    query: z.object({
      format: z.enum(['pdf', 'docx']).default('pdf'),
      language: z.enum(['zh', 'en']).default('zh').meta({ description: 'zh: the document; en: a translation for reading, marked as one' }),
    }),
    reply: 'file',
  }),
  exportImpacts: endpoint({
    method: 'GET',
    path: '/findings/:id/workbook',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['导出受影响证书', 'Export the certificates'],
    params,
    query: z.object(filter),
    reply: 'file',
  }),
  closeFinding: endpoint({
    method: 'POST',
    path: '/findings/:id/closure',
    permit: 'traceability.decide',
    rows: 'own',
    summary: ['结案', 'Close the case'],
    params,
    body: z.object({ reason }),
    reply: FindingCard,
    problems: [impactProblems.wrongState, impactProblems.samePerson, impactProblems.openCertificates],
  }),
  withdrawFinding: endpoint({
    method: 'POST',
    path: '/findings/:id/withdrawal',
    permit: 'traceability.record',
    rows: 'own',
    summary: ['撤回误报的发现', 'Withdraw a finding that was none'],
    params,
    body: z.object({ reason }),
    reply: FindingCard,
    problems: [impactProblems.wrongState],
  }),
};
