import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../platform/context.ts';

export type QueueRow = {
  readonly instituteId: string;
  readonly kind: string;
  readonly step: string;
  /** The city's day on which the step was reached. */
  readonly since: Day;
  readonly isStopped: boolean;
  readonly isLate: boolean;
  readonly isSoon: boolean;
  readonly n: number;
};

/** What is open at some institutes, gathered by kind, step and day: ages are computed from some hundred rows, however many instruments wait. */
export async function gatherQueue(db: Db, instituteIds: readonly string[], today: Day, soonUntil: Day): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select request.institute_id, request.instrument_kind as kind, item.step, (item.step_since at time zone 'Asia/Shanghai')::date as since,
      item.stopped_since is not null as is_stopped,
      item.stopped_since is null and coalesce(item.due_by < ${today}::date, false) as is_late,
      item.stopped_since is null and coalesce(item.due_by between ${today}::date and ${soonUntil}::date, false) as is_soon,
      count(*)::int as n
    from request join request_item item on item.request_id = request.id
    where request.institute_id = any(${[...instituteIds]}::uuid[]) and request.status in ('submitted', 'referred', 'accepted')
      and (item.outcome is null or item.outcome in ('accepted', 'referred'))
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db);
  return rows;
}

export type PersonRow = { readonly id: string; readonly name: string; readonly status: string; readonly n: number };

/** Records of an institute that are not approved yet, by their technician. */
export async function gatherPersons(db: Db, instituteId: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select technician_id as id, detail.name, verification.status, count(*)::int as n
    from verification join person_detail detail on detail.person_id = verification.technician_id
    where institute_id = ${instituteId} and status in ('drafted', 'returned', 'submitted', 'checked')
    group by 1, 2, 3 order by 2, 1, 3`.execute(db);
  return rows;
}

export const listBenches = (db: Db, instituteId: string, today: Day) =>
  db
    .selectFrom('scheduleResource')
    .select(['id', 'name', sql<number>`load`.as('load'), 'instrumentKinds as kinds', 'lastDay'])
    .where('instituteId', '=', instituteId)
    .where('kind', '=', 'bench')
    .where((it) => it.or([it('lastDay', 'is', null), it('lastDay', '>=', today)]))
    .orderBy('name')
    .execute();

export type AwayRow = { readonly resourceId: string; readonly memberId: string | null; readonly from: Day; readonly to: Day };

/** When benches and persons of an institute are away. */
export const listAway = (db: Db, instituteId: string, from: Day, to: Day): Promise<AwayRow[]> =>
  db
    .selectFrom('scheduleAbsence as away')
    .innerJoin('scheduleResource as resource', 'resource.id', 'away.resourceId')
    .select(['away.resourceId', 'resource.memberId', 'away.fromDay as from', 'away.toDay as to'])
    .where('resource.instituteId', '=', instituteId)
    .where('away.endedAt', 'is', null)
    .where('away.toDay', '>=', from)
    .where('away.fromDay', '<=', to)
    .execute();

export type BookedRow = { readonly benchId: string | null; readonly kind: string; readonly day: Day; readonly n: number };

/** Instruments booked at an institute, by bench, kind and day. */
export async function gatherBooked(db: Db, instituteId: string, from: Day, to: Day): Promise<BookedRow[]> {
  const { rows } = await sql<BookedRow>`
    select item.bench_id, request.instrument_kind as kind, coalesce(item.day, booking.first_day) as day, count(*)::int as n
    from schedule_booking booking join schedule_item item on item.booking_id = booking.id and item.released_at is null
    join request_item on request_item.id = item.item_id join request on request.id = request_item.request_id
    where booking.institute_id = ${instituteId} and booking.status = 'booked'
      and booking.last_day >= ${from}::date and booking.first_day <= ${to}::date
      and coalesce(item.day, booking.first_day) between ${from}::date and ${to}::date
    group by 1, 2, 3`.execute(db);
  return rows;
}

export type AcceptedRow = { readonly kind: string; readonly dueBy: Day | null; readonly askedDueOn: Day | null; readonly n: number };

/** Accepted and not done, by kind, the last day of the period and the day on which the instrument falls due. */
export async function gatherAccepted(db: Db, instituteId: string): Promise<AcceptedRow[]> {
  const { rows } = await sql<AcceptedRow>`
    select request.instrument_kind as kind, case when item.stopped_since is null then item.due_by end as due_by, item.asked_due_on, count(*)::int as n
    from request join request_item item on item.request_id = request.id
    where request.institute_id = ${instituteId} and request.status = 'accepted' and item.outcome = 'accepted'
    group by 1, 2, 3`.execute(db);
  return rows;
}

export type Pair = { readonly region: string; readonly kind: string };
const pairsOf = (pairs: readonly Pair[]) =>
  sql`unnest(${pairs.map(({ region }) => region)}::text[], ${pairs.map(({ kind }) => kind)}::text[]) pair (region, kind)`;

export type DueInstrumentRow = {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  readonly holder: string;
  readonly place: string;
  readonly region: string;
  readonly dueOn: Day;
};

/** Instruments of some pairs that fall due in a span of days, in order of the day: the index of due days is walked pair by pair. */
export async function listDue(
  db: Db,
  pairs: readonly Pair[],
  span: { from: Day; to: Day },
  page: { limit: number; after: { day: Day; id: string } | undefined },
): Promise<DueInstrumentRow[]> {
  if (pairs.length === 0) return [];
  const { day, id } = page.after ?? { day: span.from, id: '00000000-0000-0000-0000-000000000000' };
  const { rows } = await sql<DueInstrumentRow>`
    select found.id, instrument.code, instrument.kind, instrument.name, instrument.model, instrument.serial, holder.name as holder,
      instrument.place, instrument.region, instrument.due_on
    from (
      select near.id, near.due_on from ${pairsOf(pairs)} cross join lateral (
        select instrument.id, instrument.due_on from instrument
        where instrument.region = pair.region and instrument.kind = pair.kind and instrument.status = 'in-use' and instrument.due_on is not null
          and instrument.due_on <= ${span.to}::date and (instrument.due_on, instrument.id) > (${day}::date, ${id}::uuid)
        order by instrument.due_on, instrument.id limit ${page.limit}
      ) near order by near.due_on, near.id limit ${page.limit}
    ) found join instrument on instrument.id = found.id join organization holder on holder.id = instrument.holder_id
    order by found.due_on, found.id`.execute(db);
  return rows;
}
