import { sql, type SqlBool } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import type { Finding } from '../rules/completeness.ts';
import type { EvaluationState } from '../rules/states.ts';

export type NewEvaluation = {
  id: string;
  planId: string;
  title: string;
  asOf: Day;
  demonstration: boolean;
  personId: string;
  recordedAt: string;
};

export const insertEvaluation = (db: Db, evaluation: NewEvaluation) =>
  db
    .insertInto('assessmentEvaluation')
    .values({ ...evaluation, state: 'drafted' })
    .execute();

const evaluations = (db: Db) =>
  db
    .selectFrom('assessmentEvaluation as evaluation')
    .selectAll('evaluation')
    .select(
      sql<number>`(select coalesce(max(v.version), 0)::int from assessment_version v where v.evaluation_id = evaluation.id)`.as('version'),
    );

/** Before its adoption an evaluation is the city's alone; afterwards everybody who assesses reads it. */
const within = (scope: Scope) => (scope.kind === 'city' ? sql<SqlBool>`true` : sql<SqlBool>`evaluation.state = 'adopted'`);

export type EvaluationRow = NonNullable<Awaited<ReturnType<typeof findEvaluation>>>;

export const findEvaluation = (db: Db, scope: Scope, id: string) =>
  evaluations(db).where('evaluation.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockEvaluation = (db: Db, id: string) =>
  db.selectFrom('assessmentEvaluation').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

type Filter = { q?: string | undefined; state?: EvaluationState | undefined; limit: number; after?: string | undefined };

export async function listEvaluations(db: Db, scope: Scope, filter: Filter) {
  let query = evaluations(db).where(within(scope));
  if (filter.state !== undefined) query = query.where('evaluation.state', '=', filter.state);
  if (filter.q !== undefined && filter.q !== '') query = query.where('evaluation.title', 'ilike', `%${filter.q}%`);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) {
    const [at = '', id = ''] = filter.after.split('|');
    query = query.where(sql<SqlBool>`(evaluation.recorded_at, evaluation.id::text) < (${at}::timestamptz, ${id})`);
  }
  const rows = await query
    .orderBy('evaluation.recordedAt', 'desc')
    .orderBy(sql`evaluation.id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export type NewVersion = { evaluationId: string; version: number; summary: string; lessons: string; personId: string; at: string };

export async function insertVersion(db: Db, version: NewVersion, findings: readonly Finding[]): Promise<void> {
  await db.insertInto('assessmentVersion').values(version).execute();
  if (findings.length === 0) return;
  await db
    .insertInto('assessmentFinding')
    .values(findings.map((finding) => ({ ...finding, evaluationId: version.evaluationId, version: version.version })))
    .execute();
}

export const listVersions = (db: Db, evaluationId: string) =>
  db
    .selectFrom('assessmentVersion as version')
    .innerJoin('personDetail', 'personDetail.personId', 'version.personId')
    .select(['version.version', 'version.summary', 'version.lessons', 'version.at', 'personDetail.name as person'])
    .where('version.evaluationId', '=', evaluationId)
    .orderBy('version.version', 'desc')
    .execute();

export const listFindings = (db: Db, evaluationId: string) =>
  db
    .selectFrom('assessmentFinding')
    .select(['version', 'subject', 'result', 'text'])
    .where('evaluationId', '=', evaluationId)
    .orderBy('version')
    .orderBy('subject')
    .execute();

export type FrozenFigure = {
  indicator: string;
  value: string | null;
  target: string;
  state: string;
  reachedOn: Day | null;
  asOf: Day;
  knownAt: string;
  snapshotId: string | null;
};

export const insertFigures = (db: Db, evaluationId: string, version: number, figures: readonly FrozenFigure[], frozenAt: string) =>
  db
    .insertInto('assessmentFigure')
    .values(figures.map((figure) => ({ ...figure, evaluationId, version, frozenAt })))
    .execute();

export const listFigures = (db: Db, evaluationId: string, version: number) =>
  db.selectFrom('assessmentFigure').selectAll().where('evaluationId', '=', evaluationId).where('version', '=', version).execute();

type Change = { state: EvaluationState; submittedBy?: string; documentNumber?: string; adoptedOn?: Day };

export const changeEvaluation = (db: Db, id: string, change: Change) =>
  db.updateTable('assessmentEvaluation').set(change).where('id', '=', id).execute();

export const findByNumber = (db: Db, documentNumber: string) =>
  db.selectFrom('assessmentEvaluation').select('id').where('documentNumber', '=', documentNumber).executeTakeFirst();
