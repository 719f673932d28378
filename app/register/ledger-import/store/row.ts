import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { Remark } from '../rules/field.ts';
import type { RowVerdict } from '../rules/states.ts';

export type StagedRow = {
  readonly n: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly said: Readonly<Record<string, string>>;
  readonly remarks: readonly Remark[];
  readonly refused: boolean;
  readonly warned: boolean;
};

/**
 * A batch is one parameter, however many rows it has; zero bytes, which no text of the database holds, were taken out before. With many
 * holders each row gets the one that its credit code names.
 */
export const insertRows = (db: Db, importId: string, rows: readonly StagedRow[], manyHolders: boolean) =>
  sql`insert into ledger_import_row (import_id, row_number, cells, said, remarks, refused, warned, code, ecqs_number, credit_code, holder_name, identity, holder_id)
    select ${importId}, n, cells, said, remarks, refused, warned, said ->> 'code', said ->> 'ecqsNumber', said ->> 'creditCode', said ->> 'holderName',
      ledger_import_identity(said ->> 'maker', said ->> 'model', said ->> 'serial'), holder.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (n integer, cells jsonb, said jsonb, remarks jsonb, refused boolean, warned boolean)
    left join organization holder on ${manyHolders}::boolean and holder.credit_code = said ->> 'creditCode'`.execute(db);

export type ImportedRow = NonNullable<Awaited<ReturnType<typeof listRows>>['rows'][number]>;

type Filter = {
  verdict?: RowVerdict | undefined;
  warned?: boolean | undefined;
  q?: string | undefined;
  limit: number;
  after: number;
};

export async function listRows(db: Db, importId: string, { verdict, warned, q, limit, after }: Filter) {
  let query = db.selectFrom('ledgerImportRow').where('importId', '=', importId);
  if (verdict !== undefined) query = query.where('verdict', '=', verdict);
  if (warned !== undefined) query = query.where('warned', '=', warned);
  if (q !== undefined && q.trim() !== '')
    query = query.where(sql<boolean>`cells::text ilike ${`%${q.trim().replace(/[\\%_"]/g, (sign) => `\\${sign}`)}%`}`);
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .leftJoin('organization as holder', 'holder.id', 'ledgerImportRow.holderId')
    .select([
      'ledgerImportRow.rowNumber',
      'ledgerImportRow.cells',
      'ledgerImportRow.said',
      'ledgerImportRow.remarks',
      'ledgerImportRow.verdict',
      'ledgerImportRow.instrumentId',
      'ledgerImportRow.difference',
      'ledgerImportRow.chosen',
      'ledgerImportRow.appliedAt',
      'ledgerImportRow.holderName',
      'holder.name as knownHolder',
    ])
    .where('rowNumber', '>', after)
    .orderBy('rowNumber')
    .limit(limit + 1)
    .execute();
  return { rows, total };
}

/** Rows that go back to whoever sent them, as written. */
export const listRefused = (db: Db, importId: string) =>
  db
    .selectFrom('ledgerImportRow')
    .select(['rowNumber', 'cells', 'remarks'])
    .where('importId', '=', importId)
    .where('verdict', '=', 'refused')
    .orderBy('rowNumber')
    .execute();

/** Chooses what is to be written: all that is new or changed, one of both, or these rows. Answers how many are chosen. */
export async function chooseRows(db: Db, importId: string, choice: 'all' | 'new' | 'changed' | readonly number[]): Promise<number> {
  const verdicts = choice === 'new' ? ['new'] : choice === 'changed' ? ['changed'] : ['new', 'changed'];
  let query = db
    .updateTable('ledgerImportRow')
    .set({ chosen: true })
    .where('importId', '=', importId)
    .where('appliedAt', 'is', null)
    .where('verdict', 'in', verdicts);
  if (typeof choice !== 'string') query = query.where(sql<boolean>`row_number = any(${[...choice]}::int[])`);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/**
 * The next chosen rows behind one, locked; only what is new or changed is ever chosen. Of a table whose statistics are behind, the planner
 * would sort all rows that are left instead of walking the key.
 */
export async function takeRows(db: Db, importId: string, after: number, limit: number) {
  await sql`set local enable_sort = off`.execute(db);
  const rows = await db
    .selectFrom('ledgerImportRow')
    .select(['rowNumber', 'said', 'verdict', 'holderId', 'creditCode', 'holderName', 'instrumentId', 'instrumentVersion', 'difference'])
    .where('importId', '=', importId)
    .where('rowNumber', '>', after)
    .where('chosen', '=', true)
    .where('appliedAt', 'is', null)
    .orderBy('rowNumber')
    .limit(limit)
    .forUpdate()
    .execute();
  await sql`set local enable_sort = on`.execute(db);
  return rows;
}

export const markApplied = (db: Db, importId: string, done: readonly { row: number; instrumentId: string }[], at: string) =>
  done.length === 0
    ? undefined
    : sql`update ledger_import_row set applied_at = ${at}, instrument_id = done."instrumentId"
        from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as done (row integer, "instrumentId" uuid)
        where import_id = ${importId} and row_number = done.row`.execute(db);

/** Refuses rows after all, each with its remark. */
export const refuseRows = (db: Db, importId: string, refused: readonly { row: number; remark: Remark }[]) =>
  refused.length === 0
    ? undefined
    : sql`update ledger_import_row set verdict = 'refused', refused = true, chosen = false, remarks = remarks || jsonb_build_array(refused.remark)
        from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as refused (row integer, remark jsonb)
        where import_id = ${importId} and row_number = refused.row`.execute(db);

export const setHolders = (db: Db, importId: string, holders: readonly { creditCode: string; id: string }[]) =>
  holders.length === 0
    ? undefined
    : sql`update ledger_import_row set holder_id = holder.id
        from jsonb_to_recordset(${JSON.stringify(holders)}::jsonb) as holder ("creditCode" text, id uuid)
        where import_id = ${importId} and credit_code = holder."creditCode" and holder_id is null`.execute(db);
