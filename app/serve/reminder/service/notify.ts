import type { Context } from '../../../platform/context.ts';
import { channelsFor, defaultChoice, notBefore, sentChannelNames, type Choice, type Topic } from '../rules.ts';
import { smsText, wordsOf, type Detail } from '../rules/words.ts';
import type { Addressee, ChoiceRow } from '../store/choice.ts';
import { insertMessages, type NewMessage } from '../store/message.ts';
import { insertReminders, type NewReminder } from '../store/notice.ts';

type Stored = Pick<ChoiceRow, 'language' | 'channels' | 'quietFrom' | 'quietTo' | 'pausedUntil'>;

/** What a person chose, or what holds for somebody who never chose. */
export const toChoice = (row: { [Name in keyof Stored]: Stored[Name] | null } | undefined): Choice =>
  row === undefined || row.language === null || row.quietFrom === null || row.quietTo === null
    ? defaultChoice
    : {
        language: row.language as Choice['language'],
        channels: (row.channels ?? {}) as Choice['channels'],
        quietFrom: row.quietFrom,
        quietTo: row.quietTo,
        pausedUntil: row.pausedUntil,
      };

/** What somebody typed may name a person: it is not for a text that is shown on a locked screen. */
const plain = ({ reason: _typed, name: _name, subject: _subject, ...detail }: Detail): Detail => detail;

export type Note = { readonly addressee: Addressee; readonly topic: Topic; readonly key: string; readonly detail: Detail };

/**
 * Tells persons of something by the ways they chose: a notice in the application, and messages that wait to be sent. Nobody is told of one
 * thing twice by the same way. Each channel may be told its own part of a digest.
 */
export async function tell(
  ctx: Context,
  notes: readonly (Note & { readonly by?: (channel: 'app' | 'email' | 'sms') => Note | undefined })[],
): Promise<number> {
  const reminders: NewReminder[] = [];
  const messages: NewMessage[] = [];
  for (const note of notes) {
    const { addressee } = note;
    const choice = toChoice(addressee);
    const part = (channel: 'app' | 'email' | 'sms'): Note | undefined =>
      note.by === undefined ? (channelsFor(choice, note.topic).includes(channel) ? note : undefined) : note.by(channel);
    const who = { personId: addressee.id, organizationId: addressee.organizationId };
    const inside = part('app');
    if (inside !== undefined)
      reminders.push({ ...who, id: ctx.newId(), topic: inside.topic, key: note.key, detail: JSON.stringify(inside.detail), at: ctx.now });
    for (const channel of sentChannelNames) {
      const outside = part(channel);
      if (outside === undefined) continue;
      const words = wordsOf(outside.topic, channel === 'sms' ? plain(outside.detail) : outside.detail);
      const side = choice.language === 'zh' ? 0 : 1;
      messages.push({
        ...who,
        id: ctx.newId(),
        channel,
        topic: outside.topic,
        key: note.key,
        title: words.title[side],
        body: channel === 'sms' ? smsText(words, choice.language) : words.text[side],
        href: words.href,
        language: choice.language,
        nextAt: new Date(notBefore(choice, Date.parse(ctx.now))).toISOString(),
        at: ctx.now,
      });
    }
  }
  const told = await insertReminders(ctx.db, reminders);
  const queued = await insertMessages(ctx.db, messages);
  for (const { id, nextAt } of queued)
    await ctx.later('sendReminderMessage', { message: id }, { key: `reminder ${id}`, ...(nextAt === null ? {} : { runAt: nextAt }) });
  return told + queued.length;
}
