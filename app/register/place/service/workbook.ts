import type ExcelJS from 'exceljs';
import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { addChoices, cellText, finishWorkbook, frozen, openWorkbook } from '../../../platform/workbook.ts';
import { placeKinds, placeStateOn, placeStates, type PlaceKind } from '../rules.ts';
import type { PlaceRow } from '../store.ts';

export const mostRows = 5000;
const sheetName = '使用场所';
const exampleMark = '示例';

type Column = { readonly id: string; readonly text: Text; readonly width: number; readonly required?: boolean; readonly help?: Text };

/** The columns of a list of places; a CSV has the same headings in either language, with or without the star. */
export const columns: readonly Column[] = [
  { id: 'kind', text: ['类型', 'Kind'], width: 14, required: true },
  { id: 'name', text: ['名称', 'Name'], width: 30, required: true },
  { id: 'region', text: ['县（市、区）', 'County'], width: 14, required: true, help: ['名称或六位代码', 'Its name or its six digits'] },
  { id: 'township', text: ['乡镇（街道）', 'Township'], width: 18, help: ['名称或九位代码', 'Its name or its nine digits'] },
  { id: 'village', text: ['村（社区）', 'Village'], width: 18, help: ['名称或十二位代码', 'Its name or its twelve digits'] },
  { id: 'address', text: ['地址', 'Address'], width: 36 },
  {
    id: 'longitude',
    text: ['经度', 'Longitude'],
    width: 12,
    help: ['度，CGCS2000，最多六位小数', 'Degrees, CGCS2000, at most six decimals'],
  },
  {
    id: 'latitude',
    text: ['纬度', 'Latitude'],
    width: 12,
    help: ['度，CGCS2000，最多六位小数', 'Degrees, CGCS2000, at most six decimals'],
  },
  { id: 'operator', text: ['经营单位统一社会信用代码', 'Credit code of the operator'], width: 26 },
  { id: 'openedOn', text: ['开业日期', 'Opened on'], width: 14, help: ['如 2021-03-01', 'Such as 2021-03-01'] },
];
const remark: Column = { id: 'remark', text: ['备注（未导入原因）', 'Remark'], width: 44 };

export type ListedRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/** A sheet of text cells, so that codes keep their zeros, with the choices of a kind in a list. */
function layOut(book: ExcelJS.Workbook, language: Language): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(sheetName, { views: [frozen(1)] });
  [...columns, remark].forEach((column, index) => {
    const place = sheet.getColumn(index + 1);
    place.width = column.width;
    place.numFmt = '@';
    const heading = sheet.getCell(1, index + 1);
    heading.value = `${inLanguage(column.text, language)}${column.required === true ? ' *' : ''}`;
    heading.font = { bold: true };
    if (column.help !== undefined) heading.note = inLanguage(column.help, language);
  });
  const words = Object.values(placeKinds).map((text) => inLanguage(text, language));
  addChoices(sheet, `A2:A${mostRows + 1}`, `"${words.join(',')}"`, {
    error: inLanguage(['请从列表中选择', 'Choose from the list'], language),
  });
  return sheet;
}

const write = (sheet: ExcelJS.Worksheet, number: number, cells: Readonly<Record<string, string>>): void =>
  [...columns, remark].forEach(({ id }, index) => {
    const cell = sheet.getCell(number, index + 1);
    cell.value = cells[id] ?? '';
    cell.numFmt = '@';
  });

/** The empty list with one example, which is not imported. */
export async function writeTemplate(language: Language): Promise<Download> {
  const book = await openWorkbook();
  const sheet = layOut(book, language);
  write(sheet, 2, {
    kind: inLanguage(placeKinds.market, language),
    name: '某某农贸市场',
    region: '某某市',
    township: '某某镇',
    village: '某某社区',
    address: '某某路1号',
    longitude: '120.900000',
    latitude: '32.000000',
    openedOn: '2021-03-01',
    remark: inLanguage([`${exampleMark}，不导入`, `${exampleMark} (an example, not imported)`], language),
  });
  sheet.getRow(2).font = { italic: true, color: { argb: 'FF808080' } };
  return finishWorkbook(book, inLanguage(['使用场所名单模板', 'places-template'], language));
}

export async function writeRefused(rows: readonly (ListedRow & { readonly remark: string })[], language: Language): Promise<Download> {
  const book = await openWorkbook();
  const sheet = layOut(book, language);
  rows.forEach((row, index) => write(sheet, index + 2, { ...row.cells, remark: row.remark }));
  return finishWorkbook(book, inLanguage(['使用场所-未导入', 'places-not-imported'], language));
}

