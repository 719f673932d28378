import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../../register/event/contract.ts';
import { letterKindNames, letterStateNames } from '../rules/states.ts';
import { taskProblems } from './problems.ts';
import { DocumentNumber, Letter, LetterFact, LetterId, LetterVersion, Reason, TaskItemId } from './shapes.ts';

const params = z.object({ id: LetterId });
const LetterPage = Letter.extend({
  facts: z.array(LetterFact),
  versions: z.array(LetterVersion),
  reason: z.string().nullable(),
  timeline: z.array(TimelineEvent),
  actions: z.array(z.enum(['revise', 'issue', 'discard'])),
});

export const letterEndpoints = {
  listLetters: endpoint({
    method: 'GET',
    path: '/task-letters',
    permit: 'task.read',
    rows: 'own',
    summary: ['提醒函与督办单（收件单位只见已签发的）', 'Letters; a recipient sees only those issued'],
    query: z.object({ ...listQuery, state: z.enum(letterStateNames).optional(), kind: z.enum(letterKindNames).optional() }),
    reply: pageOf(Letter),
  }),
  readLetter: endpoint({
    method: 'GET',
    path: '/task-letters/:id',
    permit: 'task.read',
    rows: 'own',
    summary: ['函件与各版本', 'A letter and its versions'],
    params,
    reply: LetterPage,
  }),
  draftLetter: endpoint({
    method: 'POST',
    path: '/task-letters',
    permit: 'task.oversee',
    rows: 'own',
    summary: ['按事实起草提醒函或督办单', 'Draft a letter from the facts'],
    body: z.object({
      kind: z.enum(letterKindNames),
      organizationId: OrganizationId,
      items: z.array(TaskItemId).max(100).default([]).meta({ description: 'empty: every item that the kind of letter is about' }),
    }),
    reply: Letter,
    problems: [taskProblems.nothingToRemind],
  }),
  reviseLetter: endpoint({
    method: 'POST',
    path: '/task-letters/:id/versions',
    permit: 'task.oversee',
    rows: 'own',
    summary: ['修改函稿（保留原稿）', 'Revise the draft; the earlier text is kept'],
    params,
    body: z.object({ title: z.string().trim().min(2).max(120), text: z.string().trim().min(2).max(10_000) }),
    reply: Letter,
    problems: [taskProblems.letterClosed],
  }),
  issueLetter: endpoint({
    method: 'POST',
    path: '/task-letters/:id/issue',
    permit: 'task.oversee',
    rows: 'own',
    summary: ['登记签发（文号、签发人）', 'Record that it was signed and issued'],
    params,
    body: z.object({
      office: z.string().trim().min(2).max(100),
      documentNumber: DocumentNumber,
      signedBy: z.string().trim().min(2).max(40).meta({ description: 'the person who signed, as on the paper' }),
      issuedOn: Day,
    }),
    reply: Letter,
    problems: [taskProblems.letterClosed, taskProblems.numberTaken],
  }),
  discardLetter: endpoint({
    method: 'POST',
    path: '/task-letters/:id/discarding',
    permit: 'task.oversee',
    rows: 'own',
    summary: ['作废函稿', 'Discard a draft'],
    params,
    body: z.object({ reason: Reason }),
    reply: Letter,
    problems: [taskProblems.letterClosed],
  }),
};
