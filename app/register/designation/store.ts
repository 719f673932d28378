import { sql } from 'kysely';
import { readCursor } from '../../kernel/page.ts';
import type { Db } from '../../platform/context.ts';
import { inRegion } from '../../platform/scope-condition.ts';

const designations = (db: Db) =>
  db
    .selectFrom('designation')
    .innerJoin('organization as institute', 'institute.id', 'designation.instituteId')
    .innerJoin('organization as authority', 'authority.id', 'designation.authorityId')
    .leftJoin('designationEnding', 'designationEnding.designationId', 'designation.id')
    .selectAll('designation')
    .select([
      'institute.name as instituteName',
      'authority.name as authorityName',
      'designationEnding.documentNumber as endingDocumentNumber',
      'designationEnding.reason as endingReason',
    ]);

export type DesignationRow = NonNullable<Awaited<ReturnType<typeof findDesignation>>>;

export const findDesignation = (db: Db, id: string) => designations(db).where('designation.id', '=', id).executeTakeFirst();

export const lockDesignation = (db: Db, id: string) =>
  db.selectFrom('designation').select('validTo').where('id', '=', id).forUpdate().executeTakeFirst();

/** The designation that holds on a day. */
export const findDesignationOn = (db: Db, region: string, instrumentKind: string, day: string) =>
  designations(db)
    .where('designation.region', '=', region)
    .where('designation.instrumentKind', '=', instrumentKind)
    .where('designation.validFrom', '<=', day)
    .where((it) => it.or([it('designation.validTo', 'is', null), it('designation.validTo', '>=', day)]))
    .orderBy('designation.validFrom', 'desc')
    .executeTakeFirst();

type Filter = {
  q?: string | undefined;
  region?: string | undefined;
  instrumentKind?: string | undefined;
  ended?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listDesignations(db: Db, filter: Filter) {
  let query = designations(db);
  if (filter.region !== undefined) query = query.where(inRegion('designation.region', filter.region));
  if (filter.instrumentKind !== undefined) query = query.where('designation.instrumentKind', '=', filter.instrumentKind);
  if (filter.ended !== undefined) query = query.where('designation.validTo', filter.ended === 'true' ? 'is not' : 'is', null);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where((it) => it.or([it('institute.name', 'like', like), it('designation.documentNumber', 'like', like)]));
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(designation.recorded_at, designation.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('designation.recordedAt', 'desc')
    .orderBy('designation.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** False when one is in force for this region and kind. */
export async function insertDesignation(
  db: Db,
  designation: {
    id: string;
    region: string;
    instrumentKind: string;
    instituteId: string;
    documentNumber: string;
    validFrom: string;
    authorityId: string;
    personId: string;
    recordedAt: string;
    demonstration: boolean;
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('designation')
    .values(designation)
    .onConflict((conflict) => conflict.columns(['region', 'instrumentKind']).where('validTo', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function endDesignation(
  db: Db,
  ending: { designationId: string; lastDay: string; documentNumber: string; reason: string; personId: string; at: string },
): Promise<void> {
  await db.insertInto('designationEnding').values(ending).execute();
  await db.updateTable('designation').set({ validTo: ending.lastDay }).where('id', '=', ending.designationId).execute();
}

export async function isInstitute(db: Db, organizationId: string): Promise<boolean> {
  const row = await db.selectFrom('organization').select(['kind', 'validTo']).where('id', '=', organizationId).executeTakeFirst();
  return row !== undefined && row.validTo === null && ['institute', 'authorised-company'].includes(row.kind);
}

/** For which regions and kinds an institute is designated on a day. */
export const listDesignationsOf = (db: Db, instituteId: string, day: string) =>
  db
    .selectFrom('designation')
    .select(['region', 'instrumentKind'])
    .where('instituteId', '=', instituteId)
    .where('validFrom', '<=', day)
    .where((it) => it.or([it('validTo', 'is', null), it('validTo', '>=', day)]))
    .orderBy('region')
    .orderBy('instrumentKind')
    .execute();
