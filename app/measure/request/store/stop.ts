import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

type Stop = {
  readonly cause: string;
  readonly note: string;
  readonly day: string;
  readonly personId: string;
  readonly at: string;
};

/** The clock of these locked items stands still from a day on. */
export async function insertStops(db: Db, itemIds: readonly string[], { cause, note, day, personId, at }: Stop): Promise<void> {
  await sql`
    insert into request_stop (id, item_id, cause, note, from_day, stopped_by, stopped_at)
    select gen_random_uuid(), item_id, ${cause}, ${note}, ${day}::date, ${personId}::uuid, ${at}::timestamptz
    from unnest(${[...itemIds]}::uuid[]) item_id`.execute(db);
  await sql`update request_item set stopped_since = ${day}::date where id = any(${[...itemIds]}::uuid[])`.execute(db);
}

type Resumed = { readonly itemId: string; readonly stoppedDays: number; readonly dueBy: string };

/** It goes on: the stop gets its last day, the period its new one. */
export async function endStops(
  db: Db,
  items: readonly Resumed[],
  { day, personId, at }: { readonly day: string; readonly personId: string | null; readonly at: string },
): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ itemId }) => itemId);
  await sql`update request_stop set to_day = ${day}::date, resumed_by = ${personId}::uuid, resumed_at = ${at}::timestamptz
    where item_id = any(${ids}::uuid[]) and to_day is null`.execute(db);
  await sql`
    update request_item set stopped_since = null, stopped_days = counted.days, due_by = counted.due_by
    from unnest(${ids}::uuid[], ${items.map(({ stoppedDays }) => stoppedDays)}::int[], ${items.map(({ dueBy }) => dueBy)}::date[])
      counted (id, days, due_by)
    where request_item.id = counted.id`.execute(db);
}

export type StopRow = {
  readonly id: string;
  readonly itemId: string;
  readonly cause: string;
  readonly note: string;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly stoppedBy: string | null;
  readonly resumedBy: string | null;
  /** The institute whose people stop and resume. */
  readonly organizationId: string | null;
};

export async function listStops(db: Db, itemIds: readonly string[]): Promise<StopRow[]> {
  if (itemIds.length === 0) return [];
  const { rows } = await sql<StopRow>`
    select stop.id, stop.item_id, stop.cause, stop.note, stop.from_day, stop.to_day, stopper.name as stopped_by, resumer.name as resumed_by,
      request.institute_id as organization_id
    from request_stop stop
    join request_item on request_item.id = stop.item_id join request on request.id = request_item.request_id
    left join person_detail stopper on stopper.person_id = stop.stopped_by
    left join person_detail resumer on resumer.person_id = stop.resumed_by
    where stop.item_id = any(${[...itemIds]}::uuid[])
    order by stop.item_id, stop.from_day, stop.stopped_at`.execute(db);
  return rows;
}

export type OpenPeriod = { readonly id: string; readonly periodFrom: string; readonly stoppedSince: string | null };

/** Items whose period runs or stands still, a page at a time, locked in the order of their ids. */
export async function lockOpenPeriods(db: Db, after: string | null, limit: number): Promise<OpenPeriod[]> {
  const { rows } = await sql<OpenPeriod>`
    select id, period_from, stopped_since from request_item
    where outcome = 'accepted' and period_from is not null and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit} for update`.execute(db);
  return rows;
}

/** Writes how long some periods stood still and when they end, counted anew. */
export async function setPeriods(db: Db, items: readonly Resumed[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    update request_item set stopped_days = counted.days, due_by = counted.due_by
    from unnest(${items.map(({ itemId }) => itemId)}::uuid[], ${items.map(({ stoppedDays }) => stoppedDays)}::int[],
      ${items.map(({ dueBy }) => dueBy)}::date[]) counted (id, days, due_by)
    where request_item.id = counted.id and (request_item.stopped_days, request_item.due_by) is distinct from (counted.days, counted.due_by)`.execute(
    db,
  );
}
