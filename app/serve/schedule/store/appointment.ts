import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const reach = (scope: Scope) =>
  scopeCondition(scope, { region: 'request.region', organization: ['request.holderId', 'request.instituteId'] });

export type AppointmentItem = { id: string; request: string; day: string | null; name: string; model: string; serial: string };

type Filter = { q?: string | undefined; upcoming?: 'true' | 'false' | undefined; limit: number; after?: string | undefined };

/** Bookings with those of their instruments that lie within the scope: a holder sees the own ones and no other holder's. */
export async function listAppointments(db: Db, scope: Scope, today: string, filter: Filter) {
  const like = `%${filter.q ?? ''}%`;
  const own = sql`schedule_item held join request_item on request_item.id = held.item_id join request on request.id = request_item.request_id
    join instrument on instrument.id = request_item.instrument_id
    where held.booking_id = schedule_booking.id and (held.released_at is null or held.release = 'cancelled') and ${reach(scope)}`;
  let query = db
    .selectFrom('scheduleBooking')
    .innerJoin('organization as institute', 'institute.id', 'scheduleBooking.instituteId')
    .innerJoin('scheduleRevision as plan', (join) =>
      join.onRef('plan.bookingId', '=', 'scheduleBooking.id').onRef('plan.revision', '=', 'scheduleBooking.revision'),
    )
    .selectAll('scheduleBooking')
    .select([
      'institute.name as instituteName',
      sql<string[]>`plan.days::text[]`.as('days'),
      sql<
        string[]
      >`(select coalesce(array_agg(member.name order by member.name), '{}') from person_detail member where member.person_id = any (plan.persons))`.as(
        'people',
      ),
      sql<
        AppointmentItem[]
      >`(select coalesce(json_agg(json_build_object('id', request_item.id, 'request', request.id, 'day', held.day, 'name', instrument.name,
        'model', instrument.model, 'serial', instrument.serial) order by held.day, instrument.serial), '[]') from ${own})`.as('items'),
    ])
    .where(sql<boolean>`exists (select from ${own})`);
  if (filter.q !== undefined && filter.q !== '')
    query = query.where(
      sql<boolean>`(institute.name ilike ${like} or schedule_booking.address ilike ${like} or exists (select from ${own} and (instrument.serial ilike ${like} or instrument.name ilike ${like})))`,
    );
  if (filter.upcoming !== undefined)
    query = query.where(
      sql<boolean>`(schedule_booking.status = 'booked' and schedule_booking.last_day >= ${today}::date) = ${filter.upcoming === 'true'}`,
    );
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
