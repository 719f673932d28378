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
  readonly holderId: string;
  /** The request in which it stands open; null: none. */
  readonly openRequestId: string | null;
};

export async function listCandidates(db: Db, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select instrument.id, instrument.code, instrument.kind, instrument.name, instrument.model, instrument.serial, instrument.region, instrument.place,
      instrument.status, instrument.due_on, instrument.holder_id, open.request_id as open_request_id
    from instrument
    left join request_item open on open.instrument_id = instrument.id and (open.outcome is null or open.outcome in ('accepted', 'referred'))
    where instrument.id = any(${[...ids]}::uuid[])
    order by instrument.region, instrument.kind, instrument.serial, instrument.id`.execute(db);
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
