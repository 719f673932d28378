import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const verifications = (db: Db) =>
  db
    .selectFrom('verification')
    .innerJoin('instrument', 'instrument.id', 'verification.instrumentId')
    .leftJoin('requestItem', 'requestItem.id', 'verification.itemId')
    .leftJoin('request', 'request.id', 'requestItem.requestId')
    .innerJoin('organization as holder', (join) =>
      join.on('holder.id', '=', sql<string>`coalesce(request.holder_id, instrument.holder_id)`),
    )
    .innerJoin('organization as institute', 'institute.id', 'verification.instituteId')
    .innerJoin('personDetail as technician', 'technician.personId', 'verification.technicianId')
    .leftJoin('personDetail as checker', 'checker.personId', 'verification.checkerId')
    .leftJoin('personDetail as approver', 'approver.personId', 'verification.approverId')
    .leftJoin('personDetail as second', 'second.personId', 'verification.secondPersonId')
    .leftJoin('verificationSession as session', 'session.id', 'verification.sessionId')
    .leftJoin('verificationNetworkCheck as network', 'network.verificationId', 'verification.id')
    .selectAll('verification')
    .select([
      'request.id as requestId',
      'request.designationId',
      'holder.id as holderId',
      'holder.name as holderName',
      'instrument.kind as instrumentKind',
      'instrument.name as instrumentName',
      'instrument.model',
      'instrument.serial',
      'instrument.maker',
      'instrument.place',
      'instrument.region as instrumentRegion',
      'instrument.status as instrumentStatus',
      'instrument.parameters',
      'institute.name as instituteName',
      'technician.name as technicianName',
      'checker.name as checkerName',
      'approver.name as approverName',
      'second.name as secondPersonName',
      'session.day as sessionDay',
      'session.environment as sessionEnvironment',
      'session.standards as sessionStandards',
      'network.number as networkNumber',
      'network.checkedOn as networkCheckedOn',
    ])
    .select(sql<string | null>`coalesce(request.where_done, verification.calibrated_at)`.as('whereDone'));

export type VerificationRow = NonNullable<Awaited<ReturnType<typeof findVerification>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'verification.region', organization: 'verification.instituteId' });

export const findVerification = (db: Db, scope: Scope, id: string) =>
  verifications(db).where('verification.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockVerification = (db: Db, id: string) =>
  db.selectFrom('verification').select(['status', 'version']).where('id', '=', id).forUpdate().executeTakeFirst();

/** Who asks what waits for him: an institute's person with these permits. */
export type Waiter = {
  readonly personId: string;
  readonly organizationId: string;
  readonly mayEnter: boolean;
  readonly mayCheck: boolean;
  readonly mayApprove: boolean;
  readonly approverMayCheck: boolean;
};

const forWaiter = ({ personId, organizationId, mayEnter, mayCheck, mayApprove, approverMayCheck }: Waiter) => sql<boolean>`
  verification.institute_id = ${organizationId}::uuid and (
    (${mayEnter}::boolean and verification.technician_id = ${personId}::uuid and (
      verification.status in ('drafted', 'returned')
      or verification.network_check = 'awaiting' and verification.conclusion = 'pass'))
    or (${mayCheck}::boolean and verification.status = 'submitted' and verification.technician_id <> ${personId}::uuid)
    or (${mayApprove}::boolean and verification.status = 'checked' and verification.technician_id <> ${personId}::uuid
      and (${approverMayCheck}::boolean or verification.checker_id <> ${personId}::uuid)))`;

const waitingFor = (waiting: string, waiter: Waiter) => {
  switch (waiting) {
    case 'me':
      return forWaiter(waiter);
    case 'entry':
      return sql<boolean>`verification.status in ('drafted', 'returned')`;
    case 'check':
      return sql<boolean>`verification.status = 'submitted'`;
    case 'approval':
      return sql<boolean>`verification.status = 'checked'`;
    default:
      return sql<boolean>`verification.network_check = 'awaiting' and verification.conclusion = 'pass'`;
  }
};

type Filter = {
  q?: string | undefined;
  status?: string | undefined;
  conclusion?: string | undefined;
  kind?: string | undefined;
  purpose?: string | undefined;
  edition?: string | undefined;
  session?: string | undefined;
  networkCheck?: string | undefined;
  waiting?: string | undefined;
  technicianId?: string | undefined;
  instrument?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listVerifications(db: Db, scope: Scope, filter: Filter, waiter: Waiter) {
  let query = verifications(db).where(within(scope));
  if (filter.status !== undefined) query = query.where('verification.status', '=', filter.status);
  if (filter.conclusion !== undefined) query = query.where('verification.conclusion', '=', filter.conclusion);
  if (filter.kind !== undefined) query = query.where('verification.kind', '=', filter.kind);
  if (filter.purpose !== undefined) query = query.where('verification.purpose', '=', filter.purpose);
  if (filter.edition !== undefined) query = query.where('verification.edition', '=', filter.edition);
  if (filter.session !== undefined) query = query.where('verification.sessionId', '=', filter.session);
  if (filter.networkCheck !== undefined) query = query.where('verification.networkCheck', '=', filter.networkCheck);
  if (filter.technicianId !== undefined) query = query.where('verification.technicianId', '=', filter.technicianId);
  if (filter.instrument !== undefined) query = query.where('verification.instrumentId', '=', filter.instrument);
  if (filter.waiting !== undefined) query = query.where(waitingFor(filter.waiting, waiter));
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(concat_ws(' ', instrument.code, instrument.name, instrument.model, instrument.serial, instrument.maker, instrument.place, instrument.old_number) ilike ${like} or holder.name ilike ${like} or verification.certificate_number ilike ${like}
        or verification.record_number ilike ${like})`,
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

type WaitingFilter = {
  q?: string | undefined;
  instrumentKind?: string | undefined;
  request?: string | undefined;
  limit: number;
  after?: string | undefined;
};

/** Accepted instruments of an institute that nobody has taken up. */
export async function listWaiting(db: Db, scope: Scope, filter: WaitingFilter) {
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
    .where('verification.id', 'is', null)
    .where(scopeCondition(scope, { region: 'request.region', organization: 'request.instituteId' }));
  if (filter.instrumentKind !== undefined) query = query.where('request.instrumentKind', '=', filter.instrumentKind);
  if (filter.request !== undefined) query = query.where('request.id', '=', filter.request);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(concat_ws(' ', instrument.code, instrument.name, instrument.model, instrument.serial, instrument.maker, instrument.place, instrument.old_number) ilike ${like} or holder.name ilike ${like})`,
    );
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
