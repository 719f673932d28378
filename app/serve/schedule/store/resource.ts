import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const resources = (db: Db) =>
  db
    .selectFrom('scheduleResource')
    .innerJoin('organization as institute', 'institute.id', 'scheduleResource.instituteId')
    .leftJoin('personDetail', 'personDetail.personId', 'scheduleResource.memberId')
    .selectAll('scheduleResource')
    .select(['institute.name as instituteName', sql<string>`coalesce(person_detail.name, schedule_resource.name)`.as('shownName')]);

export type ResourceRow = NonNullable<Awaited<ReturnType<typeof findResource>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'scheduleResource.region', organization: 'scheduleResource.instituteId' });

export const findResource = (db: Db, scope: Scope, id: string) =>
  resources(db).where('scheduleResource.id', '=', id).where(within(scope)).executeTakeFirst();

type Filter = {
  q?: string | undefined;
  kind?: string | undefined;
  ended?: 'true' | 'false' | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listResources(db: Db, scope: Scope, today: string, filter: Filter) {
  let query = resources(db).where(within(scope));
  if (filter.kind !== undefined) query = query.where('scheduleResource.kind', '=', filter.kind);
  if (filter.ended !== undefined)
    query = query.where(sql<boolean>`coalesce(schedule_resource.last_day < ${today}::date, false) = ${filter.ended === 'true'}`);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(schedule_resource.name ilike ${like} or person_detail.name ilike ${like} or schedule_resource.aboard ilike ${like} or institute.name ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('scheduleResource.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(sql<boolean>`(schedule_resource.recorded_at, schedule_resource.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('scheduleResource.recordedAt', 'desc')
    .orderBy('scheduleResource.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** All that an institute could book on or after a day, benches first. */
export const listBookable = (db: Db, instituteId: string, from: string) =>
  resources(db)
    .where('scheduleResource.instituteId', '=', instituteId)
    .where(sql<boolean>`(schedule_resource.last_day is null or schedule_resource.last_day >= ${from}::date)`)
    .orderBy(sql`array_position(array['bench', 'van', 'person'], schedule_resource.kind)`)
    .orderBy('scheduleResource.name')
    .orderBy('scheduleResource.id')
    .limit(2000)
    .execute();

/** Active persons of an institute who verify. */
export const listTesters = (db: Db, instituteId: string) =>
  db
    .selectFrom('person')
    .innerJoin('personDetail', 'personDetail.personId', 'person.id')
    .select(['person.id', 'personDetail.name'])
    .where('person.organizationId', '=', instituteId)
    .where('person.active', '=', true)
    .where(
      sql<boolean>`exists (select from person_role held where held.person_id = person.id and held.ended_at is null and held.role in ('technician', 'checker'))`,
    )
    .orderBy('personDetail.name')
    .orderBy('person.id')
    .limit(1000)
    .execute();

/** Institutes within a scope that have something to book. */
export const listInstitutes = (db: Db, scope: Scope) =>
  db
    .selectFrom('organization')
    .select(['organization.id', 'organization.name'])
    .where('organization.id', 'in', db.selectFrom('scheduleResource').select('scheduleResource.instituteId').where(within(scope)))
    .orderBy('organization.region')
    .orderBy('organization.name')
    .limit(200)
    .execute();

export async function isInstitute(db: Db, organizationId: string): Promise<boolean> {
  const row = await db.selectFrom('organization').select('kind').where('id', '=', organizationId).executeTakeFirst();
  return row !== undefined && ['institute', 'authorised-company'].includes(row.kind);
}

type ToInsert = {
  id: string;
  instituteId: string;
  region: string;
  kind: string;
  name: string;
  memberId: string | null;
  instrumentKinds: string[];
  load: number | null;
  aboard: string;
  recordedBy: string;
  recordedAt: string;
  demonstration: boolean;
};

/** False when the institute has one of this name, also one that somebody else records at this moment. */
export async function insertResource(db: Db, resource: ToInsert): Promise<boolean> {
  const inserted = await db
    .insertInto('scheduleResource')
    .values(resource)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Persons become bookable when they are first booked or away, each by the own id. */
export async function insertPersons(
  db: Db,
  persons: readonly { id: string; name: string }[],
  common: Pick<ToInsert, 'instituteId' | 'region' | 'recordedBy' | 'recordedAt' | 'demonstration'>,
): Promise<void> {
  if (persons.length === 0) return;
  await db
    .insertInto('scheduleResource')
    .values(persons.map(({ id, name }) => ({ ...common, id, name, memberId: id, kind: 'person' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Locked in the order of their ids until the change is committed: who books one of them waits. */
export const lockResources = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('scheduleResource')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();

/** False when somebody else has changed it since, or the name is taken. */
export async function updateResource(
  db: Db,
  id: string,
  version: number,
  change: Partial<Pick<ToInsert, 'name' | 'instrumentKinds' | 'load' | 'aboard'>> & { lastDay?: string; endingReason?: string },
): Promise<boolean> {
  const changed = await db
    .updateTable('scheduleResource')
    .set((it) => ({ ...change, version: it('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

export async function isNameTaken(db: Db, instituteId: string, kind: string, name: string, except: string): Promise<boolean> {
  const row = await db
    .selectFrom('scheduleResource')
    .select('id')
    .where('instituteId', '=', instituteId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('lastDay', 'is', null)
    .where('id', '<>', except)
    .executeTakeFirst();
  return row !== undefined;
}

/** Bookings that hold this resource in a span of days. */
export async function countBookings(db: Db, resourceId: string, from: string, to: string | null): Promise<number> {
  const until = to ?? '2199-12-31';
  const { rows } = await sql<{ n: number }>`select count(distinct booking_id)::int as n from (
      select booking_id from schedule_use where resource_id = ${resourceId} and released_at is null and day between ${from}::date and ${until}::date
      union all
      select booking_id from schedule_item where bench_id = ${resourceId} and released_at is null and day between ${from}::date and ${until}::date
    ) held`.execute(db);
  return rows[0]?.n ?? 0;
}
