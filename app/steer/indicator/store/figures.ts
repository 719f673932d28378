import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { EntryRule } from '../rules/counting.ts';

export type At = { readonly asOf: string; readonly knownAt: string };

export type EntryFigure = {
  indicator: string;
  recorded: boolean;
  value: number;
  fromOpening: number;
  valueAtDue: number;
  valueAtStart: number;
  ever: number;
};

const toArray = (values: readonly string[] | null) => (values === null ? null : [...values]);

const toRules = (rules: readonly EntryRule[]): string =>
  JSON.stringify(rules.map(({ obtainedFrom, ...rule }) => ({ ...rule, obtained_from: obtainedFrom })));

/** The rules by which the spans of the subjects are kept; whatever has changed is computed again. */
export const adoptRules = (db: Db, plan: string, rules: readonly EntryRule[]) =>
  sql`SELECT indicator_adopt(${plan}, ${toRules(rules)}::jsonb)`.execute(db);

/** All register indicators as known now, from the spans that are kept with every change. */
export async function readEntryFiguresNow(db: Db, plan: string, asOf: string): Promise<EntryFigure[]> {
  const { rows } = await sql<EntryFigure>`SELECT * FROM indicator_entry_figures_now(${plan}, ${asOf}::date)`.execute(db);
  return rows;
}

/** All register indicators in one statement, as known at any instant. */
export async function readEntryFigures(db: Db, rules: readonly EntryRule[], at: At): Promise<EntryFigure[]> {
  const { rows } = await sql<EntryFigure>`
    SELECT * FROM indicator_entry_figures(${toRules(rules)}::jsonb, ${at.asOf}::date, ${at.knownAt}::timestamptz)`.execute(db);
  return rows;
}

export async function readEntryCourseNow(db: Db, plan: string, indicator: string): Promise<{ day: string; value: number }[]> {
  const { rows } = await sql<{ day: string; value: number }>`
    SELECT day, value FROM indicator_entry_course_now(${plan}, ${indicator}) ORDER BY day`.execute(db);
  return rows;
}

export async function readEntryCourse(db: Db, rule: EntryRule, knownAt: string): Promise<{ day: string; value: number }[]> {
  const { rows } = await sql<{ day: string; value: number }>`
    SELECT day, value FROM indicator_entry_course(${rule.kind}, ${toArray(rule.levels)}::text[], ${rule.facet}, ${rule.obtainedFrom}::date, ${knownAt}::timestamptz)
    ORDER BY day`.execute(db);
  return rows;
}

export async function readEntryRegions(db: Db, rule: EntryRule, at: At): Promise<{ region: string; value: number }[]> {
  const { rows } = await sql<{ region: string; value: number }>`
    SELECT region, value FROM indicator_entry_region(${rule.kind}, ${toArray(rule.levels)}::text[], ${rule.facet}, ${rule.obtainedFrom}::date,
      ${at.asOf}::date, ${at.knownAt}::timestamptz)`.execute(db);
  return rows;
}

export async function readEntryDigest(db: Db, rule: EntryRule, at: At): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    SELECT indicator_entry_digest(${rule.kind}, ${toArray(rule.levels)}::text[], ${rule.facet}, ${rule.obtainedFrom}::date,
      ${at.asOf}::date, ${at.knownAt}::timestamptz) AS digest`.execute(db);
  return rows[0]?.digest ?? '';
}

/** G3-1 over dossiers and entries, as known at any instant. */
export async function readStandardFigure(
  db: Db,
  { start, due }: { start: string; due: string },
  at: At,
): Promise<Omit<EntryFigure, 'indicator'>> {
  const { rows } = await sql<Omit<EntryFigure, 'indicator'>>`
    SELECT * FROM indicator_standard_figures(${start}::date, ${due}::date, ${at.asOf}::date, ${at.knownAt}::timestamptz)`.execute(db);
  return rows[0] ?? { recorded: false, value: 0, fromOpening: 0, valueAtDue: 0, valueAtStart: 0, ever: 0 };
}

export async function readStandardCourse(db: Db, knownAt: string): Promise<{ day: string; value: number }[]> {
  const { rows } = await sql<{ day: string; value: number }>`
    SELECT day, value FROM measurement_standard_course(${knownAt}::timestamptz, NULL, NULL, NULL) ORDER BY day`.execute(db);
  return rows;
}

export async function readStandardRegions(db: Db, at: At): Promise<{ region: string; value: number }[]> {
  const { rows } = await sql<{ region: string; value: number }>`
    SELECT region, value FROM indicator_standard_region(${at.asOf}::date, ${at.knownAt}::timestamptz)`.execute(db);
  return rows;
}

export async function readStandardDigest(db: Db, at: At): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    SELECT indicator_standard_digest(${at.asOf}::date, ${at.knownAt}::timestamptz) AS digest`.execute(db);
  return rows[0]?.digest ?? '';
}

