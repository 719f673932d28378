import type { Context } from '../../../platform/context.ts';
import type { Text } from '../../../kernel/text.ts';
import { instrumentKinds, instrumentKindNames } from '../../instrument/rules.ts';
import type { Cell, Remark } from '../rules/field.ts';
import { isSample, readLedgerRow } from '../rules/ledger-row.ts';
import { ledgerFields } from '../rules/ledger-fields.ts';
import { limits as usual, type Limits } from '../rules/limits.ts';
import type { Lookup } from '../rules/row.ts';
import { compareRows } from '../store/compare.ts';
import * as store from '../store/import.ts';
import { insertRows, type StagedRow } from '../store/row.ts';
import { keepOrUndo } from '../store/undo.ts';
import { findOwn } from '../store/surroundings.ts';
import { surroundingsOf } from './surroundings.ts';
import { openTable, type TableRow } from './workbook/table.ts';
import { Unreadable } from './workbook/unreadable.ts';

const batch = 1000;

const tooLong = (field: string, limit: number): Remark => ({
  field,
  refuses: true,
  text: [`单元格超过 ${limit} 个字`, `A cell has more than ${limit} characters`],
});

/** Texts of the database hold no zero byte, and a cell that is too long is cut and said. */
const written = (cell: Cell, limit: number): string => cell.text.slice(0, limit).replaceAll('\u0000', '');

export function stage({ number, cells }: TableRow, lookup: Lookup, limits: Limits): StagedRow {
  const { said, remarks } = readLedgerRow(cells, lookup);
  const long = Object.entries(cells).filter(([, cell]) => cell.text.length > limits.cellCharacters);
  const all = [...remarks, ...long.map(([field]) => tooLong(field, limits.cellCharacters))];
  return {
    n: number,
    cells: Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, written(cell, limits.cellCharacters)])),
    said,
    remarks: all,
    refused: all.some(({ refuses }) => refuses),
    warned: all.some(({ refuses }) => !refuses),
  };
}

async function stageRows(ctx: Context, { id, manyHolders }: store.ImportRow, content: Uint8Array, limits: Limits): Promise<void> {
  const { lookup } = await surroundingsOf(ctx);
  const table = await openTable(content, ledgerFields, limits);
  let waiting: StagedRow[] = [];
  let total = 0;
  let samples = 0;
  // While the database writes one batch the next is read.
  let writing: Promise<unknown> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    if (waiting.length > 0) writing = insertRows(ctx.db, id, waiting, manyHolders);
    // Who awaits it next is told; until then it is no failure that nobody looks at.
    writing.catch(() => undefined);
    total += waiting.length;
    waiting = [];
  };
  try {
    for await (const row of table.rows) {
      if (isSample(row.cells)) {
        samples += 1;
        continue;
      }
      waiting.push(stage(row, lookup, limits));
      if (waiting.length >= batch) await flush();
    }
    await flush();
  } finally {
    await writing;
  }
  if (total === 0) throw new Unreadable(['表头下没有填写的行', 'No row below the heading is filled in']);
  const notices: Text[] = [
    ...table.notices,
    ...(samples === 0 ? [] : [[`${samples} 行示例未读取`, `${samples} example rows were left out`] as const]),
  ];
  await store.updateImport(ctx.db, id, { format: table.format, notices, columns: table.columns });
}

const kindWords = Object.fromEntries(instrumentKindNames.map((kind) => [kind, instrumentKinds[kind].text[0]]));

/**
 * Reads a file that was uploaded and compares it with the ledger, in one transaction: either all of its rows are there, or the import
 * says why none is. A second worker waits for the first and finds the work done.
 */
export async function readImport(ctx: Context, id: string, limits: Limits = usual): Promise<void> {
  await store.lockImport(ctx.db, id);
  const row = await store.findImport(ctx.db, id);
  if (row === undefined || row.status !== 'reading') return;
  const by = { personId: row.personId, organizationId: row.organizationId };
  try {
    await keepOrUndo(ctx.db, async () => stageRows(ctx, row, await ctx.files.read(row.fileDigest), limits));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await store.updateImport(ctx.db, id, { status: 'refused', refusal: error.text, progressAt: ctx.now, endedAt: ctx.now });
    ctx.record({ kind: 'ledgerImport.unreadable', subject: id, by, reason: error.text[0] });
    return;
  }
  const own = await findOwn(ctx.db, row.organizationId);
  await compareRows(ctx.db, { ...row, creditCode: own?.creditCode ?? null, today: ctx.today }, kindWords);
  await store.recount(ctx.db, id);
  await store.updateImport(ctx.db, id, { status: 'compared', comparedAt: ctx.now, progressAt: ctx.now });
  ctx.record({ kind: 'ledgerImport.compared', subject: id, by });
}
