import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type BoardBooking = {
  readonly resourceId: string;
  readonly day: string;
  readonly bookingId: string;
  readonly kind: 'bench' | 'visit';
  readonly half: 'whole' | 'morning' | 'afternoon';
  readonly address: string | null;
  readonly benchName: string | null;
  readonly holders: string[];
  /** Of this day, on a bench; of the whole booking otherwise. */
  readonly itemCount: number;
};

/** What stands on each bench, van and person of an institute in a span of days. */
export async function listBoard(db: Db, instituteId: string, from: string, to: string): Promise<BoardBooking[]> {
  const { rows } = await sql<BoardBooking>`
    with held as (
      select item.bench_id as resource_id, item.day, item.booking_id, count(*)::int as on_day
      from schedule_item item join schedule_booking booking on booking.id = item.booking_id
      where booking.institute_id = ${instituteId} and item.bench_id is not null and item.released_at is null and item.day between ${from}::date and ${to}::date
      group by 1, 2, 3
      union all
      select used.resource_id, used.day, used.booking_id, null
      from schedule_use used join schedule_booking booking on booking.id = used.booking_id
      where booking.institute_id = ${instituteId} and used.released_at is null and used.day between ${from}::date and ${to}::date
      group by 1, 2, 3
    )
    select held.resource_id, held.day, held.booking_id, booking.kind, booking.half, booking.address, bench.name as bench_name,
      (select coalesce(array_agg(distinct holder.name), '{}') from schedule_item item join request_item on request_item.id = item.item_id
        join request on request.id = request_item.request_id join organization holder on holder.id = request.holder_id
        where item.booking_id = held.booking_id and item.released_at is null) as holders,
      coalesce(held.on_day, (select count(*)::int from schedule_item item where item.booking_id = held.booking_id and item.released_at is null)) as item_count
    from held join schedule_booking booking on booking.id = held.booking_id left join schedule_resource bench on bench.id = booking.bench_id
    order by held.day, booking.half desc, booking.booked_at, held.booking_id`.execute(db);
  return rows;
}
