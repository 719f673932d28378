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

/** What an institute files itself is announced otherwise; who gets a request that was passed on is told like of a new one. */
const requests = (after: number): RawBuilder<Happened> => sql<Happened>`
  with found as materialized (${eventsOf(['request.submitted', 'request.accepted', 'request.refused', 'request.referred'], after)})
  select told.organization_id, told.role, told.topic, told.topic || ':' || request.id || ':' || found.id as key,
    jsonb_strip_nulls(jsonb_build_object('request', request.id, 'institute', institute.name, 'holder', holder.name,
      'instruments', request.instrument_count, 'reason', found.reason)) as detail
  from found join request on request.id = found.subject::uuid
  join organization institute on institute.id = request.institute_id
  join organization holder on holder.id = request.holder_id
  cross join lateral (
    select request.institute_id, 'institute-manager', 'request-submitted'
      where found.kind = 'request.referred' or (found.kind = 'request.submitted' and request.origin = 'holder')
    union all
    select request.holder_id, 'holder', replace(found.kind, '.', '-')
      where found.kind <> 'request.submitted' and request.origin <> 'institute-round'
  ) told (organization_id, role, topic)`;

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

/** Bookings made, moved and cancelled, for each holder with the first day of its instruments. */
const bookings = (after: number): RawBuilder<Happened> => sql<Happened>`
  with found as materialized (${eventsOf(['schedule.booked', 'schedule.rescheduled', 'schedule.cancelled'], after)}), told as (
    select found.id as event_id, booking.id, booking.institute_id, booking.first_day, booking.status
    from found join schedule_booking booking on booking.id = found.subject::uuid
    where (found.kind = 'schedule.cancelled') = (booking.status = 'cancelled')
  )
  select request.holder_id as organization_id, 'holder' as role,
    case told.status when 'booked' then 'request-scheduled' else 'request-unscheduled' end as topic,
    'request-scheduled:' || told.id || ':' || told.event_id as key,
    jsonb_build_object('institute', institute.name, 'instruments', count(distinct item.item_id), 'day', min(coalesce(item.day, told.first_day)),
      'request', min(request.id::text)) as detail
  from told join schedule_item item on item.booking_id = told.id
    and (item.released_at is null or (told.status = 'cancelled' and item.release = 'cancelled'))
  join request_item on request_item.id = item.item_id
  join request on request.id = request_item.request_id
  join organization institute on institute.id = told.institute_id
  group by request.holder_id, told.id, told.event_id, told.status, institute.name`;

/** A round that is announced, for each holder with its instruments and, where it is arranged already, its first day. */
const rounds = (after: number): RawBuilder<Happened> => sql<Happened>`
  with found as materialized (${eventsOf(['round.announced'], after)})
  select item.holder_id as organization_id, 'holder' as role, 'round-announced' as topic, 'round-announced:' || round.id as key,
    jsonb_strip_nulls(jsonb_build_object('institute', institute.name, 'round', round.id, 'title', round.name, 'instruments', count(*),
      'day', min(slot.day))) as detail
  from found join round on round.id = found.subject::uuid
  join round_item item on item.round_id = round.id and item.left_out_at is null
  left join round_slot slot on slot.id = item.slot_id and slot.ended_at is null
  join organization institute on institute.id = round.institute_id
  group by item.holder_id, round.id, round.name, institute.name`;

const handovers = (after: number): RawBuilder<Happened> => sql<Happened>`
  with found as materialized (${eventsOf(['instrument.handoverOffered'], after)})
  select handover.to_holder_id as organization_id, 'holder' as role, 'hand-over-offered' as topic,
    'hand-over-offered:' || handover.id as key, jsonb_build_object('holder', giver.name) as detail
  from found join instrument_handover handover on handover.id = (found.detail ->> 'handover')::uuid and handover.status = 'offered'
  join organization giver on giver.id = handover.from_holder_id`;

/** What happened after an event and concerns somebody, in no order; some of it may have been told already. */
export async function listHappened(db: Db, after: number): Promise<Happened[]> {
  const found: Happened[] = [];
  for (const query of [requests(after), documents(after), bookings(after), rounds(after), handovers(after)])
    found.push(...(await query.execute(db)).rows);
  return found;
}
