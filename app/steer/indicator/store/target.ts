import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type NewTarget = {
  id: string;
  planId: string;
  indicator: string;
  region: string;
  year: number;
  amount: string | null;
  documentNumber: string;
  files: string[];
  reason: string;
  personId: string;
  organizationId: string;
  recordedAt: string;
  demonstration: boolean;
};

export const insertTarget = (db: Db, row: NewTarget) => db.insertInto('indicatorTarget').values(row).execute();

export type TargetRow = {
  id: string;
  indicator: string;
  region: string;
  year: number;
  amount: string | null;
  documentNumber: string;
  files: string[];
  reason: string;
  person: string | null;
  recordedAt: string;
  demonstration: boolean;
};

/** The amounts in force: of every indicator, region and year the last one recorded. */
export async function listTargets(db: Db, planId: string, knownAt: string, indicator?: string): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    SELECT DISTINCT ON (target.indicator, target.region, target.year)
      target.id, target.indicator, target.region, target.year, target.amount, target.document_number, target.files, target.reason,
      person_detail.name AS person, target.recorded_at, target.demonstration
    FROM indicator_target target LEFT JOIN person_detail ON person_detail.person_id = target.person_id
    WHERE target.plan_id = ${planId} AND target.recorded_at <= ${knownAt}::timestamptz
      AND ${indicator === undefined ? sql`true` : sql`target.indicator = ${indicator}`}
    ORDER BY target.indicator, target.region, target.year, target.sequence DESC`.execute(db);
  return rows;
}
