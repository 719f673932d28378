import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const slips = (db: Db) =>
  db
    .selectFrom('custodySlip')
    .innerJoin('organization as holder', 'holder.id', 'custodySlip.holderId')
    .innerJoin('organization as institute', 'institute.id', 'custodySlip.instituteId')
    .innerJoin('personDetail as receiver', 'receiver.personId', 'custodySlip.receivedBy')
    .selectAll('custodySlip')
    .select([
      'holder.name as holderName',
      'institute.name as instituteName',
      'receiver.name as receiverName',
      sql<number>`(select count(*)::int from custody_item held where held.slip_id = custody_slip.id and held.status = 'held')`.as(
        'heldCount',
      ),
      sql<string | null>`(select max(request_item.due_by) from custody_item held join request_item on request_item.id = held.item_id
        where held.slip_id = custody_slip.id)`.as('expectedOn'),
    ]);

export type SlipRow = NonNullable<Awaited<ReturnType<typeof findSlip>>>;

/** A scope reaches the slips of its region, those an institute made out, and the holder's own. */
const within = (scope: Scope) =>
  scopeCondition(scope, { region: 'custodySlip.region', organization: ['custodySlip.instituteId', 'custodySlip.holderId'] });

export const findSlip = (db: Db, scope: Scope, id: string) =>
  slips(db).where('custodySlip.id', '=', id).where(within(scope)).executeTakeFirst();

/** The slip stays as it is until the change is committed. */
export const lockSlip = (db: Db, id: string) =>
  db.selectFrom('custodySlip').select(['itemCount']).where('id', '=', id).forUpdate().executeTakeFirst();

export const listSlipsNumbered = (db: Db, instituteId: string, number: string) =>
  slips(db).where('custodySlip.instituteId', '=', instituteId).where('custodySlip.number', '=', number).execute();

type Filter = {
  q?: string | undefined;
  open?: 'true' | 'false' | undefined;
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listSlips(db: Db, scope: Scope, filter: Filter) {
  let query = slips(db).where(within(scope));
  if (filter.receivedFrom !== undefined) query = query.where('custodySlip.receivedOn', '>=', filter.receivedFrom);
  if (filter.receivedTo !== undefined) query = query.where('custodySlip.receivedOn', '<=', filter.receivedTo);
  if (filter.open !== undefined)
    query = query.where(
      sql<boolean>`exists (select from custody_item held where held.slip_id = custody_slip.id and held.status = 'held') = ${filter.open === 'true'}`,
    );
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(custody_slip.number ilike ${like} or holder.name ilike ${like} or custody_slip.brought_by ilike ${like}
        or exists (select from custody_item one join instrument on instrument.id = one.instrument_id
          where one.slip_id = custody_slip.id and (instrument.serial ilike ${like} or instrument.code ilike ${like})))`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('custodySlip.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(custody_slip.received_at, custody_slip.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('custodySlip.receivedAt', 'desc')
    .orderBy('custodySlip.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** The next of the series; its row stays locked until the slip is committed, so that no number is left out. */
export async function nextOfSeries(db: Db, instituteId: string, year: number): Promise<number> {
  const { last } = await db
    .insertInto('custodySeries')
    .values({ instituteId, year, last: 1 })
    .onConflict((conflict) => conflict.constraint('custody_series_once').doUpdateSet({ last: sql<number>`custody_series.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export const insertSlip = (
  db: Db,
  slip: {
    id: string;
    number: string;
    instituteId: string;
    region: string;
    holderId: string;
    year: number;
    sequence: number;
    broughtBy: string;
    broughtPhone: string | null;
    note: string | null;
    pickUpCode: string;
    receivedBy: string;
    receivedAt: string;
    receivedOn: string;
    demonstration: boolean;
  },
) => db.insertInto('custodySlip').values(slip).execute();

export const countItems = (db: Db, id: string, itemCount: number) =>
  db.updateTable('custodySlip').set({ itemCount }).where('id', '=', id).execute();