/** A whole filtered list, in the layout of the template with what was recorded besides. */
export async function writePlaces(rows: readonly PlaceRow[], { language, today }: Pick<Context, 'language' | 'today'>): Promise<Download> {
  const book = await openWorkbook();
  const sheet = book.addWorksheet(sheetName, { views: [frozen(1)] });
  const more: readonly Column[] = [
    { id: 'operatorName', text: ['经营单位', 'Operator'], width: 28 },
    { id: 'closedOn', text: ['关闭日期', 'Closed on'], width: 14 },
    { id: 'state', text: ['状态', 'State'], width: 10 },
    { id: 'instruments', text: ['台账器具数', 'Instruments in the ledger'], width: 12 },
  ];
  const all = [...columns, ...more];
  sheet.columns = all.map(({ text, width }) => ({ header: inLanguage(text, language), width, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) {
    const cells: Readonly<Record<string, string | number>> = {
      kind: inLanguage(placeKinds[row.kind as PlaceKind], language),
      name: row.name,
      region: row.region,
      township: row.townshipName ?? '',
      village: row.villageName ?? '',
      address: row.address,
      longitude: row.longitude ?? '',
      latitude: row.latitude ?? '',
      operator: row.operatorCreditCode ?? '',
      openedOn: row.validFrom ?? '',
      operatorName: row.operatorName ?? '',
      closedOn: row.validTo ?? '',
      state: inLanguage(placeStates[placeStateOn(row.validTo, today)], language),
      instruments: row.instruments,
    };
    sheet.addRow(all.map(({ id }) => cells[id] ?? ''));
  }
  return finishWorkbook(book, `${inLanguage(['使用场所', 'places'], language)}-${today}`);
}

const heading = (text: string): string => text.replace(/\*|\s/g, '');

/** Places of the columns in a heading; undefined when a required one is missing. */
function placesOf(headings: readonly string[]): Map<number, string> | undefined {
  const found = new Map<number, string>();
  headings.forEach((text, index) => {
    const column = [...columns, remark].find(({ id, text: words }) => [id, ...words.map(heading)].includes(heading(text)));
    if (column !== undefined && ![...found.values()].includes(column.id)) found.set(index, column.id);
  });
  return columns.every(({ id, required }) => required !== true || [...found.values()].includes(id)) ? found : undefined;
}

function toRows(table: readonly (readonly string[])[]): ListedRow[] | undefined {
  const [head, ...body] = table;
  const places = head && placesOf(head);
  if (places === undefined) return undefined;
  return body.flatMap((line, index) => {
    const cells: Record<string, string> = {};
    for (const [place, id] of places) cells[id] = (line[place] ?? '').trim();
    const isFilled = Object.entries(cells).some(([id, text]) => id !== 'remark' && text !== '');
    return isFilled && !(cells['remark'] ?? '').startsWith(exampleMark) ? [{ row: index + 2, cells }] : [];
  });
}

/** How much a workbook holds when unpacked, by its own directory: what unpacks to more is refused before it is opened. */
function unpackedBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + 46 <= bytes.byteLength; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    total += view.getUint32(at + 24, true);
    at += 45 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}

const mostUnpackedBytes = 64 * 1024 * 1024;

async function readWorkbook(bytes: Uint8Array): Promise<ListedRow[] | undefined> {
  if (unpackedBytes(bytes) > mostUnpackedBytes) return undefined;
  const book = await openWorkbook();
  try {
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    return undefined;
  }
  const sheet = book.getWorksheet(sheetName) ?? book.worksheets[0];
  if (sheet === undefined || sheet.rowCount > mostRows + 1) return undefined;
  const table: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const line: string[] = [];
    row.eachCell((cell, column) => (line[column - 1] = cellText(cell)));
    table.push(Array.from(line, (text) => text ?? ''));
  });
  return toRows(table);
}

async function readText(bytes: Uint8Array): Promise<ListedRow[] | undefined> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { default: iconv } = await import('iconv-lite');
    text = iconv.decode(Buffer.from(bytes), 'gb18030');
  }
  const { parse } = await import('csv-parse/sync');
  try {
    const table: string[][] = parse(text.replace(/^\uFEFF/, ''), { relax_column_count: true, to: mostRows + 2 });
    return table.length > mostRows + 1 ? undefined : toRows(table);
  } catch {
    return undefined;
  }
}

/** The filled rows of a workbook or CSV; undefined when it does not follow the template, or has too many. */
export const readRows = (bytes: Uint8Array): Promise<ListedRow[] | undefined> =>
  bytes[0] === 0x50 && bytes[1] === 0x4b ? readWorkbook(bytes) : readText(bytes);
