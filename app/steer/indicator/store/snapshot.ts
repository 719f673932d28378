import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type NewSnapshot = {
  id: string;
  planId: string;
  title: string;
  asOf: string;
  knownAt: string;
  content: unknown;
  digest: string;
  reason: string;
  personId: string;
  organizationId: string;
  recordedAt: string;
  demonstration: boolean;
};

export const insertSnapshot = (db: Db, row: NewSnapshot) =>
  db
    .insertInto('indicatorSnapshot')
    .values({ ...row, content: JSON.stringify(row.content) })
    .execute();

const snapshots = (db: Db) =>
  db
    .selectFrom('indicatorSnapshot as snapshot')
    .leftJoin('personDetail', 'personDetail.personId', 'snapshot.personId')
    .select([
      'snapshot.id',
      'snapshot.planId',
      'snapshot.title',
      'snapshot.asOf',
      'snapshot.knownAt',
      'snapshot.digest',
      'snapshot.reason',
      'personDetail.name as person',
      'snapshot.recordedAt',
      'snapshot.demonstration',
    ]);

export const findSnapshot = (db: Db, id: string) =>
  snapshots(db).select('snapshot.content').where('snapshot.id', '=', id).executeTakeFirst();

export async function listSnapshots(db: Db, planId: string, filter: { q?: string | undefined; limit: number; after?: string | undefined }) {
  let query = snapshots(db).where('snapshot.planId', '=', planId);
  if (filter.q !== undefined && filter.q !== '') query = query.where('snapshot.title', 'like', `%${filter.q}%`);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) {
    const [at = '', id = ''] = filter.after.split(' ');
    query = query.where(sql<boolean>`(snapshot.recorded_at, snapshot.id::text) < (${at}::timestamptz, ${id})`);
  }
  const rows = await query
    .orderBy('snapshot.recordedAt', 'desc')
    .orderBy(sql`snapshot.id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}
