import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../../register/event/contract.ts';
import { itemStateNames, timingNames } from '../rules/states.ts';
import { taskProblems } from './problems.ts';
import {
  DocumentNumber,
  Extension,
  ExtensionId,
  Files,
  Letter,
  Reason,
  Reminder,
  Report,
  Review,
  TaskItem,
  TaskItemId,
  TaskKey,
} from './shapes.ts';

const params = z.object({ id: TaskItemId });
const filter = {
  task: TaskKey.optional(),
  organization: OrganizationId.optional(),
  state: z.enum(itemStateNames).optional(),
  timing: z.enum(timingNames).optional(),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  indicator: z.string().max(20).optional(),
};

const ItemAction = z.enum(['report', 'finish', 'extend', 'withdraw', 'confirm', 'return']);
const ItemPage = TaskItem.extend({
  description: z.string().nullable(),
  reports: z.array(Report),
  reviews: z.array(Review),
  extensions: z.array(Extension),
  reminders: z.array(Reminder),
  letters: z.array(Letter),
  timeline: z.array(TimelineEvent),
  actions: z.array(ItemAction),
  mayDecideExtension: z.boolean(),
});

export const itemEndpoints = {
  listTaskItems: endpoint({
    method: 'GET',
    path: '/task-items',
    permit: 'task.read',
    rows: 'own',
    summary: ['分解事项清单（按权限范围）', "Work items within the caller's scope"],
    query: z.object({ ...listQuery, ...filter }),
    reply: pageOf(TaskItem),
  }),
  exportTaskItems: endpoint({
    method: 'GET',
    path: '/task-items/workbook',
    permit: 'task.read',
    rows: 'own',
    summary: ['导出筛选出的全部分解事项（xlsx）', 'All filtered work items as a workbook'],
    query: z.object({ q: listQuery.q, ...filter }),
    reply: 'file',
  }),
  readTaskItem: endpoint({
    method: 'GET',
    path: '/task-items/:id',
    permit: 'task.read',
    rows: 'own',
    summary: ['分解事项详情', 'A work item'],
    params,
    reply: ItemPage,
  }),
  breakDownTask: endpoint({
    method: 'POST',
    path: '/task-items',
    permit: 'task.report',
    rows: 'own',
    summary: ['分解任务为事项', 'Break a task down into a work item'],
    body: z.object({
      task: TaskKey,
      title: z.string().trim().min(2).max(120),
      description: z.string().trim().max(2000).nullable().default(null),
      result: z.string().trim().min(2).max(500).meta({ description: 'the measurable result' }),
      organizationId: OrganizationId.nullable().default(null).meta({ description: "who carries it out; null: the caller's organization" }),
      partners: z.array(OrganizationId).max(22).default([]),
      county: filter.county.nullable().default(null),
      indicator: z.string().max(20).nullable().default(null),
      startOn: Day,
      dueOn: Day,
    }),
    reply: TaskItem,
    problems: [taskProblems.notEntitled, taskProblems.notYours],
  }),
  reportTaskItem: endpoint({
    method: 'POST',
    path: '/task-items/:id/reports',
    permit: 'task.report',
    rows: 'own',
    summary: ['报告进展或报完成', 'Report progress, or report an item as done'],
    params,
    body: z.object({
      doneOn: Day,
      text: z.string().trim().min(2).max(2000),
      obstacle: z.string().trim().min(2).max(500).nullable().default(null),
      finishing: z.boolean(),
      files: Files,
    }),
    reply: TaskItem,
    problems: [taskProblems.state, taskProblems.notYours, taskProblems.reportTooEarly, taskProblems.evidenceMissing],
  }),
  reviewTaskItem: endpoint({
    method: 'POST',
    path: '/task-items/:id/reviews',
    permit: 'task.oversee',
    rows: 'own',
    summary: ['确认完成或退回', 'Confirm an item as done, or return it'],
    params,
    body: z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('confirmed'), reason: Reason.nullable().default(null) }),
      z.object({ verdict: z.literal('returned'), reason: Reason }),
    ]),
    reply: TaskItem,
    problems: [taskProblems.state, taskProblems.ownDecision],
  }),
  withdrawTaskItem: endpoint({
    method: 'POST',
    path: '/task-items/:id/withdrawal',
    permit: 'task.report',
    rows: 'own',
    summary: ['撤销事项（保留记录）', 'Withdraw an item; its record stays'],
    params,
    body: z.object({ reason: Reason }),
    reply: TaskItem,
    problems: [taskProblems.state, taskProblems.notYours],
  }),
  askExtension: endpoint({
    method: 'POST',
    path: '/task-items/:id/extensions',
    permit: 'task.report',
    rows: 'own',
    summary: ['申请延期', 'Ask for an extension'],
    params,
    body: z.object({ dueAsked: Day, reason: Reason, files: Files }),
    reply: TaskItem,
    problems: [taskProblems.state, taskProblems.notYours, taskProblems.extensionAsked, taskProblems.extensionNotLater],
  }),
  decideExtension: endpoint({
    method: 'POST',
    path: '/task-items/:id/extensions/:extension/decision',
    permit: 'task.oversee',
    rows: 'own',
    summary: ['批复延期', 'Decide on an extension'],
    params: params.extend({ extension: ExtensionId }),
    body: z.discriminatedUnion('decision', [
      z.object({ decision: z.literal('granted'), documentNumber: DocumentNumber, answer: Reason.nullable().default(null) }),
      z.object({ decision: z.literal('refused'), answer: Reason }),
    ]),
    reply: TaskItem,
    problems: [taskProblems.extensionDecided, taskProblems.ownDecision, taskProblems.state],
  }),
};
