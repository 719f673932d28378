import { sql } from 'kysely';
import { likePart } from '../../kernel/text.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';
import { inRegion, scopeCondition } from '../../platform/scope-condition.ts';

export type NewOrganization = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly shortName?: string | null;
  readonly creditCode?: string | null;
  readonly region: string;
  readonly body?: string | null;
  readonly address?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly successorId?: string | null;
  readonly demonstration?: boolean;
  readonly recordedAt: string;
};

/** False when the credit code or the plan's body is there already. */
export async function insertOrganization(db: Db, organization: NewOrganization): Promise<boolean> {
  const inserted = await db
    .insertInto('organization')
    .values(organization)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const organizations = (db: Db) =>
  db
    .selectFrom('organization')
    .leftJoin('organization as successor', 'successor.id', 'organization.successorId')
    .selectAll('organization')
    .select('successor.name as successorName');

export type OrganizationRow = NonNullable<Awaited<ReturnType<typeof findOrganization>>>;

export const findOrganization = (db: Db, id: string) => organizations(db).where('organization.id', '=', id).executeTakeFirst();

export const findByName = (db: Db, name: string, region: string) =>
  organizations(db).where('organization.name', '=', name).where('organization.region', '=', region).executeTakeFirst();

export const findBody = (db: Db, body: string) => organizations(db).where('organization.body', '=', body).executeTakeFirst();

export type OrganizationFilter = {
  q?: string | undefined;
  kind?: string | undefined;
  region?: string | undefined;
  ended?: string | undefined;
  limit: number;
  after?: string | undefined;
};

/** Authorities, bodies and institutes are known to all; enterprises only inside the scope. */
export async function listOrganizations(db: Db, scope: Scope, filter: OrganizationFilter) {
  const { q, kind, region, ended } = filter;
  let query = organizations(db);
  if (scope.kind === 'region') {
    query = query.where((it) => it.or([it('organization.kind', '!=', 'enterprise'), inRegion('organization.region', scope.region)]));
  }
  if (scope.kind === 'organization') {
    query = query.where((it) => it.or([it('organization.kind', '!=', 'enterprise'), it('organization.id', '=', scope.organization)]));
  }
  if (scope.kind === 'none') query = query.where('organization.kind', '!=', 'enterprise');
  if (kind !== undefined) query = query.where('organization.kind', '=', kind);
  if (region !== undefined) query = query.where(inRegion('organization.region', region));
  if (ended !== undefined) query = query.where('organization.validTo', ended === 'true' ? 'is not' : 'is', null);
  if (q !== undefined && q !== '') {
    const like = likePart(q);
    query = query.where(sql<boolean>`(
      (organization.name || ' ' || coalesce(organization.short_name, '') || ' ' || coalesce(organization.name_en, '') || ' ' || coalesce(organization.credit_code, '')) ilike ${like}
      or exists (select from organization_name former where former.organization_id = organization.id and former.name like ${like}))`);
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined)
    query = query.where(
      sql<boolean>`(organization.name, organization.id::text) > (split_part(${filter.after}, '\n', 1), split_part(${filter.after}, '\n', 2))`,
    );
  const rows = await query
    .orderBy('organization.name')
    .orderBy(sql`organization.id::text`)
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Institutes and authorised companies of a scope on a day, by region and name. */
export const listInstitutes = (db: Db, scope: Scope, day: string) =>
  db
    .selectFrom('organization')
    .select(['id', 'name', 'region'])
    .where('kind', 'in', ['institute', 'authorised-company'])
    .where((it) => it.or([it('validTo', 'is', null), it('validTo', '>=', day)]))
    .where(scopeCondition(scope, { region: 'region', organization: 'id' }))
    .orderBy('region')
    .orderBy('name')
    .limit(500)
    .execute();

export const listFormerNames = (db: Db, organizationId: string) =>
  db
    .selectFrom('organizationName')
    .select(['name', 'validTo', 'recordedAt'])
    .where('organizationId', '=', organizationId)
    .orderBy('recordedAt')
    .execute();

export async function renameOrganization(
  db: Db,
  id: string,
  name: string,
  former: { name: string; validTo: string; recordedAt: string },
): Promise<void> {
  await db
    .insertInto('organizationName')
    .values({ organizationId: id, ...former })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.updateTable('organization').set({ name }).where('id', '=', id).execute();
}

export const endOrganization = (db: Db, id: string, validTo: string, successorId: string | null) =>
  db.updateTable('organization').set({ validTo, successorId }).where('id', '=', id).execute();

export const findSetting = (db: Db) => db.selectFrom('organizationSetting').selectAll().executeTakeFirst();

export type NewSetting = {
  readonly demonstration: boolean;
  readonly cityCode: string;
  readonly cityName: string;
  readonly cityNameEn: string;
  readonly begunAt: string;
};

export const insertSetting = (db: Db, setting: NewSetting) => db.insertInto('organizationSetting').values(setting).execute();
