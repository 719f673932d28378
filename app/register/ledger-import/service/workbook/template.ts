import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import type { Download } from '../../../../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../../../../kernel/text.ts';
import { addChoices, frozen, streamWorkbook, workbookFile } from '../../../../platform/workbook.ts';
import type { Field, Remark } from '../../rules/field.ts';
import { ledgerFields } from '../../rules/ledger-fields.ts';
import type { Surroundings } from '../surroundings.ts';
import { helpLines, sample } from './template-text.ts';

const rowsToFill = 5_000;
const rowsPerTurn = 500;
/** A comment on each wrong cell is a help for hundreds of rows; for more the remark column says the same. */
const mostComments = 2_000;

/** What the template shows: every field that is kept, besides the number and the remark. */
export const templateFields = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ type, id, inTemplate = true }) => inTemplate && (type !== 'passive' || id === 'number' || id === 'remark'));

const widthOf = ({ label, most = 12 }: Field): number => Math.max(label[0].length * 2 + 4, Math.min(28, Math.round(most / 2)));
const headingOf = ({ label, required }: Field, language: Language): string =>
  `${inLanguage(label, language)}${required === true ? ' *' : ''}`;

function choicesOf(
  field: Field,
  { regions, townships }: Pick<Surroundings, 'regions' | 'townships'>,
  language: Language,
): readonly string[] {
  if (field.type === 'region') return regions;
  if (field.type === 'township') return townships;
  return (field.choices ?? []).map(({ text }) => inLanguage(text, language));
}

export type Line = { readonly cells: Readonly<Record<string, string>>; readonly remarks: readonly Remark[] };
export type Book = {
  readonly name: string;
  readonly sheet: Text;
  readonly fields: readonly Field[];
  readonly surroundings: Pick<Surroundings, 'regions' | 'townships'>;
  readonly lines: readonly Line[];
  readonly isExample?: boolean;
  readonly help: readonly Text[];
};

function layOut(writer: ExcelJS.stream.xlsx.WorkbookWriter, book: Book, language: Language): ExcelJS.Worksheet {
  const lists = new Map(book.fields.map((field) => [field.id, choicesOf(field, book.surroundings, language)]));
  const sheet = writer.addWorksheet(inLanguage(book.sheet, language), {
    views: [frozen(1, 3)],
  });
  // Text format keeps leading zeros, all digits of a number and what looks like a date.
  sheet.columns = book.fields.map((field) => ({ key: field.id, width: widthOf(field), style: { numFmt: '@' } }));
  const heading = sheet.getRow(1);
  book.fields.forEach((field, index) => {
    const cell = heading.getCell(index + 1);
    cell.value = headingOf(field, language);
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: field.required === true ? 'FFDCE8F5' : 'FFF0F2F5' } };
    if (field.help !== undefined) cell.note = inLanguage(field.help, language);
    const words = lists.get(field.id) ?? [];
    if (words.length === 0) return;
    const letter = letterOf(index);
    // One rule for the whole column: a rule for each cell makes the file ten times as large.
    addChoices(sheet, `${letter}2:${letter}${rowsToFill}`, `'选项'!$${letter}$1:$${letter}$${words.length}`, {
      showErrorMessage: field.type === 'choice' || field.type === 'kind',
      error: inLanguage(['请从列表中选择', 'Choose from the list'], language),
    });
  });
  heading.commit();
  return sheet;
}

const letterOf = (index: number): string =>
  (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

function writeLists(writer: ExcelJS.stream.xlsx.WorkbookWriter, book: Book, language: Language): void {
  const sheet = writer.addWorksheet('选项', { state: 'veryHidden' });
  const lists = book.fields.map((field) => choicesOf(field, book.surroundings, language));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let row = 0; row < longest; row++) sheet.addRow(lists.map((list) => list[row] ?? null)).commit();
  sheet.commit();
}

function writeHelp(writer: ExcelJS.stream.xlsx.WorkbookWriter, book: Book): void {
  const sheet = writer.addWorksheet('填写说明 Help');
  sheet.columns = [{ width: 64 }, { width: 72 }];
  for (const line of book.help) sheet.addRow([...line]).commit();
  for (const { label, help, required, synonyms = [] } of book.fields) {
    const note: Text = help ?? ['', ''];
    const also = synonyms.length === 0 ? '' : `也认作：${synonyms.slice(0, 6).join('、')}`;
    sheet
      .addRow([
        [`${label[0]}${required === true ? '（必填）' : ''}`, note[0], also].filter((part) => part !== '').join('　'),
        [`${label[1]}${required === true ? ' (required)' : ''}`, note[1]].filter((part) => part !== '').join(': '),
      ])
      .commit();
  }
  sheet.commit();
}

const wrong: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3E1' } };
const doubtful: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFCF1DC' } };

const sentence = (remarks: readonly Remark[], language: Language): string =>
  remarks.map(({ text }) => inLanguage(text, language)).join(language === 'zh' ? '；' : '; ');

/** Writes a workbook of the template's layout, row by row, in turns, so that others are served meanwhile. */
export async function writeBook(book: Book, language: Language): Promise<Download> {
  const { book: writer, finish } = await streamWorkbook();
  const sheet = layOut(writer, book, language);
  let comments = 0;
  for (const [index, { cells, remarks }] of book.lines.entries()) {
    const row = sheet.getRow(index + 2);
    book.fields.forEach((field, column) => {
      const cell = row.getCell(column + 1);
      const own = remarks.filter((remark) => remark.field === field.id);
      cell.value = field.id === 'remark' && remarks.length > 0 ? sentence(remarks, language) : (cells[field.id] ?? '');
      cell.numFmt = '@';
      if (book.isExample === true) cell.font = { italic: true, color: { argb: 'FF6B7480' } };
      if (own.length === 0) return;
      cell.fill = own.some(({ refuses }) => refuses) ? wrong : doubtful;
      if (comments < mostComments) cell.note = sentence(own, language);
      comments += 1;
    });
    row.commit();
    if (index % rowsPerTurn === 0) await setImmediate();
  }
  sheet.commit();
  writeHelp(writer, book);
  writeLists(writer, book, language);
  return workbookFile(book.name, await finish());
}

const ledgerSheet: Text = ['台账', 'Ledger'];

export const writeTemplate = (language: Language, surroundings: Surroundings): Promise<Download> =>
  writeBook(
    {
      name: inLanguage(['计量器具台账模板', 'ledger template'], language),
      sheet: ledgerSheet,
      fields: templateFields(ledgerFields),
      surroundings,
      lines: [{ cells: sample(language), remarks: [] }],
      isExample: true,
      help: helpLines,
    },
    language,
  );

/** Rows that were refused, as they were written, each wrong cell marked and the reason in the last column; ready to be imported again. */
export const writeRefusals = (
  language: Language,
  surroundings: Surroundings,
  fileName: string,
  rows: readonly { readonly cells: unknown; readonly remarks: unknown }[],
): Promise<Download> =>
  writeBook(
    {
      name: `${fileName.replace(/\.[a-z]{2,5}$/i, '')}-${inLanguage(['未导入', 'not imported'], language)}`,
      sheet: ledgerSheet,
      fields: templateFields(ledgerFields),
      surroundings,
      lines: rows.map((row) => ({ cells: row.cells as Record<string, string>, remarks: row.remarks as Remark[] })),
      help: helpLines,
    },
    language,
  );
