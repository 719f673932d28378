import type { Context } from '../../../platform/context.ts';
import { insertAnnex, type Annex } from '../store/annex.ts';

/** Loads the annex of a plan document; at every later start nothing is left to do. */
export const recordAnnex = (ctx: Pick<Context, 'db' | 'now'>, annex: Annex): Promise<void> => insertAnnex(ctx.db, annex, ctx.now);
