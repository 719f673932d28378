import { sql } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const wanted = (db: Db) =>
  db
    .selectFrom('requestItem')
    .innerJoin('request', 'request.id', 'requestItem.requestId')
    .innerJoin('instrument', 'instrument.id', 'requestItem.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'request.holderId')
    .select([
      'requestItem.id',
      'requestItem.requestId',
      'requestItem.instrumentId',
      'requestItem.step',
      'requestItem.dueBy',
      'request.instituteId',
      'request.holderId',
      'request.verificationKind',
      'request.whereDone',
      'request.note',
      'holder.name as holderName',
      'instrument.code',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.place',
      sql<boolean>`exists (select from schedule_item held where held.item_id = request_item.id and held.released_at is null)`.as(
        'isBooked',
      ),
    ]);

export type WantedRow = Awaited<ReturnType<typeof lockWanted>>[number];

/** Items of requests, locked in the order of their ids until the change is committed. */
export async function lockWanted(db: Db, ids: readonly string[]) {
  await sql`select id from request_item where id = any(${[...ids]}::uuid[]) order by id for update`.execute(db);
  return wanted(db)
    .where(sql<boolean>`request_item.id = any(${[...ids]}::uuid[])`)
    .orderBy('requestItem.id')
    .execute();
}

const within = (scope: Scope) => scopeCondition(scope, { region: 'request.region', organization: 'request.instituteId' });

type Filter = {
  q?: string | undefined;
  instrumentKind?: string | undefined;
  whereDone?: string | undefined;
  holder?: string | undefined;
  dueUntil?: string | undefined;
  limit: number;
  after?: string | undefined;
};

const never = '2199-12-31';
const cursorPattern = /^(\d{4}-\d\d-\d\d) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Accepted and received instruments without a booking, those due first at the top. */
export async function listWanted(db: Db, scope: Scope, filter: Filter) {
  let query = wanted(db)
    .where(within(scope))
    // As it stands in the index of what waits.
    .where(sql<boolean>`request_item.step in ('accepted', 'received')`)
    .where(sql<boolean>`not exists (select from schedule_item held where held.item_id = request_item.id and held.released_at is null)`);
  if (filter.instrumentKind !== undefined) query = query.where('instrument.kind', '=', filter.instrumentKind);
  if (filter.whereDone !== undefined) query = query.where('request.whereDone', '=', filter.whereDone);
  if (filter.holder !== undefined) query = query.where('request.holderId', '=', filter.holder);
  if (filter.dueUntil !== undefined) query = query.where('requestItem.dueBy', '<=', filter.dueUntil);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(holder.name ilike ${like} or instrument.name ilike ${like} or instrument.model ilike ${like} or instrument.serial ilike ${like}
        or instrument.code ilike ${like} or instrument.place ilike ${like} or request.ecqs_number ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('requestItem.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const [, dueBy, id] = cursorPattern.exec(filter.after ?? '') ?? [];
  if (dueBy !== undefined)
    query = query.where(sql<boolean>`(coalesce(request_item.due_by, ${never}::date), request_item.id) > (${dueBy}::date, ${id}::uuid)`);
  const rows = await query
    .orderBy(sql`coalesce(request_item.due_by, ${never}::date)`)
    .orderBy('requestItem.id')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total, cursorOf: (row: WantedRow) => `${row.dueBy ?? never} ${row.id}` };
}

/** What is on a booking; of a cancelled one what was on it then. */
export const listBooked = (db: Db, bookingId: string) =>
  db
    .selectFrom('scheduleItem')
    .innerJoin('requestItem', 'requestItem.id', 'scheduleItem.itemId')
    .innerJoin('request', 'request.id', 'requestItem.requestId')
    .innerJoin('instrument', 'instrument.id', 'requestItem.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'request.holderId')
    .select([
      'scheduleItem.itemId',
      'scheduleItem.day',
      'requestItem.requestId',
      'requestItem.step',
      'requestItem.dueBy',
      'requestItem.instrumentId',
      'request.holderId',
      'holder.name as holderName',
      'instrument.code',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.place',
    ])
    .where('scheduleItem.bookingId', '=', bookingId)
    .where(sql<boolean>`(schedule_item.released_at is null or schedule_item.release = 'cancelled')`)
    .orderBy('scheduleItem.day')
    .orderBy('instrument.serial')
    .orderBy('scheduleItem.itemId')
    .execute();

const inserted = 5000;

/** In portions, since a statement takes only so many values. */
export async function insertItems(
  db: Db,
  rows: readonly { id: string; bookingId: string; itemId: string; benchId: string | null; day: string | null }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += inserted)
    await db
      .insertInto('scheduleItem')
      .values(rows.slice(from, from + inserted))
      .execute();
}

export async function insertUses(
  db: Db,
  rows: readonly { id: string; bookingId: string; resourceId: string; day: string; half: string; postId: string }[],
): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('scheduleUse')
      .values([...rows])
      .execute();
}

export async function release(db: Db, bookingId: string, cause: 'moved' | 'cancelled', at: string): Promise<void> {
  await db.updateTable('scheduleUse').set({ releasedAt: at }).where('bookingId', '=', bookingId).where('releasedAt', 'is', null).execute();
  await db
    .updateTable('scheduleItem')
    .set({ releasedAt: at, release: cause })
    .where('bookingId', '=', bookingId)
    .where('releasedAt', 'is', null)
    .execute();
}

export const releaseItems = (db: Db, bookingId: string, itemIds: readonly string[], at: string) =>
  db
    .updateTable('scheduleItem')
    .set({ releasedAt: at, release: 'removed' })
    .where('bookingId', '=', bookingId)
    .where('itemId', 'in', [...itemIds])
    .where('releasedAt', 'is', null)
    .execute();

/** How many instruments stand on benches in a span of days. */
export const listLoads = (db: Db, benchIds: readonly string[], from: string, to: string) =>
  benchIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('scheduleLoad')
        .select(['benchId', 'day', 'booked'])
        .where('benchId', 'in', [...benchIds])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .execute();

/** Where persons and vans are bound to in a span of days. */
export const listPosts = (db: Db, resourceIds: readonly string[], from: string, to: string) =>
  resourceIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('schedulePost')
        .select(['resourceId', 'day', 'half', 'postId'])
        .where('resourceId', 'in', [...resourceIds])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .where('uses', '>', 0)
        .execute();
