import { sql } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { itemsWithin, progressColumns, type ProgressRow } from './reach.ts';

export type SlotRow = {
  readonly id: string;
  readonly roundId: string;
  readonly stopId: string;
  readonly stopName: string;
  readonly longitude: string | null;
  readonly latitude: string | null;
  readonly day: string;
  readonly team: number | null;
  readonly benchId: string | null;
  readonly benchName: string | null;
  readonly position: number;
  readonly locked: boolean;
  readonly bookingId: string | null;
  readonly count: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
};

/** What is arranged, with the instruments that the scope sees; a slot of which it sees none is left away. */
export async function listSlots(db: Db, scope: Scope, roundId: string): Promise<SlotRow[]> {
  const { rows } = await sql<SlotRow>`
    select slot.id, slot.round_id, slot.stop_id, stop.name as stop_name, stop.longitude, stop.latitude, slot.day, slot.team, slot.bench_id,
      bench.name as bench_name, slot.position, slot.locked, booking.id as booking_id, counted.count, counted.kinds
    from round_slot slot
    join round on round.id = slot.round_id
    join round_stop stop on stop.id = slot.stop_id
    left join schedule_resource bench on bench.id = slot.bench_id
    left join schedule_booking booking on booking.id = slot.booking_id and booking.status = 'booked'
    cross join lateral (
      select coalesce(sum(n), 0)::int as count, coalesce(json_agg(json_build_object('kind', kind, 'count', n) order by kind), '[]'::json) as kinds
      from (select item.kind, count(*)::int as n from round_item item
        where item.slot_id = slot.id and item.left_out_at is null and ${itemsWithin(scope)} group by item.kind) of_kind) counted
    where slot.round_id = ${roundId} and slot.ended_at is null and counted.count > 0
    order by slot.day, slot.team nulls last, bench.name, slot.position, slot.id`.execute(db);
  return rows;
}

/** Progress by day and team or bench. */
export async function listDayProgress(
  db: Db,
  scope: Scope,
  roundId: string,
): Promise<(ProgressRow & { readonly day: string; readonly team: number | null; readonly benchId: string | null })[]> {
  const { rows } = await sql<ProgressRow & { day: string; team: number | null; benchId: string | null }>`
    select slot.day, slot.team, slot.bench_id, ${progressColumns}
    from round_item item
    join round on round.id = item.round_id
    join round_slot slot on slot.id = item.slot_id
    left join request_item asked on asked.id = item.request_item_id
    where item.round_id = ${roundId} and ${itemsWithin(scope)}
    group by slot.day, slot.team, slot.bench_id`.execute(db);
  return rows;
}

export const findSlot = (db: Db, id: string) => db.selectFrom('roundSlot').selectAll().where('id', '=', id).executeTakeFirst();

export type SlotToInsert = {
  readonly id: string;
  readonly roundId: string;
  readonly stopId: string;
  readonly day: string;
  readonly team: number | null;
  readonly benchId: string | null;
  readonly position: number;
  readonly locked: boolean;
  readonly personId: string;
  readonly recordedAt: string;
};

export async function insertSlots(db: Db, slots: readonly SlotToInsert[]): Promise<void> {
  for (let at = 0; at < slots.length; at += 1000)
    await db
      .insertInto('roundSlot')
      .values(slots.slice(at, at + 1000))
      .execute();
}

export const endSlots = (db: Db, ids: readonly string[], at: string) =>
  db
    .updateTable('roundSlot')
    .set({ endedAt: at })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('endedAt', 'is', null)
    .execute();

/** Slots that hold nothing any more. */
export async function endEmptySlots(db: Db, roundId: string, at: string): Promise<void> {
  await sql`update round_slot set ended_at = ${at} where round_id = ${roundId} and ended_at is null
    and not exists (select from round_item item where item.slot_id = round_slot.id and item.left_out_at is null)`.execute(db);
}

export async function setPositions(db: Db, slots: readonly { readonly id: string; readonly position: number }[]): Promise<void> {
  await sql`update round_slot set position = given.position
    from unnest(${slots.map(({ id }) => id)}::uuid[], ${slots.map(({ position }) => position)}::int[]) as given (id, position)
    where round_slot.id = given.id`.execute(db);
}

export const setLocked = (db: Db, roundId: string, ids: readonly string[], locked: boolean) =>
  db
    .updateTable('roundSlot')
    .set({ locked })
    .where('roundId', '=', roundId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('endedAt', 'is', null)
    .returning('id')
    .execute();

export const setBooking = (db: Db, ids: readonly string[], bookingId: string) =>
  db
    .updateTable('roundSlot')
    .set({ bookingId })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();

export type ArrangedItem = {
  readonly id: string;
  readonly stopId: string;
  readonly slotId: string | null;
  readonly kind: string;
  readonly dueOn: string | null;
  readonly requestItemId: string | null;
  readonly step: string | null;
};
/** What is in a round, the never verified first and then by due day. */
export async function listArranged(db: Db, roundId: string): Promise<ArrangedItem[]> {
  const { rows } = await sql<ArrangedItem>`
    select item.id, item.stop_id, item.slot_id, item.kind, item.due_on, item.request_item_id, asked.step
    from round_item item left join request_item asked on asked.id = item.request_item_id
    where item.round_id = ${roundId} and item.left_out_at is null
    order by item.due_on nulls first, item.id`.execute(db);
  return rows;
}

/** Puts items into slots; null takes them out. */
export async function setSlots(db: Db, pairs: readonly { readonly item: string; readonly slot: string | null }[]): Promise<void> {
  await sql`update round_item set slot_id = given.slot
    from unnest(${pairs.map(({ item }) => item)}::uuid[], ${pairs.map(({ slot }) => slot)}::uuid[]) as given (item, slot)
    where round_item.id = given.item`.execute(db);
}

export const findResources = (db: Db, instituteId: string, ids: readonly string[]) =>
  db
    .selectFrom('scheduleResource')
    .select(['id', 'kind', 'name', 'instrumentKinds', 'load', 'lastDay'])
    .where('instituteId', '=', instituteId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();

export const listPeople = (db: Db, instituteId: string, ids: readonly string[]) =>
  db
    .selectFrom('person')
    .innerJoin('personDetail', 'personDetail.personId', 'person.id')
    .select(['person.id', 'personDetail.name'])
    .where('person.organizationId', '=', instituteId)
    .where(sql<boolean>`person.id = any(${[...ids]}::uuid[])`)
    .execute();
