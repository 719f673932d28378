import { sql, type SqlBool } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { PracticeState } from '../rules/states.ts';

export type NewPractice = {
  id: string;
  region: string;
  organizationId: string;
  task: string;
  title: string;
  text: string;
  files: string[];
  demonstration: boolean;
  personId: string;
  recordedAt: string;
};

export const insertPractice = (db: Db, practice: NewPractice) =>
  db
    .insertInto('assessmentPractice')
    .values({ ...practice, state: 'proposed' })
    .execute();

const practices = (db: Db) =>
  db
    .selectFrom('assessmentPractice as practice')
    .innerJoin('organization', 'organization.id', 'practice.organizationId')
    .selectAll('practice')
    .select('organization.name as organizationName');

/** What is recognised is there for everybody to learn from; before that it is its county's. */
const within = (scope: Scope) =>
  scopeCondition(scope, {
    region: (like) => sql<boolean>`(practice.state = 'recognised' or practice.region like ${like})`,
    organization: (id) => sql<boolean>`(practice.state = 'recognised' or practice.organization_id = ${id})`,
  });

export type PracticeRow = NonNullable<Awaited<ReturnType<typeof findPractice>>>;

export const findPractice = (db: Db, scope: Scope, id: string) =>
  practices(db).where('practice.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockPractice = (db: Db, id: string) =>
  db.selectFrom('assessmentPractice').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

type Filter = {
  q?: string | undefined;
  state?: PracticeState | undefined;
  region?: string | undefined;
  task?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listPractices(db: Db, scope: Scope, filter: Filter) {
  let query = practices(db).where(within(scope));
  if (filter.state !== undefined) query = query.where('practice.state', '=', filter.state);
  if (filter.region !== undefined) query = query.where('practice.region', '=', filter.region);
  if (filter.task !== undefined) query = query.where('practice.task', '=', filter.task);
  if (filter.q !== undefined && filter.q !== '') {
    query = query.where(sql<SqlBool>`(practice.title || ' ' || organization.name) ilike ${`%${filter.q}%`}`);
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) {
    const [at = '', id = ''] = filter.after.split('|');
    query = query.where(sql<SqlBool>`(practice.recorded_at, practice.id::text) < (${at}::timestamptz, ${id})`);
  }
  const rows = await query
    .orderBy('practice.recordedAt', 'desc')
    .orderBy(sql`practice.id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

type Change = { state: PracticeState; opinion?: string; documentNumber?: string; reviewedBy?: string };

export const changePractice = (db: Db, id: string, change: Change) =>
  db.updateTable('assessmentPractice').set(change).where('id', '=', id).execute();

export type NewCommendation = {
  id: string;
  documentNumber: string;
  issuedOn: Day;
  organizationId: string;
  region: string;
  practiceId: string | null;
  basis: string;
  text: string;
  files: string[];
  demonstration: boolean;
  personId: string;
  recordedAt: string;
};

/** False when this document commends this organization already. */
export async function insertCommendation(db: Db, commendation: NewCommendation): Promise<boolean> {
  const inserted = await db
    .insertInto('assessmentCommendation')
    .values(commendation)
    .onConflict((conflict) => conflict.constraint('assessment_commendation_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const commendations = (db: Db) =>
  db
    .selectFrom('assessmentCommendation as commendation')
    .innerJoin('organization', 'organization.id', 'commendation.organizationId')
    .leftJoin('assessmentPractice as practice', 'practice.id', 'commendation.practiceId')
    .selectAll('commendation')
    .select(['organization.name as organizationName', 'practice.title as practiceTitle']);

export type CommendationRow = NonNullable<Awaited<ReturnType<typeof findCommendation>>>;

export const findCommendation = (db: Db, id: string) => commendations(db).where('commendation.id', '=', id).executeTakeFirst();

export const listCommendationsOf = (db: Db, practiceId: string) =>
  commendations(db).where('commendation.practiceId', '=', practiceId).orderBy('commendation.issuedOn').execute();

export async function listCommendations(
  db: Db,
  filter: { q?: string | undefined; region?: string | undefined; limit: number; after?: string | undefined },
) {
  let query = commendations(db);
  if (filter.region !== undefined) query = query.where('commendation.region', '=', filter.region);
  if (filter.q !== undefined && filter.q !== '') {
    query = query.where(
      sql<SqlBool>`(commendation.document_number || ' ' || commendation.text || ' ' || organization.name) ilike ${`%${filter.q}%`}`,
    );
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) {
    const [day = '', id = ''] = filter.after.split('|');
    query = query.where(sql<SqlBool>`(commendation.issued_on::text, commendation.id::text) < (${day}, ${id})`);
  }
  const rows = await query
    .orderBy('commendation.issuedOn', 'desc')
    .orderBy(sql`commendation.id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}
