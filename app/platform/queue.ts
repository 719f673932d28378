import { sql } from 'kysely';
import type { Db } from './context.ts';

/** Enqueues in the caller's transaction: the job exists only if the change commits. */
export async function enqueue(
  db: Db,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  options: { runAt?: string; key?: string } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    identifier => ${task}, payload => ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text
  )`.execute(db);
}
