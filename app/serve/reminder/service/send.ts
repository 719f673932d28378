import type { Context } from '../../../platform/context.ts';
import { maskEmail, maskPhone } from '../../../register/people/rules/mask.ts';
import { mostAttempts, nextTry, notBefore, type SentChannel } from '../rules.ts';
import { findAddress, findChoice, findSecret } from '../store/choice.ts';
import { lockQueued, setOutcome } from '../store/message.ts';
import { adapterFor, unsubscribeToken, type Adapter, type Environment } from './delivery.ts';
import { toChoice } from './notify.ts';

const noAddress: Readonly<Record<SentChannel, string>> = { email: '没有登记电子邮箱', sms: '没有登记手机号码' };

/** Why a try failed, without the address and without what a server says about it in full. */
const faultOf = (error: unknown, to: string): string => {
  const words = error instanceof Error ? error.message : String(error);
  return words.replaceAll(to, '***').replace(/\s+/g, ' ').slice(0, 200) || 'unknown';
};

/** Printed under an e-mail: where to go, and how to stop without signing in. */
const footer = (href: string, unsubscribe: string, language: string): string =>
  language === 'zh'
    ? `\n\n打开：${href}\n\n本邮件由系统自动发送，请勿回复。不再接收邮件提醒：${unsubscribe}`
    : `\n\nOpen: ${href}\n\nThis e-mail was sent automatically. To stop reminders by e-mail: ${unsubscribe}`;

/**
 * Sends one message that waits, in a transaction of its own. Killed between the server's yes and the commit it is sent once more, with the
 * same id: delivery is at least once. What fails is tried again later, and given up after the last try with its reason.
 */
export async function sendReminderMessage(ctx: Context, id: string, environment: Environment): Promise<void> {
  const message = await lockQueued(ctx.db, id);
  if (message === undefined) return;
  const channel = message.channel as SentChannel;
  const choice = toChoice(await findChoice(ctx.db, message.personId));
  const earliest = new Date(notBefore(choice, Date.parse(ctx.now))).toISOString();
  if (earliest > ctx.now) {
    const { state, attempts, recipient, adapter, fault, doneAt } = message;
    await setOutcome(ctx.db, id, { state, attempts, nextAt: earliest, recipient, adapter, fault, doneAt });
    await ctx.later('sendReminderMessage', { message: id }, { key: `reminder ${id}`, runAt: earliest });
    return;
  }
  const address = await findAddress(ctx.db, message.personId);
  const to = channel === 'email' ? address?.email : address?.phone;
  const adapter = await adapterFor(channel, environment, ctx.demonstration);
  const attempts = message.attempts + 1;
  const done = { attempts, nextAt: null, adapter: adapter.name, doneAt: ctx.now };
  if (address?.active !== true || to === null || to === undefined || to === '') {
    await setOutcome(ctx.db, id, {
      ...done,
      state: 'failed',
      recipient: null,
      fault: address?.active === false ? '账号已停用' : noAddress[channel],
    });
    return;
  }
  const recipient = channel === 'email' ? maskEmail(to) : maskPhone(to);
  const link = await linkOf(ctx, message.personId);
  const text = channel === 'email' ? `${message.body}${footer(`${ctx.publicUrl}${message.href}`, link, message.language)}` : message.body;
  const fault = await attempt(adapter, { id, to, title: message.title, text, ...(channel === 'email' ? { unsubscribe: link } : {}) });
  if (fault === undefined) {
    await setOutcome(ctx.db, id, { ...done, state: adapter.name === 'recorded' ? 'recorded' : 'sent', recipient, fault: null });
    return;
  }
  const later = attempts >= mostAttempts ? undefined : nextTry(attempts, Date.parse(ctx.now));
  const again = later === undefined ? undefined : new Date(later).toISOString();
  if (again === undefined) {
    await setOutcome(ctx.db, id, { ...done, state: 'failed', recipient, fault });
    ctx.record({ kind: 'reminder.failed', subject: id, detail: { channel, attempts } });
    return;
  }
  await setOutcome(ctx.db, id, { ...done, state: 'queued', nextAt: again, recipient, fault, doneAt: null });
  await ctx.later('sendReminderMessage', { message: id }, { key: `reminder ${id}`, runAt: again });
}

const attempt = async (adapter: Adapter, outgoing: Parameters<Adapter['send']>[0]): Promise<string | undefined> => {
  try {
    await adapter.send(outgoing);
    return undefined;
  } catch (error) {
    return faultOf(error, outgoing.to);
  }
};

const linkOf = async (ctx: Context, personId: string): Promise<string> =>
  `${ctx.publicUrl}/unsubscribe?token=${unsubscribeToken(await findSecret(ctx.db), personId)}`;
