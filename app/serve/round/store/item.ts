import { sql } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { isFailed, itemsWithin, progressColumns, type ProgressRow } from './reach.ts';

/** Places that are open on a day, whoever may see them: an institute serves where it is designated. */
export async function listPlaceIds(
  db: Db,
  filter: {
    readonly regionPrefix: string;
    readonly township: string | null;
    readonly village: string | null;
    readonly placeKinds: readonly string[];
    readonly day: string;
  },
): Promise<string[]> {
  let query = db
    .selectFrom('place')
    .select('id')
    .where('region', 'like', `${filter.regionPrefix}%`)
    .where((it) => it.or([it('validTo', 'is', null), it('validTo', '>=', filter.day)]));
  if (filter.township !== null) query = query.where('township', '=', filter.township);
  if (filter.village !== null) query = query.where('village', '=', filter.village);
  if (filter.placeKinds.length > 0) query = query.where('kind', 'in', [...filter.placeKinds]);
  return (await query.orderBy('id').execute()).map(({ id }) => id);
}

/** Places by their ids, whoever may see them. */
export const listPlaces = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('place')
    .select(['id', 'name', 'address', 'township', 'longitude', 'latitude'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();

export type StopToInsert = {
  readonly id: string;
  readonly roundId: string;
  readonly gatheredBy: string;
  readonly placeId: string | null;
  readonly holderId: string | null;
  readonly region: string;
  readonly township: string | null;
  readonly name: string;
  readonly address: string;
  readonly longitude: string | null;
  readonly latitude: string | null;
};

/** The ids of stops by what gathers them; one that is there already keeps its id and takes what is recorded now. */
export async function saveStops(db: Db, stops: readonly StopToInsert[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < stops.length; at += 1000) {
    const rows = await db
      .insertInto('roundStop')
      .values(stops.slice(at, at + 1000))
      .onConflict((conflict) =>
        conflict.constraint('round_stop_once').doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          address: row.ref('excluded.address'),
          township: row.ref('excluded.township'),
          longitude: row.ref('excluded.longitude'),
          latitude: row.ref('excluded.latitude'),
        })),
      )
      .returning(['id', 'gatheredBy'])
      .execute();
    for (const { id, gatheredBy } of rows) found.set(gatheredBy, id);
  }
  return found;
}

export type ItemToInsert = {
  readonly id: string;
  readonly roundId: string;
  readonly stopId: string;
  readonly instrumentId: string;
  readonly holderId: string;
  readonly region: string;
  readonly kind: string;
  readonly verificationKind: string;
  readonly dueOn: string | null;
  readonly origin: string;
  readonly leftOutReason: string | null;
  readonly leftOutAt: string | null;
  readonly recordedAt: string;
};

export async function insertItems(db: Db, items: readonly ItemToInsert[]): Promise<void> {
  for (let at = 0; at < items.length; at += 1000)
    await db
      .insertInto('roundItem')
      .values(items.slice(at, at + 1000))
      .onConflict((conflict) => conflict.constraint('round_item_once').doNothing())
      .execute();
}

export type KnownItem = {
  readonly id: string;
  readonly instrumentId: string;
  readonly origin: string;
  readonly leftOutReason: string | null;
  readonly leftOutBy: string | null;
};
export const listKnown = (db: Db, roundId: string): Promise<KnownItem[]> =>
  db
    .selectFrom('roundItem')
    .select(['id', 'instrumentId', 'origin', 'leftOutReason', 'leftOutBy'])
    .where('roundId', '=', roundId)
    .execute();

/** Leaves items out; `by` null: the program itself. Their arrangement ends for them. */
export const leaveOut = (db: Db, ids: readonly string[], reason: string, by: string | null, at: string) =>
  db
    .updateTable('roundItem')
    .set({ leftOutReason: reason, leftOutBy: by, leftOutAt: at, slotId: null })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('leftOutAt', 'is', null)
    .execute();

export const takeBack = (db: Db, ids: readonly string[]) =>
  db
    .updateTable('roundItem')
    .set({ leftOutReason: null, leftOutBy: null, leftOutAt: null })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();

