import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { likePart } from '../../../kernel/text.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const imports = (db: Db, scope: Scope) =>
  db
    .selectFrom('measurementStandardImport')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardImport.personId')
    .innerJoin('file', 'file.id', 'measurementStandardImport.workbook')
    .leftJoin('personDetail as taker', 'taker.personId', 'measurementStandardImport.takenBy')
    .selectAll('measurementStandardImport')
    .select(['personDetail.name as person', 'file.name as fileName', 'file.digest as fileDigest', 'taker.name as taker'])
    .where(scopeCondition(scope, { region: 'measurementStandardImport.region', organization: 'measurementStandardImport.organizationId' }));
export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export const findImport = (db: Db, scope: Scope, id: string) =>
  imports(db, scope).where('measurementStandardImport.id', '=', id).executeTakeFirst();
export const lockImport = (db: Db, id: string) =>
  db.selectFrom('measurementStandardImport').select('state').where('id', '=', id).forUpdate().executeTakeFirst();

export async function listImports(db: Db, scope: Scope, filter: { q?: string | undefined; limit: number; after?: string | undefined }) {
  let query = imports(db, scope);
  if (filter.q !== undefined && filter.q.trim() !== '') query = query.where('file.name', 'ilike', likePart(filter.q.trim()));
  const { total } = await db
    .selectFrom(query.clearSelect().select('measurementStandardImport.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(
      sql<boolean>`(measurement_standard_import.recorded_at, measurement_standard_import.id) < (${cursor.at}, ${cursor.id})`,
    );
  const rows = await query
    .orderBy('measurementStandardImport.recordedAt', 'desc')
    .orderBy('measurementStandardImport.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const insertImport = (
  db: Db,
  row: {
    id: string;
    workbook: string;
    state: string;
    rows: string;
    basis: string;
    organizationId: string;
    region: string;
    personId: string;
    recordedAt: string;
    demonstration: boolean;
  },
) => db.insertInto('measurementStandardImport').values(row).execute();

export const finishImport = (db: Db, id: string, end: { state: string; takenBy: string; takenAt: string; reason: string }) =>
  db.updateTable('measurementStandardImport').set(end).where('id', '=', id).execute();

/** Keepers by their names, for a register that names them in words. */
export const listKeepers = (db: Db, names: readonly string[]) =>
  names.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('organization')
        .select(['id', 'name', 'region', 'kind'])
        .where('name', 'in', [...names])
        .where('kind', 'in', ['institute', 'authorised-company', 'enterprise'])
        .execute();

export type EntryRow = {
  id: string;
  title: string;
  documentNumber: string;
  issuer: string;
  level: string | null;
  region: string;
  organizationId: string;
  organization: string;
  since: string;
  until: string | null;
  opening: boolean;
  files: string[];
  payload: Record<string, string>;
  recordedAt: string;
};

const takeable = sql`
  from entry_version v join organization o on o.id = v.organization_id
  where v.kind = 'standard' and v.status = 'accepted' and v.superseded_at is null
    and not exists (select from measurement_standard m where m.entry_id = v.entry_id)
    and not exists (select from measurement_standard_certificate c where c.kind = 'public' and c.number_key = v.subject_key and c.superseded_at is null)`;
const columns = sql`v.entry_id as id, v.title, v.document_number, v.issuer, v.level, v.region, v.organization_id, o.name as organization,
  v.since, v.until, v.opening, v.files, v.payload, v.recorded_at`;
const reach = (scope: Scope) =>
  scopeCondition(scope, {
    region: 'v.region',
    organization: (id) =>
      sql<boolean>`(v.organization_id = ${id} or v.payload ->> 'keeper' = (select name from organization where id = ${id}))`,
  });

export async function listTakeable(db: Db, scope: Scope, filter: { q?: string | undefined; limit: number; after?: string | undefined }) {
  const like = filter.q === undefined || filter.q.trim() === '' ? null : likePart(filter.q.trim());
  const found = like === null ? sql<boolean>`true` : sql<boolean>`(v.title || ' ' || v.document_number) ilike ${like}`;
  const after = /^[0-9a-f-]{36}$/.test(filter.after ?? '') ? sql<boolean>`v.entry_id > ${filter.after}::uuid` : sql<boolean>`true`;
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::int as total ${takeable} and ${reach(scope)} and ${found}`.execute(db);
  const { rows } = await sql<EntryRow>`select ${columns} ${takeable} and ${reach(scope)} and ${found} and ${after}
    order by v.entry_id limit ${filter.limit + 1}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

export async function findTakeable(db: Db, scope: Scope, id: string): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`select ${columns} ${takeable} and ${reach(scope)} and v.entry_id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Whether the entry is there for the caller, whatever its state. */
export async function isEntryWithin(db: Db, scope: Scope, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select v.entry_id as id from entry_version v
    where v.kind = 'standard' and v.superseded_at is null and ${reach(scope)} and v.entry_id = ${id}::uuid`.execute(db);
  return rows.length > 0;
}
