import { addDays } from '../../kernel/day.ts';
import type { Context, Service } from '../../platform/context.ts';
import { servedBy } from '../../register/designation/service.ts';
import { countDue } from '../../register/instrument/service/due-counts.ts';
import type { workloadEndpoints } from './contract.ts';
import { forecastMonths, monthsFrom } from './rules.ts';
import { askedFor } from './service/asked.ts';
import { readCapacity, readForecast } from './service/plan.ts';
import { institutesWithLoad, readQueue } from './service/queue.ts';
import { workloadWorkbook } from './service/workbook.ts';
import { listDue } from './store.ts';

const cursorOf = (after: string | undefined): { day: string; id: string } | undefined => {
  const [, day, id] = /^(\d{4}-\d\d-\d\d) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after ?? '') ?? [];
  return day === undefined || id === undefined ? undefined : { day, id };
};

const horizonOf = (ctx: Context): string => addDays(monthsFrom(ctx.today, forecastMonths + 1)[forecastMonths] ?? ctx.today, -1);

export const workloadService: Service<typeof workloadEndpoints> = {
  readQueue: ({ query }, ctx) => readQueue(ctx, query.institute),
  readCapacity: ({ query }, ctx) => readCapacity(ctx, query.institute),
  readForecast: ({ query }, ctx) => readForecast(ctx, query.institute),

  async listFallingDue({ query }, ctx) {
    const { institute } = await askedFor(ctx, query.institute);
    const all = institute === undefined ? [] : await servedBy(ctx, institute.id);
    const pairs = query.kind === undefined ? all : all.filter(({ kind }) => kind === query.kind);
    const span = { from: query.from ?? ctx.today, to: query.to ?? horizonOf(ctx) };
    const rows = await listDue(ctx.db, pairs, span, { limit: query.limit + 1, after: cursorOf(query.after) });
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    const counted = await countDue(ctx, pairs, span, 'month');
    return {
      items: items as never,
      next: rows.length > query.limit && last !== undefined ? `${last.dueOn} ${last.id}` : null,
      total: counted.reduce((sum, { n }) => sum + n, 0),
    };
  },

  async listInstituteLoads({ query }, ctx) {
    const all = await institutesWithLoad(ctx, query.q);
    const start = query.after === undefined ? 0 : all.findIndex(({ id }) => id === query.after) + 1;
    const items = all.slice(start, start + query.limit);
    const last = items[items.length - 1];
    return { items, next: last !== undefined && start + items.length < all.length ? last.id : null, total: all.length };
  },

  async exportWorkload({ query }, ctx) {
    return workloadWorkbook(
      {
        queue: await readQueue(ctx, query.institute),
        capacity: await readCapacity(ctx, query.institute),
        forecast: await readForecast(ctx, query.institute),
      },
      ctx,
    );
  },
};
