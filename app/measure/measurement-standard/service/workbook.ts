import type ExcelJS from 'exceljs';
import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import {
  addChoices,
  addRegister,
  cellText,
  finishWorkbook,
  frozen,
  openWorkbook,
  type WorkbookColumn,
} from '../../../platform/workbook.ts';
import type { Forecast } from '../contract/forecast.ts';
import type { MeasurementStandard } from '../contract/shapes.ts';
import { measurementStandardKinds, measurementStandardStates, standardLevels } from '../rules.ts';
import { registerColumns, sampleMark } from '../rules/register-row.ts';
import { renewals } from '../rules/validity.ts';

export const sheetName = '台账';
const headingRow = 1;
const idRow = 2;
const firstRow = 3;
const listedRows = 2000;
const remark: Text = ['备注', 'Remark'];

const dossierColumns: readonly WorkbookColumn<MeasurementStandard>[] = [
  { text: ['计量标准名称', 'Name'], width: 28, cell: (it) => it.name },
  { text: ['曾用名称', 'Former names'], width: 20, cell: (it) => it.formerNames.join('、') },
  { text: ['代码', 'Code'], width: 12, cell: (it) => it.code ?? '' },
  { text: ['类别', 'Kind'], width: 22, cell: (it, say) => say(measurementStandardKinds[it.kind]) },
  { text: ['级别', 'Level'], width: 8, cell: (it, say) => (it.level === null ? '' : say(standardLevels[it.level])) },
  { text: ['计量参数', 'Quantity'], width: 12, cell: (it) => it.quantity },
  { text: ['建标单位', 'Keeper'], width: 28, cell: (it) => it.institute.name },
  { text: ['规程规范', 'Procedures'], width: 20, cell: (it) => it.regulations.join('、') },
  { text: ['考核证书号', 'Examination certificate'], width: 24, cell: (it) => it.examinationNumber ?? '' },
  { text: ['证书号', 'Certificate'], width: 24, cell: (it) => it.certificateNumber ?? '' },
  { text: ['有效期至', 'Valid until'], width: 12, cell: (it) => it.validUntil ?? '' },
  { text: ['复查申请截止', 'Apply by'], width: 12, cell: (it) => it.applyBy ?? '' },
  { text: ['复查', 'Renewal'], width: 12, cell: (it, say) => (it.renewal === null ? '' : say(renewals[it.renewal])) },
  { text: ['状态', 'State'], width: 10, cell: (it, say) => say(measurementStandardStates[it.state]) },
];

export async function writeDossiers(
  rows: readonly MeasurementStandard[],
  { language, today }: Pick<Context, 'language' | 'today'>,
): Promise<Download> {
  const title: Text = ['计量标准', 'Measurement standards'];
  const book = await openWorkbook();
  addRegister(book, language, { title: inLanguage(title, language), columns: dossierColumns, rows });
  return finishWorkbook(book, `${inLanguage(title, language)} ${today}`);
}

const sources = { dossier: ['档案', 'Dossier'], entry: ['存量登记', 'Register entry'] } as const satisfies Record<string, Text>;
const endingColumns: readonly WorkbookColumn<Forecast['endings'][number]>[] = [
  { text: ['计量标准名称', 'Name'], width: 28, cell: (it) => it.name },
  { text: ['社会公用计量标准证书号', 'Certificate'], width: 26, cell: (it) => it.number },
  { text: ['建标单位', 'Keeper'], width: 28, cell: (it) => it.institute.name },
  { text: ['地区', 'Region'], width: 10, cell: (it) => it.region },
  { text: ['有效期至', 'Last day'], width: 12, cell: (it) => it.lastDay },
  { text: ['复查申请截止', 'Apply by'], width: 12, cell: (it) => it.applyBy },
  { text: ['申请日期', 'Applied on'], width: 12, cell: (it) => it.appliedOn ?? '' },
  { text: ['复查', 'Renewal'], width: 14, cell: (it, say) => say(renewals[it.renewal]) },
  { text: ['来源', 'Source'], width: 10, cell: (it, say) => say(sources[it.source]) },
];

