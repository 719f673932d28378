import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** What PostgreSQL says of a statement that took too long, and of a value that it cannot read. */
const tooLong = '57014';
const unreadable = new Set(['22P02', '22007', '22008', '22003']);

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
export const isTooLong = (error: unknown): boolean => codeOf(error) === tooLong;
export const isUnreadable = (error: unknown): boolean => unreadable.has(codeOf(error));

/**
 * One transaction in which no statement takes longer. Each is planned for its own words: a plan for any word would be right for none, since
 * one has a row and another a million. Starting other processes for it would take longer than it does. Inside a change its transaction serves.
 */
export async function patiently<Result>(db: Db, milliseconds: number, work: (db: Db) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return work(db);
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('max_parallel_workers_per_gather', '0', true),
      set_config('statement_timeout', ${String(milliseconds)}, true)`.execute(transaction);
    return work(transaction);
  });
}
