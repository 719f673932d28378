import type { Download } from '../../../kernel/endpoint.ts';
import { finishWorkbook, frozen, openWorkbook } from '../../../platform/workbook.ts';
import { csvLine } from '../../../register/instrument/rules/export.ts';

type Cell = string | number | null;

/** The same table as a workbook or as CSV (UTF-8 with a mark, since the usual program guesses otherwise). */
export async function toTable(
  name: string,
  heads: readonly string[],
  lines: readonly (readonly Cell[])[],
  as: 'xlsx' | 'csv',
): Promise<Download> {
  if (as === 'csv') {
    const text = [heads, ...lines].map((line) => csvLine(line.map((cell) => String(cell ?? '')))).join('');
    return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(`\uFEFF${text}`) };
  }
  const book = await openWorkbook();
  const sheet = book.addWorksheet(name.slice(0, 31), { views: [frozen(1)] });
  sheet.columns = heads.map((head, index) => ({ header: head, width: index === 0 ? 24 : 20 }));
  sheet.getRow(1).font = { bold: true };
  for (const line of lines) sheet.addRow([...line]);
  return finishWorkbook(book, name);
}
