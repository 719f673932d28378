import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Db } from '../../../platform/context.ts';

export type NewReminder = {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly topic: string;
  readonly key: string;
  readonly detail: string;
  readonly at: string;
};

/** Those that were not there already; a person is told of one thing once. */
export async function insertReminders(db: Db, reminders: readonly NewReminder[]): Promise<number> {
  let inserted = 0;
  for (let from = 0; from < reminders.length; from += 2000) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('reminder')
      .values(reminders.slice(from, from + 2000))
      .onConflict((conflict) => conflict.constraint('reminder_once').doNothing())
      .executeTakeFirst();
    inserted += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return inserted;
}

type Filter = {
  q?: string | undefined;
  read?: string | undefined;
  topic?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listReminders(db: Db, personId: string, filter: Filter) {
  let query = db.selectFrom('reminder').selectAll().where('personId', '=', personId);
  if (filter.read !== undefined) query = query.where('readAt', filter.read === 'true' ? 'is not' : 'is', null);
  if (filter.topic !== undefined) query = query.where('topic', '=', filter.topic);
  if (filter.q !== undefined && filter.q !== '') query = query.where(sql<boolean>`detail::text ilike ${`%${filter.q}%`}`);
  const { total } = await db
    .selectFrom(query.clearSelect().select('reminder.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(reminder.at, reminder.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export type ReminderRow = Awaited<ReturnType<typeof listReminders>>['rows'][number];

export async function countUnread(db: Db, personId: string): Promise<number> {
  const { unread } = await db
    .selectFrom('reminder')
    .select(sql<number>`count(*)::int`.as('unread'))
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}

export async function markRead(db: Db, personId: string, ids: readonly string[] | null, at: string): Promise<number> {
  let query = db.updateTable('reminder').set({ readAt: at }).where('personId', '=', personId).where('readAt', 'is', null);
  if (ids !== null) query = query.where(sql<boolean>`id = any(${[...ids]}::uuid[])`);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** How far a job has come; undefined before its first run. */
export const findProgress = (db: Db, what: 'event' | 'due') =>
  db.selectFrom('reminderProgress').selectAll().where('what', '=', what).executeTakeFirst();

export const saveProgress = (db: Db, what: 'event' | 'due', progress: { lastEvent?: number; lastDay?: string; at: string }) =>
  db
    .insertInto('reminderProgress')
    .values({ what, ...progress })
    .onConflict((conflict) => conflict.column('what').doUpdateSet(progress))
    .execute();

/** Which of some things anybody has been told of by any way. */
export async function listTold(db: Db, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from reminder where key = any(${[...keys]}::text[]) union select key from reminder_message where key = any(${[...keys]}::text[])`.execute(
    db,
  );
  return new Set(rows.map(({ key }) => key));
}

/** One run at a time: who finds another at it leaves it to that one. */
export async function isAlone(db: Db, what: 'event' | 'due' | 'keeper'): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`select pg_try_advisory_xact_lock(hashtext(${`reminder ${what}`})) as alone`.execute(db);
  return rows[0]?.alone === true;
}
