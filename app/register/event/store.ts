import { sql } from 'kysely';
import type { Db, EventToRecord } from '../../platform/context.ts';

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

/** The newest events of these subjects before one of them, the newest first. */
export const listBefore = (db: Db, subjects: readonly string[], before: number | undefined, limit: number) =>
  events(db)
    .select('event.organizationId')
    .where(sql<boolean>`event.subject = any(${[...subjects]}::text[])`)
    .$if(before !== undefined, (query) => query.where('event.id', '<', before ?? 0))
    .orderBy('event.id', 'desc')
    .limit(limit)
    .execute();

/** Many events of one change as one statement, however many there are. */
export async function insertEvents(
  db: Db,
  events: readonly EventToRecord[],
  by: { readonly personId: string | null; readonly organizationId: string | null; readonly at: string },
): Promise<void> {
  const rows = events.map(({ kind, subject, reason, detail }) => ({ kind, subject, reason: reason ?? null, detail: detail ?? {} }));
  await sql`
    insert into event (at, kind, subject, person_id, organization_id, reason, detail)
    select ${by.at}::timestamptz, row.kind, row.subject, ${by.personId}::uuid, ${by.organizationId}::uuid, row.reason, row.detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) row (kind text, subject text, reason text, detail jsonb)`.execute(db);
}

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
