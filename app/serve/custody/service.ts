import { addDays } from '../../kernel/day.ts';
import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import type { custodyEndpoints } from './contract.ts';
import type { CustodyItem } from './contract/shapes.ts';
import * as itemStore from './store/item.ts';
import * as slipStore from './store/slip.ts';
import { leavingService } from './service/leaving.ts';
import { toLabelsPdf } from './service/print-label.ts';
import { toSlipPdf } from './service/print-slip.ts';
import { getSlip, receptionService } from './service/reception.ts';
import { toItem, toSlip } from './service/reply.ts';
import { toWorkbook } from './service/workbook.ts';

export { recordVisit } from './service/visit.ts';

const isHolder = (ctx: Context, slip: slipStore.SlipRow): boolean => slip.holderId === ctx.caller.organizationId;
const isKeeper = (ctx: Context, slip: slipStore.SlipRow): boolean =>
  slip.instituteId === ctx.caller.organizationId && ctx.caller.permits.has('custody.record');

const mayAdd = (ctx: Context, slip: slipStore.SlipRow): boolean =>
  isKeeper(ctx, slip) && slip.receivedOn === ctx.today && slip.heldCount === slip.itemCount;

type Filter = Omit<itemStore.Filter, 'before'> & { days?: number | undefined };

/** The last instant at which something must have begun to be so many days old on the city's calendar. */
const filterOf = (ctx: Context, { days, ...filter }: Filter): itemStore.Filter => ({
  ...filter,
  before: days === undefined ? undefined : `${addDays(ctx.today, -days)}T23:59:59.999+08:00`,
});

const pageSize = 1000;

async function* pagesOf(ctx: Context, filter: itemStore.Filter): AsyncGenerator<CustodyItem[]> {
  for (let after: string | undefined; ;) {
    const { rows, cursorOf } = await itemStore.listItems(ctx.db, ctx.caller.scope, { ...filter, limit: pageSize, after });
    const items = rows.slice(0, pageSize);
    yield items.map((row) => toItem(row, ctx));
    const last = items[items.length - 1];
    if (rows.length <= pageSize || last === undefined) return;
    after = printCursor(cursorOf(last));
  }
}

export const custodyService: Service<typeof custodyEndpoints> = {
  ...receptionService,
  ...leavingService,

  async listSlips({ query }, ctx) {
    const { rows, total } = await slipStore.listSlips(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toSlip),
      next: rows.length > query.limit && last ? printCursor({ at: last.receivedAt, id: last.id }) : null,
      total,
    };
  },

  async readSlip({ params }, ctx) {
    const slip = await getSlip(ctx, params.id);
    return {
      ...toSlip(slip),
      items: (await itemStore.listOfSlip(ctx.db, slip.id)).map((row) => toItem(row, ctx)),
      pickUpCode: isHolder(ctx, slip) ? slip.pickUpCode : null,
      allowed: [...(mayAdd(ctx, slip) ? (['add'] as const) : []), ...(isKeeper(ctx, slip) ? (['unmask'] as const) : [])],
      timeline: await timelineOf(ctx, slip.id),
    };
  },

  async printSlip({ params, query }, ctx) {
    const slip = await getSlip(ctx, params.id);
    // The paper carries the pick-up code: it is for those between whom it was agreed.
    if (!isHolder(ctx, slip) && slip.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    const items = (await itemStore.listOfSlip(ctx.db, slip.id)).map((row) => toItem(row, ctx));
    return toSlipPdf({ slip: toSlip(slip), items, pickUpCode: slip.pickUpCode, language: ctx.language }, query.size);
  },

  async printLabels({ params, query }, ctx) {
    const slip = await getSlip(ctx, params.id);
    if (slip.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    const rows = await itemStore.listOfSlip(ctx.db, slip.id);
    const chosen = rows.filter(({ id }) => query.item === undefined || id === query.item);
    if (chosen.length === 0) throw new Problem(platformProblems.notFound);
    const items = chosen.map((row) => toItem(row, ctx));
    return toLabelsPdf({ slip: toSlip(slip), items, publicUrl: ctx.publicUrl, language: ctx.language }, query.size);
  },

  async listCustody({ query }, ctx) {
    const { rows, total, cursorOf } = await itemStore.listItems(ctx.db, ctx.caller.scope, filterOf(ctx, query));
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toItem(row, ctx)),
      next: rows.length > query.limit && last ? printCursor(cursorOf(last)) : null,
      total,
    };
  },

  exportCustody: ({ query }, ctx) => toWorkbook(pagesOf(ctx, filterOf(ctx, query)), ctx),

  async readCustody({ params }, ctx) {
    const row = await itemStore.findItem(ctx.db, ctx.caller.scope, params.id);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    return {
      ...toItem(row, ctx),
      moves: (await itemStore.listMoves(ctx.db, row.id)).map((move) => ({ ...move, location: move.location as never })),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async unmaskBringer({ params, body }, ctx) {
    const slip = await getSlip(ctx, params.id);
    if (!isKeeper(ctx, slip)) throw new Problem(platformProblems.forbidden);
    ctx.record({ kind: 'custody.unmasked', subject: slip.id, reason: body.reason });
    return { name: slip.broughtBy, phone: slip.broughtPhone };
  },
};
