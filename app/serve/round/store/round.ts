import { sql, type RawBuilder } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { inRegion } from '../../../platform/scope-condition.ts';
import type { Demand, Setting } from '../contract/shapes.ts';
import { itemsWithin, progressColumns, roundsWithin, type ProgressRow } from './reach.ts';

export type RoundRow = ProgressRow & {
  readonly id: string;
  readonly instituteId: string;
  readonly instituteName: string;
  readonly region: string;
  readonly name: string;
  readonly way: string;
  readonly state: string;
  readonly demand: Demand;
  readonly setting: Setting;
  readonly defaultKey: string | null;
  readonly version: number;
  readonly recordedAt: string;
  readonly announcedAt: string | null;
  readonly stops: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly demonstration: boolean;
};

/** Rounds with what the scope may see of their instruments. */
const rounds = (scope: Scope, where: RawBuilder<unknown>) => sql<RoundRow>`
  select round.id, round.institute_id, organization.name as institute_name, round.region, round.name, round.way, round.state, round.demand,
    round.setting, round.default_key, round.version, round.recorded_at, round.announced_at, round.demonstration, counted.*, arranged.*
  from round join organization on organization.id = round.institute_id
  cross join lateral (
    select ${progressColumns}, count(distinct item.stop_id) filter (where item.left_out_at is null)::int as stops
    from round_item item left join request_item asked on asked.id = item.request_item_id
    where item.round_id = round.id and ${itemsWithin(scope)}) counted
  cross join lateral (
    select min(slot.day) as first_day, max(slot.day) as last_day
    from round_slot slot where slot.round_id = round.id and slot.ended_at is null) arranged
  where ${where}`;

export async function findRound(db: Db, scope: Scope, id: string): Promise<RoundRow | undefined> {
  const { rows } = await rounds(scope, sql`round.id = ${id} and ${roundsWithin(scope)}`).execute(db);
  return rows[0];
}

export const lockRound = (db: Db, id: string) =>
  db.selectFrom('round').select(['state', 'version']).where('id', '=', id).forUpdate().executeTakeFirst();

export type Filter = {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly way?: string | undefined;
  readonly region?: string | undefined;
  readonly institute?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

export async function listRounds(db: Db, scope: Scope, filter: Filter): Promise<{ rows: RoundRow[]; total: number }> {
  const parts = [roundsWithin(scope)];
  if (filter.state !== undefined) parts.push(sql`round.state = ${filter.state}`);
  if (filter.way !== undefined) parts.push(sql`round.way = ${filter.way}`);
  if (filter.region !== undefined) parts.push(inRegion('round.region', filter.region));
  if (filter.institute !== undefined) parts.push(sql`round.institute_id = ${filter.institute}`);
  if (filter.q !== undefined && filter.q !== '') parts.push(sql`round.name ilike ${`%${filter.q}%`}`);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from round where ${sql.join(parts, sql` and `)}`.execute(db);
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) parts.push(sql`(round.recorded_at, round.id) < (${cursor.at}, ${cursor.id})`);
  const { rows } = await rounds(
    scope,
    sql`${sql.join(parts, sql` and `)} order by round.recorded_at desc, round.id desc limit ${filter.limit + 1}`,
  ).execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

export type RoundToInsert = {
  readonly id: string;
  readonly instituteId: string;
  readonly region: string;
  readonly name: string;
  readonly way: string;
  readonly demand: Demand;
  readonly setting: Setting;
  readonly defaultKey: string | null;
  readonly personId: string | null;
  readonly recordedAt: string;
  readonly demonstration: boolean;
};

/** False when the default round of the year is there already. */
export async function insertRound(db: Db, { demand, setting, ...round }: RoundToInsert): Promise<boolean> {
  const inserted = await db
    .insertInto('round')
    .values({ ...round, state: 'drafted', demand: JSON.stringify(demand), setting: JSON.stringify(setting) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const changeRound = (
  db: Db,
  id: string,
  change: { readonly name?: string; readonly demand?: Demand; readonly setting?: Setting; readonly collectedAt?: string },
) =>
  db
    .updateTable('round')
    .set({
      version: sql<number>`version + 1`,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.demand === undefined ? {} : { demand: JSON.stringify(change.demand) }),
      ...(change.setting === undefined ? {} : { setting: JSON.stringify(change.setting) }),
      ...(change.collectedAt === undefined ? {} : { collectedAt: change.collectedAt }),
    })
    .where('id', '=', id)
    .execute();

export const setState = (
  db: Db,
  id: string,
  change: { readonly state: string; readonly announcedAt?: string; readonly endedAt?: string },
) =>
  db
    .updateTable('round')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();

export async function isInstitute(db: Db, organizationId: string): Promise<boolean> {
  const row = await db.selectFrom('organization').select('kind').where('id', '=', organizationId).executeTakeFirst();
  return row !== undefined && ['institute', 'authorised-company'].includes(row.kind);
}

/** What each kind takes at an institute, the last that was recorded. */
export const listMinutes = (db: Db, instituteId: string) =>
  db
    .selectFrom('roundMinutes')
    .innerJoin('personDetail', 'personDetail.personId', 'roundMinutes.personId')
    .distinctOn('roundMinutes.kind')
    .select(['roundMinutes.kind', 'roundMinutes.minutes', 'roundMinutes.recordedAt', 'personDetail.name as recorder'])
    .where('instituteId', '=', instituteId)
    .orderBy('roundMinutes.kind')
    .orderBy('roundMinutes.sequence', 'desc')
    .execute();

export const insertMinutes = (
  db: Db,
  row: { id: string; instituteId: string; kind: string; minutes: number; personId: string; recordedAt: string },
) => db.insertInto('roundMinutes').values(row).execute();
