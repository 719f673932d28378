import { likePart } from '../../../kernel/text.ts';
import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** An instrument that is to be requested, with what decides whether it can be. */
export type Candidate = {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  readonly region: string;
  readonly place: string;
  readonly status: string;
  readonly dueOn: string | null;
  readonly validity: string | null;
  readonly verdict: string | null;
  readonly verifiedOn: string | null;
  readonly holderId: string;
  /** The request in which it stands open; null: none. */
  readonly openRequestId: string | null;
};

const columns = sql`instrument.id, instrument.code, instrument.kind, instrument.name, instrument.model, instrument.serial, instrument.region,
  instrument.place, instrument.status, instrument.due_on, instrument.validity, instrument.verdict, instrument.verified_on, instrument.holder_id, open.request_id as open_request_id`;
const source = sql`instrument left join request_item open
  on open.instrument_id = instrument.id and (open.outcome is null or open.outcome in ('accepted', 'referred'))`;

export async function listCandidates(db: Db, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select ${columns} from ${source}
    where instrument.id = any(${[...ids]}::uuid[])
    order by instrument.region, instrument.kind, instrument.serial, instrument.id`.execute(db);
  return rows;
}

export type CandidateFilter = {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly regionPrefix?: string | undefined;
  readonly township?: string | undefined;
  readonly village?: string | undefined;
  readonly placeId?: string | undefined;
  readonly use?: string | undefined;
  readonly validity?: string | undefined;
  readonly status?: string | undefined;
  readonly parentId?: string | undefined;
  /** Due on or before this day, or without a result that counts. */
  readonly dueBy?: string | undefined;
};

/** The instruments of a holder by a filter, those due first before those without a day; scrapped ones are not asked for. */
export async function searchCandidates(db: Db, holderId: string, filter: CandidateFilter, limit: number): Promise<Candidate[]> {
  const { q, kind, regionPrefix, township, village, placeId, use, validity, status, parentId, dueBy } = filter;
  const like = likePart(q ?? '');
  const conditions = [
    sql`instrument.holder_id = ${holderId}::uuid and instrument.status <> 'scrapped'`,
    ...(q === undefined || q === ''
      ? []
      : [
          sql`concat_ws(' ', instrument.code, instrument.name, instrument.model, instrument.serial, instrument.maker, instrument.place,
            instrument.old_number) ilike ${like}`,
        ]),
    ...(kind === undefined ? [] : [sql`instrument.kind = ${kind}`]),
    ...(regionPrefix === undefined ? [] : [sql`instrument.region like ${`${regionPrefix}%`}`]),
    ...(township === undefined ? [] : [sql`instrument.township = ${township}`]),
    ...(village === undefined ? [] : [sql`instrument.village = ${village}`]),
    ...(placeId === undefined ? [] : [sql`instrument.place_id = ${placeId}::uuid`]),
    ...(use === undefined ? [] : [sql`instrument.use = ${use}`]),
    ...(validity === undefined ? [] : [sql`instrument.validity = ${validity}`]),
    ...(status === undefined ? [] : [sql`instrument.status = ${status}`]),
    ...(parentId === undefined ? [] : [sql`instrument.parent_id = ${parentId}::uuid`]),
    ...(dueBy === undefined
      ? []
      : [sql`(instrument.due_on <= ${dueBy}::date or instrument.due_on is null and instrument.verdict is null)`]),
  ];
  const { rows } = await sql<Candidate>`
    select ${columns} from ${source}
    where ${sql.join(conditions, sql` and `)}
    order by instrument.due_on nulls last, instrument.region, instrument.kind, instrument.serial, instrument.id
    limit ${limit}`.execute(db);
  return rows;
}

export type ItemToInsert = { readonly id: string; readonly instrumentId: string; readonly askedDueOn: string | null };

/**
 * The instruments that were really added, in the order of their ids: one that stands in an open request is not, also when another
 * transaction is about to put it there.
 */
export async function insertItems(
  db: Db,
  { requestId, region, at }: { readonly requestId: string; readonly region: string; readonly at: string },
  items: readonly ItemToInsert[],
): Promise<{ id: string; instrumentId: string }[]> {
  const { rows } = await sql<{ id: string; instrumentId: string }>`
    insert into request_item (id, request_id, instrument_id, region, asked_due_on, step_since)
    select id, ${requestId}::uuid, instrument_id, ${region}, asked_due_on, ${at}::timestamptz
    from unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ instrumentId }) => instrumentId)}::uuid[],
      ${items.map(({ askedDueOn }) => askedDueOn)}::date[]) wanted (id, instrument_id, asked_due_on)
    order by instrument_id
    on conflict do nothing
    returning id, instrument_id`.execute(db);
  return rows;
}
