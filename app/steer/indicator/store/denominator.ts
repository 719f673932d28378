import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type NewDenominator = {
  id: string;
  planId: string;
  indicator: string;
  version: number;
  chosen: string;
  catalogue: string | null;
  edition: string | null;
  editionEn: string | null;
  level: string | null;
  items: unknown;
  weight: string | null;
  months: number | null;
  threshold: number | null;
  reported: string;
  holdsFrom: string;
  effect: unknown;
  documentNumber: string;
  files: string[];
  reason: string;
  personId: string;
  organizationId: string;
  recordedAt: string;
  demonstration: boolean;
};

/** Two decisions at once would take one number: the second waits and then counts on. */
export const lockDenominators = (db: Db, planId: string, indicator: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`indicator denominator ${planId} ${indicator}`}, 0))`.execute(db);

export const insertDenominator = (db: Db, row: NewDenominator) =>
  db
    .insertInto('indicatorDenominator')
    .values({ ...row, items: JSON.stringify(row.items), effect: JSON.stringify(row.effect) })
    .execute();

/** The versions of a denominator that were known at an instant, the first decided first. */
export const listDenominators = (db: Db, planId: string, indicator: string, knownAt: string) =>
  db
    .selectFrom('indicatorDenominator as denominator')
    .leftJoin('personDetail', 'personDetail.personId', 'denominator.personId')
    .selectAll('denominator')
    .select('personDetail.name as person')
    .where('denominator.planId', '=', planId)
    .where('denominator.indicator', '=', indicator)
    .where('denominator.recordedAt', '<=', knownAt)
    .orderBy('denominator.version')
    .execute();
export type DenominatorRow = Awaited<ReturnType<typeof listDenominators>>[number];

/** Every authorised item known at an instant, whenever it holds; a day is asked of its span. */
export type ScopeSpan = {
  id: string;
  version: number;
  number: string;
  title: string;
  organization: string;
  region: string;
  from: string;
  to: string | null;
};

export async function listScopes(db: Db, knownAt: string): Promise<{ recorded: boolean; scopes: ScopeSpan[] }> {
  const { rows: known } = await sql<{ recorded: boolean }>`
    SELECT entry_is_recorded('scope', NULL, NULL, ${knownAt}::timestamptz) AS recorded`.execute(db);
  const { rows } = await sql<ScopeSpan>`
    SELECT v.entry_id AS id, v.version, v.payload ->> 'entryNumber' AS number, v.title, coalesce(v.payload ->> 'institute', organization.name) AS organization,
      v.region, v.counts_from AS "from", v.counts_to AS "to"
    FROM entry_version v JOIN organization ON organization.id = v.organization_id
    WHERE v.kind = 'scope' AND v.counts_from IS NOT NULL AND v.payload ->> 'entryNumber' IS NOT NULL
      AND v.recorded_at <= ${knownAt}::timestamptz AND (v.superseded_at IS NULL OR v.superseded_at > ${knownAt}::timestamptz)
    ORDER BY v.entry_id`.execute(db);
  return { recorded: known[0]?.recorded ?? false, scopes: rows };
}

export type LedgerRow = { day: string; region: string; kind: string; n: number };

/** Instruments in use on each of the days, by region and kind, as known at an instant. */
export async function readLedger(db: Db, days: readonly string[], knownAt: string): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    SELECT day, region, kind, n FROM indicator_ledger_kinds(${[...days]}::date[], ${knownAt}::timestamptz)`.execute(db);
  return rows;
}

export type DemandRow = { day: string; region: string; kind: string; numerator: number; denominator: number };

/** Demand on each of the days, by region and kind, as known at an instant; `waiting` takes in what nobody has decided yet. */
export async function readDemandKinds(
  db: Db,
  days: readonly string[],
  { knownAt, months, waiting }: { knownAt: string; months: number | null; waiting: boolean },
): Promise<DemandRow[]> {
  const { rows } = await sql<DemandRow>`
    SELECT day, region, kind, numerator, denominator
    FROM indicator_demand_kinds(${[...days]}::date[], ${knownAt}::timestamptz, ${months}::int, ${waiting}::boolean)`.execute(db);
  return rows;
}

/** All decided demand since the beginning, as known now, from the exact tally. */
export async function readDemandKindsNow(db: Db, asOf: string): Promise<DemandRow[]> {
  const { rows } = await sql<DemandRow>`
    SELECT ${asOf} AS day, region, kind, numerator, denominator FROM indicator_demand_kinds_now(${asOf}::date)`.execute(db);
  return rows;
}
