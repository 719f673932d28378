import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { RequestStep } from '../rules/step.ts';

export type LockedItem = {
  readonly id: string;
  readonly requestId: string;
  readonly instrumentId: string;
  readonly step: string;
  readonly stepCount: number;
  readonly outcome: string | null;
  readonly whereDone: string;
  readonly instituteId: string;
  readonly periodFrom: string | null;
  readonly stoppedDays: number;
  readonly stoppedSince: string | null;
};

/** Locked in the order of their ids: two that want the same instruments wait for each other and never stand in each other's way. */
export async function lockItems(db: Db, ids: readonly string[]): Promise<LockedItem[]> {
  const { rows } = await sql<LockedItem>`
    select request_item.id, request_item.request_id, request_item.instrument_id, request_item.step, request_item.step_count, request_item.outcome,
      request.where_done, request.institute_id, request_item.period_from, request_item.stopped_days, request_item.stopped_since
    from request_item join request on request.id = request_item.request_id
    where request_item.id = any(${[...ids]}::uuid[])
    order by request_item.id for update of request_item`.execute(db);
  return rows;
}

type Mark = {
  readonly step: RequestStep;
  readonly note: string | null;
  readonly at: string;
  readonly day: string;
  readonly personId: string | null;
  readonly organizationId: string | null;
};

/** Appends one step to each of the locked items and mirrors it on the item. */
export async function insertSteps(db: Db, ids: readonly string[], { step, note, at, day, personId, organizationId }: Mark): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with moved as (
      update request_item set step = ${step}, step_since = ${at}, step_count = step_count + 1
      where id = any(${[...ids]}::uuid[]) returning id, step_count
    )
    insert into request_step (item_id, sequence, step, note, at, day, person_id, organization_id)
    select id, step_count, ${step}, ${note}, ${at}::timestamptz, ${day}::date, ${personId}::uuid, ${organizationId}::uuid from moved`.execute(
    db,
  );
}

/** The period of these items begins; those whose period has begun keep theirs. */
export const beginPeriod = (db: Db, ids: readonly string[], from: string, dueBy: string) =>
  sql`update request_item set period_from = ${from}::date, due_by = ${dueBy}::date
    where id = any(${[...ids]}::uuid[]) and period_from is null`.execute(db);

/** What was given back untested has no period until it is received again. */
export const endPeriod = (db: Db, ids: readonly string[]) =>
  sql`update request_item set period_from = null, due_by = null, stopped_days = 0, stopped_since = null
    where id = any(${[...ids]}::uuid[])`.execute(db);

export type StepRow = {
  readonly itemId: string;
  readonly sequence: number;
  readonly step: string;
  readonly note: string | null;
  readonly at: string;
  readonly day: string;
  readonly person: string | null;
  readonly organization: string | null;
  readonly organizationId: string | null;
};

/** Every step of some items, each item's in order. */
export async function listSteps(db: Db, itemIds: readonly string[]): Promise<StepRow[]> {
  if (itemIds.length === 0) return [];
  const { rows } = await sql<StepRow>`
    select step.item_id, step.sequence, step.step, step.note, step.at, step.day, detail.name as person, organization.name as organization,
      step.organization_id
    from request_step step
    left join person_detail detail on detail.person_id = step.person_id
    left join organization on organization.id = step.organization_id
    where step.item_id = any(${[...itemIds]}::uuid[])
    order by step.item_id, step.sequence`.execute(db);
  return rows;
}
