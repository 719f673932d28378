import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type Outcome = 'accepted' | 'refused' | 'referred' | 'served';
type Item = { readonly id: string; readonly outcome: string | null; readonly outcomeCount: number; readonly region: string };

/** Appends the outcome of each item and mirrors it on the item; the tally follows by trigger in the same transaction. */
export async function recordOutcomes(
  db: Db,
  items: readonly Item[],
  { outcome, instituteId, day, recordedAt }: { outcome: Outcome; instituteId: string; day: string; recordedAt: string },
): Promise<void> {
  if (items.length === 0) return;
  await db
    .insertInto('requestOutcome')
    .values(
      items.map((item) => ({
        itemId: item.id,
        sequence: item.outcomeCount + 1,
        previous: item.outcome,
        outcome,
        region: item.region,
        instituteId,
        day,
        recordedAt,
      })),
    )
    .execute();
  await db
    .updateTable('requestItem')
    .set((it) => ({ outcome, outcomeCount: it('outcomeCount', '+', 1) }))
    .where(
      'id',
      'in',
      items.map(({ id }) => id),
    )
    .execute();
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
