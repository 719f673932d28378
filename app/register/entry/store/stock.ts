import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { EntryKind } from '../rules/kinds.ts';

/** In both languages: who reviews the list may read the other one. */
export type Remark = { row: number; remark: Text };

export type NewStock = {
  id: string;
  kind: EntryKind;
  asOf: string;
  title: string;
  documentNumber: string;
  issuer: string;
  workbook: string;
  files: readonly string[];
  status: 'submitted' | 'empty';
  taken: number;
  duplicate: number;
  refused: number;
  remarks: readonly Remark[];
  organizationId: string;
  region: string;
  submittedBy: string;
  submittedAt: string;
  demonstration: boolean;
};

export const insertStock = (db: Db, { files, remarks, ...stock }: NewStock) =>
  db
    .insertInto('entryStock')
    .values({ ...stock, files: [...files], remarks: JSON.stringify(remarks) })
    .execute();

const stocks = (db: Db) =>
  db
    .selectFrom('entryStock as s')
    .leftJoin('personDetail as submitter', 'submitter.personId', 's.submittedBy')
    .leftJoin('personDetail as reviewer', 'reviewer.personId', 's.reviewedBy')
    .selectAll('s')
    .select(['submitter.name as submitterName', 'reviewer.name as reviewerName']);

export type StockRow = Awaited<ReturnType<ReturnType<typeof stocks>['executeTakeFirstOrThrow']>>;

export const findStock = (db: Db, id: string) => stocks(db).where('s.id', '=', id).executeTakeFirst();

/** One review of a list at a time. */
export const lockStock = (db: Db, id: string) => db.selectFrom('entryStock').select('id').where('id', '=', id).forUpdate().execute();

export async function listStocks(
  db: Db,
  scope: Scope,
  filter: { kind?: EntryKind | undefined; limit: number; after?: string | undefined },
) {
  let query = stocks(db).where(scopeCondition(scope, { region: 's.region', organization: 's.organizationId' }));
  if (filter.kind !== undefined) query = query.where('s.kind', '=', filter.kind);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const from = readCursor(filter.after);
  if (from !== undefined) query = query.where(sql<boolean>`(s.submitted_at, s.id) < (${from.at}::timestamptz, ${from.id}::uuid)`);
  const rows = await query
    .orderBy('s.submittedAt', 'desc')
    .orderBy('s.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const decideStock = (
  db: Db,
  id: string,
  decision: { status: 'accepted' | 'rejected'; reviewedBy: string; reviewedAt: string; reason: string },
) => db.updateTable('entryStock').set(decision).where('id', '=', id).execute();

/** Rows of the list for which an accepted record of the same thing came in meanwhile, by their entry. */
export const listStockEntries = (db: Db, id: string) =>
  db
    .selectFrom('entryVersion as v')
    .innerJoin('entry as e', 'e.id', 'v.entryId')
    .select(['v.entryId', 'v.subjectKey', 'v.level', 'v.title', 'v.documentNumber', 'v.since', 'v.until'])
    .where('e.stockId', '=', id)
    .where('v.supersededAt', 'is', null)
    .execute();

/** All rows of a list get their decision at once, each as a version of its own. */
export async function decideStockRows(
  db: Db,
  decision: { stockId: string; accepted: boolean; personId: string; at: string; reason: string; phased: boolean },
): Promise<void> {
  const { stockId, accepted, personId, at, reason, phased } = decision;
  const status = accepted ? 'accepted' : 'rejected';
  await sql`
    with held as (
      update entry_version v set superseded_at = ${at}::timestamptz
      from entry e where e.id = v.entry_id and e.stock_id = ${stockId}::uuid and v.superseded_at is null and v.status = 'submitted'
      returning v.*
    )
    insert into entry_version (entry_id, version, recorded_at, action, person_id, reason, status, kind, level, subject_key, region,
      organization_id, title, document_number, issuer, since, until, payload, phases, counts_from, counts_to, opening, files,
      submitted_by, accepted_by)
    select entry_id, version + 1, ${at}::timestamptz, 'stockReview', ${personId}::uuid, ${reason}::text, ${status}::text, kind, level,
      subject_key, region, organization_id, title, document_number, issuer, since, until, payload, phases,
      case when not ${accepted}::boolean then null
        when ${phased}::boolean then (select (step ->> 'day')::date from jsonb_array_elements(phases) step where step ->> 'phase' = 'designation')
        else since end,
      case when ${accepted}::boolean then until + 1 end,
      opening, files, submitted_by, case when ${accepted}::boolean then ${personId}::uuid end
    from held`.execute(db);
}
