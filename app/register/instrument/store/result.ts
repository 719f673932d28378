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
export const setResult = (db: Db, id: string, columns: ResultColumns, validity: string | null) =>
  db
    .updateTable('instrument')
    .set({ ...columns, ...(validity === null ? {} : { validity }) })
    .where('id', '=', id)
    .execute();

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

/** False when a document of this number is entered already for one of these instruments. */
export async function insertResults(db: Db, results: readonly ResultToInsert[]): Promise<boolean> {
  const rows = await db
    .insertInto('instrumentResult')
    .values([...results])
    .onConflict((conflict) => conflict.columns(['instrumentId', 'origin', 'number']).where('withdrawnAt', 'is', null).doNothing())
    .returning('id')
    .execute();
  return rows.length === results.length;
}

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
