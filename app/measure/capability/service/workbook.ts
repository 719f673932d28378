import type { Download } from '../../../kernel/endpoint.ts';
import { finishWorkbook, framed, frozen, openWorkbook } from '../../../platform/workbook.ts';
import type { EffectiveMatrix, Matrix } from '../contract.ts';
import { layOut } from './layout.ts';

const centred = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;

/** The annex's own layout on the first sheet, every cell on the second. */
export async function toWorkbook(matrix: Matrix, effective?: EffectiveMatrix): Promise<Download> {
  const sheet = layOut(matrix, effective);
  const book = await openWorkbook();
  const annex = book.addWorksheet('附件', { pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToHeight: 1 } });
  const width = sheet.header.length;
  annex.columns = [30, 12, 18, 18, 18, 18].slice(0, width).map((each) => ({ width: each }));
  annex.addRow([sheet.title]).font = { bold: true, size: 14 };
  annex.addRow([sheet.subtitle]);
  const head = annex.addRow([...sheet.header]);
  head.font = { bold: true };
  const first = annex.rowCount + 1;
  for (const row of sheet.rows) annex.addRow([sheet.items, ...row.map(toCell)]);
  const last = annex.rowCount;
  annex.mergeCells(first, 1, last, 1);
  for (let row = first - 1; row <= last; row += 1) {
    annex.getRow(row).height = row === first - 1 ? 36 : Math.max(24, (matrix.items.length * 15) / sheet.rows.length + 6);
    for (let column = 1; column <= width; column += 1) {
      const cell = annex.getCell(row, column);
      cell.border = framed;
      cell.alignment = centred;
    }
  }
  annex.getCell(first, 1).alignment = { horizontal: 'left', vertical: 'middle', wrapText: true };
  for (const words of [sheet.note, sheet.basis]) {
    const row = annex.addRow([words]);
    annex.mergeCells(row.number, 1, row.number, width);
    row.height = 48;
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
  }
  annex.mergeCells(1, 1, 1, width);
  annex.mergeCells(2, 1, 2, width);
  for (const row of [1, 2]) annex.getCell(row, 1).alignment = centred;

  const states = book.addWorksheet('各格状态', { views: [frozen(1, 1)] });
  states.addRow([...sheet.cells.header]).font = { bold: true };
  for (const row of sheet.cells.rows) states.addRow([...row]);
  states.columns.forEach((column) => (column.width = 16));
  states.eachRow((row) => row.eachCell((cell) => Object.assign(cell, { border: framed, alignment: centred })));
  return finishWorkbook(book, `${sheet.title}（${matrix.asOf}）`);
}

const toCell = (words: string): string | number => (/^\d+$/.test(words) ? Number(words) : words);