export type CellFigure = { list: string; day: string; inPlace: number; fromDocument: number; fromRecords: number; known: number };

/** The cells in place of each list on each of its days. */
export async function readCellFigures(
  db: Db,
  plan: string,
  wanted: readonly { list: string; day: string }[],
  knownAt: string,
): Promise<CellFigure[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<CellFigure>`
    SELECT wanted.list, wanted.day, counted.*
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS wanted (list text, day date)
    CROSS JOIN LATERAL capability_in_place(${plan}, wanted.list, wanted.day, ${knownAt}::timestamptz) counted`.execute(db);
  return rows;
}

export async function readCellCourse(db: Db, plan: string, list: string, knownAt: string): Promise<{ day: string; value: number }[]> {
  const { rows } = await sql<{ day: string; value: number }>`
    SELECT day, value FROM indicator_cell_course(${plan}, ${list}, ${knownAt}::timestamptz) ORDER BY day`.execute(db);
  return rows;
}

export async function readCellDigest(db: Db, plan: string, list: string, at: At): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    SELECT indicator_cell_digest(${plan}, ${list}, ${at.asOf}::date, ${at.knownAt}::timestamptz) AS digest`.execute(db);
  return rows[0]?.digest ?? '';
}

export type Ratio = { numerator: number; denominator: number };

/** From the exact tally for what is known now; counted row by row for what was known on a past date. */
export async function readDemand(db: Db, asOf: string, knownAt: string | null): Promise<Ratio> {
  const { rows } =
    knownAt === null
      ? await sql<Ratio>`SELECT * FROM indicator_demand_served_now(${asOf}::date)`.execute(db)
      : await sql<Ratio>`SELECT * FROM indicator_demand_served(${asOf}::date, ${knownAt}::timestamptz)`.execute(db);
  return rows[0] ?? { numerator: 0, denominator: 0 };
}

export async function readDemandCourse(db: Db, until: string, knownAt: string | null): Promise<(Ratio & { day: string })[]> {
  const { rows } =
    knownAt === null
      ? await sql<Ratio & { day: string }>`SELECT * FROM indicator_demand_course_now(${until}::date) ORDER BY day`.execute(db)
      : await sql<Ratio & { day: string }>`
          SELECT * FROM indicator_demand_course(${until}::date, ${knownAt}::timestamptz) ORDER BY day`.execute(db);
  return rows;
}

export async function readDemandDigest(db: Db, at: At): Promise<string> {
  const { rows } = await sql<{
    digest: string;
  }>`SELECT indicator_demand_digest(${at.asOf}::date, ${at.knownAt}::timestamptz) AS digest`.execute(db);
  return rows[0]?.digest ?? '';
}

export type Phase = { kind: string; level: string | null; facet: string | null; phase: string; day: string; documentNumber: string | null };

/** The phases that accepted entries of these kinds have passed; `isNow` reads only what holds now. */
export async function listPhases(db: Db, kinds: readonly string[], at: At, isNow: boolean): Promise<Phase[]> {
  if (kinds.length === 0) return [];
  const known = isNow
    ? sql`superseded_at IS NULL`
    : sql`recorded_at <= ${at.knownAt}::timestamptz AND (superseded_at IS NULL OR superseded_at > ${at.knownAt}::timestamptz)`;
  const { rows } = await sql<Phase>`
    SELECT kind, level, facet, phase, day, document_number FROM v_entry_phase
    WHERE kind = ANY (${[...kinds]}) AND day <= ${at.asOf}::date AND ${known} ORDER BY day`.execute(db);
  return rows;
}

export async function readCoverageDigest(db: Db, entries: readonly string[], at: At): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    SELECT indicator_coverage_digest(${[...entries]}::text[], ${at.asOf}::date, ${at.knownAt}::timestamptz) AS digest`.execute(db);
  return rows[0]?.digest ?? '';
}

export async function readCellRegions(db: Db, plan: string, list: string, at: At): Promise<{ region: string; inPlace: number }[]> {
  const { rows } = await sql<{ region: string; inPlace: number }>`
    SELECT region, count(*) FILTER (WHERE state = 'in-use') AS in_place
    FROM capability_state(${plan}, ${at.asOf}::date, ${at.knownAt}::timestamptz) WHERE list = ${list} GROUP BY region`.execute(db);
  return rows;
}
