import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { findAnywhere } from '../store/certificate.ts';
import { listWithout } from '../store/view.ts';
import { viewOf } from './view.ts';

/** A batch that a server makes beside its work; the rest waits for the next run, or for who asks for it first. */
const viewsAtOnce = 50;

/** Makes the signed paper of documents that nobody has asked for yet, so that their signature is of the time of their issue. */
export async function makeMissingViews(ctx: Context): Promise<void> {
  const keyless = new Set<string>();
  for (const { number } of await listWithout(ctx.db, 'pdf', viewsAtOnce)) {
    const row = await findAnywhere(ctx.db, number);
    if (row === undefined || keyless.has(row.instituteId)) continue;
    try {
      await viewOf(ctx, row, 'pdf');
    } catch (error) {
      // An institute without a key has its documents kept until it has one; the others go on.
      if (!(error instanceof Problem)) throw error;
      keyless.add(row.instituteId);
    }
  }
}
