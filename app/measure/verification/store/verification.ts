import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import { regionPrefix, type Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';

const verifications = (db: Db) =>
  db
    .selectFrom('verification')
    .innerJoin('requestItem', 'requestItem.id', 'verification.itemId')
    .innerJoin('request', 'request.id', 'requestItem.requestId')
    .innerJoin('instrument', 'instrument.id', 'verification.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'request.holderId')
    .innerJoin('organization as institute', 'institute.id', 'verification.instituteId')
    .innerJoin('personDetail as technician', 'technician.personId', 'verification.technicianId')
    .leftJoin('personDetail as checker', 'checker.personId', 'verification.checkerId')
    .leftJoin('personDetail as approver', 'approver.personId', 'verification.approverId')
    .selectAll('verification')
    .select([
      'request.id as requestId',
      'request.holderId',
      'request.designationId',
      'instrument.kind as instrumentKind',
      'instrument.name as instrumentName',
      'instrument.model',
      'instrument.serial',
      'instrument.maker',
      'instrument.place',
      'instrument.status as instrumentStatus',
      'instrument.parameters',
      'holder.name as holderName',
      'institute.name as instituteName',
      'technician.name as technicianName',
      'checker.name as checkerName',
      'approver.name as approverName',
    ]);

export type VerificationRow = NonNullable<Awaited<ReturnType<typeof findVerification>>>;

const within = (scope: Scope) => {
  switch (scope.kind) {
    case 'city':
      return sql<boolean>`true`;
    case 'region':
      return sql<boolean>`verification.region like ${`${regionPrefix(scope.region)}%`}`;
    case 'organization':
      return sql<boolean>`verification.institute_id = ${scope.organization}`;
    case 'none':
      return sql<boolean>`false`;
  }
};

export const findVerification = (db: Db, scope: Scope, id: string) =>
  verifications(db).where('verification.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockVerification = (db: Db, id: string) =>
  db.selectFrom('verification').select(['status', 'version']).where('id', '=', id).forUpdate().executeTakeFirst();

type Filter = {
  q?: string | undefined;
  status?: string | undefined;
  conclusion?: string | undefined;
  technicianId?: string | undefined;
  instrument?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listVerifications(db: Db, scope: Scope, filter: Filter) {
  let query = verifications(db).where(within(scope));
  if (filter.status !== undefined) query = query.where('verification.status', '=', filter.status);
  if (filter.conclusion !== undefined) query = query.where('verification.conclusion', '=', filter.conclusion);
  if (filter.technicianId !== undefined) query = query.where('verification.technicianId', '=', filter.technicianId);
  if (filter.instrument !== undefined) query = query.where('verification.instrumentId', '=', filter.instrument);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(instrument.search ilike ${like} or holder.name ilike ${like} or verification.certificate_number ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('verification.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(verification.begun_at, verification.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('verification.begunAt', 'desc')
    .orderBy('verification.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Accepted instruments of an institute that nobody has taken up. */
export async function listWaiting(db: Db, scope: Scope, filter: { q?: string | undefined; limit: number; after?: string | undefined }) {
  let query = db
    .selectFrom('requestItem')
    .innerJoin('request', 'request.id', 'requestItem.requestId')
    .innerJoin('instrument', 'instrument.id', 'requestItem.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'request.holderId')
    .leftJoin('verification', 'verification.itemId', 'requestItem.id')
    .select([
      'requestItem.id',
      'request.id as requestId',
      'holder.name as holderName',
      'request.instrumentKind',
      'request.verificationKind',
      'request.whereDone',
      'request.submittedAt',
      'instrument.id as instrumentId',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.place',
    ])
    .where('requestItem.outcome', '=', 'accepted')
    .where('verification.id', 'is', null);
  if (scope.kind === 'organization') query = query.where('request.instituteId', '=', scope.organization);
  if (scope.kind === 'region') query = query.where('request.region', 'like', `${regionPrefix(scope.region)}%`);
  if (scope.kind === 'none') query = query.where(sql<boolean>`false`);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(sql<boolean>`(instrument.search ilike ${like} or holder.name ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(request.submitted_at, request_item.id) > (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('request.submittedAt')
    .orderBy('requestItem.id')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export type VerificationToInsert = {
  id: string;
  itemId: string;
  instrumentId: string;
  instituteId: string;
  region: string;
  edition: string;
  kind: string;
  technicianId: string;
  assignedBy: string;
  begunAt: string;
  readings: unknown;
  demonstration: boolean;
};

/** False when the instrument is taken up already. */
export async function insertVerification(db: Db, { readings, ...rest }: VerificationToInsert): Promise<boolean> {
  const inserted = await db
    .insertInto('verification')
    .values({ ...rest, readings: JSON.stringify(readings), status: 'drafted' })
    .onConflict((conflict) => conflict.constraint('verification_item_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const saveDraft = (
  db: Db,
  id: string,
  draft: { version: number; testedOn: string | null; environment: unknown; readings: unknown; standard: string | null },
) =>
  db
    .updateTable('verification')
    .set({ ...draft, environment: JSON.stringify(draft.environment), readings: JSON.stringify(draft.readings) })
    .where('id', '=', id)
    .execute();

export const saveSubmission = (
  db: Db,
  id: string,
  submission: { nameplate: unknown; result: unknown; resultDigest: string; conclusion: string; submittedAt: string },
) =>
  db
    .updateTable('verification')
    .set({
      ...submission,
      nameplate: JSON.stringify(submission.nameplate),
      result: JSON.stringify(submission.result),
      status: 'submitted',
      returnReason: null,
      checkerId: null,
      checkedAt: null,
    })
    .where('id', '=', id)
    .execute();

type Step =
  | { status: 'checked'; checkerId: string; checkedAt: string }
  | { status: 'returned'; returnReason: string }
  | { status: 'approved'; approverId: string; approvedAt: string };

export const saveStep = (db: Db, id: string, step: Step) => db.updateTable('verification').set(step).where('id', '=', id).execute();

export const setCertificateNumber = (db: Db, id: string, certificateNumber: string) =>
  db.updateTable('verification').set({ certificateNumber }).where('id', '=', id).execute();
