import type { Context } from '../../../platform/context.ts';
import { stalledMinutes } from '../rules/states.ts';
import { listStalled } from '../store/import.ts';

/** The job that takes an import up where it stands. */
export const jobOf = (status: string): string => (status === 'reading' ? 'readLedger' : 'applyLedgerImport');

/** Takes up imports that have not come further: where another worker is still at one, the second waits and then does nothing. */
export async function resumeStalled(ctx: Context): Promise<void> {
  const since = new Date(Date.parse(ctx.now) - stalledMinutes * 60_000).toISOString();
  for (const { id, status } of await listStalled(ctx.db, since))
    await ctx.later(jobOf(status), { id }, { key: `ledgerImport:${id}:again` });
}
