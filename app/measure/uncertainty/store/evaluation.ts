import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { Standing } from '../rules/standing.ts';

const evaluations = (db: Db) =>
  db
    .selectFrom('uncertaintyEvaluation as evaluation')
    .innerJoin('organization', 'organization.id', 'evaluation.organizationId')
    .selectAll('evaluation')
    .select('organization.name as organizationName');

export type EvaluationRow = NonNullable<Awaited<ReturnType<typeof findEvaluation>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'evaluation.region', organization: 'evaluation.organizationId' });

export const findEvaluation = (db: Db, scope: Scope, id: string) =>
  evaluations(db).where('evaluation.id', '=', id).where(within(scope)).executeTakeFirst();

export const findByCode = (db: Db, scope: Scope, code: string) =>
  evaluations(db).where('evaluation.code', '=', code).where(within(scope)).executeTakeFirst();

const latest = sql`(select v.* from uncertainty_version v where v.evaluation_id = evaluation.id order by v.number desc limit 1)`;
const hasInForce = sql<boolean>`exists (select from uncertainty_version v where v.evaluation_id = evaluation.id and v.state = 'in-force')`;
const isDrafted = sql<boolean>`(select v.state = 'drafted' from ${latest} v)`;

const standing: Readonly<Record<Standing, ReturnType<typeof sql<boolean>>>> = {
  drafted: isDrafted,
  'in-force': hasInForce,
  withdrawn: sql<boolean>`not ${hasInForce} and not ${isDrafted}`,
};

type Filter = {
  q?: string | undefined;
  state?: Standing | undefined;
  institute?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listUncertainties(db: Db, scope: Scope, filter: Filter) {
  let query = evaluations(db).where(within(scope));
  if (filter.institute !== undefined) query = query.where('evaluation.organizationId', '=', filter.institute);
  if (filter.state !== undefined) query = query.where(standing[filter.state]);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(evaluation.code ilike ${like} or exists (
        select from uncertainty_version v where v.evaluation_id = evaluation.id and (v.title ilike ${like} or v.digest = ${filter.q})))`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('evaluation.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(evaluation.recorded_at, evaluation.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('evaluation.recordedAt', 'desc')
    .orderBy('evaluation.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const findRegion = (db: Db, organizationId: string) =>
  db.selectFrom('organization').select('region').where('id', '=', organizationId).executeTakeFirstOrThrow();

/** The next of the series; its row stays locked until the evaluation is committed, so that no number is left out. */
export async function nextOfSeries(db: Db, region: string, year: number): Promise<number> {
  const { last } = await db
    .insertInto('uncertaintySeries')
    .values({ region, year, last: 1 })
    .onConflict((conflict) =>
      conflict.constraint('uncertainty_series_once').doUpdateSet({ last: sql<number>`uncertainty_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export const insertEvaluation = (
  db: Db,
  row: { id: string; code: string; organizationId: string; region: string; demonstration: boolean; recordedAt: string },
) => db.insertInto('uncertaintyEvaluation').values(row).execute();
