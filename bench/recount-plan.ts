import type pg from 'pg';
import type { Counting, PlanDocument } from '../app/steer/plan/contract/document.ts';
import { indicatorsOf } from '../app/steer/plan/rules/clauses.ts';

type Version = {
  kind: string;
  level: string | null;
  subjectKey: string;
  payload: Record<string, string>;
  countsFrom: string | null;
  countsTo: string | null;
};

type Entries = Extract<Counting, { rule: 'entries' }>;
const publicStandards: Pick<Entries, 'kind' | 'window' | 'where'> = { kind: 'standard', window: 'stock' };

/**
 * Counts every indicator again in the plainest way: every record is read, one after the other, and asked whether it counts. Uses none
 * of the functions, tallies and indexes from which the page answers.
 */
export async function recount(client: pg.Client, plan: PlanDocument, asOf: string): Promise<Map<string, number | null>> {
  const { rows } = await client.query<Version>(
    `SELECT kind, level, subject_key AS "subjectKey", payload, counts_from::text AS "countsFrom", counts_to::text AS "countsTo"
     FROM entry_version WHERE superseded_at IS NULL`,
  );
  const { rows: outcomes } = await client.query<{ served: string; wanted: string }>(
    `SELECT sum((outcome = 'served')::int) AS served, sum((sequence = 1)::int) AS wanted FROM request_outcome WHERE day <= $1`,
    [asOf],
  );
  const { rows: cells } = await client.query<{ list: string; done: number }>(
    `SELECT list, count(*)::int AS done FROM capability_baseline WHERE printed = 'done' GROUP BY list`,
  );
  return new Map(
    indicatorsOf(plan).map(({ id, counting }) => {
      if (counting.rule === 'cells') return [id, cells.find((row) => row.list === counting.list)?.done ?? 0];
      if (counting.rule === 'catalogueCoverage') return [id, null];
      if (counting.rule === 'demandServed') {
        const [served, wanted] = [Number(outcomes[0]?.served ?? 0), Number(outcomes[0]?.wanted ?? 0)];
        return [id, Math.round((served / wanted) * 10_000) / 100];
      }
      // The bench keeps no dossiers: every public measurement standard is an entry of the register.
      const { where = {}, kind, window } = counting.rule === 'measurementStandards' ? publicStandards : counting;
      const subjects = new Set<string>();
      for (const row of rows) {
        if (row.kind !== kind || row.countsFrom === null || row.countsFrom > asOf) continue;
        if (row.countsTo !== null && row.countsTo <= asOf) continue;
        if (where.level !== undefined && (row.level === null || !(where.level as string[]).includes(row.level))) continue;
        if (window === 'period' && row.countsFrom < plan.period.from) continue;
        const fields = ['programme', 'centre', 'field', 'sector'] as const;
        if (fields.some((field) => where[field] !== undefined && row.payload[field] !== where[field])) continue;
        subjects.add(row.subjectKey);
      }
      return [id, subjects.size];
    }),
  );
}