export async function writeForecast(forecast: Forecast, { language }: Pick<Context, 'language'>): Promise<Download> {
  const book = await openWorkbook();
  const name: Text = [`社会公用计量标准预测 ${forecast.asOf} 至 ${forecast.until}`, `Forecast ${forecast.asOf} to ${forecast.until}`];
  const say = (text: Text): string => inLanguage(text, language);
  addRegister(book, language, { title: say(['到期清单', 'What ends when']), columns: endingColumns, rows: forecast.endings });
  addRegister(book, language, {
    title: say(['逐日有效数', 'Number by day']),
    columns: [
      { text: ['自该日起', 'From this day'], width: 14, cell: (it) => it.day },
      { text: ['有效数', 'Number'], width: 10, cell: (it) => it.value },
    ],
    rows: forecast.steps,
  });
  return finishWorkbook(book, say(name));
}

function layOut(book: ExcelJS.Workbook, language: Language): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(sheetName, { views: [frozen(idRow)] });
  const choices = book.addWorksheet('选项', { state: 'veryHidden' });
  [...registerColumns, { id: 'remark', label: remark, required: false }].forEach((column, index) => {
    const place = sheet.getColumn(index + 1);
    // Text format keeps leading zeros of numbers.
    place.numFmt = '@';
    place.width = 20;
    const heading = sheet.getCell(headingRow, index + 1);
    heading.value = `${inLanguage(column.label, language)}${column.required ? ' *' : ''}`;
    heading.font = { bold: true };
    sheet.getCell(idRow, index + 1).value = column.id;
    const words = 'choices' in column && column.choices !== undefined ? column.choices.map((text) => inLanguage(text, language)) : [];
    if (words.length === 0) return;
    words.forEach((word, row) => {
      choices.getCell(row + 1, index + 1).value = word;
    });
    const letter = choices.getColumn(index + 1).letter;
    const range = `${letter}${firstRow}:${letter}${firstRow + listedRows - 1}`;
    addChoices(sheet, range, `'选项'!$${letter}$1:$${letter}$${words.length}`);
  });
  sheet.getRow(idRow).hidden = true;
  return sheet;
}

export async function writeTemplate(language: Language): Promise<Download> {
  const book = await openWorkbook();
  const sheet = layOut(book, language);
  registerColumns.forEach(({ sample }, index) => (sheet.getCell(firstRow, index + 1).value = sample));
  sheet.getCell(firstRow, registerColumns.length + 1).value = inLanguage(
    [`${sampleMark}行不导入，请从下一行填写`, 'example row, not imported: fill in from the next row'],
    language,
  );
  sheet.getRow(firstRow).font = { italic: true, color: { argb: 'FF808080' } };
  return finishWorkbook(book, inLanguage(['计量标准台账模板', 'register-of-measurement-standards'], language));
}

export type SheetRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

export async function writeRemarks(
  rows: readonly (SheetRow & { readonly remark: string })[],
  name: string,
  language: Language,
): Promise<Download> {
  const book = await openWorkbook();
  const sheet = layOut(book, language);
  rows.forEach(({ cells, remark: told }, index) => {
    registerColumns.forEach(({ id }, column) => (sheet.getCell(firstRow + index, column + 1).value = cells[id] ?? ''));
    sheet.getCell(firstRow + index, registerColumns.length + 1).value = told;
  });
  return finishWorkbook(book, name);
}

/** The filled rows of a register, or undefined when the workbook does not follow the template. */
export async function readRegister(bytes: Uint8Array): Promise<SheetRow[] | undefined> {
  const book = await openWorkbook();
  try {
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    return undefined;
  }
  const sheet = book.getWorksheet(sheetName);
  if (sheet === undefined) return undefined;
  const ids: string[] = [];
  sheet.getRow(idRow).eachCell((cell, column) => {
    ids[column] = cellText(cell);
  });
  if (!registerColumns.every(({ id }) => ids.includes(id))) return undefined;
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    if (number < firstRow) return;
    const cells: Record<string, string> = {};
    row.eachCell((cell, column) => {
      const id = ids[column];
      if (id !== undefined) cells[id] = cellText(cell);
    });
    const isFilled = registerColumns.some(({ id }) => (cells[id] ?? '') !== '');
    const told = (cells['remark'] ?? '').toLowerCase();
    if (isFilled && !told.startsWith(sampleMark) && !told.startsWith('example')) rows.push({ row: number, cells });
  });
  return rows;
}
