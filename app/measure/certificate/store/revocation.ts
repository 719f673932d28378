import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Everything that ended, with the city's day of it. */
export const listEndings = (db: Db) =>
  db
    .selectFrom('certificate')
    .leftJoin('certificateRevocation as revocation', 'revocation.number', 'certificate.number')
    .leftJoin('certificate as successor', 'successor.replaces', 'certificate.number')
    .select([
      'certificate.number',
      'certificate.status',
      'revocation.at as revokedAt',
      'successor.number as by',
      'successor.issuedOn as replacedOn',
    ])
    .where('certificate.status', '<>', 'valid')
    .orderBy('certificate.number')
    .execute();

/** How many endings there are: it only grows, so another number means another list. */
export async function countEndings(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('certificate')
    .select(sql<number>`(count(*) filter (where status <> 'valid') + count(*) filter (where status = 'revoked'))::int`.as('n'))
    .where('status', '<>', 'valid')
    .executeTakeFirstOrThrow();
  return n;
}

export const findNewest = (db: Db) =>
  db.selectFrom('certificateRevocationList').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();

export const insertList = (db: Db, list: { id: string; note: string; entries: number; changes: number; at: string }) =>
  db
    .insertInto('certificateRevocationList')
    .values({ ...list, changes: String(list.changes) as never })
    .execute();

/** One server at a time makes the list anew. */
export const lockList = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('certificate_revocation_list', 0))`.execute(db);
