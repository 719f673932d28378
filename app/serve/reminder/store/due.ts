import { sql } from 'kysely';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Db } from '../../../platform/context.ts';
import type { DueTopic } from '../rules.ts';

export type DueRow = { readonly holderId: string; readonly topic: DueTopic; readonly n: number };

const windows = [
  ['due-7', 7],
  ['due-15', 15],
  ['due-30', 30],
  ['due-90', 90],
] as const;

/** Days of `due_on` that enter a window between the last digest and today: each day once, of the whole window where there was none before. */
function entered(today: Day, last: Day | undefined, isWeekly: boolean): { topic: DueTopic; from: Day; to: Day }[] {
  const since = last ?? undefined;
  const inside = windows.map(([topic, days], index) => {
    const nearest = index === 0 ? today : addDays(today, (windows[index - 1]?.[1] ?? 0) + 1);
    const farthest = addDays(today, days);
    const before = since === undefined ? nearest : addDays(since, days + 1);
    return { topic, from: before > nearest ? before : nearest, to: farthest };
  });
  const overdueFrom = since === undefined || isWeekly ? '1900-01-01' : since;
  return [{ topic: 'overdue' as const, from: overdueFrom, to: addDays(today, -1) }, ...inside].filter(({ from, to }) => from <= to);
}

/**
 * How many instruments of each holder entered which window. Walks the index of due days pair by pair of region and kind; only holders with
 * somebody to tell are counted.
 */
export async function countEntered(db: Db, today: Day, last: Day | undefined, isWeekly: boolean): Promise<DueRow[]> {
  const ranges = entered(today, last, isWeekly);
  if (ranges.length === 0) return [];
  const { rows } = await sql<DueRow>`
    with pair as (
      select distinct region, kind from instrument_tally where grain = 'region-all'
      union select region, kind from instrument_tally_change
    ), told as materialized (
      select distinct person.organization_id as id from person join person_role role on role.person_id = person.id
      where person.active and role.role = 'holder' and role.ended_at is null
    )
    select instrument.holder_id, span.topic, count(*)::int as n
    from unnest(${ranges.map(({ topic }) => topic)}::text[], ${ranges.map(({ from }) => from)}::date[], ${ranges.map(({ to }) => to)}::date[])
      span (topic, first_day, last_day)
    cross join pair
    join instrument on instrument.region = pair.region and instrument.kind = pair.kind
      and instrument.status = 'in-use' and instrument.due_on is not null
      and instrument.due_on between span.first_day and span.last_day
    join told on told.id = instrument.holder_id
    group by 1, 2`.execute(db);
  return rows;
}

export type DueDay = { readonly day: Day; readonly kind: string; readonly n: number };

/** Due days of a holder's instruments in use, for its calendar. */
export async function listDueDays(db: Db, holderId: string, from: Day, to: Day): Promise<DueDay[]> {
  const { rows } = await sql<DueDay>`
    select due_on as day, kind, count(*)::int as n from instrument
    where holder_id = ${holderId} and status = 'in-use' and due_on between ${from}::date and ${to}::date
    group by 1, 2 order by 1, 2 limit 4000`.execute(db);
  return rows;
}

export type Visit = {
  readonly id: string;
  readonly day: Day;
  readonly kind: string;
  readonly address: string | null;
  readonly fromTime: string | null;
  readonly toTime: string | null;
  readonly institute: string;
  readonly n: number;
};

/** The days booked for an organization's instruments, or for a person who goes there. */
export async function listVisits(
  db: Db,
  { organizationId, personId }: { organizationId: string; personId: string },
  from: Day,
  to: Day,
): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select booking.id, coalesce(item.day, booking.first_day) as day, booking.kind, booking.address, booking.from_time, booking.to_time,
      institute.name as institute, count(*)::int as n
    from schedule_booking booking
    join schedule_item item on item.booking_id = booking.id and item.released_at is null
    join request_item on request_item.id = item.item_id
    join request on request.id = request_item.request_id
    join organization institute on institute.id = booking.institute_id
    where booking.status = 'booked' and booking.last_day >= ${from}::date and booking.first_day <= ${to}::date
      and (request.holder_id = ${organizationId} or exists (
        select from schedule_use used join schedule_resource resource on resource.id = used.resource_id
        where used.booking_id = booking.id and used.released_at is null and resource.member_id = ${personId}))
    group by 1, 2, 3, 4, 5, 6, 7 order by 2 limit 2000`.execute(db);
  return rows;
}
