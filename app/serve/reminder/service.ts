import { createHash, randomBytes } from 'node:crypto';
import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Context, Service } from '../../platform/context.ts';
import { maskEmail, maskPhone } from '../../register/people/rules/mask.ts';
import { reminderProblems, type Reminder, type reminderEndpoints, type ReminderMessage } from './contract.ts';
import { messageLifeCycle, messageStateNames, sentChannelNames, topicNames, type Choice, type MessageState, type Topic } from './rules.ts';
import { wordsOf, type Detail } from './rules/words.ts';
import { printCalendar } from './service/calendar.ts';
import { adapterFor, personOfToken } from './service/delivery.ts';
import { toChoice } from './service/notify.ts';
import * as calendar from './store/calendar.ts';
import * as choices from './store/choice.ts';
import * as messages from './store/message.ts';
import * as notices from './store/notice.ts';

const toReminder = (row: notices.ReminderRow): Reminder => {
  const { title, text, href } = wordsOf(row.topic as Topic, row.detail as Detail);
  return { id: row.id, topic: row.topic, title: [...title], text: [...text], href, at: row.at, readAt: row.readAt } as Reminder;
};

const toMessage = (row: messages.MessageRow): ReminderMessage =>
  ({
    id: row.id,
    channel: row.channel,
    topic: row.topic,
    organization: row.organizationName,
    recipient: row.recipient,
    title: row.title,
    body: row.body,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.nextAt,
    fault: row.fault,
    adapter: row.adapter,
    at: row.at,
    doneAt: row.doneAt,
  }) as ReminderMessage;

const toReply = ({ channels, ...rest }: Choice) => ({
  ...rest,
  choices: topicNames.map((topic) => ({ topic, channels: [...(channels[topic] ?? ['app' as const])] })),
});

const deliveries = (ctx: Context) =>
  Promise.all(
    sentChannelNames.map(async (channel) => {
      const { name, server } = await adapterFor(channel, process.env, ctx.demonstration);
      return { channel, adapter: name, server };
    }),
  );

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

async function save(ctx: Context, personId: string, choice: Choice): Promise<void> {
  const { channels, ...rest } = choice;
  await choices.saveChoice(ctx.db, { personId, ...rest, channels: JSON.stringify(channels), changedAt: ctx.now });
}

export const reminderService: Service<typeof reminderEndpoints> = {
  async listReminders({ query }, ctx) {
    const { rows, total } = await notices.listReminders(ctx.db, ctx.caller.personId, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toReminder),
      next: rows.length > query.limit && last ? printCursor({ at: last.at, id: last.id }) : null,
      total,
    };
  },

  readUnreadCount: async (_call, ctx) => ({ unread: await notices.countUnread(ctx.db, ctx.caller.personId) }),

  async markReminders({ body }, ctx) {
    const marked = await notices.markRead(ctx.db, ctx.caller.personId, body.reminders, ctx.now);
    ctx.record({ kind: 'reminder.marked', subject: ctx.caller.personId, detail: { reminders: marked } });
    return { marked, unread: await notices.countUnread(ctx.db, ctx.caller.personId) };
  },

  async readReminderChoice(_call, ctx) {
    const { personId } = ctx.caller;
    const address = await choices.findAddress(ctx.db, personId);
    return {
      ...toReply(toChoice(await choices.findChoice(ctx.db, personId))),
      email: address?.email ? maskEmail(address.email) : null,
      phone: address?.phone ? maskPhone(address.phone) : null,
      delivery: await deliveries(ctx),
    };
  },

  async chooseReminders({ body }, ctx) {
    const { choices: chosen, ...rest } = body;
    const choice: Choice = { ...rest, channels: Object.fromEntries(chosen.map(({ topic, channels }) => [topic, [...new Set(channels)]])) };
    await save(ctx, ctx.caller.personId, choice);
    ctx.record({ kind: 'reminder.chosen', subject: ctx.caller.personId, detail: choice });
    return toReply(choice);
  },

  async readCalendarFeed(_call, ctx) {
    const feed = await calendar.findFeed(ctx.db, ctx.caller.personId);
    return { begunAt: feed?.begunAt ?? null, fetchedAt: feed?.fetchedAt ?? null };
  },

  async renewCalendarFeed(_call, ctx) {
    const { personId } = ctx.caller;
    const token = randomBytes(24).toString('base64url');
    await calendar.lockPerson(ctx.db, personId);
    await calendar.endFeed(ctx.db, personId, ctx.now);
    await calendar.insertFeed(ctx.db, { id: ctx.newId(), personId, tokenDigest: digestOf(token), begunAt: ctx.now });
    ctx.record({ kind: 'reminder.calendarRenewed', subject: personId });
    return { address: `${ctx.publicUrl}/api/public/calendar/${token}.ics`, begunAt: ctx.now };
  },

  async revokeCalendarFeed(_call, ctx) {
    const { personId } = ctx.caller;
    await calendar.lockPerson(ctx.db, personId);
    const ended = await calendar.endFeed(ctx.db, personId, ctx.now);
    ctx.record({ kind: 'reminder.calendarRevoked', subject: personId, detail: { addresses: ended } });
    return { ended: ended > 0 };
  },

  async downloadCalendar({ params }, ctx) {
    const feed = await calendar.findByToken(ctx.db, digestOf(params.token.replace(/\.ics$/, '')));
    if (feed === undefined) throw new Problem(reminderProblems.linkInvalid);
    await calendar.touchFeed(ctx.db, feed.id, ctx.now);
    return printCalendar(ctx, { ...feed, language: feed.language === 'en' ? 'en' : 'zh' });
  },

  async stopEmails({ body }, ctx) {
    const personId = personOfToken(await choices.findSecret(ctx.db), body.token);
    const person = personId === undefined ? undefined : await choices.findAddress(ctx.db, personId);
    if (personId === undefined || person === undefined) throw new Problem(reminderProblems.linkInvalid);
    const choice = toChoice(await choices.findChoice(ctx.db, personId));
    const channels = Object.fromEntries(
      topicNames.map((topic) => [topic, (choice.channels[topic] ?? ['app' as const]).filter((channel) => channel !== 'email')]),
    );
    await save(ctx, personId, { ...choice, channels });
    ctx.record({ kind: 'reminder.unsubscribed', subject: personId, by: { personId, organizationId: person.organizationId } });
    return { done: true };
  },

  async listReminderMessages({ query }, ctx) {
    const { rows, total } = await messages.listMessages(ctx.db, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toMessage),
      next: rows.length > query.limit && last ? printCursor({ at: last.at, id: last.id }) : null,
      total,
    };
  },

  async readReminderDelivery(_call, ctx) {
    const counted = await messages.countMessages(ctx.db);
    const counts = Object.fromEntries(messageStateNames.map((state) => [state, counted.find((row) => row.state === state)?.n ?? 0]));
    return { channels: await deliveries(ctx), counts } as never;
  },

  async retryReminderMessage({ params }, ctx) {
    const before = await messages.findMessage(ctx.db, params.id);
    if (before === undefined) throw new Problem(platformProblems.notFound);
    const mayRetry = 'retry' in messageLifeCycle[before.state as MessageState];
    if (!mayRetry || !(await messages.requeue(ctx.db, params.id, ctx.now))) throw new Problem(reminderProblems.notFailed);
    await ctx.later('sendReminderMessage', { message: params.id }, { key: `reminder ${params.id}`, runAt: ctx.now });
    ctx.record({ kind: 'reminder.retried', subject: params.id });
    return toMessage((await messages.findMessage(ctx.db, params.id)) ?? before);
  },
};
