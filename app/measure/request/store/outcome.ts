import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type Outcome = 'accepted' | 'refused' | 'referred' | 'withdrawn' | 'served';
type Item = { readonly id: string; readonly outcome: string | null; readonly outcomeCount: number; readonly region: string };

/** Appends the outcome of each item and mirrors it on the item; the tally follows by trigger in the same transaction. */
export async function recordOutcomes(
  db: Db,
  items: readonly Item[],
  { outcome, instituteId, day, recordedAt }: { outcome: Outcome; instituteId: string; day: string; recordedAt: string },
): Promise<void> {
  if (items.length === 0) return;
  await sql`
    insert into request_outcome (item_id, sequence, previous, outcome, region, institute_id, day, recorded_at)
    select item_id, sequence, previous, ${outcome}, region, ${instituteId}::uuid, ${day}::date, ${recordedAt}::timestamptz
    from unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ outcomeCount }) => outcomeCount + 1)}::int[],
      ${items.map((item) => item.outcome)}::text[], ${items.map(({ region }) => region)}::text[]) item (item_id, sequence, previous, region)`.execute(
    db,
  );
  await sql`update request_item set outcome = ${outcome}, outcome_count = outcome_count + 1
    where id = any(${items.map(({ id }) => id)}::uuid[])`.execute(db);
}

export type DemandServed = { readonly numerator: number; readonly denominator: number };

/** G3-5 on a day, from the exact tally; as known at an instant, from the records themselves. */
export async function readDemandServed(db: Db, asOf: string, knownAt?: string): Promise<DemandServed> {
  const query =
    knownAt === undefined
      ? sql<DemandServed>`select numerator, denominator from indicator_demand_served_now(${asOf}::date)`
      : sql<DemandServed>`select numerator, denominator from indicator_demand_served(${asOf}::date, ${knownAt}::timestamptz)`;
  const { rows } = await query.execute(db);
  return rows[0] ?? { numerator: 0, denominator: 0 };
}

export type DemandRecord = {
  readonly itemId: string;
  readonly requestId: string;
  readonly instrumentId: string;
  readonly region: string;
  readonly outcome: Outcome;
  readonly day: string;
};

/** The instruments behind the figure, a page at a time. */
export async function listDemandRecords(db: Db, asOf: string, knownAt: string, page: { after: string | null; limit: number }) {
  const { rows } = await sql<DemandRecord>`
    select item_id, request_id, instrument_id, region, outcome, day
    from indicator_demand_served_records(${asOf}::date, ${knownAt}::timestamptz, ${page.after}::uuid, ${page.limit}::int)`.execute(db);
  return rows;
}
