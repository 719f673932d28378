import { sql } from 'kysely';
import { readCursor } from '../../kernel/page.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';
import { scopeCondition } from '../../platform/scope-condition.ts';

/** Each standard with its present state and its latest certificate. */
const standards = (db: Db) =>
  db
    .selectFrom('standard')
    .innerJoin('organization', 'organization.id', 'standard.instituteId')
    .innerJoinLateral(
      (it) =>
        it
          .selectFrom('standardState')
          .select(['standardState.state', 'standardState.since'])
          .whereRef('standardState.standardId', '=', 'standard.id')
          .orderBy('standardState.since', 'desc')
          .orderBy('standardState.at', 'desc')
          .limit(1)
          .as('present'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (it) =>
        it
          .selectFrom('standardCertificate')
          .innerJoin('personDetail', 'personDetail.personId', 'standardCertificate.personId')
          .whereRef('standardCertificate.standardId', '=', 'standard.id')
          .orderBy('standardCertificate.calibratedOn', 'desc')
          .orderBy('standardCertificate.recordedAt', 'desc')
          .limit(1)
          .select([
            'standardCertificate.id as certificateId',
            'standardCertificate.kind',
            'standardCertificate.number as certificateNumber',
            'standardCertificate.issuer',
            'standardCertificate.calibratedOn',
            'standardCertificate.validUntil',
            'standardCertificate.quality',
            'standardCertificate.value',
            'standardCertificate.unit',
            'standardCertificate.coverageFactor',
            'standardCertificate.accuracyClass',
            'standardCertificate.recordedAt as certificateRecordedAt',
            'personDetail.name as certificateRecordedBy',
          ])
          .as('latest'),
      (join) => join.onTrue(),
    )
    .selectAll('standard')
    .selectAll('present')
    .selectAll('latest')
    .select('organization.name as instituteName');

export type StandardRow = NonNullable<Awaited<ReturnType<typeof findStandard>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'standard.region', organization: 'standard.instituteId' });

export const findStandard = (db: Db, scope: Scope, id: string) =>
  standards(db).where('standard.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockStandard = (db: Db, id: string) =>
  db.selectFrom('standard').select('version').where('id', '=', id).forUpdate().executeTakeFirst();

export type Filter = {
  q?: string | undefined;
  state?: string | undefined;
  dueUntil?: string | undefined;
  role?: string | undefined;
  institute?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listStandards(db: Db, scope: Scope, filter: Filter) {
  let query = standards(db).where(within(scope));
  if (filter.state !== undefined) query = query.where('present.state', '=', filter.state);
  if (filter.dueUntil !== undefined)
    query = query.where('latest.validUntil', '<=', filter.dueUntil).where('present.state', '<>', 'retired');
  if (filter.role !== undefined) query = query.where(sql<boolean>`standard.roles @> array[${filter.role}]::text[]`);
  if (filter.institute !== undefined) query = query.where('standard.instituteId', '=', filter.institute);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(sql<boolean>`(standard.search ilike ${like} or latest.certificate_number ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('standard.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(standard.recorded_at, standard.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('standard.recordedAt', 'desc')
    .orderBy('standard.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const listCertificates = (db: Db, standardIds: readonly string[]) =>
  db
    .selectFrom('standardCertificate')
    .innerJoin('personDetail', 'personDetail.personId', 'standardCertificate.personId')
    .selectAll('standardCertificate')
    .select('personDetail.name as recordedBy')
    .where('standardId', 'in', [...standardIds])
    .orderBy('calibratedOn', 'desc')
    .orderBy('standardCertificate.recordedAt', 'desc')
    .execute();

export const listStates = (db: Db, standardIds: readonly string[]) =>
  db
    .selectFrom('standardState')
    .innerJoin('personDetail', 'personDetail.personId', 'standardState.personId')
    .selectAll('standardState')
    .select('personDetail.name as person')
    .where('standardId', 'in', [...standardIds])
    .orderBy('since', 'desc')
    .orderBy('at', 'desc')
    .execute();

/** Standards of one institute by their ids. */
export const listByIds = (db: Db, instituteId: string, ids: readonly string[]) =>
  db
    .selectFrom('standard')
    .selectAll()
    .where('instituteId', '=', instituteId)
    .where('id', 'in', [...ids])
    .execute();

type Description = { number: string; name: string; model: string; serial: string; range: string; roles: string[] };

/** False when the institute has a standard of this number. */
export async function insertStandard(
  db: Db,
  standard: Description & { id: string; instituteId: string; region: string; recordedAt: string; demonstration: boolean },
): Promise<boolean> {
  const inserted = await db
    .insertInto('standard')
    .values(standard)
    .onConflict((conflict) => conflict.constraint('standard_number_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function isNumberTaken(db: Db, instituteId: string, number: string, except: string): Promise<boolean> {
  const row = await db
    .selectFrom('standard')
    .select('id')
    .where('instituteId', '=', instituteId)
    .where('number', '=', number)
    .where('id', '<>', except)
    .executeTakeFirst();
  return row !== undefined;
}

export const changeStandard = (db: Db, id: string, change: Description & { version: number }) =>
  db.updateTable('standard').set(change).where('id', '=', id).execute();

/** False when the standard has a certificate of this number. */
export async function insertCertificate(
  db: Db,
  certificate: {
    id: string;
    standardId: string;
    kind: string;
    number: string;
    issuer: string;
    calibratedOn: string;
    validUntil: string;
    quality: string;
    value: string | null;
    unit: string | null;
    coverageFactor: string | null;
    accuracyClass: string | null;
    personId: string;
    recordedAt: string;
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('standardCertificate')
    .values(certificate)
    .onConflict((conflict) => conflict.constraint('standard_certificate_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const insertState = (
  db: Db,
  state: { id: string; standardId: string; state: string; since: string; reason: string | null; personId: string; at: string },
) => db.insertInto('standardState').values(state).execute();

export async function isInstitute(db: Db, organizationId: string): Promise<boolean> {
  const row = await db.selectFrom('organization').select('kind').where('id', '=', organizationId).executeTakeFirst();
  return row !== undefined && ['institute', 'authorised-company'].includes(row.kind);
}
