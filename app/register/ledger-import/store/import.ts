import { likePart } from '../../../kernel/text.ts';
import { sql } from 'kysely';
import type { Text } from '../../../kernel/text.ts';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { ImportStatus } from '../rules/states.ts';

const imports = (db: Db) =>
  db
    .selectFrom('ledgerImport')
    .innerJoin('organization', 'organization.id', 'ledgerImport.organizationId')
    .innerJoin('personDetail', 'personDetail.personId', 'ledgerImport.personId')
    .selectAll('ledgerImport')
    .select(['organization.name as organizationName', 'personDetail.name as personName'])
    .select(sql<number>`(ledger_import.new_count + ledger_import.changed_count - ledger_import.applied_count)`.as('open'));

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export const findImport = (db: Db, id: string) => imports(db).where('ledgerImport.id', '=', id).executeTakeFirst();

/** Locks an import, so that of two workers one waits and then finds the work done. */
export const lockImport = (db: Db, id: string) =>
  db.selectFrom('ledgerImport').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

const within = (scope: Scope) => scopeCondition(scope, { region: 'ledgerImport.region', organization: 'ledgerImport.organizationId' });

export const findWithin = (db: Db, scope: Scope, id: string) =>
  imports(db).where('ledgerImport.id', '=', id).where(within(scope)).executeTakeFirst();

type Filter = { q?: string | undefined; status?: ImportStatus | undefined; limit: number; after?: string | undefined };

export async function listImports(db: Db, scope: Scope, { q, status, limit, after }: Filter) {
  let query = imports(db).where(within(scope));
  if (status !== undefined) query = query.where('ledgerImport.status', '=', status);
  if (q !== undefined && q.trim() !== '') query = query.where('ledgerImport.fileName', 'ilike', likePart(q.trim()));
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(ledger_import.recorded_at, ledger_import.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('ledgerImport.recordedAt', 'desc')
    .orderBy('ledgerImport.id', 'desc')
    .limit(limit + 1)
    .execute();
  return { rows, total };
}

export type NewImport = {
  id: string;
  organizationId: string;
  region: string;
  personId: string;
  fileName: string;
  fileDigest: string;
  sizeBytes: number;
  manyHolders: boolean;
  registerHolders: boolean;
  recordedAt: string;
  demonstration: boolean;
};

export const insertImport = (db: Db, row: NewImport) =>
  db
    .insertInto('ledgerImport')
    .values({ ...row, status: 'reading', progressAt: row.recordedAt })
    .execute();

type Change = Partial<{
  status: ImportStatus;
  format: string;
  refusal: Text;
  notices: readonly Text[];
  columns: readonly { readonly field: string; readonly heading: string }[];
  comparedAt: string;
  begunAt: string;
  endedAt: string;
  progressAt: string;
  lastRow: number;
}>;

export const updateImport = (db: Db, id: string, { refusal, notices, columns, ...plain }: Change) =>
  db
    .updateTable('ledgerImport')
    .set({
      ...plain,
      ...(refusal === undefined ? {} : { refusal: JSON.stringify(refusal) }),
      ...(notices === undefined ? {} : { notices: JSON.stringify(notices) }),
      ...(columns === undefined ? {} : { columns: JSON.stringify(columns) }),
    })
    .where('id', '=', id)
    .execute();

/** Counts the rows anew by verdict, choice and what is written. */
export const recount = (db: Db, id: string) =>
  sql`update ledger_import set row_count = n.rows, new_count = n.new, changed_count = n.changed, unchanged_count = n.unchanged,
    refused_count = n.refused, warning_count = n.warned, chosen_count = n.chosen, applied_count = n.applied
    from (select count(*) as rows, count(*) filter (where verdict = 'new') as new, count(*) filter (where verdict = 'changed') as changed,
      count(*) filter (where verdict = 'unchanged') as unchanged, count(*) filter (where verdict = 'refused') as refused,
      count(*) filter (where warned and verdict <> 'refused') as warned, count(*) filter (where chosen) as chosen, count(*) filter (where applied_at is not null) as applied
      from ledger_import_row where import_id = ${id}) n
    where id = ${id}`.execute(db);

/** Imports at work that have not come further since then. */
export const listStalled = (db: Db, since: string) =>
  db
    .selectFrom('ledgerImport')
    .select(['id', 'status'])
    .where('status', 'in', ['reading', 'applying'])
    .where('progressAt', '<', since)
    .execute();

/** One chunk further. */
export const advance = (db: Db, id: string, { lastRow, applied, progressAt }: { lastRow: number; applied: number; progressAt: string }) =>
  db
    .updateTable('ledgerImport')
    .set((it) => ({ lastRow, appliedCount: it('appliedCount', '+', applied), progressAt }))
    .where('id', '=', id)
    .execute();
