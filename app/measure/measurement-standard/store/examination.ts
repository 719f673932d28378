import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { likePart } from '../../../kernel/text.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const within = (scope: Scope) => scopeCondition(scope, { region: 'own.region', organization: 'own.instituteId' });

const applications = (db: Db) =>
  db
    .selectFrom('measurementStandardApplication')
    .innerJoin('measurementStandard as own', 'own.id', 'measurementStandardApplication.measurementStandardId')
    .innerJoin('organization', 'organization.id', 'own.instituteId')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardApplication.personId')
    .selectAll('measurementStandardApplication')
    .select([
      'own.name',
      'own.kind as standardKind',
      'own.top',
      'own.region',
      'own.instituteId',
      'organization.name as instituteName',
      'personDetail.name as person',
    ]);
export type ApplicationRow = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

export const findApplication = (db: Db, scope: Scope, id: string) =>
  applications(db).where('measurementStandardApplication.id', '=', id).where(within(scope)).executeTakeFirst();

type Filter = {
  q?: string | undefined;
  state?: string | undefined;
  kind?: string | undefined;
  measurementStandard?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listApplications(db: Db, scope: Scope, filter: Filter) {
  let query = applications(db).where(within(scope));
  if (filter.state !== undefined) query = query.where('measurementStandardApplication.state', '=', filter.state);
  if (filter.kind !== undefined) query = query.where('measurementStandardApplication.kind', '=', filter.kind);
  if (filter.measurementStandard !== undefined) query = query.where('own.id', '=', filter.measurementStandard);
  if (filter.q !== undefined && filter.q.trim() !== '') {
    const like = likePart(filter.q.trim());
    query = query.where(sql<boolean>`(own.name ilike ${like} or own.code ilike ${like} or organization.name ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('measurementStandardApplication.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(
      sql<boolean>`(measurement_standard_application.recorded_at, measurement_standard_application.id) < (${cursor.at}, ${cursor.id})`,
    );
  const rows = await query
    .orderBy('measurementStandardApplication.recordedAt', 'desc')
    .orderBy('measurementStandardApplication.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const listSteps = (db: Db, applicationId: string) =>
  db
    .selectFrom('measurementStandardApplicationStep')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardApplicationStep.personId')
    .innerJoin('organization', 'organization.id', 'measurementStandardApplicationStep.organizationId')
    .selectAll('measurementStandardApplicationStep')
    .select(['personDetail.name as person', 'organization.name as organization'])
    .where('applicationId', '=', applicationId)
    .orderBy('sequence')
    .execute();

/** False when another application of the measurement standard is open. */
export async function insertApplication(
  db: Db,
  row: {
    id: string;
    measurementStandardId: string;
    kind: string;
    state: string;
    addressee: string;
    appliedOn: string;
    statement: string;
    files: string[];
    personId: string;
    organizationId: string;
    recordedAt: string;
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('measurementStandardApplication')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const changeApplication = (db: Db, id: string, change: { state: string; statement?: string; files?: string[] }) =>
  db.updateTable('measurementStandardApplication').set(change).where('id', '=', id).execute();

export const insertStep = (
  db: Db,
  row: {
    id: string;
    applicationId: string;
    state: string;
    day: string;
    examiners: string | null;
    documentNumber: string | null;
    reason: string | null;
    files: string[];
    personId: string;
    organizationId: string;
    at: string;
  },
) => db.insertInto('measurementStandardApplicationStep').values(row).execute();

const changes = (db: Db) =>
  db
    .selectFrom('measurementStandardChange')
    .innerJoin('measurementStandard as own', 'own.id', 'measurementStandardChange.measurementStandardId')
    .innerJoin('organization', 'organization.id', 'own.instituteId')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardChange.personId')
    .leftJoin('personDetail as decider', 'decider.personId', 'measurementStandardChange.decidedBy')
    .leftJoin('measurementStandard as successor', (join) =>
      join.on(sql<boolean>`successor.id = (measurement_standard_change.detail ->> 'successor')::uuid`),
    )
    .selectAll('measurementStandardChange')
    .select([
      'own.name',
      'own.kind as standardKind',
      'own.top',
      'own.instituteId',
      'organization.name as instituteName',
      'personDetail.name as person',
      'decider.name as decider',
      'successor.id as successorId',
      'successor.name as successorName',
    ]);
export type ChangeRow = NonNullable<Awaited<ReturnType<typeof findChange>>>;

export const findChange = (db: Db, scope: Scope, id: string) =>
  changes(db).where('measurementStandardChange.id', '=', id).where(within(scope)).executeTakeFirst();

export async function listChanges(db: Db, scope: Scope, filter: Omit<Filter, 'kind'> & { topic?: string | undefined }) {
  let query = changes(db).where(within(scope));
  if (filter.state !== undefined) query = query.where('measurementStandardChange.state', '=', filter.state);
  if (filter.topic !== undefined) query = query.where('measurementStandardChange.topic', '=', filter.topic);
  if (filter.measurementStandard !== undefined) query = query.where('own.id', '=', filter.measurementStandard);
  if (filter.q !== undefined && filter.q.trim() !== '') {
    const like = likePart(filter.q.trim());
    query = query.where(
      sql<boolean>`(own.name ilike ${like} or measurement_standard_change.description ilike ${like} or organization.name ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('measurementStandardChange.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(
      sql<boolean>`(measurement_standard_change.recorded_at, measurement_standard_change.id) < (${cursor.at}, ${cursor.id})`,
    );
  const rows = await query
    .orderBy('measurementStandardChange.recordedAt', 'desc')
    .orderBy('measurementStandardChange.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Changes that await a decision, of some measurement standards. */
export const listOpenChanges = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardChange')
    .select(['id', 'measurementStandardId', 'topic', 'treatment', 'state', 'day'])
    .where('measurementStandardId', 'in', [...ids])
    .where('state', 'in', ['reported', 'awaiting-examination'])
    .orderBy('recordedAt')
    .execute();

export const insertChange = (
  db: Db,
  row: {
    id: string;
    measurementStandardId: string;
    topic: string;
    effect: string;
    treatment: string;
    state: string;
    day: string;
    description: string;
    detail: string;
    files: string[];
    personId: string;
    recordedAt: string;
  },
) => db.insertInto('measurementStandardChange').values(row).execute();

export const decideChange = (
  db: Db,
  id: string,
  change: {
    state: string;
    decidedBy: string;
    decidedAt: string;
    documentNumber: string | null;
    reason: string | null;
    applicationId?: string;
  },
) => db.updateTable('measurementStandardChange').set(change).where('id', '=', id).execute();

/** What an examination settles: changes that waited for it. */
export const settleChanges = (
  db: Db,
  measurementStandardId: string,
  settled: { applicationId: string; decidedBy: string; decidedAt: string; documentNumber: string | null },
) =>
  db
    .updateTable('measurementStandardChange')
    .set({ state: 'examined', ...settled })
    .where('measurementStandardId', '=', measurementStandardId)
    .where('state', '=', 'awaiting-examination')
    .execute();
