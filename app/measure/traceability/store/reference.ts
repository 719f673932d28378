import { sql, type Insertable } from 'kysely';
import type { DB } from '../../../../db/types.ts';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const within = (scope: Scope) =>
  scopeCondition(scope, { region: 'traceabilityReference.region', organization: 'traceabilityReference.instituteId' });

const references = (db: Db) =>
  db
    .selectFrom('traceabilityReference')
    .innerJoin('organization', 'organization.id', 'traceabilityReference.instituteId')
    .selectAll('traceabilityReference')
    .select('organization.name as institute')
    .select((it) => [
      it
        .selectFrom('traceabilityLink')
        .select(sql<number>`count(*)::int`.as('n'))
        .where('traceabilityLink.lowerKind', '=', 'reference')
        .whereRef('traceabilityLink.lowerId', '=', 'traceabilityReference.id')
        .where('traceabilityLink.endedAt', 'is', null)
        .as('above'),
      it
        .selectFrom('traceabilityLink')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('traceabilityLink.referenceId', '=', 'traceabilityReference.id')
        .where('traceabilityLink.endedAt', 'is', null)
        .as('below'),
    ]);
export type ReferenceRow = NonNullable<Awaited<ReturnType<typeof findReference>>>;

export const findReference = (db: Db, scope: Scope, id: string) =>
  references(db).where('traceabilityReference.id', '=', id).where(within(scope)).executeTakeFirst();

type Filter = { q?: string | undefined; level?: string | undefined; limit: number; after?: string | undefined };

/** One row more than asked for tells whether there is another page. */
export async function listReferences(db: Db, scope: Scope, { q, level, limit, after }: Filter) {
  const cursor = readCursor(after);
  const filtered = <Query extends { where: (condition: ReturnType<typeof within>) => Query }>(query: Query): Query => {
    const conditions = [
      within(scope),
      ...(q === undefined || q.trim() === '' ? [] : [sql<boolean>`traceability_reference.search like ${`%${q.trim()}%`}`]),
      ...(level === undefined ? [] : [sql<boolean>`traceability_reference.level = ${level}`]),
    ];
    return conditions.reduce((all, one) => all.where(one), query);
  };
  const rows = await filtered(references(db))
    .$if(cursor !== undefined, (it) =>
      it.where(
        sql<boolean>`(traceability_reference.recorded_at, traceability_reference.id) < (${cursor?.at ?? ''}::timestamptz, ${cursor?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('traceabilityReference.recordedAt', 'desc')
    .orderBy('traceabilityReference.id', 'desc')
    .limit(limit + 1)
    .execute();
  const { n } = await filtered(db.selectFrom('traceabilityReference').select(sql<number>`count(*)::int`.as('n'))).executeTakeFirstOrThrow();
  return { rows, total: n };
}

export async function insertReference(db: Db, reference: Insertable<DB['traceabilityReference']>): Promise<boolean> {
  const inserted = await db
    .insertInto('traceabilityReference')
    .values(reference)
    .onConflict((it) => it.constraint('traceability_reference_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** What a level above is recorded for: whose it is, and the level where it is one itself. */
export async function findLower(
  db: Db,
  kind: 'calibration' | 'reference',
  id: string,
): Promise<{ instituteId: string; level: string | null } | undefined> {
  if (kind === 'reference')
    return db.selectFrom('traceabilityReference').select(['instituteId', 'level']).where('id', '=', id).executeTakeFirst();
  const row = await db
    .selectFrom('standardCertificate')
    .innerJoin('standard', 'standard.id', 'standardCertificate.standardId')
    .select('standard.instituteId')
    .where('standardCertificate.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { instituteId: row.instituteId, level: null };
}

/** Two links of an institute at once could each close half of a loop. */
export const lockLinks = (db: Db, instituteId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`traceability ${instituteId}`}, 0))`.execute(db);

export async function insertLink(db: Db, link: Insertable<DB['traceabilityLink']>): Promise<boolean> {
  const inserted = await db
    .insertInto('traceabilityLink')
    .values(link)
    .onConflict((it) =>
      it
        .columns(['lowerKind', 'lowerId', 'referenceId'])
        .where(sql<boolean>`ended_at is null`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const findLink = (db: Db, id: string) =>
  db.selectFrom('traceabilityLink').select(['id', 'instituteId', 'endedAt']).where('id', '=', id).executeTakeFirst();

export const endLink = (db: Db, id: string, ending: { endedAt: string; endedBy: string; endingReason: string }) =>
  db.updateTable('traceabilityLink').set(ending).where('id', '=', id).where('endedAt', 'is', null).execute();