/** Items of a round by their ids, with what decides whether they may still be left out. */
export const listByIds = (db: Db, roundId: string, ids: readonly string[]) =>
  db
    .selectFrom('roundItem')
    .select(['id', 'instrumentId', 'requestItemId', 'leftOutAt'])
    .where('roundId', '=', roundId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();

export type Standing = {
  readonly instrumentId: string;
  /** Another round that is not over and has it. */
  readonly otherRound: string | null;
  /** Its place in an open request. */
  readonly openItem: string | null;
  readonly openInstitute: string | null;
};

/** Where instruments stand already: in another live round, in an open request. */
export async function listStandings(db: Db, roundId: string, instrumentIds: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select instrument.id as instrument_id,
      (select other.name from round_item item join round other on other.id = item.round_id
       where item.instrument_id = instrument.id and item.round_id <> ${roundId} and item.left_out_at is null
         and other.state in ('drafted', 'announced', 'under-way') limit 1) as other_round,
      open.id as open_item, request.institute_id as open_institute
    from instrument
    left join request_item open on open.instrument_id = instrument.id and (open.outcome is null or open.outcome in ('accepted', 'referred'))
    left join request on request.id = open.request_id
    where instrument.id = any(${[...instrumentIds]}::uuid[])`.execute(db);
  return rows;
}

export type ToRequest = {
  readonly id: string;
  readonly instrumentId: string;
  readonly holderId: string;
  readonly region: string;
  readonly kind: string;
  readonly verificationKind: string;
};
/** What is in a round and has no place in a request yet, in an order that every announcement keeps. */
export const listToRequest = (db: Db, roundId: string): Promise<ToRequest[]> =>
  db
    .selectFrom('roundItem')
    .select(['id', 'instrumentId', 'holderId', 'region', 'kind', 'verificationKind'])
    .where('roundId', '=', roundId)
    .where('leftOutAt', 'is', null)
    .where('requestItemId', 'is', null)
    .orderBy('holderId')
    .orderBy('region')
    .orderBy('kind')
    .orderBy('verificationKind')
    .orderBy('instrumentId')
    .execute();

export async function setRequestItems(db: Db, pairs: readonly { id: string; requestItemId: string; joined: boolean }[]): Promise<void> {
  await sql`update round_item set request_item_id = given.request_item_id, joined = given.joined
    from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map((one) => one.requestItemId)}::uuid[], ${pairs.map(({ joined }) => joined)}::boolean[])
      as given (id, request_item_id, joined)
    where round_item.id = given.id`.execute(db);
}

/** The instrument that each item of requests is about. */
export const listInstrumentsOf = (db: Db, itemIds: readonly string[]) =>
  db
    .selectFrom('requestItem')
    .select(['id', 'instrumentId'])
    .where(sql<boolean>`id = any(${[...itemIds]}::uuid[])`)
    .execute();

/** How many instruments of each holder are in a round. */
export const countByHolder = (db: Db, roundId: string) =>
  db
    .selectFrom('roundItem')
    .innerJoin('organization', 'organization.id', 'roundItem.holderId')
    .select(['roundItem.holderId', 'organization.name', sql<number>`count(*)::int`.as('instruments')])
    .where('roundId', '=', roundId)
    .where('leftOutAt', 'is', null)
    .groupBy(['roundItem.holderId', 'organization.name'])
    .orderBy('organization.name')
    .execute();

export async function listLeftOutReasons(db: Db, scope: Scope, roundId: string): Promise<{ reason: string; count: number }[]> {
  const { rows } = await sql<{ reason: string; count: number }>`
    select item.left_out_reason as reason, count(*)::int as count
    from round_item item join round on round.id = item.round_id
    where item.round_id = ${roundId} and item.left_out_at is not null and ${itemsWithin(scope)}
    group by item.left_out_reason order by 2 desc, 1`.execute(db);
  return rows;
}

export type StopRow = ProgressRow & {
  readonly id: string;
  readonly placeId: string | null;
  readonly placeKind: string | null;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly region: string;
  readonly townshipName: string | null;
  readonly name: string;
  readonly address: string;
  readonly longitude: string | null;
  readonly latitude: string | null;
  readonly earliestDue: string | null;
  readonly neverVerified: number;
  readonly unarranged: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
};

/** The places of a round with what stands there, as far as the scope sees it; those with nothing in it are left away. */
export async function listStops(db: Db, scope: Scope, roundId: string): Promise<StopRow[]> {
  const { rows } = await sql<StopRow>`
    select stop.id, stop.place_id, place.kind as place_kind, stop.holder_id, holder.name as holder_name, stop.region,
      division.name as township_name, stop.name, stop.address, stop.longitude, stop.latitude, counted.*, grouped.kinds
    from round_stop stop
    join round on round.id = stop.round_id
    left join place on place.id = stop.place_id
    left join organization holder on holder.id = stop.holder_id
    left join division on division.code = stop.township
    cross join lateral (
      select ${progressColumns}, min(item.due_on) filter (where item.left_out_at is null) as earliest_due,
        count(*) filter (where item.left_out_at is null and item.due_on is null)::int as never_verified,
        count(*) filter (where item.left_out_at is null and item.slot_id is null)::int as unarranged
      from round_item item left join request_item asked on asked.id = item.request_item_id
      where item.stop_id = stop.id and ${itemsWithin(scope)}) counted
    cross join lateral (
      select coalesce(json_agg(json_build_object('kind', kind, 'count', n) order by kind), '[]'::json) as kinds
      from (select item.kind, count(*) as n from round_item item
        where item.stop_id = stop.id and item.left_out_at is null and ${itemsWithin(scope)} group by item.kind) of_kind) grouped
    where stop.round_id = ${roundId} and (counted.planned > 0 or counted.left_out > 0)
    order by stop.region, stop.township nulls last, stop.name, stop.id`.execute(db);
  return rows;
}

export type ListedItem = {
  readonly id: string;
  readonly instrumentId: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  readonly place: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly stopId: string;
  readonly stopName: string;
  readonly verificationKind: string;
  readonly dueOn: string | null;
  readonly origin: string;
  readonly leftOutReason: string | null;
  readonly leftOutPerson: string | null;
  readonly leftOutAt: string | null;
  readonly slotId: string | null;
  readonly day: string | null;
  readonly team: number | null;
  readonly benchName: string | null;
  readonly position: number | null;
  readonly requestItemId: string | null;
  readonly requestId: string | null;
  readonly step: string | null;
  readonly joined: boolean;
  readonly failed: boolean;
};

export type ItemFilter = {
  readonly q?: string | undefined;
  readonly stop?: string | undefined;
  readonly kind?: string | undefined;
  readonly day?: string | undefined;
  readonly bench?: string | undefined;
  readonly state?: 'in' | 'left-out' | 'unarranged' | 'failed' | 'open' | undefined;
  readonly holder?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** The instruments of a round by place and serial number; `after` is the id of the last one of the page before. */
export async function listItems(db: Db, scope: Scope, roundId: string, filter: ItemFilter): Promise<{ rows: ListedItem[]; total: number }> {
  const parts = [sql`item.round_id = ${roundId}`, itemsWithin(scope)];
  if (filter.stop !== undefined) parts.push(sql`item.stop_id = ${filter.stop}`);
  if (filter.kind !== undefined) parts.push(sql`item.kind = ${filter.kind}`);
  if (filter.holder !== undefined) parts.push(sql`item.holder_id = ${filter.holder}`);
  if (filter.day !== undefined) parts.push(sql`slot.day = ${filter.day}`);
  if (filter.bench !== undefined) parts.push(sql`slot.bench_id = ${filter.bench}`);
  if (filter.state === 'left-out') parts.push(sql`item.left_out_at is not null`);
  else if (filter.state !== undefined) parts.push(sql`item.left_out_at is null`);
  if (filter.state === 'unarranged') parts.push(sql`item.slot_id is null`);
  if (filter.state === 'failed') parts.push(isFailed());
  if (filter.state === 'open') parts.push(sql`(asked.step is null or asked.step not in ('issued', 'fetched'))`);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    parts.push(sql`(instrument.code ilike ${like} or instrument.serial ilike ${like} or instrument.name ilike ${like}
      or instrument.model ilike ${like} or holder.name ilike ${like} or stop.name ilike ${like})`);
  }
  const source = sql`round_item item
    join round on round.id = item.round_id
    join instrument on instrument.id = item.instrument_id
    join organization holder on holder.id = item.holder_id
    join round_stop stop on stop.id = item.stop_id
    left join round_slot slot on slot.id = item.slot_id
    left join schedule_resource bench on bench.id = slot.bench_id
    left join request_item asked on asked.id = item.request_item_id
    left join person_detail person on person.person_id = item.left_out_by`;
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from ${source} where ${sql.join(parts, sql` and `)}`.execute(db);
  if (filter.after !== undefined && /^[0-9a-f-]{36}$/.test(filter.after))
    parts.push(sql`(stop.name, instrument.serial, item.id) > (
      select last_stop.name, last_instrument.serial, last.id from round_item last
      join instrument last_instrument on last_instrument.id = last.instrument_id
      join round_stop last_stop on last_stop.id = last.stop_id where last.id = ${filter.after})`);
  const { rows } = await sql<ListedItem>`
    select item.id, item.instrument_id, instrument.code, instrument.kind, instrument.name, instrument.model, instrument.serial, instrument.place,
      item.holder_id, holder.name as holder_name, stop.id as stop_id, stop.name as stop_name, item.verification_kind, item.due_on, item.origin,
      item.left_out_reason, person.name as left_out_person, item.left_out_at, item.slot_id, slot.day, slot.team, bench.name as bench_name,
      slot.position, item.request_item_id, asked.request_id, asked.step, item.joined, ${isFailed()} as failed
    from ${source} where ${sql.join(parts, sql` and `)}
    order by stop.name, instrument.serial, item.id limit ${filter.limit + 1}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

export async function listIdsOfCodes(db: Db, codes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('instrument')
    .select('id')
    .where('code', 'in', [...codes])
    .execute();
  return rows.map(({ id }) => id);
}
