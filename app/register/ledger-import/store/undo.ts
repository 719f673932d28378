import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Does a part of a transaction whole or not at all; what fails is thrown on, and the transaction goes on without that part. */
export async function keepOrUndo<Result>(db: Db, part: () => Promise<Result>): Promise<Result> {
  await sql`savepoint ledger_import_part`.execute(db);
  try {
    const result = await part();
    await sql`release savepoint ledger_import_part`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint ledger_import_part`.execute(db);
    throw error;
  }
}
