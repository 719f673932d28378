import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const items = (db: Db) =>
  db
    .selectFrom('custodyItem')
    .innerJoin('custodySlip', 'custodySlip.id', 'custodyItem.slipId')
    .innerJoin('requestItem', 'requestItem.id', 'custodyItem.itemId')
    .innerJoin('instrument', 'instrument.id', 'custodyItem.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'custodySlip.holderId')
    .innerJoin('organization as institute', 'institute.id', 'custodyItem.instituteId')
    .innerJoin('personDetail as receiver', 'receiver.personId', 'custodyItem.receivedBy')
    .leftJoin('custodyEnding as ending', 'ending.custodyItemId', 'custodyItem.id')
    .leftJoin('personDetail as handover', 'handover.personId', 'ending.personId')
    .selectAll('custodyItem')
    .select([
      'custodySlip.number as slipNumber',
      'custodySlip.pickUpCode',
      'custodySlip.holderId',
      'requestItem.requestId',
      'requestItem.step',
      'requestItem.stepSince',
      'requestItem.dueBy',
      'instrument.code',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.maker',
      'instrument.certificateNumber',
      'holder.name as holderName',
      'institute.name as instituteName',
      'receiver.name as receiverName',
      'ending.fetchedBy',
      'ending.fetchedPhone',
      'ending.proof',
      'ending.proofNote',
      'ending.reason as endingReason',
      'ending.certificateNumber as handedOver',
      'handover.name as handedOverBy',
    ]);

export type ItemRow = Awaited<ReturnType<typeof listOfSlip>>[number];

const within = (scope: Scope) =>
  scopeCondition(scope, { region: 'custodySlip.region', organization: ['custodyItem.instituteId', 'custodySlip.holderId'] });

export const listOfSlip = (db: Db, slipId: string) =>
  items(db).where('custodyItem.slipId', '=', slipId).orderBy('custodyItem.sequence').execute();

export const findItem = (db: Db, scope: Scope, id: string) =>
  items(db).where('custodyItem.id', '=', id).where(within(scope)).executeTakeFirst();

export const listByIds = (db: Db, ids: readonly string[]) =>
  items(db)
    .where('custodyItem.id', 'in', [...ids])
    .orderBy('custodyItem.id')
    .execute();

/** Locks what is requested and then what is in custody, each in the order of the ids, as a reception does: nobody waits in a ring. */
export async function lockItems(db: Db, ids: readonly string[]): Promise<void> {
  const known = await db
    .selectFrom('custodyItem')
    .select('itemId')
    .where('id', 'in', [...ids])
    .execute();
  if (known.length === 0) return;
  await db
    .selectFrom('requestItem')
    .select('id')
    .where(
      'id',
      'in',
      known.map(({ itemId }) => itemId),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  await db
    .selectFrom('custodyItem')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Held ones at an institute of these instruments, or with this label of a slip. */
export const listHeld = (
  db: Db,
  instituteId: string,
  wanted: { instrumentIds: readonly string[]; slipNumber: string | null; label: number | null },
) =>
  items(db)
    .where('custodyItem.instituteId', '=', instituteId)
    .where('custodyItem.status', '=', 'held')
    .where((it) =>
      it.or([
        ...(wanted.instrumentIds.length === 0 ? [] : [it('custodyItem.instrumentId', 'in', [...wanted.instrumentIds])]),
        ...(wanted.slipNumber === null
          ? []
          : [
              it.and([
                it('custodySlip.number', '=', wanted.slipNumber),
                ...(wanted.label === null ? [] : [it('custodyItem.sequence', '=', wanted.label)]),
              ]),
            ]),
      ]),
    )
    .orderBy('custodyItem.receivedAt')
    .limit(200)
    .execute();

export type Filter = {
  q?: string | undefined;
  status?: string | undefined;
  location?: string | undefined;
  step?: string | undefined;
  holder?: string | undefined;
  slip?: string | undefined;
  waiting?: 'true' | undefined;
  /** Held or waiting since before this instant. */
  before?: string | undefined;
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
  limit: number;
  after?: string | undefined;
};

/** By the age that is asked for: what waits is listed with the longest wait first, all else with the newest first. */
export async function listItems(db: Db, scope: Scope, filter: Filter) {
  const waits = filter.waiting === 'true';
  const since = waits ? sql<string>`request_item.step_since` : sql<string>`custody_item.received_at`;
  let query = items(db).where(within(scope));
  if (waits) query = query.where('requestItem.step', '=', 'issued').where('custodyItem.status', '=', 'held');
  if (filter.status !== undefined) query = query.where('custodyItem.status', '=', filter.status);
  if (filter.location !== undefined) query = query.where('custodyItem.location', '=', filter.location);
  if (filter.step !== undefined) query = query.where('requestItem.step', '=', filter.step);
  if (filter.holder !== undefined) query = query.where('custodySlip.holderId', '=', filter.holder);
  if (filter.slip !== undefined) query = query.where('custodyItem.slipId', '=', filter.slip);
  if (filter.receivedFrom !== undefined) query = query.where('custodySlip.receivedOn', '>=', filter.receivedFrom);
  if (filter.receivedTo !== undefined) query = query.where('custodySlip.receivedOn', '<=', filter.receivedTo);
  if (filter.before !== undefined) query = query.where('custodyItem.status', '=', 'held').where(sql<boolean>`${since} <= ${filter.before}`);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(custody_slip.number ilike ${like} or holder.name ilike ${like} or instrument.name ilike ${like} or instrument.model ilike ${like}
        or instrument.serial ilike ${like} or instrument.code ilike ${like} or custody_item.location_name ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('custodyItem.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = waits
      ? query.where(sql<boolean>`(${since}, custody_item.id) > (${cursor.at}, ${cursor.id})`)
      : query.where(sql<boolean>`(${since}, custody_item.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy(since, waits ? 'asc' : 'desc')
    .orderBy('custodyItem.id', waits ? 'asc' : 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total, cursorOf: (row: ItemRow) => ({ at: waits ? (row.stepSince ?? row.receivedAt) : row.receivedAt, id: row.id }) };
}

export const insertItems = (
  db: Db,
  rows: readonly {
    id: string;
    slipId: string;
    sequence: number;
    itemId: string;
    instrumentId: string;
    instituteId: string;
    condition: string;
    conditionNote: string | null;
    accessories: string;
    pieces: number;
    receivedBy: string;
    receivedAt: string;
  }[],
) =>
  db
    .insertInto('custodyItem')
    .values(rows.map((row) => ({ ...row, status: 'held', location: 'counter', moveCount: 1 })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('itemId')
    .execute();

type Step = { location: string; locationName: string; note: string | null; personId: string; at: string };

/** Appends the first place of what was received: the counter. */
export const insertFirstMoves = (db: Db, ids: readonly string[], by: { personId: string; at: string }) =>
  db
    .insertInto('custodyMove')
    .values(ids.map((custodyItemId) => ({ custodyItemId, sequence: 1, location: 'counter', ...by })))
    .execute();

/** Appends a move of locked instruments and mirrors it on them. */
export async function insertMoves(db: Db, rows: readonly Pick<ItemRow, 'id' | 'moveCount'>[], step: Step): Promise<void> {
  await db
    .insertInto('custodyMove')
    .values(rows.map((row) => ({ custodyItemId: row.id, sequence: row.moveCount + 1, ...step })))
    .execute();
  await db
    .updateTable('custodyItem')
    .set((it) => ({ location: step.location, locationName: step.locationName, moveCount: it('moveCount', '+', 1) }))
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
}

type Ending = {
  custodyItemId: string;
  kind: 'fetched' | 'returned';
  fetchedBy: string;
  fetchedPhone: string | null;
  proof: string;
  proofNote: string | null;
  certificateNumber: string | null;
  reason: string | null;
  personId: string;
  at: string;
};

/** Locked instruments leave: the ending, the last move and the state, in this order. */
export async function insertEndings(db: Db, rows: readonly Pick<ItemRow, 'id' | 'moveCount'>[], endings: readonly Ending[]): Promise<void> {
  await db
    .insertInto('custodyEnding')
    .values([...endings])
    .execute();
  const [first] = endings;
  if (first === undefined) return;
  await db
    .insertInto('custodyMove')
    .values(
      rows.map((row) => ({
        custodyItemId: row.id,
        sequence: row.moveCount + 1,
        location: 'left',
        locationName: first.fetchedBy,
        note: first.reason,
        personId: first.personId,
        at: first.at,
      })),
    )
    .execute();
  await db
    .updateTable('custodyItem')
    .set((it) => ({
      status: first.kind,
      location: 'left',
      locationName: first.fetchedBy,
      leftAt: first.at,
      moveCount: it('moveCount', '+', 1),
    }))
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
}

export const listMoves = (db: Db, id: string) =>
  db
    .selectFrom('custodyMove')
    .innerJoin('personDetail', 'personDetail.personId', 'custodyMove.personId')
    .select(['custodyMove.location', 'custodyMove.locationName', 'custodyMove.note', 'custodyMove.at', 'personDetail.name as person'])
    .where('custodyMove.custodyItemId', '=', id)
    .orderBy('custodyMove.sequence')
    .execute();
