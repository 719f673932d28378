import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Service } from '../../platform/context.ts';
import type { scheduleEndpoints } from './contract.ts';
import { listBookings } from './store/booking.ts';
import { boardService } from './service/board.ts';
import { bookItems, cancelBooking, getBooking, moveBooking, removeFromBooking } from './service/booking.ts';
import { detailsOf, toBooking, withTimeline } from './service/reply.ts';
import { resourceService } from './service/resource.ts';

export { bookItems } from './service/booking.ts';
export { freeDays } from './service/free.ts';

export const scheduleService: Service<typeof scheduleEndpoints> = {
  ...boardService,
  ...resourceService,

  async listBookings({ query }, ctx) {
    const { rows, total } = await listBookings(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toBooking),
      next: rows.length > query.limit && last ? printCursor({ at: last.bookedAt, id: last.id }) : null,
      total,
    };
  },

  readBooking: async ({ params }, ctx) => withTimeline(ctx, await detailsOf(ctx, await getBooking(ctx, params.id))),

  async bookInstruments({ body }, ctx) {
    const { items, bench, van, persons, ...rest } = body;
    const { bookingId, warnings } = await bookItems(ctx, { ...rest, itemIds: items, benchId: bench, vanId: van, personIds: persons });
    return detailsOf(ctx, await getBooking(ctx, bookingId), warnings);
  },

  async moveBooking({ params, body }, ctx) {
    const { bench, van, persons, ...rest } = body;
    const { warnings } = await moveBooking(ctx, params.id, { ...rest, benchId: bench, vanId: van, personIds: persons });
    return detailsOf(ctx, await getBooking(ctx, params.id), warnings);
  },

  async cancelBooking({ params, body }, ctx) {
    await cancelBooking(ctx, params.id, body.reason);
    return detailsOf(ctx, await getBooking(ctx, params.id));
  },

  async removeFromBooking({ params, body }, ctx) {
    await removeFromBooking(ctx, params.id, body.items, body.reason);
    return detailsOf(ctx, await getBooking(ctx, params.id));
  },

  async unmaskContact({ params, body }, ctx) {
    const row = await getBooking(ctx, params.id);
    if (row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    ctx.record({ kind: 'schedule.unmasked', subject: row.id, reason: body.reason });
    return { name: row.contactName, phone: row.contactPhone };
  },
};
