import { sql } from 'kysely';
import type { Db } from '../../platform/context.ts';

const events = (db: Db) =>
  db
    .selectFrom('event')
    .leftJoin('personDetail', 'personDetail.personId', 'event.personId')
    .leftJoin('organization', 'organization.id', 'event.organizationId')
    .select([
      'event.id',
      'event.at',
      'event.kind',
      'event.subject',
      'personDetail.name as person',
      'organization.name as organization',
      'event.reason',
      'event.detail',
    ]);

/** Everything that happened to these subjects, in order. */
export const listTimeline = (db: Db, subjects: readonly string[]) =>
  events(db)
    .where('event.subject', 'in', [...subjects])
    .orderBy('event.id')
    .limit(500)
    .execute();

export type EventFilter = {
  q?: string | undefined;
  kind?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listEvents(db: Db, filter: EventFilter) {
  let query = events(db);
  if (filter.kind !== undefined) query = query.where('event.kind', 'like', `${filter.kind}%`);
  if (filter.subject !== undefined) query = query.where('event.subject', '=', filter.subject);
  if (filter.from !== undefined) query = query.where('event.at', '>=', sql<string>`${filter.from}::date at time zone 'Asia/Shanghai'`);
  if (filter.to !== undefined) query = query.where('event.at', '<', sql<string>`(${filter.to}::date + 1) at time zone 'Asia/Shanghai'`);
  if (filter.q !== undefined && filter.q !== '') query = query.where('event.reason', 'like', `%${filter.q}%`);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) query = query.where('event.id', '<', Number(filter.after) || 0);
  const rows = await query
    .orderBy('event.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}
