import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Borders, Cell, DataValidation, stream, Workbook, Worksheet, WorksheetView } from 'exceljs';
import type { Download } from '../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../kernel/text.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook to write into or to read; the library is large and is loaded when somebody asks for one. */
export async function openWorkbook(): Promise<Workbook> {
  const { default: library } = await import('exceljs');
  return new library.Workbook();
}

/** The file of a workbook; `name` is without its ending. */
export const workbookFile = (name: string, bytes: Uint8Array): Download => ({ name: `${name}.xlsx`, type: workbookType, bytes });

export const finishWorkbook = async (book: Workbook, name: string): Promise<Download> =>
  workbookFile(name, new Uint8Array(await book.xlsx.writeBuffer()));

type Stream = { readonly book: stream.xlsx.WorkbookWriter; readonly finish: () => Promise<Uint8Array> };

/** A workbook written row by row: a row that is committed does not stay in memory. */
export async function streamWorkbook(): Promise<Stream> {
  const { default: library } = await import('exceljs');
  const sink = new PassThrough();
  const written = buffer(sink);
  const book = new library.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true });
  return {
    book,
    async finish() {
      await book.commit();
      return new Uint8Array(await written);
    },
  };
}

/** Rows and columns that stay while the rest is moved. */
export const frozen = (rows: number, columns = 0): WorksheetView =>
  ({ state: 'frozen', ySplit: rows, ...(columns === 0 ? {} : { xSplit: columns }) }) as WorksheetView;

/** A4 across, as wide as the sheet is and as many pages long as it takes. */
export const landscape = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 } as const;

export type Say = (text: Text) => string;
export type WorkbookColumn<Row> = {
  readonly text: Text;
  readonly width: number;
  readonly cell: (row: Row, say: Say) => string | number;
};

type Register<Row> = {
  readonly title: string;
  /** Above the table; without it the heads are the first row. */
  readonly heading?: string;
  readonly columns: readonly WorkbookColumn<Row>[];
  readonly rows: readonly Row[];
};

/** A numbered list on a sheet of its own, made to be printed. */
export function addRegister<Row>(book: Workbook, language: Language, { title, heading, columns, rows }: Register<Row>): Worksheet {
  const say: Say = (text) => inLanguage(text, language);
  const heads = heading === undefined ? 1 : 2;
  const sheet = book.addWorksheet(title, { views: [frozen(heads)], pageSetup: landscape });
  sheet.columns = [{ width: 6 }, ...columns.map(({ width }) => ({ width }))];
  if (heading !== undefined) sheet.addRow([heading]).font = { bold: true, size: 14 };
  sheet.addRow([say(['序号', 'No.']), ...columns.map(({ text }) => say(text))]).font = { bold: true };
  rows.forEach((row, index) => sheet.addRow([index + 1, ...columns.map(({ cell }) => cell(row, say))]));
  sheet.eachRow((row) => (row.alignment = { wrapText: row.number > heads, vertical: 'top' }));
  return sheet;
}

/** The workbook of one list as of a day. */
export async function registerWorkbook<Row>(
  title: Text,
  columns: readonly WorkbookColumn<Row>[],
  rows: readonly Row[],
  { language, today }: { readonly language: Language; readonly today: string },
): Promise<Download> {
  const name = inLanguage(title, language);
  const book = await openWorkbook();
  const heading = inLanguage([`${title[0]} 截至${today}`, `${title[1]} as of ${today}`], language);
  addRegister(book, language, { title: name, heading, columns, rows });
  return finishWorkbook(book, `${name} ${today}`);
}

const line = { style: 'thin', color: { argb: 'FF5B6673' } } as const;
export const framed: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

type Framed = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly widths: readonly number[];
};

/** A table with lines around its cells. */
export function addFramedTable(book: Workbook, { name, header, rows, widths }: Framed): void {
  const sheet = book.addWorksheet(name, { views: [frozen(1)] });
  sheet.columns = widths.map((width) => ({ width }));
  sheet.addRow([...header]).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => Object.assign(cell, { border: framed, alignment: { vertical: 'top', wrapText: true } })),
  );
}

/** One list of choices for a range of cells; the declarations of the library leave out where they are kept. */
export const addChoices = (sheet: Worksheet, range: string, formula: string, more: Partial<DataValidation> = {}): void =>
  (sheet as unknown as { dataValidations: { add: (range: string, rule: DataValidation) => void } }).dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: true,
    ...more,
  });

/** What a person sees in a cell: days as days, whole numbers with all their digits. */
export function cellText({ value, text }: Cell): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : text;
  return text.trim();
}
