import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** The regions that organizations of the city lie in, with the names of their governments. */
export const listRegions = (db: Db) =>
  db
    .selectFrom('organization')
    .leftJoin('organization as government', (join) =>
      join
        .onRef('government.region', '=', 'organization.region')
        .on('government.kind', '=', 'government')
        .on('government.validTo', 'is', null),
    )
    .select([
      'organization.region',
      sql<string | null>`min(government.name)`.as('name'),
      sql<string | null>`min(government.name_en)`.as('nameEn'),
    ])
    .groupBy('organization.region')
    .orderBy('organization.region')
    .execute();

export const listTownships = (db: Db, today: string) =>
  db
    .selectFrom('division')
    .select(['code', 'region', 'name'])
    .where('level', '=', 'township')
    .where(sql<boolean>`(valid_to is null or valid_to >= ${today}::date)`)
    .orderBy('code')
    .execute();

export const findOwn = (db: Db, id: string) =>
  db.selectFrom('organization').select(['id', 'name', 'creditCode', 'region', 'kind']).where('id', '=', id).executeTakeFirst();

export const listHolders = (db: Db, creditCodes: readonly string[]) =>
  db
    .selectFrom('organization')
    .select(['id', 'creditCode', 'region'])
    .where(sql<boolean>`credit_code = any(${[...creditCodes]}::text[])`)
    .execute();

export const listHolderRegions = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('organization')
    .select(['id', 'region'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
