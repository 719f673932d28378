import type { Context, Service } from '../../platform/context.ts';
import type { instrumentEndpoints } from './contract.ts';
import { changeService } from './service/change.ts';
import { dueService } from './service/due.ts';
import { exportService } from './service/export.ts';
import { handoverService } from './service/handover.ts';
import { labelService } from './service/label.ts';
import { publicInstrumentService } from './service/public.ts';
import { readService } from './service/read.ts';
import { registerService } from './service/register.ts';
import { resultService } from './service/result.ts';
import { searchService } from './service/search.ts';
import { tallyService } from './service/tally.ts';
import { insertReader } from './store.ts';

export { registerMany, updateMany, type InstrumentChange, type NewInstrument, type StatedResult } from './service/bulk.ts';
export { findInstrument, findInstruments } from './service/card.ts';
export { tellLateBy } from './service/late.ts';
export { recordResult, recordResults, withdrawResult } from './service/result.ts';
export { relate } from './service/timeline.ts';

/** Lets an organization see these instruments from now on, because it was asked to do something with them. */
export const openInstruments = (ctx: Context, ids: readonly string[], organizationId: string): Promise<unknown> =>
  insertReader(ctx.db, ids, organizationId, ctx.now);

export const instrumentService: Service<typeof instrumentEndpoints> = {
  ...searchService,
  ...readService,
  ...registerService,
  ...changeService,
  ...resultService,
  ...handoverService,
  ...exportService,
  ...labelService,
  ...publicInstrumentService,
  ...dueService,
  ...tallyService,
};
