import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { Bilingual, DocumentNumber, Letter, Named, Reminder, ReminderId, TaskItem, TaskKey } from './shapes.ts';

const Lead = z.object({ organization: Named.nullable(), documentNumber: z.string(), validFrom: Day });

const PlanTask = z.object({
  task: TaskKey,
  clause: z.string(),
  title: Bilingual,
  text: Bilingual,
  bodies: z
    .array(z.object({ body: z.string(), name: Bilingual }))
    .meta({ description: 'as printed and in the printed order; the first is not the lead' }),
  leads: z.array(Lead).meta({ description: 'designated later by document, the one in force last; empty: none was designated' }),
  items: z.object({
    all: z.number().int(),
    late: z.number().int(),
    soon: z.number().int(),
    reported: z.number().int(),
    confirmed: z.number().int(),
  }),
});

export const boardEndpoints = {
  readPublicTasks: endpoint({
    method: 'GET',
    path: '/public/plan/tasks',
    permit: 'public',
    rows: 'shared',
    summary: ['规划的主要任务与保障措施', "The plan's main tasks and safeguards"],
    reply: z.object({
      items: z.array(z.object({ id: TaskKey, title: z.string(), text: z.string(), bodies: z.array(z.string()) })),
    }),
  }),
  listPlanTasks: endpoint({
    method: 'GET',
    path: '/plan-tasks',
    permit: 'task.read',
    rows: 'own',
    summary: ['任务一览（事项数按权限范围）', "The tasks with the items within the caller's scope"],
    reply: z.object({ tasks: z.array(PlanTask) }),
  }),
  designateLead: endpoint({
    method: 'POST',
    path: '/plan-tasks/:task/leads',
    permit: 'task.oversee',
    rows: 'shared',
    summary: ['依据文件指定（或终止）牵头单位', 'Designate a lead by document, or end a designation'],
    params: z.object({ task: TaskKey }),
    body: z.object({
      organizationId: OrganizationId.nullable().meta({ description: 'null: the document ends the designation' }),
      documentNumber: DocumentNumber,
      validFrom: Day,
    }),
    reply: z.object({ leads: z.array(Lead) }),
  }),
  readInTray: endpoint({
    method: 'GET',
    path: '/task-in-tray',
    permit: 'task.read',
    rows: 'own',
    summary: [
      '待办：提醒、退回、待确认、延期申请与收到的函件',
      'In-tray: reminders, returned items, items to confirm, extensions asked, letters received',
    ],
    reply: z.object({
      reminders: z.array(Reminder),
      returned: z.array(TaskItem),
      toConfirm: z.array(TaskItem),
      extensionsAsked: z.array(TaskItem),
      letters: z.array(Letter),
    }),
  }),
  acknowledgeReminder: endpoint({
    method: 'POST',
    path: '/task-reminders/:id/acknowledgement',
    permit: 'task.report',
    rows: 'own',
    summary: ['收悉提醒', 'Take note of a reminder'],
    params: z.object({ id: ReminderId }),
    reply: Reminder,
  }),
};
