import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { likePart } from '../../../kernel/text.ts';
import type { Db } from '../../../platform/context.ts';
import { inRegion } from '../../../platform/scope-condition.ts';

export type Chosen = { request?: string | null | undefined; session?: string | null | undefined; edition?: string | null | undefined };

/** Checked records of an institute that this approver did not test and that stand in no other lot. */
const waiting = (db: Db, instituteId: string, personId: string, { request, session, edition }: Chosen) => {
  let query = db
    .selectFrom('verification')
    .innerJoin('requestItem', 'requestItem.id', 'verification.itemId')
    .where('verification.instituteId', '=', instituteId)
    .where('verification.status', '=', 'checked')
    .where('verification.kind', '<>', 'in-use')
    .where('verification.technicianId', '<>', personId)
    .where(
      sql<boolean>`not exists (select from certificate_lot_item item where item.verification_id = verification.id and item.state <> 'refused')`,
    );
  if (typeof request === 'string') query = query.where('requestItem.requestId', '=', request);
  if (typeof session === 'string') query = query.where('verification.sessionId', '=', session);
  if (typeof edition === 'string') query = query.where('verification.edition', '=', edition);
  return query;
};

export const countWaiting = (db: Db, instituteId: string, personId: string, chosen: Chosen) =>
  waiting(db, instituteId, personId, chosen)
    .innerJoin('request', 'request.id', 'requestItem.requestId')
    .innerJoin('organization as holder', 'holder.id', 'request.holderId')
    .leftJoin('verificationSession as session', 'session.id', 'verification.sessionId')
    .select([
      'verification.edition',
      'verification.sessionId',
      'session.day as sessionDay',
      'requestItem.requestId',
      'holder.name as holderName',
      sql<number>`count(*)::int`.as('count'),
      sql<number>`(count(*) filter (where verification.conclusion = 'fail'))::int`.as('fail'),
    ])
    .groupBy(['verification.edition', 'verification.sessionId', 'session.day', 'requestItem.requestId', 'holder.name'])
    .orderBy(sql`count(*)`, 'desc')
    .limit(200)
    .execute();

export const listWaiting = (db: Db, instituteId: string, personId: string, chosen: Chosen, limit: number) =>
  waiting(db, instituteId, personId, chosen)
    .innerJoin('instrument', 'instrument.id', 'verification.instrumentId')
    .select('verification.id')
    .orderBy('instrument.serial')
    .orderBy('verification.id')
    .limit(limit)
    .execute();

