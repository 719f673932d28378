import { sql } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const candidates = (db: Db) =>
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
      'request.ecqsNumber',
      'request.verificationKind',
      'request.whereDone',
      'holder.name as holderName',
      'instrument.code',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.maker',
      sql<boolean>`exists (select from custody_item held where held.item_id = request_item.id and held.status = 'held')`.as('isHeld'),
    ]);

export type CandidateRow = Awaited<ReturnType<typeof listCandidates>>[number];

/** What stands on an instrument, on its label, in its ledger or on its e-CQS reservation; or the request itself. */
export type Scanned = { readonly text: string; readonly code: string | null; readonly id: string | null };

/** Looked up column by column, each by its index. */
const instrumentsSaying = ({ text, code, id }: Scanned) => sql`(select id from instrument where lower(serial) = lower(${text})
  union select id from instrument where code = ${code ?? text}
  union select id from instrument where identification_code = ${text}
  union select id from instrument where lower(old_number) = lower(${text})
  union select id from instrument where ecqs_number = ${text}
  union select id from instrument where id = ${id}::uuid)`;

/** The latest request of each such instrument at an institute, those that can be received first. */
export const listCandidates = (db: Db, instituteId: string, scanned: Scanned, limit: number) =>
  candidates(db)
    .where('request.instituteId', '=', instituteId)
    .where(sql<boolean>`request_item.id in (select id from request_item where instrument_id in ${instrumentsSaying(scanned)}
      union select item.id from request_item item join request asked on asked.id = item.request_id where asked.ecqs_number = ${scanned.text}
      union select id from request_item where request_id = ${scanned.id}::uuid
      union select id from request_item where id = ${scanned.id}::uuid)`)
    .where(sql<boolean>`(request_item.step in ('submitted', 'referred', 'accepted', 'scheduled', 'received', 'visited', 'tested', 'returned', 'checked', 'approved', 'issued')
      or not exists (select from request_item later join request later_request on later_request.id = later.request_id
        where later.instrument_id = request_item.instrument_id and later_request.submitted_at > request.submitted_at))`)
    .orderBy(sql`request_item.step in ('accepted', 'scheduled') desc`)
    .orderBy('request.submittedAt', 'desc')
    .orderBy('instrument.serial')
    .orderBy('requestItem.id')
    .limit(limit)
    .execute();

/** The items of requests, locked in the order of their ids until the change is committed. */
export async function lockCandidates(db: Db, ids: readonly string[]): Promise<CandidateRow[]> {
  await db
    .selectFrom('requestItem')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return candidates(db)
    .where('requestItem.id', 'in', [...ids])
    .orderBy('requestItem.id')
    .execute();
}

const reachOf = (scope: Scope) =>
  scopeCondition(scope, {
    region: 'instrument.region',
    organization: (id) => sql<boolean>`(instrument.holder_id = ${id} or instrument.registrar_id = ${id}
        or exists (select from instrument_reader reader where reader.instrument_id = instrument.id and reader.organization_id = ${id}))`,
  });

/** Instruments within the caller's reach that bear this text and stand in no open request. */
export const listUnrequested = (db: Db, scope: Scope, scanned: Scanned, limit: number) =>
  db
    .selectFrom('instrument')
    .innerJoin('organization as holder', 'holder.id', 'instrument.holderId')
    .select([
      'instrument.id',
      'instrument.code',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.maker',
      'instrument.holderId',
      'holder.name as holderName',
    ])
    .where(sql<boolean>`instrument.id in ${instrumentsSaying(scanned)}`)
    .where(reachOf(scope))
    .where(sql<boolean>`not exists (select from request_item item where item.instrument_id = instrument.id
      and item.step in ('submitted', 'referred', 'accepted', 'scheduled', 'received', 'visited', 'tested', 'returned', 'checked', 'approved'))`)
    .orderBy('instrument.serial')
    .orderBy('instrument.id')
    .limit(limit)
    .execute();
