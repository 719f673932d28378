import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { inRegion, scopeCondition } from '../../../platform/scope-condition.ts';

type New = {
  id: string;
  organizationId: string;
  region: string | null;
  instituteId: string | null;
  year: number;
  personId: string;
  at: string;
  total: number;
};
export const insertRecomputation = (db: Db, one: New) => db.insertInto('certificateRecomputation').values(one).execute();

type Bound = { readonly year: number; readonly region: string | null; readonly instituteId: string | null };

const bounded = (db: Db, { year, region, instituteId }: Bound) => {
  let query = db.selectFrom('certificate').where('certificate.year', '=', year);
  if (region !== null) query = query.where(inRegion('certificate.region', region));
  if (instituteId !== null) query = query.where('certificate.instituteId', '=', instituteId);
  return query;
};

export async function countCertificates(db: Db, bound: Bound): Promise<number> {
  const { n } = await bounded(db, bound)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** The next certificates behind a number, with everything that is held against their records. */
export const takeCertificates = (db: Db, bound: Bound, after: string, limit: number) =>
  bounded(db, bound)
    .select(['number', 'kind', 'serial', 'testedOn', 'issuedOn', 'validUntil', 'record', 'digest', 'leafId', 'format', 'replaces'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();

export const lockRecomputation = (db: Db, id: string) =>
  db.selectFrom('certificateRecomputation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const advance = (db: Db, id: string, step: { done: number; differing: number; lastNumber: string; finishedAt: string | null }) =>
  db.updateTable('certificateRecomputation').set(step).where('id', '=', id).execute();

type Finding = { recomputationId: string; number: string; kind: string; detail: string };
export const insertFindings = (db: Db, findings: readonly Finding[]) =>
  db
    .insertInto('certificateFinding')
    .values([...findings])
    .execute();

export const listUnfinished = (db: Db) => db.selectFrom('certificateRecomputation').select('id').where('finishedAt', 'is', null).execute();

const recomputations = (db: Db, scope: Scope) =>
  db
    .selectFrom('certificateRecomputation as one')
    .innerJoin('personDetail as person', 'person.personId', 'one.personId')
    .innerJoin('organization', 'organization.id', 'one.organizationId')
    .leftJoin('organization as institute', 'institute.id', 'one.instituteId')
    .selectAll('one')
    .select(['person.name as personName', 'organization.name as organizationName', 'institute.name as instituteName'])
    .where(
      scopeCondition(scope, {
        region: (like) => sql<boolean>`coalesce(one.region, institute.region) like ${like}`,
        organization: 'one.organizationId',
      }),
    );
export type RecomputationRow = NonNullable<Awaited<ReturnType<typeof findRecomputation>>>;

export const findRecomputation = (db: Db, scope: Scope, id: string) =>
  recomputations(db, scope).where('one.id', '=', id).executeTakeFirst();

type Filter = { q?: string | undefined; year?: number | undefined; limit: number; after?: string | undefined };

export async function listRecomputations(db: Db, scope: Scope, filter: Filter) {
  let query = recomputations(db, scope);
  if (filter.year !== undefined) query = query.where('one.year', '=', filter.year);
  if (filter.q !== undefined && filter.q !== '') query = query.where('institute.name', 'ilike', `%${filter.q}%`);
  const { total } = await db
    .selectFrom(query.clearSelect().select('one.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(one.at, one.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('one.at', 'desc')
    .orderBy('one.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

type FindingFilter = { q?: string | undefined; kind?: string | undefined; limit: number; after?: string | undefined };

export async function listFindings(db: Db, id: string, filter: FindingFilter) {
  let query = db.selectFrom('certificateFinding').select(['number', 'kind', 'detail']).where('recomputationId', '=', id);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.q !== undefined && filter.q !== '') query = query.where('number', 'ilike', `%${filter.q}%`);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const [, number, kind] = /^([0-9A-Z]{1,30}) ([a-z-]{1,30})$/.exec(filter.after ?? '') ?? [];
  if (number !== undefined) query = query.where(sql<boolean>`(number, kind) > (${number}, ${kind})`);
  const rows = await query
    .orderBy('number')
    .orderBy('kind')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Numbers of the year, within the bound, that nothing explains. */
export const listGaps = (db: Db, { year, region, instituteId }: Bound) =>
  sql<{ code: string; sequence: number }>`
    select issuer.code, place.sequence
    from certificate_series series
    join organization institute on institute.id = series.institute_id
    join certificate_issuer issuer on issuer.institute_id = series.institute_id
    cross join lateral generate_series(1, series.last) as place (sequence)
    where series.year = ${year}
      and ${instituteId === null ? sql`true` : sql`series.institute_id = ${instituteId}::uuid`}
      and ${region === null ? sql`true` : inRegion('institute.region', region)}
      and not exists (select from certificate where certificate.institute_id = series.institute_id and certificate.year = series.year and certificate.sequence = place.sequence)
      and not exists (select from certificate_block block where block.institute_id = series.institute_id and block.year = series.year and place.sequence between block.first and block.last)
    order by issuer.code, place.sequence
    limit 10000`
    .execute(db)
    .then(({ rows }) => rows);
