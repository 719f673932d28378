import type pg from 'pg';
import { standingOf, type Verified } from '../app/register/instrument/rules/standing.ts';
import type { InstrumentCounts } from '../app/register/instrument/contract/tally.ts';

type Row = { region: string; township: string | null; kind: string; n: number } & Verified;

const keyOf = (place: string, kind: string | null, standing: string): string => `${place} ${kind ?? ''} ${standing}`;

/**
 * Counts the ledger again without the counters: PostgreSQL groups the rows by what they say, and the rules of the program, not those of the
 * triggers, say what that means today.
 */
export async function recountLedger(
  client: pg.Client,
  today: string,
): Promise<{ regions: Map<string, number>; townships: Map<string, number> }> {
  const { rows } = await client.query<Row>(
    `SELECT region, township, kind, status, verdict, due_on AS "dueOn", validity, verified_on IS NULL AS unverified,
       min(verified_on) AS "verifiedOn", count(*) AS n
     FROM instrument GROUP BY region, township, kind, status, verdict, due_on, validity, verified_on IS NULL`,
  );
  const [regions, townships] = [new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, key: string, n: number): void => void counts.set(key, (counts.get(key) ?? 0) + n);
  for (const row of rows) {
    const standing = row.status === 'in-use' ? standingOf(row, today) : row.status;
    add(regions, keyOf(row.region, row.kind, standing), Number(row.n));
    add(townships, keyOf(`${row.region} ${row.township ?? ''}`, row.kind, standing), Number(row.n));
  }
  return { regions, townships };
}

/** The counters as the page gets them, in the form of a recount. */
export function toldBy(items: readonly InstrumentCounts[], by: 'region' | 'township'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { region, township, kind, standings, notInUse } of items)
    for (const [standing, n] of [...Object.entries(standings), ...Object.entries(notInUse)])
      if (n > 0) counts.set(keyOf(by === 'region' ? (region ?? '') : `${region ?? ''} ${township ?? ''}`, kind, standing), n);
  return counts;
}

/** Keys with another number on one side than on the other. */
export const differences = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
