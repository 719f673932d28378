import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';

const designations = (db: Db) =>
  db
    .selectFrom('requestDesignation')
    .innerJoin('organization as institute', 'institute.id', 'requestDesignation.instituteId')
    .innerJoin('organization as authority', 'authority.id', 'requestDesignation.authorityId')
    .leftJoin('requestDesignationEnding', 'requestDesignationEnding.designationId', 'requestDesignation.id')
    .selectAll('requestDesignation')
    .select([
      'institute.name as instituteName',
      'authority.name as authorityName',
      'requestDesignationEnding.documentNumber as endingDocumentNumber',
      'requestDesignationEnding.reason as endingReason',
    ]);

export type DesignationRow = NonNullable<Awaited<ReturnType<typeof findDesignation>>>;

export const findDesignation = (db: Db, id: string) => designations(db).where('requestDesignation.id', '=', id).executeTakeFirst();

export const lockDesignation = (db: Db, id: string) =>
  db.selectFrom('requestDesignation').select('validTo').where('id', '=', id).forUpdate().executeTakeFirst();

/** The designation that holds on a day. */
export const findDesignationOn = (db: Db, region: string, instrumentKind: string, day: string) =>
  designations(db)
    .where('requestDesignation.region', '=', region)
    .where('requestDesignation.instrumentKind', '=', instrumentKind)
    .where('requestDesignation.validFrom', '<=', day)
    .where((it) => it.or([it('requestDesignation.validTo', 'is', null), it('requestDesignation.validTo', '>=', day)]))
    .orderBy('requestDesignation.validFrom', 'desc')
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
  if (filter.region !== undefined) query = query.where('requestDesignation.region', 'like', `${regionPrefix(filter.region)}%`);
  if (filter.instrumentKind !== undefined) query = query.where('requestDesignation.instrumentKind', '=', filter.instrumentKind);
  if (filter.ended !== undefined) query = query.where('requestDesignation.validTo', filter.ended === 'true' ? 'is not' : 'is', null);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where((it) => it.or([it('institute.name', 'like', like), it('requestDesignation.documentNumber', 'like', like)]));
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(sql<boolean>`(request_designation.recorded_at, request_designation.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('requestDesignation.recordedAt', 'desc')
    .orderBy('requestDesignation.id', 'desc')
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
    .insertInto('requestDesignation')
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
  await db.insertInto('requestDesignationEnding').values(ending).execute();
  await db.updateTable('requestDesignation').set({ validTo: ending.lastDay }).where('id', '=', ending.designationId).execute();
}

export async function isInstitute(db: Db, organizationId: string): Promise<boolean> {
  const row = await db.selectFrom('organization').select(['kind', 'validTo']).where('id', '=', organizationId).executeTakeFirst();
  return row !== undefined && row.validTo === null && ['institute', 'authorised-company'].includes(row.kind);
}
