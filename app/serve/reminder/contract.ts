import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { platformProblems, problems } from '../../kernel/problem.ts';
import { channelNames, messageStateNames, sentChannelNames, topicNames } from './rules.ts';

export const ReminderId = id('reminder');
export const ReminderMessageId = id('reminder message');

export const reminderProblems = problems('reminder', {
  linkInvalid: {
    kind: 'notFound',
    text: ['链接无效或已失效', 'This link is not valid, or not any more'],
    next: ['请登录后在“提醒设置”中选择', 'Sign in and choose under “Reminder settings”'],
  },
  notFailed: {
    kind: 'conflict',
    text: ['只有发送失败的消息可以重发', 'Only a message that failed is sent again'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
});

const pair = z.tuple([z.string(), z.string()]);

const Reminder = z.object({
  id: ReminderId,
  topic: z.enum(topicNames),
  title: pair,
  text: pair,
  /** The page of the workplace that it leads to. */
  href: z.string(),
  at: Instant,
  readAt: Instant.nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'HH:MM of the city' });
const channelList = z.array(z.enum(channelNames)).max(3);

const Choice = z.object({
  language: z.enum(['zh', 'en']),
  choices: z
    .array(z.object({ topic: z.enum(topicNames), channels: channelList }))
    .max(topicNames.length)
    .meta({ description: 'a topic that is not named is told in the application' }),
  quietFrom: clock,
  quietTo: clock.meta({ description: 'HH:MM; the same as quietFrom: never quiet' }),
  pausedUntil: Day.nullable().meta({ description: 'last day without e-mail and SMS' }),
});

const Delivery = z.object({
  channel: z.enum(sentChannelNames),
  /** Where no way out is configured, messages are only recorded. */
  adapter: z.enum(['smtp', 'http', 'recorded']),
  /** The server that is asked, without any secret. */
  server: z.string().nullable(),
});

const Message = z.object({
  id: ReminderMessageId,
  channel: z.enum(sentChannelNames),
  topic: z.enum(topicNames),
  organization: z.string(),
  /** Masked. */
  recipient: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  state: z.enum(messageStateNames),
  attempts: z.number().int(),
  nextAt: Instant.nullable(),
  fault: z.string().nullable(),
  adapter: z.string().nullable(),
  at: Instant,
  doneAt: Instant.nullable(),
});
export type ReminderMessage = z.infer<typeof Message>;

export const reminderEndpoints = {
  listReminders: endpoint({
    method: 'GET',
    path: '/reminders',
    permit: 'reminder.read',
    rows: 'own',
    summary: ['我的提醒', 'My reminders'],
    query: z.object({ ...listQuery, read: z.enum(['true', 'false']).optional(), topic: z.enum(topicNames).optional() }),
    reply: pageOf(Reminder),
  }),
  readUnreadCount: endpoint({
    method: 'GET',
    path: '/reminders/unread',
    permit: 'reminder.read',
    rows: 'own',
    summary: ['未读提醒的条数', 'How many reminders are unread'],
    reply: z.object({ unread: z.number().int() }),
  }),
  markReminders: endpoint({
    method: 'POST',
    path: '/reminders/reading',
    permit: 'reminder.read',
    rows: 'own',
    summary: ['标为已读，不列出的表示全部', 'Mark as read; all when none is named'],
    body: z.object({ reminders: z.array(ReminderId).max(200).nullable().default(null) }),
    reply: z.object({ marked: z.number().int(), unread: z.number().int() }),
  }),
  readReminderChoice: endpoint({
    method: 'GET',
    path: '/reminders/choice',
    permit: 'reminder.read',
    rows: 'own',
    summary: ['我的提醒设置', 'What I chose'],
    reply: Choice.extend({
      /** Whether an address is recorded; it is changed by the administrator. */
      email: z.string().nullable(),
      phone: z.string().nullable(),
      delivery: z.array(Delivery),
    }),
  }),
  chooseReminders: endpoint({
    method: 'POST',
    path: '/reminders/choice',
    permit: 'reminder.read',
    rows: 'own',
    summary: ['选择提醒方式、语言和免打扰时间', 'Choose channels, language and quiet hours'],
    body: Choice,
    reply: Choice,
  }),
  readCalendarFeed: endpoint({
    method: 'GET',
    path: '/reminders/calendar',
    permit: 'reminder.read',
    rows: 'own',
    summary: ['我的日历订阅', 'My calendar feed'],
    reply: z.object({ begunAt: Instant.nullable(), fetchedAt: Instant.nullable() }),
  }),
  renewCalendarFeed: endpoint({
    method: 'POST',
    path: '/reminders/calendar',
    permit: 'reminder.read',
    rows: 'own',
    summary: ['生成新的订阅地址，旧地址随即失效', 'Make a new address; the old one ends'],
    reply: z.object({ address: z.string().nullable(), begunAt: Instant }),
    secrets: ['address'],
  }),
  revokeCalendarFeed: endpoint({
    method: 'POST',
    path: '/reminders/calendar/ending',
    permit: 'reminder.read',
    rows: 'own',
    summary: ['停用订阅地址', 'End the address'],
    reply: z.object({ ended: z.boolean() }),
  }),
  downloadCalendar: endpoint({
    method: 'GET',
    path: '/public/calendar/:token',
    permit: 'public',
    rows: 'shared',
    summary: ['日历订阅（iCalendar）：到期日与预约', 'A calendar feed (iCalendar): due days and visits'],
    params: z.object({ token: z.string().max(80) }),
    reply: 'file',
    problems: [reminderProblems.linkInvalid, platformProblems.limited],
    perMinute: 60,
  }),
  stopEmails: endpoint({
    method: 'POST',
    path: '/public/reminder-unsubscription',
    permit: 'public',
    rows: 'shared',
    summary: ['凭邮件中的链接停止邮件提醒', 'Stop e-mail reminders by the link of a message'],
    body: z.object({ token: z.string().max(120) }),
    reply: z.object({ done: z.literal(true) }),
    problems: [reminderProblems.linkInvalid, platformProblems.limited],
    perMinute: 20,
  }),
  listReminderMessages: endpoint({
    method: 'GET',
    path: '/reminder-messages',
    permit: 'reminder.manage',
    rows: 'shared',
    summary: ['邮件与短信发送记录（收件人脱敏）', 'E-mails and SMS; recipients are masked'],
    query: z.object({
      ...listQuery,
      state: z.enum(messageStateNames).optional(),
      channel: z.enum(sentChannelNames).optional(),
      topic: z.enum(topicNames).optional(),
    }),
    reply: pageOf(Message),
  }),
  readReminderDelivery: endpoint({
    method: 'GET',
    path: '/reminder-messages/delivery',
    permit: 'reminder.manage',
    rows: 'shared',
    summary: ['邮件与短信通道的配置情况', 'How e-mails and SMS leave'],
    reply: z.object({ channels: z.array(Delivery), counts: z.record(z.enum(messageStateNames), z.number().int()) }),
  }),
  retryReminderMessage: endpoint({
    method: 'POST',
    path: '/reminder-messages/:id/retrial',
    permit: 'reminder.manage',
    rows: 'shared',
    summary: ['重新发送失败的消息', 'Send a failed message again'],
    params: z.object({ id: ReminderMessageId }),
    reply: Message,
    problems: [reminderProblems.notFailed],
  }),
};
