import type { Context, Service } from '../../platform/context.ts';
import type { eventEndpoints, TimelineEvent } from './contract.ts';
import * as store from './store.ts';

type Row = Awaited<ReturnType<typeof store.listTimeline>>[number];

const toEvent = (row: Row): TimelineEvent & { subject: string } => ({ ...row, detail: row.detail as Record<string, unknown> });

/** The timeline of a record that the caller may already see. */
export async function timelineOf(ctx: Context, ...subjects: string[]): Promise<TimelineEvent[]> {
  return (await store.listTimeline(ctx.db, subjects)).map(toEvent);
}

export const eventService: Service<typeof eventEndpoints> = {
  async listEvents({ query }, ctx) {
    const { rows, total } = await store.listEvents(ctx.db, query);
    const items = rows.slice(0, query.limit).map(toEvent);
    return { items, next: rows.length > query.limit ? String(items[items.length - 1]?.id ?? '') : null, total };
  },
};
