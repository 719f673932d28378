import { printCursor } from '../../kernel/page.ts';
import type { Context, Service } from '../../platform/context.ts';
import type { instrumentEndpoints } from './contract.ts';
import { toInstrument } from './service/card.ts';
import { changeService } from './service/change.ts';
import { handoverService } from './service/handover.ts';
import { reachOf } from './service/reach.ts';
import { readService } from './service/read.ts';
import { registerService } from './service/register.ts';
import { resultService } from './service/result.ts';
import * as store from './store.ts';
import { listInstruments } from './store/list.ts';

export { registerMany, updateMany, type InstrumentChange, type NewInstrument, type StatedResult } from './service/bulk.ts';
export { findInstrument, findInstruments } from './service/card.ts';
export { recordResult, withdrawResult, type ResultToRecord } from './service/result.ts';
export { relate } from './service/timeline.ts';

/** Lets an organization see these instruments from now on, because it was asked to do something with them. */
export const openInstruments = (ctx: Context, ids: readonly string[], organizationId: string): Promise<unknown> =>
  store.insertReader(ctx.db, ids, organizationId, ctx.now);

export const instrumentService: Service<typeof instrumentEndpoints> = {
  async listInstruments({ query }, ctx) {
    const { rows, total } = await listInstruments(ctx.db, await reachOf(ctx), query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toInstrument),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },
  ...readService,
  ...registerService,
  ...changeService,
  ...resultService,
  ...handoverService,
};
