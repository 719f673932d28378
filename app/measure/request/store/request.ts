import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import { regionPrefix, type Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';

const requests = (db: Db) =>
  db
    .selectFrom('request')
    .innerJoin('organization as holder', 'holder.id', 'request.holderId')
    .innerJoin('organization as institute', 'institute.id', 'request.instituteId')
    .innerJoin('designation', 'designation.id', 'request.designationId')
    .innerJoin('organization as authority', 'authority.id', 'designation.authorityId')
    .innerJoin('personDetail', 'personDetail.personId', 'request.submittedBy')
    .selectAll('request')
    .select([
      'holder.name as holderName',
      'institute.name as instituteName',
      'designation.region as designationRegion',
      'designation.documentNumber as designationDocument',
      'authority.name as authorityName',
      'personDetail.name as submitter',
    ]);

export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** A scope reaches the requests of its region, the holder's own, and those an institute has or had. */
const within = (scope: Scope) => {
  switch (scope.kind) {
    case 'city':
      return sql<boolean>`true`;
    case 'region':
      return sql<boolean>`request.region like ${`${regionPrefix(scope.region)}%`}`;
    case 'organization':
      return sql<boolean>`(request.holder_id = ${scope.organization} or request.institute_id = ${scope.organization}
        or exists (select from request_item item join request_outcome outcome on outcome.item_id = item.id
          where item.request_id = request.id and outcome.institute_id = ${scope.organization}))`;
    case 'none':
      return sql<boolean>`false`;
  }
};

export const findRequest = (db: Db, scope: Scope, id: string) =>
  requests(db).where('request.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockRequest = (db: Db, id: string) =>
  db.selectFrom('request').select(['status', 'instituteId']).where('id', '=', id).forUpdate().executeTakeFirst();

type Filter = {
  q?: string | undefined;
  status?: string | undefined;
  region?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listRequests(db: Db, scope: Scope, filter: Filter) {
  let query = requests(db).where(within(scope));
  if (filter.status !== undefined) query = query.where('request.status', '=', filter.status);
  if (filter.region !== undefined) query = query.where('request.region', 'like', `${regionPrefix(filter.region)}%`);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where((it) => it.or([it('holder.name', 'like', like), it('request.ecqsNumber', 'like', like)]));
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(request.submitted_at, request.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('request.submittedAt', 'desc')
    .orderBy('request.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** The instruments of a request with what they are now. */
export const listItems = (db: Db, requestId: string) =>
  db
    .selectFrom('requestItem')
    .innerJoin('instrument', 'instrument.id', 'requestItem.instrumentId')
    .select([
      'requestItem.id',
      'requestItem.outcome',
      'requestItem.outcomeCount',
      'requestItem.region',
      'instrument.id as instrumentId',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.maker',
      'instrument.place',
      'instrument.parameters',
    ])
    .where('requestItem.requestId', '=', requestId)
    .orderBy('instrument.serial')
    .orderBy('requestItem.id')
    .execute();

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

export type RequestToInsert = {
  id: string;
  holderId: string;
  region: string;
  instrumentKind: string;
  verificationKind: string;
  whereDone: string;
  designationId: string;
  instituteId: string;
  note: string | null;
  ecqsNumber: string | null;
  origin: string;
  batchId: string | null;
  submittedBy: string;
  submittedAt: string;
  demonstration: boolean;
};

/** False when the e-CQS number is taken. */
export async function insertRequest(db: Db, request: RequestToInsert, instrumentCount: number): Promise<boolean> {
  const inserted = await db
    .insertInto('request')
    .values({ ...request, status: 'submitted', instrumentCount })
    .onConflict((conflict) => conflict.column('ecqsNumber').where('ecqsNumber', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Some could not be added: the request holds the others. */
export const countInstruments = (db: Db, id: string, instrumentCount: number) =>
  db.updateTable('request').set({ instrumentCount }).where('id', '=', id).execute();

export const setDecision = (
  db: Db,
  id: string,
  decision: { status: string; reason?: string | null; instituteId?: string; designationId?: string; decidedAt?: string },
) => db.updateTable('request').set(decision).where('id', '=', id).execute();

/** One more instrument of the request has its certificate or notice; the last one closes the request. */
export const countServed = (db: Db, id: string) =>
  db
    .updateTable('request')
    .set({
      servedCount: sql<number>`served_count + 1`,
      status: sql<string>`case when served_count + withdrawn_count + 1 = instrument_count then 'served' else status end`,
    })
    .where('id', '=', id)
    .execute();

export const setServed = (db: Db, itemId: string, day: string) =>
  db.updateTable('requestItem').set({ servedOn: day }).where('id', '=', itemId).execute();