/** One lot at a time gets its number. */
export async function nextLot(db: Db, instituteId: string, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('certificate_lot', 0))`.execute(db);
  const { n } = await db
    .selectFrom('certificateLot')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('instituteId', '=', instituteId)
    .where('number', 'like', `%${year}L%`)
    .executeTakeFirstOrThrow();
  return n + 1;
}

type NewLot = {
  id: string;
  instituteId: string;
  region: string;
  number: string;
  title: string;
  items: number;
  approverId: string;
  approvedAt: string;
};

export async function insertLot(db: Db, lot: NewLot, verifications: readonly string[]): Promise<void> {
  await db.insertInto('certificateLot').values(lot).execute();
  await sql`insert into certificate_lot_item (lot_id, position, verification_id, state)
    select ${lot.id}::uuid, place, id, 'waiting' from unnest(${[...verifications]}::uuid[]) with ordinality as chosen (id, place)`.execute(
    db,
  );
}

export const lockLot = (db: Db, id: string) =>
  db.selectFrom('certificateLot').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const takeWaiting = (db: Db, lotId: string, limit: number) =>
  db
    .selectFrom('certificateLotItem')
    .select(['position', 'verificationId'])
    .where('lotId', '=', lotId)
    .where('state', '=', 'waiting')
    .orderBy('position')
    .limit(limit)
    .execute();

export const setItem = (
  db: Db,
  lotId: string,
  position: number,
  outcome: { state: 'issued'; number: string; problem: null } | { state: 'refused'; number: null; problem: unknown },
) =>
  db
    .updateTable('certificateLotItem')
    .set({ ...outcome, problem: outcome.problem === null ? null : JSON.stringify(outcome.problem) })
    .where('lotId', '=', lotId)
    .where('position', '=', position)
    .execute();

export const finishLot = (db: Db, id: string, at: string) =>
  db.updateTable('certificateLot').set({ finishedAt: at }).where('id', '=', id).execute();

export const listUnfinished = (db: Db) => db.selectFrom('certificateLot').select('id').where('finishedAt', 'is', null).execute();

const counted = (state: string) =>
  sql<number>`(select count(*)::int from certificate_lot_item item where item.lot_id = lot.id and item.state = ${state})`;

const lots = (db: Db, scope: Scope) => {
  const query = db
    .selectFrom('certificateLot as lot')
    .innerJoin('organization as institute', 'institute.id', 'lot.instituteId')
    .innerJoin('personDetail as approver', 'approver.personId', 'lot.approverId')
    .selectAll('lot')
    .select([
      'institute.name as instituteName',
      'approver.name as approverName',
      counted('issued').as('issued'),
      counted('refused').as('refused'),
    ]);
  if (scope.kind === 'organization') return query.where('lot.instituteId', '=', scope.organization);
  if (scope.kind === 'region') return query.where(inRegion('lot.region', scope.region));
  return scope.kind === 'city' ? query : query.where(sql<boolean>`false`);
};
export type LotRow = NonNullable<Awaited<ReturnType<typeof findLot>>>;

export const findLot = (db: Db, scope: Scope, id: string) => lots(db, scope).where('lot.id', '=', id).executeTakeFirst();

type Filter = { q?: string | undefined; state?: string | undefined; limit: number; after?: string | undefined };

export async function listLots(db: Db, scope: Scope, filter: Filter) {
  let query = lots(db, scope);
  if (filter.state !== undefined) query = query.where('lot.finishedAt', filter.state === 'working' ? 'is' : 'is not', null);
  if (filter.q !== undefined && filter.q !== '') {
    const like = likePart(filter.q);
    query = query.where(sql<boolean>`(lot.number ilike ${like} or lot.title ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('lot.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(lot.approved_at, lot.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('lot.approvedAt', 'desc')
    .orderBy('lot.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export async function listItems(db: Db, lotId: string, filter: Filter) {
  let query = db
    .selectFrom('certificateLotItem as item')
    .innerJoin('verification', 'verification.id', 'item.verificationId')
    .innerJoin('instrument', 'instrument.id', 'verification.instrumentId')
    .leftJoin('certificate', 'certificate.number', 'item.number')
    .where('item.lotId', '=', lotId);
  if (filter.state !== undefined) query = query.where('item.state', '=', filter.state);
  if (filter.q !== undefined && filter.q !== '') {
    const like = likePart(filter.q);
    query = query.where(sql<boolean>`(instrument.serial ilike ${like} or item.number ilike ${like})`);
  }
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select([
      'item.position',
      'item.verificationId',
      'item.state',
      'item.number',
      'item.problem',
      'verification.recordNumber',
      'instrument.serial',
      'certificate.kind',
      'certificate.validUntil',
    ])
    .where('item.position', '>', Number(/^\d{1,6}$/.exec(filter.after ?? '')?.[0] ?? 0))
    .orderBy('item.position')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** The documents of a lot, of which the first says what all have in common. */
export const listDocuments = (db: Db, lotId: string) =>
  db
    .selectFrom('certificateLotItem as item')
    .innerJoin('certificate', 'certificate.number', 'item.number')
    .select(['certificate.number', 'certificate.serial', 'certificate.kind', 'certificate.validUntil', 'certificate.issuedOn'])
    .where('item.lotId', '=', lotId)
    .orderBy('item.position')
    .execute();
