import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type ResultColumns = {
  verdict: string | null;
  verifiedOn: string | null;
  certificateNumber: string | null;
  verifiedBy: string | null;
  dueOn: string | null;
  resultOrigin: string | null;
};

/** A result is no change by a person of the ledger: the version stays, so that a correction that is being typed is not lost. */
export const setResults = (db: Db, rows: readonly (ResultColumns & { readonly id: string; readonly validity: string | null })[]) =>
  sql`update instrument set verdict = given.verdict, verified_on = given."verifiedOn", certificate_number = given."certificateNumber",
      verified_by = given."verifiedBy", due_on = given."dueOn", result_origin = given."resultOrigin", validity = coalesce(given.validity, instrument.validity)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) given (id uuid, verdict text, "verifiedOn" date, "certificateNumber" text, "verifiedBy" text,
      "dueOn" date, "resultOrigin" text, validity text)
    where given.id = instrument.id`.execute(db);

export type ResultToInsert = {
  id: string;
  instrumentId: string;
  origin: string;
  number: string;
  verdict: string;
  verifiedOn: string;
  validUntil: string | null;
  validity: string | null;
  institute: string;
  fileId: string | null;
  organizationId: string | null;
  personId: string | null;
  at: string;
};

/** False when a document of this number is entered already for one of these instruments. A batch is one parameter, however many rows it has. */
export async function insertResults(db: Db, results: readonly ResultToInsert[]): Promise<boolean> {
  const { rows } = await sql`
    insert into instrument_result (id, instrument_id, origin, number, verdict, verified_on, valid_until, validity, institute, file_id, organization_id, person_id, at)
    select * from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) given (id uuid, "instrumentId" uuid, origin text, number text, verdict text, "verifiedOn" date,
      "validUntil" date, validity text, institute text, "fileId" uuid, "organizationId" uuid, "personId" uuid, at timestamptz)
    on conflict (instrument_id, origin, number) where withdrawn_at is null do nothing
    returning id`.execute(db);
  return rows.length === results.length;
}

/** Of these instruments all results that hold. */
export const listValidResults = (db: Db, instrumentIds: readonly string[]) =>
  db
    .selectFrom('instrumentResult')
    .selectAll()
    .where(sql<boolean>`instrument_id = any(${[...instrumentIds]}::uuid[])`)
    .where('withdrawnAt', 'is', null)
    .execute();

export const listResults = (db: Db, instrumentId: string) =>
  db
    .selectFrom('instrumentResult')
    .selectAll()
    .where('instrumentId', '=', instrumentId)
    .orderBy('verifiedOn', 'desc')
    .orderBy('at', 'desc')
    .limit(200)
    .execute();

export type ResultRow = Awaited<ReturnType<typeof listResults>>[number];

/** Ends a reported result by its id, or a document of this platform by its number; false when it has ended already. */
export async function withdrawResult(
  db: Db,
  which: { instrumentId: string } & ({ id: string } | { number: string }),
  by: { personId: string | null; at: string; reason: string },
): Promise<boolean> {
  const updated = await db
    .updateTable('instrumentResult')
    .set({ withdrawnBy: by.personId, withdrawnAt: by.at, withdrawalReason: by.reason })
    .where('instrumentId', '=', which.instrumentId)
    .where('origin', '=', 'id' in which ? 'reported' : 'platform')
    .where('id' in which ? 'id' : 'number', '=', 'id' in which ? which.id : which.number)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}
