import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../../register/event/contract.ts';
import { FileCard } from '../../../register/file/contract.ts';
import { practiceStateNames } from '../rules/states.ts';
import {
  assessmentProblems,
  CommendationId,
  DocumentNumber,
  Files,
  LongText,
  Named,
  PracticeId,
  Reason,
  RegionCode,
  TaskKey,
  Words,
} from './shapes.ts';

const Practice = z.object({
  id: PracticeId,
  region: RegionCode,
  organization: Named,
  task: TaskKey,
  title: z.string(),
  state: z.enum(practiceStateNames),
  documentNumber: z.string().nullable(),
  recordedAt: Instant,
  demonstration: z.boolean(),
});
export type Practice = z.infer<typeof Practice>;

const Commendation = z.object({
  id: CommendationId,
  documentNumber: z.string(),
  issuedOn: Day,
  organization: Named,
  region: RegionCode,
  practice: z.object({ id: PracticeId, title: z.string() }).nullable(),
  basis: z.object({ clause: z.string(), text: Words }).meta({ description: 'the sentence of the safeguard it rests on' }),
  text: z.string(),
  files: z.array(FileCard),
  demonstration: z.boolean(),
});
export type Commendation = z.infer<typeof Commendation>;

const PracticePage = Practice.extend({
  text: z.string(),
  files: z.array(FileCard),
  opinion: z.string().nullable(),
  commendations: z.array(Commendation),
  timeline: z.array(TimelineEvent),
  actions: z.array(z.enum(['review', 'recognise', 'decline'])),
  mayCommend: z.boolean(),
});
const params = z.object({ id: PracticeId });

export const practiceEndpoints = {
  listPractices: endpoint({
    method: 'GET',
    path: '/practices',
    permit: 'assessment.read',
    rows: 'shared',
    summary: ['典型做法（认定后全市可见）', 'Good practice; the whole city sees it once recognised'],
    query: z.object({
      ...listQuery,
      state: z.enum(practiceStateNames).optional(),
      region: RegionCode.optional(),
      task: TaskKey.optional(),
    }),
    reply: pageOf(Practice),
  }),
  readPractice: endpoint({
    method: 'GET',
    path: '/practices/:id',
    permit: 'assessment.read',
    rows: 'shared',
    summary: ['一项典型做法', 'A good practice'],
    params,
    reply: PracticePage,
  }),
  proposePractice: endpoint({
    method: 'POST',
    path: '/practices',
    permit: 'assessment.record',
    rows: 'own',
    summary: ['推荐典型做法', 'Propose a good practice'],
    body: z.object({
      organizationId: OrganizationId.nullable().default(null).meta({ description: "whose practice; null: the caller's organization" }),
      task: TaskKey,
      title: z.string().trim().min(2).max(120),
      text: LongText,
      files: Files,
    }),
    reply: Practice,
    problems: [assessmentProblems.otherRegion],
  }),
  decidePractice: endpoint({
    method: 'POST',
    path: '/practices/:id/decisions',
    permit: 'assessment.record',
    rows: 'own',
    summary: ['审核、认定或不采纳', 'Review, recognise or decline'],
    params,
    body: z.discriminatedUnion('decision', [
      z.object({ decision: z.literal('review'), opinion: Reason }),
      z.object({ decision: z.literal('recognise'), documentNumber: DocumentNumber }),
      z.object({ decision: z.literal('decline'), opinion: Reason }),
    ]),
    reply: Practice,
    problems: [assessmentProblems.state, assessmentProblems.notYours],
  }),
  listCommendations: endpoint({
    method: 'GET',
    path: '/commendations',
    permit: 'assessment.read',
    rows: 'shared',
    summary: ['褒奖', 'Commendations'],
    query: z.object({ ...listQuery, region: RegionCode.optional() }),
    reply: pageOf(Commendation),
  }),
  recordCommendation: endpoint({
    method: 'POST',
    path: '/commendations',
    permit: 'assessment.decide',
    rows: 'shared',
    summary: ['登记褒奖（以文件为凭）', 'Record a commendation by its document'],
    body: z.object({
      documentNumber: DocumentNumber,
      issuedOn: Day,
      organizationId: OrganizationId,
      practiceId: PracticeId.nullable().default(null),
      text: LongText,
      files: Files,
    }),
    reply: Commendation,
    problems: [assessmentProblems.numberTaken, assessmentProblems.state],
  }),
};
