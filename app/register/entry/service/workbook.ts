import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import type { Download } from '../../../kernel/endpoint.ts';
import { addChoices, cellText, finishWorkbook, frozen, openWorkbook, streamWorkbook, workbookFile } from '../../../platform/workbook.ts';
import type { EntryItem } from '../contract/shapes.ts';
import { cellsOf, columnsOf, numberColumn, remarkColumn, sampleMarks, type Column } from '../rules/columns.ts';
import type { Content } from '../rules/kind.ts';
import { kindOf, type EntryKind } from '../rules/kinds.ts';
import { shownStatuses } from '../rules/life-cycle.ts';

const sheetName = '名单';
const headingRow = 1;
const idRow = 2;
export const firstRow = 3;
const listedRows = 2000;

const widthOf = (column: Column): number => Math.max(12, Math.min(36, column.label[0].length * 2 + 6));

function layOut(book: ExcelJS.Workbook, columns: readonly Column[], language: Language, regions: readonly string[]): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(sheetName, { views: [frozen(idRow, 2)] });
  const choices = book.addWorksheet('选项', { state: 'veryHidden' });
  columns.forEach((column, index) => {
    const place = sheet.getColumn(index + 1);
    // Text format keeps leading zeros and all 18 characters of a code.
    place.numFmt = '@';
    place.width = widthOf(column);
    const heading = sheet.getCell(headingRow, index + 1);
    heading.value = `${inLanguage(column.label, language)}${column.required ? ' *' : ''}`;
    heading.font = { bold: true };
    if (column.help !== undefined) heading.note = inLanguage(column.help, language);
    sheet.getCell(idRow, index + 1).value = column.id;
    const words = column.id === 'region' ? regions : (column.choices ?? []).map((choice) => inLanguage(choice.text, language));
    if (words.length === 0) return;
    words.forEach((word, row) => {
      choices.getCell(row + 1, index + 1).value = word;
    });
    const letter = choices.getColumn(index + 1).letter;
    const formula = `'选项'!$${letter}$1:$${letter}$${words.length}`;
    // One rule for the whole column: a rule per cell makes the file ten times as large.
    addChoices(sheet, `${letter}${firstRow}:${letter}${firstRow + listedRows - 1}`, formula, {
      showErrorMessage: column.id !== 'region',
      error: inLanguage(['请从列表中选择', 'Choose from the list'], language),
    });
  });
  sheet.getRow(idRow).hidden = true;
  return sheet;
}

const fill = (sheet: ExcelJS.Worksheet, row: number, columns: readonly Column[], cells: Readonly<Record<string, string>>): void =>
  columns.forEach((column, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.value = cells[column.id] ?? '';
    cell.numFmt = '@';
  });

/** The empty workbook of a kind with one example, which is not imported. */
export async function writeTemplate(kind: EntryKind, language: Language, regions: readonly string[]): Promise<Download> {
  const book = await openWorkbook();
  const columns = [...columnsOf(kindOf(kind)), remarkColumn];
  const sheet = layOut(book, columns, language, regions);
  fill(sheet, firstRow, columns, {
    ...cellsOf(kindOf(kind), kindOf(kind).sample, language),
    number: inLanguage(['示例', 'example'], language),
    remark: inLanguage(['示例行不导入，请从下一行填写', 'The example is not imported; fill in from the next row'], language),
  });
  sheet.getRow(firstRow).font = { italic: true, color: { argb: 'FF808080' } };
  return finishWorkbook(
    book,
    `${inLanguage(kindOf(kind).words, language)}-${inLanguage(['存量名单模板', 'stock list template'], language)}`,
  );
}

export type SheetRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/** Rows that were not taken, as they were written, with the reason in the last column. */
export async function writeRefusals(
  kind: EntryKind,
  rows: readonly (SheetRow & { readonly remark: string })[],
  language: Language,
  regions: readonly string[],
): Promise<Download> {
  const book = await openWorkbook();
  const columns = [...columnsOf(kindOf(kind)), remarkColumn];
  const sheet = layOut(book, columns, language, regions);
  rows.forEach((row, index) => fill(sheet, firstRow + index, columns, { ...row.cells, remark: row.remark }));
  return finishWorkbook(book, `${inLanguage(kindOf(kind).words, language)}-${inLanguage(['未导入', 'not imported'], language)}`);
}

const rowsPerTurn = 500;

/** All entries of a list as people read them: words, not codes; figures as text. Written in turns, so that others are served. */
export async function writeList(
  kind: EntryKind,
  rows: readonly { readonly item: EntryItem; readonly content: Content }[],
  language: Language,
  today: string,
): Promise<Download> {
  const status: Column = { id: 'status', label: ['状态', 'Status'], required: false };
  const owner: Column = { id: 'organization', label: ['登记单位', 'Organization'], required: false };
  const columns = [...columnsOf(kindOf(kind)), owner, status];
  const { book, finish } = await streamWorkbook();
  const sheet = book.addWorksheet(sheetName, { views: [frozen(1)] });
  sheet.columns = columns.map((column) => ({
    header: inLanguage(column.label, language),
    width: widthOf(column),
    style: { numFmt: '@' },
  }));
  for (const [index, { item, content }] of rows.entries()) {
    const cells: Record<string, string> = {
      ...cellsOf(kindOf(kind), content, language),
      [numberColumn.id]: String(index + 1),
      organization: item.organization.name,
      status: inLanguage(shownStatuses[item.status], language),
    };
    sheet.addRow(columns.map((column) => cells[column.id] ?? '')).commit();
    if (index % rowsPerTurn === 0) await setImmediate();
  }
  sheet.commit();
  return workbookFile(`${inLanguage(kindOf(kind).words, language)}-${today}`, await finish());
}

/** The filled rows of a workbook, or undefined when it does not follow the template of this kind. */
export async function readRows(kind: EntryKind, bytes: Uint8Array): Promise<SheetRow[] | undefined> {
  const book = await openWorkbook();
  try {
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    return undefined;
  }
  const sheet = book.getWorksheet(sheetName);
  if (sheet === undefined) return undefined;
  const ids: string[] = [];
  sheet.getRow(idRow).eachCell((cell, column) => {
    ids[column] = cellText(cell);
  });
  if (!columnsOf(kindOf(kind)).every((column) => ids.includes(column.id))) return undefined;
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    if (number < firstRow) return;
    const cells: Record<string, string> = {};
    row.eachCell((cell, column) => {
      const id = ids[column];
      if (id !== undefined) cells[id] = cellText(cell);
    });
    const isFilled = Object.entries(cells).some(([id, text]) => id !== 'number' && id !== 'remark' && text !== '');
    if (isFilled && !sampleMarks.includes((cells['number'] ?? '').toLowerCase())) rows.push({ row: number, cells });
  });
  return rows;
}
