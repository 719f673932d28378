import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const bookings = (db: Db) =>
  db
    .selectFrom('scheduleBooking')
    .innerJoin('organization as institute', 'institute.id', 'scheduleBooking.instituteId')
    .innerJoin('personDetail as booker', 'booker.personId', 'scheduleBooking.bookedBy')
    .innerJoin('scheduleRevision as plan', (join) =>
      join.onRef('plan.bookingId', '=', 'scheduleBooking.id').onRef('plan.revision', '=', 'scheduleBooking.revision'),
    )
    .leftJoin('scheduleResource as bench', 'bench.id', 'scheduleBooking.benchId')
    .leftJoin('scheduleResource as van', 'van.id', 'scheduleBooking.vanId')
    .selectAll('scheduleBooking')
    .select([
      'institute.name as instituteName',
      'booker.name as booker',
      sql<string[]>`plan.days::text[]`.as('days'),
      'plan.persons',
      'bench.name as benchName',
      'van.name as vanName',
      // A cancelled booking still says what it was for.
      sql<number>`(select count(*)::int from schedule_item held where held.booking_id = schedule_booking.id
        and (held.released_at is null or held.release = 'cancelled'))`.as('itemCount'),
      sql<
        { id: string; name: string }[]
      >`(select coalesce(json_agg(distinct jsonb_build_object('id', holder.id, 'name', holder.name)), '[]')
        from schedule_item held join request_item on request_item.id = held.item_id join request on request.id = request_item.request_id
        join organization holder on holder.id = request.holder_id where held.booking_id = schedule_booking.id
          and (held.released_at is null or held.release = 'cancelled'))`.as('holders'),
      sql<
        { id: string; name: string }[]
      >`(select coalesce(json_agg(json_build_object('id', member.person_id, 'name', member.name) order by member.name), '[]')
        from person_detail member where member.person_id = any (plan.persons))`.as('people'),
    ]);

export type BookingRow = NonNullable<Awaited<ReturnType<typeof findBooking>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'scheduleBooking.region', organization: 'scheduleBooking.instituteId' });

export const findBooking = (db: Db, scope: Scope, id: string) =>
  bookings(db).where('scheduleBooking.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockBooking = (db: Db, id: string) =>
  db.selectFrom('scheduleBooking').select(['status', 'revision']).where('id', '=', id).forUpdate().executeTakeFirst();

type Filter = {
  q?: string | undefined;
  kind?: string | undefined;
  status?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  resource?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listBookings(db: Db, scope: Scope, filter: Filter) {
  let query = bookings(db).where(within(scope));
  if (filter.kind !== undefined) query = query.where('scheduleBooking.kind', '=', filter.kind);
  if (filter.status !== undefined) query = query.where('scheduleBooking.status', '=', filter.status);
  if (filter.from !== undefined) query = query.where('scheduleBooking.lastDay', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('scheduleBooking.firstDay', '<=', filter.to);
  if (filter.resource !== undefined) {
    const { resource } = filter;
    query = query.where(
      sql<boolean>`(${resource} in (schedule_booking.bench_id, schedule_booking.van_id) or ${resource} = any (plan.persons))`,
    );
  }
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(schedule_booking.address ilike ${like} or bench.name ilike ${like} or schedule_booking.note ilike ${like}
        or exists (select from schedule_item held join request_item on request_item.id = held.item_id join request on request.id = request_item.request_id
          join organization holder on holder.id = request.holder_id join instrument on instrument.id = request_item.instrument_id
          where held.booking_id = schedule_booking.id and (holder.name ilike ${like} or instrument.serial ilike ${like} or instrument.code ilike ${like})))`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('scheduleBooking.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(sql<boolean>`(schedule_booking.booked_at, schedule_booking.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('scheduleBooking.bookedAt', 'desc')
    .orderBy('scheduleBooking.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

type Where = { benchId: string | null; vanId: string | null };
type When = { firstDay: string; lastDay: string; half: string; holidayReason: string | null };

export const insertBooking = (
  db: Db,
  booking: Where &
    When & {
      id: string;
      instituteId: string;
      region: string;
      kind: string;
      address: string | null;
      contactName: string | null;
      contactPhone: string | null;
      fromTime: string | null;
      toTime: string | null;
      entranceNote: string | null;
      note: string | null;
      bookedBy: string;
      bookedAt: string;
      demonstration: boolean;
    },
) =>
  db
    .insertInto('scheduleBooking')
    .values({ ...booking, status: 'booked' })
    .execute();

export const insertRevision = (
  db: Db,
  plan: {
    bookingId: string;
    revision: number;
    days: string[];
    half: string;
    benchId: string | null;
    vanId: string | null;
    persons: string[];
    reason: string | null;
    personId: string;
    at: string;
  },
) => db.insertInto('scheduleRevision').values(plan).execute();

export const movePlan = (db: Db, id: string, plan: Where & When & { revision: number }) =>
  db.updateTable('scheduleBooking').set(plan).where('id', '=', id).execute();

export const setCancelled = (db: Db, id: string, cancellation: { cancelledBy: string; cancelledAt: string; cancelReason: string }) =>
  db
    .updateTable('scheduleBooking')
    .set({ status: 'cancelled', ...cancellation })
    .where('id', '=', id)
    .execute();

export const listPlans = (db: Db, bookingId: string) =>
  db
    .selectFrom('scheduleRevision as plan')
    .innerJoin('personDetail as planner', 'planner.personId', 'plan.personId')
    .leftJoin('scheduleResource as bench', 'bench.id', 'plan.benchId')
    .leftJoin('scheduleResource as van', 'van.id', 'plan.vanId')
    .select([
      'plan.revision',
      sql<string[]>`plan.days::text[]`.as('days'),
      'plan.half',
      'plan.reason',
      'plan.at',
      'planner.name as by',
      'bench.name as bench',
      'van.name as van',
      sql<
        string[]
      >`(select coalesce(array_agg(member.name order by member.name), '{}') from person_detail member where member.person_id = any (plan.persons))`.as(
        'persons',
      ),
    ])
    .where('plan.bookingId', '=', bookingId)
    .orderBy('plan.revision')
    .execute();
