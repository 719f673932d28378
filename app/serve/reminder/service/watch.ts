import type { Context } from '../../../platform/context.ts';
import { weekdayOf } from '../../../register/calendar/rules.ts';
import { channelsFor, type Channel, type DueCounts, type DueTopic } from '../rules.ts';
import { windowsOf } from '../rules/words.ts';
import { listAddressees, type Addressee } from '../store/choice.ts';
import { countEntered } from '../store/due.ts';
import { lastSettledEvent, listHappened } from '../store/happened.ts';
import { listStranded } from '../store/message.ts';
import { findProgress, isAlone, saveProgress } from '../store/notice.ts';
import { tell, toChoice, type Note } from './notify.ts';

/** Tells holders and institutes what has happened since the last look. The first look begins with what is there: nothing old is told. */
export async function noticeEvents(ctx: Context): Promise<number> {
  if (!(await isAlone(ctx.db, 'event'))) return 0;
  const settled = await lastSettledEvent(ctx.db, ctx.now);
  const before = await findProgress(ctx.db, 'event');
  const after = before?.lastEvent ?? settled;
  const happened = await listHappened(ctx.db, after);
  const notes: Note[] = [];
  for (const role of ['holder', 'institute-manager'] as const) {
    const ofRole = happened.filter((one) => one.role === role);
    if (ofRole.length === 0) continue;
    const persons = await listAddressees(
      ctx.db,
      ofRole.map(({ organizationId }) => organizationId),
      role,
    );
    const at = new Map<string, Addressee[]>();
    for (const person of persons) at.set(person.organizationId, [...(at.get(person.organizationId) ?? []), person]);
    for (const { organizationId, topic, key, detail } of ofRole)
      for (const addressee of at.get(organizationId) ?? []) notes.push({ addressee, topic, key, detail });
  }
  const told = await tell(ctx, notes);
  if (before === undefined || settled > (before.lastEvent ?? 0)) await saveProgress(ctx.db, 'event', { lastEvent: settled, at: ctx.now });
  return told;
}

/** Messages whose job was lost with its server are taken up again. */
export async function takeUpStranded(ctx: Context): Promise<void> {
  for (const { id } of await listStranded(ctx.db, ctx.now))
    await ctx.later('sendReminderMessage', { message: id }, { key: `reminder ${id}`, runAt: ctx.now });
}

/** The part of a digest that a person wants by one way: only the windows chosen for it, under the most urgent of them. */
function digestFor(addressee: Addressee, counts: DueCounts, channel: Channel, key: string): Note | undefined {
  const choice = toChoice(addressee);
  const wanted = windowsOf(counts).filter((topic) => channelsFor(choice, topic).includes(channel));
  const [first] = wanted;
  if (first === undefined) return undefined;
  return { addressee, topic: first, key, detail: { counts: Object.fromEntries(wanted.map((topic) => [topic, counts[topic] ?? 0])) } };
}

/**
 * One digest a day for each person of a holder: what has entered a window since the last digest, and on Mondays everything that is overdue.
 * A morning that was missed is made up for by the next.
 */
export async function remindOfDueInstruments(ctx: Context): Promise<number> {
  if (!(await isAlone(ctx.db, 'due'))) return 0;
  const last = (await findProgress(ctx.db, 'due'))?.lastDay ?? undefined;
  if (last !== undefined && last >= ctx.today) return 0;
  const rows = await countEntered(ctx.db, ctx.today, last, weekdayOf(ctx.today) === 1);
  const counted = new Map<string, Partial<Record<DueTopic, number>>>();
  for (const { holderId, topic, n } of rows) counted.set(holderId, { ...counted.get(holderId), [topic]: n });
  const key = `due:${ctx.today}`;
  const persons = counted.size === 0 ? [] : await listAddressees(ctx.db, [...counted.keys()], 'holder');
  const told = await tell(
    ctx,
    persons.map((addressee) => {
      const counts = counted.get(addressee.organizationId) ?? {};
      const [topic = 'overdue'] = windowsOf(counts);
      return { addressee, topic, key, detail: { counts }, by: (channel: Channel) => digestFor(addressee, counts, channel, key) };
    }),
  );
  await saveProgress(ctx.db, 'due', { lastDay: ctx.today, at: ctx.now });
  return told;
}
