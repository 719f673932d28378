import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { FileId, id, OrganizationId } from '../../../kernel/id.ts';
import { FileCard } from '../../../register/file/contract.ts';
import { extensionStateNames, itemStateNames, letterKindNames, letterStateNames, timingNames, verdictNames } from '../rules/states.ts';

export const TaskItemId = id('taskItem');
export type TaskItemId = z.infer<typeof TaskItemId>;
export const ExtensionId = id('taskExtension');
export const ReminderId = id('taskReminder');
export const LetterId = id('taskLetter');

export const TaskKey = z
  .string()
  .regex(/^[TS]\d{1,2}$/)
  .meta({ description: 'T1–T13 main tasks, S1–S4 safeguards' });
export const Bilingual = z.tuple([z.string(), z.string()]);
export const Reason = z.string().trim().min(2).max(500);
export const Files = z.array(FileId).max(20).default([]);
export const DocumentNumber = z
  .string()
  .trim()
  .max(60)
  .regex(/〔\d{4}〕.+号$/)
  .meta({ description: '文号, e.g. 通市监函〔2026〕12号' });

export const Named = z.object({ id: OrganizationId, name: z.string() });

export const LastReport = z.object({ doneOn: Day, text: z.string(), obstacle: z.string().nullable() });

export const TaskItem = z.object({
  id: TaskItemId,
  task: TaskKey,
  title: z.string(),
  result: z.string(),
  organization: Named,
  partners: z.array(Named),
  county: z.string().nullable(),
  indicator: z.string().nullable(),
  startOn: Day,
  dueOn: Day,
  firstDueOn: Day,
  state: z.enum(itemStateNames),
  timing: z.enum(timingNames),
  daysLate: z.number().int(),
  finishedOn: Day.nullable(),
  lastReport: LastReport.nullable(),
  extensionAsked: z.boolean(),
  demonstration: z.boolean(),
});
export type TaskItem = z.infer<typeof TaskItem>;

export const Report = z.object({
  id: z.uuid(),
  doneOn: Day,
  text: z.string(),
  obstacle: z.string().nullable(),
  finishing: z.boolean(),
  files: z.array(FileCard),
  organization: z.string(),
  person: z.string(),
  at: Instant,
});
export const Review = z.object({
  id: z.uuid(),
  reportId: z.uuid(),
  verdict: z.enum(verdictNames),
  reason: z.string().nullable(),
  person: z.string(),
  at: Instant,
});
export const Extension = z.object({
  id: ExtensionId,
  dueBefore: Day,
  dueAsked: Day,
  reason: z.string(),
  files: z.array(FileCard),
  askedBy: z.string(),
  askedAt: Instant,
  state: z.enum(extensionStateNames),
  documentNumber: z.string().nullable(),
  answer: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export const Stage = z.enum(['due-30', 'due-7', 'late']);
export const Reminder = z.object({
  id: ReminderId,
  item: z.object({ id: TaskItemId, title: z.string(), task: TaskKey }),
  organization: Named,
  stage: Stage,
  dueOn: Day,
  at: Instant,
  seenAt: Instant.nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

export const LetterFact = z.object({
  item: TaskItemId,
  task: TaskKey,
  clause: z.string(),
  title: z.string(),
  result: z.string(),
  dueOn: Day,
  daysLate: z.number().int(),
  reportedOn: Day.nullable(),
  reported: z.string().nullable(),
  obstacle: z.string().nullable(),
});
export const Letter = z.object({
  id: LetterId,
  kind: z.enum(letterKindNames),
  organization: Named,
  state: z.enum(letterStateNames),
  title: z.string(),
  items: z.number().int(),
  office: z.string().nullable(),
  documentNumber: z.string().nullable(),
  signedBy: z.string().nullable(),
  issuedOn: Day.nullable(),
  at: Instant,
});
export type Letter = z.infer<typeof Letter>;
export const LetterVersion = z.object({ version: z.number().int(), title: z.string(), text: z.string(), person: z.string(), at: Instant });
