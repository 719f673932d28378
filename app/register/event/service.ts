import type { Context, EventToRecord, Service } from '../../platform/context.ts';
import type { eventEndpoints, TimelineEvent } from './contract.ts';
import * as store from './store.ts';

type Row = Awaited<ReturnType<typeof store.listTimeline>>[number];

const toEvent = (row: Row): TimelineEvent & { subject: string } => ({ ...row, detail: row.detail as Record<string, unknown> });

/** The timeline of a record that the caller may already see. */
export async function timelineOf(ctx: Context, ...subjects: string[]): Promise<TimelineEvent[]> {
  return (await store.listTimeline(ctx.db, subjects)).map(toEvent);
}

/** One page of such a timeline, the newest first, with whose event each is: a record of decades is never read as a whole. */
export async function timelinePage(
  ctx: Pick<Context, 'db'>,
  subjects: readonly string[],
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<(TimelineEvent & { organizationId: string | null })[]> {
  const rows = await store.listBefore(ctx.db, subjects, page.before, page.limit);
  return rows.map((row) => ({ ...toEvent(row), organizationId: row.organizationId }));
}

/** Events of a change that concerns very many records, written at once in its transaction. */
export async function recordEvents(ctx: Context, events: readonly EventToRecord[]): Promise<void> {
  if (events.length === 0) return;
  const known = (id: string): string | null => (id === '' ? null : id);
  const { personId, organizationId } = ctx.caller;
  await store.insertEvents(ctx.db, events, { personId: known(personId), organizationId: known(organizationId), at: ctx.now });
}

export const eventService: Service<typeof eventEndpoints> = {
  async listEvents({ query }, ctx) {
    const { rows, total } = await store.listEvents(ctx.db, query);
    const items = rows.slice(0, query.limit).map(toEvent);
    return { items, next: rows.length > query.limit ? String(items[items.length - 1]?.id ?? '') : null, total };
  },
};
