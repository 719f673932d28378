import { sql } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

export const requests = (db: Db) =>
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
      sql<string>`(request.submitted_at at time zone 'Asia/Shanghai')::date`.as('submittedOn'),
    ]);

export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** A scope reaches the requests of its region, the holder's own, and those an institute has or had. */
export const within = (scope: Scope) =>
  scopeCondition(scope, {
    region: 'request.region',
    organization: (id) => sql<boolean>`(request.holder_id = ${id} or request.institute_id = ${id}
        or exists (select from request_item item join request_outcome outcome on outcome.item_id = item.id
          where item.request_id = request.id and outcome.institute_id = ${id}))`,
  });

export const findRequest = (db: Db, scope: Scope, id: string) =>
  requests(db).where('request.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockRequest = (db: Db, id: string) =>
  db.selectFrom('request').select(['status', 'instituteId']).where('id', '=', id).forUpdate().executeTakeFirst();

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
    .onConflict((conflict) =>
      conflict
        .column('ecqsNumber')
        .where('ecqsNumber', 'is not', null)
        .where(sql<boolean>`status not in ('withdrawn', 'refused')`)
        .doNothing(),
    )
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

/** Some instruments were withdrawn; what is left may all be served, or nothing is left. */
export const countWithdrawn = (db: Db, id: string, count: number, reason: string | null) =>
  db
    .updateTable('request')
    .set({
      withdrawnCount: sql<number>`withdrawn_count + ${count}`,
      status: sql<string>`case when withdrawn_count + ${count} = instrument_count then 'withdrawn'
        when served_count + withdrawn_count + ${count} = instrument_count then 'served' else status end`,
      ...(reason === null ? {} : { reason }),
    })
    .where('id', '=', id)
    .execute();
