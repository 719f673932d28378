import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { Topic } from '../rules.ts';
import type { Detail } from '../rules/words.ts';

/** Something that happened and whom of which organization it concerns. */
export type Happened = {
  readonly organizationId: string;
  readonly role: 'holder' | 'institute-manager';
  readonly topic: Topic;
  readonly key: string;
  readonly detail: Detail;
};

/** What is looked at again, since a slow change may commit after a later one was seen: what was told already is not told twice. */
const overlapMinutes = 15;

const eventsOf = (kinds: readonly string[], after: number) => sql`
  select event.id, event.kind, event.subject, event.reason, event.detail, (event.at at time zone 'Asia/Shanghai')::date as day
  from event where event.kind = any(${[...kinds]}::text[]) and event.id > ${after}`;

/** The event up to which everything has surely committed. */
export async function lastSettledEvent(db: Db, now: string): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`
    select max(id) as id from event where at < ${now}::timestamptz - make_interval(mins => ${overlapMinutes})`.execute(db);
  return rows[0]?.id ?? 0;
}

const requests = (after: number): RawBuilder<Happened> => sql<Happened>`
  with found as materialized (${eventsOf(['request.submitted', 'request.accepted', 'request.refused', 'request.referred'], after)})
  select case found.kind when 'request.submitted' then request.institute_id else request.holder_id end as organization_id,
    case found.kind when 'request.submitted' then 'institute-manager' else 'holder' end as role,
    replace(found.kind, '.', '-') as topic,
    replace(found.kind, '.', '-') || ':' || request.id || ':' || found.id as key,
    jsonb_strip_nulls(jsonb_build_object('request', request.id, 'institute', institute.name, 'holder', holder.name,
      'instruments', request.instrument_count, 'reason', found.reason)) as detail
  from found join request on request.id = found.subject::uuid
  join organization institute on institute.id = request.institute_id
  join organization holder on holder.id = request.holder_id`;

/** One a day for each request: a hundred certificates of it are one notice. */
const documents = (after: number): RawBuilder<Happened> => sql<Happened>`
  with found as materialized (${eventsOf(['certificate.issued'], after)})
  select certificate.holder_id as organization_id, 'holder' as role, 'request-issued' as topic,
    'request-issued:' || coalesce(item.request_id::text, certificate.number) || ':' || found.day as key,
    jsonb_build_object('institute', institute.name) as detail
  from found join certificate on certificate.number = found.subject
  join organization institute on institute.id = certificate.institute_id
  join verification on verification.id = certificate.verification_id
  left join request_item item on item.id = verification.item_id
  group by certificate.holder_id, institute.name, coalesce(item.request_id::text, certificate.number), found.day`;

/** Booked and moved visits, for each holder with the first day of its instruments. */
const bookings = (after: number): RawBuilder<Happened> => sql<Happened>`
  with found as materialized (${eventsOf(['schedule.booked', 'schedule.moved'], after)})
  select request.holder_id as organization_id, 'holder' as role, 'request-scheduled' as topic,
    'request-scheduled:' || booking.id || ':' || found.id as key,
    jsonb_build_object('institute', institute.name, 'instruments', count(distinct item.item_id), 'day', min(coalesce(item.day, booking.first_day)),
      'request', min(request.id::text)) as detail
  from found join schedule_booking booking on booking.id = found.subject::uuid and booking.status = 'booked'
  join schedule_item item on item.booking_id = booking.id and item.released_at is null
  join request_item on request_item.id = item.item_id
  join request on request.id = request_item.request_id
  join organization institute on institute.id = booking.institute_id
  group by request.holder_id, booking.id, found.id, institute.name`;

const handovers = (after: number): RawBuilder<Happened> => sql<Happened>`
  with found as materialized (${eventsOf(['instrument.handoverOffered'], after)})
  select handover.to_holder_id as organization_id, 'holder' as role, 'hand-over-offered' as topic,
    'hand-over-offered:' || handover.id as key, jsonb_build_object('holder', giver.name) as detail
  from found join instrument_handover handover on handover.instrument_id = found.subject::uuid and handover.status = 'offered'
  join organization giver on giver.id = handover.from_holder_id`;

/** What happened after an event and concerns somebody, in no order; some of it may have been told already. */
export async function listHappened(db: Db, after: number): Promise<Happened[]> {
  const found: Happened[] = [];
  for (const query of [requests(after), documents(after), bookings(after), handovers(after)]) found.push(...(await query.execute(db)).rows);
  return found;
}
