import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../../register/event/contract.ts';
import { FileCard } from '../../../register/file/contract.ts';
import { TaskItemId } from '../../task/contract/shapes.ts';
import { briefingLevelNames } from '../rules/states.ts';
import { assessmentProblems, BriefingId, Files, IssueId, LongText, Named, Reason, Recorded, RegionCode } from './shapes.ts';

const Briefing = z.object({
  id: BriefingId,
  heldOn: Day,
  level: z.enum(briefingLevelNames),
  region: RegionCode,
  organization: Named,
  addressee: z.string(),
  topic: z.string(),
  issues: z.number().int(),
  openIssues: z.number().int(),
  demonstration: z.boolean(),
});
export type Briefing = z.infer<typeof Briefing>;

const FollowUp = z.object({
  item: z.object({ id: TaskItemId, title: z.string() }).nullable(),
  text: z.string(),
  settled: z.boolean(),
  ...Recorded,
});
const BriefingPage = Briefing.extend({
  summary: z.string(),
  files: z.array(FileCard),
  issueList: z.array(z.object({ id: IssueId, text: z.string(), settled: z.boolean(), followUps: z.array(FollowUp) })),
  timeline: z.array(TimelineEvent),
  recordedAt: Instant,
  mayFollowUp: z.boolean(),
});

const params = z.object({ id: BriefingId });

export const briefingEndpoints = {
  listBriefings: endpoint({
    method: 'GET',
    path: '/briefings',
    permit: 'assessment.read',
    rows: 'own',
    summary: ['汇报', 'Briefings'],
    query: z.object({
      ...listQuery,
      level: z.enum(briefingLevelNames).optional(),
      region: RegionCode.optional(),
      open: z.enum(['true', 'false']).optional(),
    }),
    reply: pageOf(Briefing),
  }),
  readBriefing: endpoint({
    method: 'GET',
    path: '/briefings/:id',
    permit: 'assessment.read',
    rows: 'own',
    summary: ['一次汇报、提出的问题与落实', 'A briefing, the issues raised and what came of them'],
    params,
    reply: BriefingPage,
  }),
  recordBriefing: endpoint({
    method: 'POST',
    path: '/briefings',
    permit: 'assessment.record',
    rows: 'own',
    summary: ['登记汇报（附纪要）', 'Record a briefing with its minutes'],
    body: z.object({
      heldOn: Day,
      level: z.enum(briefingLevelNames),
      region: RegionCode,
      addressee: z.string().trim().min(2).max(100),
      topic: z.string().trim().min(2).max(120),
      summary: LongText,
      issues: z.array(Reason).max(50).default([]),
      files: Files.refine((files) => files.length > 0, { message: '请上传会议纪要 / the minutes are needed' }),
    }),
    reply: Briefing,
    problems: [assessmentProblems.otherRegion],
  }),
  followUpIssue: endpoint({
    method: 'POST',
    path: '/briefings/:id/issues/:issue/follow-ups',
    permit: 'assessment.record',
    rows: 'own',
    summary: ['登记问题的落实：转为分解事项或说明办理结果', 'Say what came of an issue: a work item, or how it was settled'],
    params: params.extend({ issue: IssueId }),
    body: z.object({ itemId: TaskItemId.nullable().default(null), text: Reason, settled: z.boolean() }),
    reply: Briefing,
    problems: [assessmentProblems.issueSettled, assessmentProblems.otherRegion],
  }),
};
