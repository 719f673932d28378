import { z } from 'zod';
import { Day } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { comparisonStateNames, dutyNames } from './rules.ts';
import { comparisonProblems } from './contract/problems.ts';
import { sealingEndpoints } from './contract/sealing.ts';
import { Candidate, Comparison, ComparisonId, Details, MemberId, Protocol, reason, Standing, Subject, version } from './contract/shapes.ts';

export * from './contract/shapes.ts';
export { comparisonProblems } from './contract/problems.ts';
export { ExportedRound, SealedContent } from './contract/exported.ts';

const params = z.object({ id: ComparisonId });
const changed = { method: 'POST', rows: 'own', reply: Comparison } as const;
const filters = {
  state: z.enum(comparisonStateNames).optional(),
  duty: z.enum(dutyNames).optional(),
  part: z.enum(['organizer', 'pilot', 'member']).optional().meta({ description: 'only where the caller’s organization is this' }),
  regulation: z.string().max(20).optional(),
};

export const comparisonEndpoints = {
  listComparisons: endpoint({
    method: 'GET',
    path: '/comparisons',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['计量比对', 'Comparisons'],
    query: z.object({ ...listQuery, ...filters }),
    reply: pageOf(Comparison),
  }),
  downloadComparisons: endpoint({
    method: 'GET',
    path: '/comparisons-workbook',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['计量比对一览（工作簿）', 'The comparisons as a workbook'],
    query: z.object({ q: listQuery.q, ...filters }),
    reply: 'file',
  }),
  readComparison: endpoint({
    method: 'GET',
    path: '/comparisons/:id',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['一次比对', 'One comparison'],
    params,
    reply: Details.extend({ timeline: z.array(TimelineEvent) }),
  }),
  openComparison: endpoint({
    ...changed,
    path: '/comparisons',
    permit: 'comparison.organize',
    summary: ['拟定比对', 'Draft a comparison'],
    body: Subject.extend({ follows: ComparisonId.nullable().default(null).meta({ description: 'the round that this one follows up' }) }),
    problems: [comparisonProblems.dates],
  }),
  changeComparison: endpoint({
    ...changed,
    path: '/comparisons/:id/subject',
    permit: 'comparison.organize',
    summary: ['修改拟定的比对', 'Change a drafted comparison'],
    params,
    body: Subject.extend({ version }),
    problems: [comparisonProblems.wrongState, comparisonProblems.dates],
  }),
  announceComparison: endpoint({
    ...changed,
    path: '/comparisons/:id/announcement',
    permit: 'comparison.organize',
    summary: ['通知各机构', 'Announce to the institutes'],
    params,
    body: z.object({ version }),
    problems: [comparisonProblems.wrongState],
  }),
  cancelComparison: endpoint({
    ...changed,
    path: '/comparisons/:id/cancellation',
    permit: 'comparison.organize',
    summary: ['取消比对并说明理由', 'Cancel a comparison with the reason'],
    params,
    body: z.object({ reason }),
    problems: [comparisonProblems.wrongState],
  }),
  listComparisonCandidates: endpoint({
    method: 'GET',
    path: '/comparisons/:id/candidates',
    permit: 'comparison.organize',
    rows: 'own',
    summary: ['按登记应当参加的机构', 'Who has to take part, by the registers'],
    params,
    query: z.object({ day: Day.optional().meta({ description: 'as of this day; today when left out' }) }),
    reply: z.object({ day: Day, items: z.array(Candidate) }),
  }),
  confirmParticipants: endpoint({
    ...changed,
    path: '/comparisons/:id/participants',
    permit: 'comparison.organize',
    summary: ['确认参比实验室', 'Confirm participants'],
    params,
    body: z.object({
      participants: z
        .array(z.object({ organization: OrganizationId, duty: z.enum(dutyNames) }))
        .min(1)
        .max(200),
    }),
    problems: [comparisonProblems.wrongState, comparisonProblems.organizationUnknown],
  }),
  excuseParticipant: endpoint({
    ...changed,
    path: '/comparisons/:id/excuses',
    permit: 'comparison.organize',
    summary: ['准予不参加', 'Excuse a participant'],
    params,
    body: z.object({ member: MemberId, reason }),
    problems: [comparisonProblems.wrongState, comparisonProblems.pilotStays],
  }),
  withdrawFromComparison: endpoint({
    ...changed,
    path: '/comparisons/:id/withdrawal',
    permit: 'comparison.participate',
    summary: ['退出自愿参加的比对', 'Withdraw from a round in which one takes part voluntarily'],
    params,
    body: z.object({ reason }),
    problems: [comparisonProblems.wrongState, comparisonProblems.mandatory, comparisonProblems.pilotStays],
  }),
  settleProtocol: endpoint({
    ...changed,
    path: '/comparisons/:id/protocol',
    permit: 'comparison.read',
    summary: ['编制实施方案', 'Write the protocol'],
    params,
    body: z.object({ protocol: Protocol, version }),
    problems: [
      comparisonProblems.wrongState,
      comparisonProblems.pilotMissing,
      comparisonProblems.routeWrong,
      comparisonProblems.pointsTwice,
      comparisonProblems.dates,
    ],
  }),
  startComparison: endpoint({
    ...changed,
    path: '/comparisons/:id/start',
    permit: 'comparison.organize',
    summary: ['开始实施：抽取编号，方案不再更改', 'Start: numbers are drawn, the protocol stands'],
    params,
    body: z.object({ version }),
    problems: [
      comparisonProblems.wrongState,
      comparisonProblems.pilotMissing,
      comparisonProblems.tooFew,
      comparisonProblems.protocolMissing,
      comparisonProblems.routeWrong,
      comparisonProblems.dates,
    ],
  }),
  closeComparison: endpoint({
    ...changed,
    path: '/comparisons/:id/closing',
    permit: 'comparison.organize',
    summary: ['办结', 'Close'],
    params,
    body: z.object({ reason }),
    problems: [comparisonProblems.wrongState, comparisonProblems.correctionsOpen],
  }),
  exportComparison: endpoint({
    method: 'GET',
    path: '/comparisons/:id/export',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['供第三方复算的完整记录（规范 JSON）', 'The whole round for recomputation by others, canonical JSON'],
    params,
    reply: 'file',
    problems: [comparisonProblems.wrongState, comparisonProblems.sealedElsewhere],
  }),
  printComparisonReport: endpoint({
    method: 'GET',
    path: '/comparisons/:id/report',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['比对报告', 'Report of a comparison'],
    params,
    query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
    reply: 'file',
    problems: [comparisonProblems.wrongState, comparisonProblems.notEvaluated],
  }),
  listComparisonStandings: endpoint({
    method: 'GET',
    path: '/comparison-standings',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['各机构参加比对情况', 'How institutes stand in comparisons'],
    query: z.object({
      ...listQuery,
      institute: OrganizationId.optional(),
      missing: z.enum(['true', 'false']).optional(),
      open: z.enum(['true', 'false']).optional().meta({ description: 'with a corrective action that is not closed' }),
    }),
    reply: pageOf(Standing),
  }),
  readComparisonStanding: endpoint({
    method: 'GET',
    path: '/organizations/:id/comparison-standing',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['一家机构参加比对的情况', 'How one institute stands in comparisons'],
    params: z.object({ id: OrganizationId }),
    reply: z.object({
      /** Rounds with opened results in which it stands. */
      rounds: z.number().int(),
      missing: z.array(Standing),
      openCorrections: z.array(Standing),
    }),
  }),
  downloadComparisonStandings: endpoint({
    method: 'GET',
    path: '/comparison-standings-workbook',
    permit: 'comparison.read',
    rows: 'own',
    summary: ['各机构参加比对情况（工作簿）', 'How institutes stand in comparisons, as a workbook'],
    query: z.object({
      q: listQuery.q,
      institute: OrganizationId.optional(),
      missing: z.enum(['true', 'false']).optional(),
      open: z.enum(['true', 'false']).optional(),
    }),
    reply: 'file',
  }),
  ...sealingEndpoints,
};
