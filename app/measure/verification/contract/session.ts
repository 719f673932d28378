import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId, PersonId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../../register/event/contract.ts';
import { verificationProblems } from './problems.ts';
import { SessionId, StandardChoice, StandardUsed, Texts, Version } from './shapes.ts';

export const Session = z.object({
  id: SessionId,
  institute: z.object({ id: OrganizationId, name: z.string() }),
  technician: z.object({ id: PersonId, name: z.string() }),
  day: Day,
  place: z.string(),
  environment: Texts,
  standards: z.array(StandardUsed),
  version: z.number().int(),
  /** Records in it, and how many of them are still being entered: a change of the session reaches those. */
  recordCount: z.number().int(),
  draftCount: z.number().int(),
  begunAt: Instant,
  demonstration: z.boolean(),
  mayChange: z.boolean(),
});
export type Session = z.infer<typeof Session>;

const fields = {
  day: Day,
  place: z.string().trim().min(1).max(120),
  environment: Texts,
  standards: z.array(StandardChoice).max(60),
} as const;
const params = z.object({ id: SessionId });

export const sessionEndpoints = {
  listVerificationSessions: endpoint({
    method: 'GET',
    path: '/verifications/sessions',
    permit: 'verification.read',
    rows: 'own',
    summary: ['检定场次', 'Sessions of a technician'],
    query: z.object({ ...listQuery, mine: z.enum(['true', 'false']).optional(), day: Day.optional() }),
    reply: pageOf(Session),
  }),
  readVerificationSession: endpoint({
    method: 'GET',
    path: '/verifications/sessions/:id',
    permit: 'verification.read',
    rows: 'own',
    summary: ['一个检定场次', 'One session'],
    params,
    reply: Session.extend({ timeline: z.array(TimelineEvent) }),
  }),
  beginVerificationSession: endpoint({
    method: 'POST',
    path: '/verifications/sessions',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['开始检定场次：环境条件与标准器填写一次', 'Begin a session: environment and standards are entered once'],
    body: z.object(fields),
    reply: Session,
    problems: [verificationProblems.unknownStandard],
  }),
  changeVerificationSession: endpoint({
    method: 'POST',
    path: '/verifications/sessions/:id/changes',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['更改场次的条件，录入中的记录随之取用', 'Change the conditions of a session; records being entered take them over'],
    params,
    body: z.object({ ...fields, version: Version }),
    reply: Session,
    problems: [verificationProblems.unknownStandard],
  }),
};
