import type { Context } from '../../../platform/context.ts';
import { findAnywhere } from '../store/certificate.ts';
import { listWithout } from '../store/view.ts';
import { viewOf } from './view.ts';

/** A batch that a server makes beside its work; the rest waits for the next run, or for who asks for it first. */
const viewsAtOnce = 50;

/** Makes the signed paper of documents that nobody has asked for yet, so that their signature is of the time of their issue. */
export async function makeMissingViews(ctx: Context): Promise<void> {
  for (const { number } of await listWithout(ctx.db, 'pdf', viewsAtOnce)) {
    const row = await findAnywhere(ctx.db, number);
    if (row !== undefined) await viewOf(ctx, row, 'pdf');
  }
}
