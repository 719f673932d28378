import { likePart } from '../../../kernel/text.ts';
import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

const itemsOf = (db: Db) =>
  db
    .selectFrom('requestItem')
    .innerJoin('request', 'request.id', 'requestItem.requestId')
    .select([
      'requestItem.id',
      'requestItem.requestId',
      'requestItem.instrumentId',
      'requestItem.outcome',
      'requestItem.outcomeCount',
      'requestItem.region',
      'requestItem.step',
      'requestItem.stepSince',
      'requestItem.periodFrom',
      'requestItem.dueBy',
      'requestItem.stoppedSince',
      'requestItem.servedOn',
      'requestItem.askedDueOn',
      'request.instituteId',
      'request.holderId',
      'request.instrumentKind',
      'request.verificationKind',
      'request.whereDone',
      'request.designationId',
      'request.status',
      'request.origin',
      'request.submittedAt',
      'request.demonstration',
    ]);

export const findItem = (db: Db, id: string) => itemsOf(db).where('requestItem.id', '=', id).executeTakeFirst();

export const findItems = (db: Db, ids: readonly string[]) =>
  itemsOf(db)
    .where(sql<boolean>`request_item.id = any(${[...ids]}::uuid[])`)
    .orderBy('requestItem.id')
    .execute();

/** What is not refused, withdrawn or served of a request. */
export const listOpenItems = (db: Db, requestId: string) =>
  itemsOf(db)
    .where('requestItem.requestId', '=', requestId)
    .where(sql<boolean>`(request_item.outcome is null or request_item.outcome in ('accepted', 'referred'))`)
    .orderBy('requestItem.id')
    .execute();

export const setServed = (db: Db, itemId: string, day: string) =>
  db.updateTable('requestItem').set({ servedOn: day }).where('id', '=', itemId).execute();

type Filter = {
  readonly q?: string | undefined;
  readonly step?: string | undefined;
  readonly limit: number;
  /** The last item of the page before. */
  readonly after?: string | undefined;
};

export type ItemRow = Awaited<ReturnType<typeof listItems>>['rows'][number];

/** The instruments of a request with what they are now, in the order of their serial numbers. */
export async function listItems(db: Db, requestId: string, { q, step, limit, after }: Filter) {
  let query = db
    .selectFrom('requestItem')
    .innerJoin('instrument', 'instrument.id', 'requestItem.instrumentId')
    .select([
      'requestItem.id',
      'requestItem.outcome',
      'requestItem.step',
      'requestItem.stepSince',
      'requestItem.dueBy',
      'requestItem.stoppedSince',
      'requestItem.servedOn',
      'requestItem.askedDueOn',
      'instrument.id as instrumentId',
      'instrument.code',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.maker',
      'instrument.place',
      'instrument.parameters',
    ])
    .where('requestItem.requestId', '=', requestId);
  if (step !== undefined) query = query.where('requestItem.step', '=', step);
  if (q !== undefined && q !== '') {
    const like = likePart(q);
    query = query.where(
      sql<boolean>`concat_ws(' ', instrument.code, instrument.name, instrument.model, instrument.serial, instrument.maker, instrument.place) ilike ${like}`,
    );
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (after !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after))
    query = query.where(
      sql<boolean>`(instrument.serial, request_item.id) > (select other.serial, item.id from request_item item
        join instrument other on other.id = item.instrument_id where item.id = ${after}::uuid)`,
    );
  const rows = await query
    .orderBy('instrument.serial')
    .orderBy('requestItem.id')
    .limit(limit + 1)
    .execute();
  return { rows, total };
}

/** How many instruments of a request stand at each step, and the clocks of how many run or stand still. */
export const countSteps = (db: Db, requestId: string) =>
  db
    .selectFrom('requestItem')
    .select([
      'step',
      sql<number>`count(*)::int`.as('n'),
      sql<number>`(count(*) filter (where outcome = 'accepted' and period_from is not null and stopped_since is null))::int`.as('running'),
      sql<number>`(count(*) filter (where stopped_since is not null))::int`.as('stopped'),
    ])
    .where('requestId', '=', requestId)
    .groupBy('step')
    .execute();

export type LateRow = {
  readonly instrumentId: string;
  readonly requestId: string;
  readonly submittedOn: string;
  readonly askedDueOn: string;
  readonly servedOn: string | null;
};

/** The day of the submission by the city's clock; the requests of one item. */
export const submittedOn = sql<string>`(request.submitted_at at time zone 'Asia/Shanghai')::date`;
/** Asked for in time, not done in time by the institute: rules/period.ts says the same of one item. */
export const isLate = (today: string) => sql<boolean>`(request_item.asked_due_on is not null
  and (request.submitted_at at time zone 'Asia/Shanghai')::date <= request_item.asked_due_on
  and case when request_item.served_on is null
    then (request_item.outcome is null or request_item.outcome in ('accepted', 'referred')) and ${today}::date > request_item.asked_due_on
    else request_item.served_on > request_item.asked_due_on end)`;

/** Of some instruments, the latest request that was in time and was not done in time. */
export async function listLate(db: Db, instrumentIds: readonly string[], today: string): Promise<LateRow[]> {
  const { rows } = await sql<LateRow>`
    select distinct on (request_item.instrument_id) request_item.instrument_id, request_item.request_id, ${submittedOn} as submitted_on,
      request_item.asked_due_on, request_item.served_on
    from request_item join request on request.id = request_item.request_id
    where request_item.instrument_id = any(${[...instrumentIds]}::uuid[]) and ${isLate(today)}
    order by request_item.instrument_id, request.submitted_at desc`.execute(db);
  return rows;
}

export type NewlyLate = { readonly id: string; readonly instrumentId: string; readonly askedDueOn: string };

/** What has become late and was not told yet, of the last months; marked as told. */
export async function markLate(db: Db, today: string, limit: number): Promise<NewlyLate[]> {
  const { rows } = await sql<NewlyLate>`
    with late as (
      select request_item.id from request_item join request on request.id = request_item.request_id
      where request_item.late_noted_on is null and request_item.asked_due_on >= ${today}::date - 120 and ${isLate(today)}
      order by request_item.id limit ${limit} for update of request_item
    )
    update request_item set late_noted_on = ${today}::date from late
    where request_item.id = late.id returning request_item.id, request_item.instrument_id, request_item.asked_due_on`.execute(db);
  return rows;
}

/** Who passed a request on, in order: the step of all its instruments, told once. */
export async function listReferrals(db: Db, requestId: string) {
  const { rows } = await sql<{ from: string | null; at: string; reason: string | null }>`
    select organization.name as "from", step.at, step.note as reason
    from request_step step left join organization on organization.id = step.organization_id
    where step.step = 'referred' and step.item_id = (select id from request_item where request_id = ${requestId}::uuid order by id limit 1)
    order by step.sequence`.execute(db);
  return rows;
}
