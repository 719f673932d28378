import type { Text } from '../../../../kernel/text.ts';
import type { Cells, Field } from '../../rules/field.ts';
import { headingNotices, headingsIn, readHeading, type Heading } from '../../rules/heading.ts';
import { limits as usual, type Limits } from '../../rules/limits.ts';
import { openText } from './csv.ts';
import { openBook, type Book, type Sheet } from './parts.ts';
import { readSheet, surveySheet, type Row } from './sheet.ts';
import { signatureRefusal } from './signature.ts';
import { Unreadable } from './unreadable.ts';
import { openArchive, type Archive } from './zip.ts';

export type TableRow = { readonly number: number; readonly cells: Cells };
export type Table = {
  readonly format: 'xlsx' | 'csv';
  readonly columns: readonly { readonly field: string; readonly heading: string }[];
  /** What holds for the whole file. */
  readonly notices: Text[];
  /** Rows below the heading that say something; read once. */
  readonly rows: AsyncGenerator<TableRow>;
};

const headingRows = 10;

const names = (fields: readonly Field[], side: 0 | 1): string => fields.map(({ label }) => label[side]).join(side === 0 ? '、' : ', ');

function refuseMissing(missing: readonly Field[]): never {
  throw new Unreadable([`缺少必需的列：${names(missing, 0)}`, `Required columns are missing: ${names(missing, 1)}`]);
}

function noHeading(fields: readonly Field[], best: readonly string[]): Unreadable {
  const needed = fields.filter((field) => field.required === true);
  const known = new Set(best);
  return new Unreadable([
    `前 ${headingRows} 行中没有找到表头，需要的列：${
      names(
        needed.filter(({ id }) => !known.has(id)),
        0,
      ) || names(needed, 0)
    }`,
    `No heading was found in the first ${headingRows} rows; needed are: ${
      names(
        needed.filter(({ id }) => !known.has(id)),
        1,
      ) || names(needed, 1)
    }`,
  ]);
}

const textsOf = (row: Row): string[] => {
  const texts: string[] = [];
  for (const [column, cell] of row.cells) texts[column] = cell.text;
  return Array.from(texts, (text) => text ?? '');
};

type Beginning = { heading: Heading; row: number };

/** The heading among the first rows: the one that names most columns. */
async function findHeading(fields: readonly Field[], rows: AsyncGenerator<Row>): Promise<Beginning | undefined> {
  let best: (Beginning & { found: number }) | undefined;
  let looked = 0;
  for await (const row of rows) {
    if (row.number > headingRows && looked >= headingRows) break;
    if (row.cells.size === 0) continue;
    looked += 1;
    const texts = textsOf(row);
    const heading = readHeading(fields, texts);
    const found = headingsIn(fields, texts);
    if (heading !== undefined && found > (best?.found ?? 0)) best = { heading, row: row.number, found };
  }
  return best;
}

async function* below(
  rows: AsyncGenerator<Row>,
  { heading, row: first }: Beginning,
  notices: Text[],
  limits: Limits,
): AsyncGenerator<TableRow> {
  let [hidden, count] = [0, 0];
  for await (const row of rows) {
    if (row.number <= first || row.cells.size === 0) continue;
    const cells: Record<string, Cells[string]> = {};
    for (const [column, cell] of row.cells) {
      const field = heading.fields[column];
      if (field !== undefined && cell.text.trim() !== '') cells[field.id] = cell;
    }
    if (Object.keys(cells).every((id) => id === 'number' || id === 'remark')) continue;
    count += 1;
    if (count > limits.rows)
      throw new Unreadable([
        `超过 ${limits.rows.toLocaleString('en')} 行，未导入任何内容，请拆分后上传`,
        `More than ${limits.rows.toLocaleString('en')} rows: nothing was imported; split the file`,
      ]);
    if (row.hidden) hidden += 1;
    yield { number: row.number, cells };
  }
  if (hidden > 0) notices.push([`有 ${hidden} 行在表中被隐藏，已一并读取`, `${hidden} rows are hidden in the sheet and were read as well`]);
}

const columnsOf = ({ fields, written }: Heading): { field: string; heading: string }[] =>
  fields.flatMap((field, index) => (field === undefined ? [] : [{ field: field.id, heading: (written[index] ?? '').trim() }]));

async function tableOfBook(archive: Archive, book: Book, fields: readonly Field[], limits: Limits): Promise<Table> {
  const ordered = [...book.sheets.filter(({ hidden }) => !hidden), ...book.sheets.filter(({ hidden }) => hidden)];
  const found: { sheet: Sheet; beginning: Beginning }[] = [];
  for (const sheet of ordered) {
    const beginning = await findHeading(fields, readSheet(archive, sheet.part, book, [], limits));
    if (beginning !== undefined) found.push({ sheet, beginning });
  }
  const [chosen, ...others] = found;
  if (chosen === undefined) throw noHeading(fields, []);
  if (chosen.beginning.heading.missing.length > 0) refuseMissing(chosen.beginning.heading.missing);
  const merged = await surveySheet(archive, chosen.sheet.part, limits);
  const notices: Text[] = headingNotices(chosen.beginning.heading);
  if (book.sheets.length > 1) notices.unshift([`读取的工作表：${chosen.sheet.name}`, `Sheet that was read: ${chosen.sheet.name}`]);
  if (others.length > 0) {
    const list = others.map(({ sheet }) => sheet.name).join('、');
    notices.push([
      `以下工作表也有表头，未读取，请分开导入：${list}`,
      `These sheets have a heading too and were not read; import them apart: ${list}`,
    ]);
  }
  const rows = below(readSheet(archive, chosen.sheet.part, book, merged, limits), chosen.beginning, notices, limits);
  return { format: 'xlsx', columns: columnsOf(chosen.beginning.heading), notices, rows };
}

async function tableOfText(bytes: Buffer, fields: readonly Field[], limits: Limits): Promise<Table> {
  const beginning = await findHeading(fields, (await openText(bytes, fields, limits)).rows);
  if (beginning === undefined) throw noHeading(fields, []);
  if (beginning.heading.missing.length > 0) refuseMissing(beginning.heading.missing);
  const file = await openText(bytes, fields, limits);
  const encoding = file.encoding === 'gb18030' ? 'GBK（GB 18030）' : file.encoding.toUpperCase();
  const notices: Text[] = [
    [`文本编码 ${encoding}，分隔符：${file.separator[0]}`, `Text in ${file.encoding}, separated by ${file.separator[1]}`],
    ...headingNotices(beginning.heading),
  ];
  return { format: 'csv', columns: columnsOf(beginning.heading), notices, rows: below(file.rows, beginning, notices, limits) };
}

/** Opens a workbook or a text with the columns that these fields describe; throws Unreadable with the reason for people. */
export async function openTable(content: Uint8Array, fields: readonly Field[], limits: Limits = usual): Promise<Table> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const refusal = await signatureRefusal(bytes);
  if (refusal !== undefined) throw new Unreadable(refusal);
  if (bytes.readUInt32LE(0) !== 0x04034b50) return tableOfText(bytes, fields, limits);
  const archive = openArchive(bytes, limits);
  return tableOfBook(archive, await openBook(archive, limits), fields, limits);
}
