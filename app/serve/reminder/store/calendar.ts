import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export const findFeed = (db: Db, personId: string) =>
  db.selectFrom('reminderCalendar').selectAll().where('personId', '=', personId).where('endedAt', 'is', null).executeTakeFirst();

/** Ends the address in force; answers how many there were. */
export async function endFeed(db: Db, personId: string, at: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('reminderCalendar')
    .set({ endedAt: at })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export const insertFeed = (db: Db, feed: { id: string; personId: string; tokenDigest: string; begunAt: string }) =>
  db.insertInto('reminderCalendar').values(feed).execute();

/** Whose an address is, with the language chosen; undefined when it has ended or the account is closed. */
export const findByToken = (db: Db, tokenDigest: string) =>
  db
    .selectFrom('reminderCalendar as feed')
    .innerJoin('person', 'person.id', 'feed.personId')
    .leftJoin('reminderChoice as choice', 'choice.personId', 'person.id')
    .select(['feed.id', 'feed.fetchedAt', 'feed.personId', 'person.organizationId', 'choice.language'])
    .where('feed.tokenDigest', '=', tokenDigest)
    .where('feed.endedAt', 'is', null)
    .where('person.active', '=', true)
    .executeTakeFirst();

/** Notes to the hour that an address is in use, so that a calendar that asks often writes seldom. */
export const touchFeed = (db: Db, id: string, at: string) =>
  db
    .updateTable('reminderCalendar')
    .set({ fetchedAt: at })
    .where('id', '=', id)
    .where(sql<boolean>`(fetched_at is null or fetched_at < ${at}::timestamptz - interval '1 hour')`)
    .execute();

/** A lock per person: renewed twice at once, one address is left. */
export const lockPerson = (db: Db, personId: string) =>
  sql`select pg_advisory_xact_lock(hashtext(${`reminder calendar ${personId}`}))`.execute(db);
