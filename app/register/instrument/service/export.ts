import { setImmediate } from 'node:timers/promises';
import { Problem } from '../../../kernel/problem.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { frozen, streamWorkbook, workbookType } from '../../../platform/workbook.ts';
import type { fileEndpoints } from '../contract/file.ts';
import { instrumentProblems } from '../contract/problems.ts';
import { csvLine, exportCells, exportColumns, mostExported, type Exported, type ExportFormat } from '../rules.ts';
import { listByIds } from '../store.ts';
import { searchInstruments, type Search } from './search.ts';

const rowsPerTurn = 500;

type Lines = AsyncIterable<readonly string[]>;

/** The rows as texts, page by page: no more than one page of the ledger is held at a time. */
async function* linesOf(ctx: Context, pages: AsyncIterable<readonly Exported[]>): Lines {
  let number = 0;
  for await (const page of pages)
    for (const row of page) {
      number += 1;
      if (number > mostExported) throw new Problem(instrumentProblems.tooManyRows);
      yield exportCells(row, number, ctx.today, ctx.language === 'zh' ? 0 : 1);
      // Others are served in between.
      if (number % rowsPerTurn === 0) await setImmediate();
    }
}

const headings = (language: Language): string[] => exportColumns.map(({ label }) => inLanguage(label, language));

async function toWorkbook(lines: Lines, language: Language): Promise<Uint8Array> {
  const { book, finish } = await streamWorkbook();
  const sheet = book.addWorksheet(inLanguage(['器具台账', 'Ledger'], language), { views: [frozen(1, 2)] });
  // Text format keeps leading zeros of serial numbers and all digits of codes.
  sheet.columns = exportColumns.map(({ label, width }) => ({ header: inLanguage(label, language), width, style: { numFmt: '@' } }));
  for await (const cells of lines) sheet.addRow(cells).commit();
  sheet.commit();
  return finish();
}

async function toText(lines: Lines, language: Language, encode: (text: string) => Uint8Array): Promise<Uint8Array> {
  const parts = [encode(csvLine(headings(language)))];
  let waiting = '';
  for await (const cells of lines) {
    waiting += csvLine(cells);
    if (waiting.length < 65_536) continue;
    parts.push(encode(waiting));
    waiting = '';
  }
  return new Uint8Array(Buffer.concat([...parts, encode(waiting)]));
}

const types: Readonly<Record<ExportFormat, string>> = {
  xlsx: workbookType,
  csv: 'text/csv; charset=utf-8',
  'csv-gbk': 'text/csv; charset=gb18030',
};

async function write(lines: Lines, format: ExportFormat, language: Language): Promise<Uint8Array> {
  if (format === 'xlsx') return toWorkbook(lines, language);
  if (format === 'csv') {
    const text = await toText(lines, language, (part) => Buffer.from(part, 'utf8'));
    // The mark by which spreadsheets know UTF-8.
    return new Uint8Array(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]));
  }
  // GB 18030 writes what GBK has as GBK does, and loses no rare character of a name.
  const { default: iconv } = await import('iconv-lite');
  return toText(lines, language, (part) => iconv.encode(part, 'gb18030'));
}

const rowsPerPage = 2000;

/** Everything that the conditions find within the caller's reach, in the order of the list. */
async function* pagesOf(ctx: Context, filter: Omit<Search, 'limit' | 'after'>): AsyncIterable<readonly Exported[]> {
  let after: string | undefined;
  do {
    const { ids, next } = await searchInstruments(ctx, { ...filter, limit: rowsPerPage, after });
    const rows = new Map((await listByIds(ctx.db, ids)).map((row) => [row.id, row]));
    yield ids.flatMap((id) => (rows.get(id) ?? []) as Exported | []);
    after = next ?? undefined;
  } while (after !== undefined);
}

export const exportService: Pick<Service<typeof fileEndpoints>, 'exportInstruments'> = {
  async exportInstruments({ query }, ctx) {
    const { format, ...filter } = query;
    const name = `${inLanguage(['器具台账', 'Ledger'], ctx.language)}-${ctx.today}.${format === 'xlsx' ? 'xlsx' : 'csv'}`;
    return { name, type: types[format], bytes: await write(linesOf(ctx, pagesOf(ctx, filter)), format, ctx.language) };
  },
};
