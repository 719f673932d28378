import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Runs a part of a transaction so that its failure undoes this part only. */
export async function inSavepoint<Result>(db: Db, part: () => Promise<Result>): Promise<Result> {
  await sql`savepoint one_of_many`.execute(db);
  try {
    const result = await part();
    await sql`release savepoint one_of_many`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint one_of_many`.execute(db);
    await sql`release savepoint one_of_many`.execute(db);
    throw error;
  }
}
