import { likePart } from '../../../kernel/text.ts';
import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { inRegion } from '../../../platform/scope-condition.ts';
import { isLate } from './item.ts';
import { requests, within } from './request.ts';

export type Filter = {
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly region?: string | undefined;
  readonly instrumentKind?: string | undefined;
  readonly whereDone?: string | undefined;
  readonly origin?: string | undefined;
  readonly step?: string | undefined;
  readonly overdue?: string | undefined;
  readonly stopped?: string | undefined;
  readonly late?: string | undefined;
  readonly holder?: string | undefined;
  readonly instrument?: string | undefined;
  readonly batch?: string | undefined;
};

const withItem = (condition: ReturnType<typeof sql<boolean>>) =>
  sql<boolean>`exists (select from request_item where request_item.request_id = request.id and ${condition})`;

/** An accepted instrument whose clock runs and whose last day is over. */
const isOverdue = (today: string) =>
  sql<boolean>`request_item.outcome = 'accepted' and request_item.stopped_since is null and request_item.due_by < ${today}::date`;

function filtered(db: Db, scope: Scope, filter: Filter, today: string) {
  let query = requests(db).where(within(scope));
  if (filter.status !== undefined) query = query.where('request.status', '=', filter.status);
  if (filter.region !== undefined) query = query.where(inRegion('request.region', filter.region));
  if (filter.instrumentKind !== undefined) query = query.where('request.instrumentKind', '=', filter.instrumentKind);
  if (filter.whereDone !== undefined) query = query.where('request.whereDone', '=', filter.whereDone);
  if (filter.origin !== undefined) query = query.where('request.origin', '=', filter.origin);
  if (filter.holder !== undefined) query = query.where('request.holderId', '=', filter.holder);
  if (filter.batch !== undefined) query = query.where('request.batchId', '=', filter.batch);
  if (filter.step !== undefined) query = query.where(withItem(sql<boolean>`request_item.step = ${filter.step}`));
  if (filter.instrument !== undefined) query = query.where(withItem(sql<boolean>`request_item.instrument_id = ${filter.instrument}::uuid`));
  if (filter.overdue === 'true') query = query.where(withItem(isOverdue(today)));
  if (filter.stopped === 'true') query = query.where(withItem(sql<boolean>`request_item.stopped_since is not null`));
  if (filter.late === 'true') query = query.where(withItem(isLate(today)));
  if (filter.q !== undefined && filter.q !== '') {
    const like = likePart(filter.q);
    query = query.where(
      sql<boolean>`(holder.name ilike ${like} or request.ecqs_number ilike ${like} or ${withItem(
        sql<boolean>`request_item.instrument_id in (select id from instrument
          where instrument.id = request_item.instrument_id and concat_ws(' ', instrument.code, instrument.serial, instrument.name) ilike ${like})`,
      )})`,
    );
  }
  return query;
}

type Page = { readonly limit: number; readonly after?: string | undefined };

/** One page, the newest first. */
export function listPage(db: Db, scope: Scope, filter: Filter & Page, today: string) {
  let query = filtered(db, scope, filter, today);
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(request.submitted_at, request.id) < (${cursor.at}, ${cursor.id})`);
  return query
    .orderBy('request.submittedAt', 'desc')
    .orderBy('request.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function countRequests(db: Db, scope: Scope, filter: Filter, today: string): Promise<number> {
  const { total } = await db
    .selectFrom(filtered(db, scope, filter, today).as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export type Summary = {
  readonly requestId: string;
  /** The last day of the period that ends first, of those that run. */
  readonly dueBy: string | null;
  readonly overdue: number;
  readonly late: number;
};

/** What the instruments of some requests say of them. */
export async function summariesOf(db: Db, requestIds: readonly string[], today: string): Promise<Summary[]> {
  if (requestIds.length === 0) return [];
  const { rows } = await sql<Summary>`
    select request_item.request_id,
      min(request_item.due_by) filter (where request_item.outcome = 'accepted' and request_item.stopped_since is null) as due_by,
      (count(*) filter (where ${isOverdue(today)}))::int as overdue,
      (count(*) filter (where ${isLate(today)}))::int as late
    from request_item join request on request.id = request_item.request_id
    where request_item.request_id = any(${[...requestIds]}::uuid[])
    group by request_item.request_id`.execute(db);
  return rows;
}
