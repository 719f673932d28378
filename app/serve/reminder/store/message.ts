import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Db } from '../../../platform/context.ts';

export type NewMessage = {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly channel: string;
  readonly topic: string;
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly href: string;
  readonly language: string;
  readonly nextAt: string;
  readonly at: string;
};

/** The ids and times of those that were not there already: nobody gets the same message twice by the same way. */
export async function insertMessages(db: Db, messages: readonly NewMessage[]): Promise<{ id: string; nextAt: string | null }[]> {
  const inserted: { id: string; nextAt: string | null }[] = [];
  for (let from = 0; from < messages.length; from += 1000) {
    const rows = await db
      .insertInto('reminderMessage')
      .values(messages.slice(from, from + 1000).map((message) => ({ ...message, state: 'queued' })))
      .onConflict((conflict) => conflict.constraint('reminder_message_once').doNothing())
      .returning(['id', 'nextAt'])
      .execute();
    inserted.push(...rows);
  }
  return inserted;
}

/** What should have left ten minutes ago and still waits. */
export const listStranded = (db: Db, now: string) =>
  db
    .selectFrom('reminderMessage')
    .select('id')
    .where('state', '=', 'queued')
    .where(sql<boolean>`next_at < ${now}::timestamptz - interval '10 minutes'`)
    .orderBy('nextAt')
    .limit(500)
    .execute();

/** A message that waits, locked for whoever sends it; undefined when it waits no more or another is at it. */
export const lockQueued = (db: Db, id: string) =>
  db
    .selectFrom('reminderMessage')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export const findMessage = (db: Db, id: string) => messages(db).where('reminderMessage.id', '=', id).executeTakeFirst();

export type Outcome = {
  readonly state: string;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly recipient: string | null;
  readonly adapter: string | null;
  readonly fault: string | null;
  readonly doneAt: string | null;
};

export const setOutcome = (db: Db, id: string, outcome: Outcome) =>
  db.updateTable('reminderMessage').set(outcome).where('id', '=', id).execute();

/** False when it had not failed, also because somebody else sends it again at this moment. */
export async function requeue(db: Db, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reminderMessage')
    .set({ state: 'queued', nextAt: at, doneAt: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const messages = (db: Db) =>
  db
    .selectFrom('reminderMessage')
    .innerJoin('organization', 'organization.id', 'reminderMessage.organizationId')
    .selectAll('reminderMessage')
    .select('organization.name as organizationName');
export type MessageRow = NonNullable<Awaited<ReturnType<typeof findMessage>>>;

type Filter = {
  q?: string | undefined;
  state?: string | undefined;
  channel?: string | undefined;
  topic?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listMessages(db: Db, filter: Filter) {
  let query = messages(db);
  if (filter.state !== undefined) query = query.where('reminderMessage.state', '=', filter.state);
  if (filter.channel !== undefined) query = query.where('reminderMessage.channel', '=', filter.channel);
  if (filter.topic !== undefined) query = query.where('reminderMessage.topic', '=', filter.topic);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(sql<boolean>`(organization.name ilike ${like} or reminder_message.body ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('reminderMessage.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(reminder_message.at, reminder_message.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('reminderMessage.at', 'desc')
    .orderBy('reminderMessage.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const countMessages = (db: Db) =>
  db
    .selectFrom('reminderMessage')
    .select(['state', sql<number>`count(*)::int`.as('n')])
    .groupBy('state')
    .execute();
