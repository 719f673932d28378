import type { Download } from '../../../kernel/endpoint.ts';
import { openPaper, type Paper } from '../../../register/instrument/service/paper.ts';
import type { ScenarioPage } from '../contract/shapes.ts';
import { orderHeader, orderRows, summaryLines } from './lines.ts';

/** Columns of the order that a sheet of paper has room for, with their widths. */
const columns = [0, 1, 2, 3, 4, 5, 6, 8, 9, 10] as const;
const widths = [24, 44, 82, 60, 42, 42, 56, 44, 140, 236];
const margin = 36;
const ink = '#1b2733';

function printRow(page: Paper, y: number, words: readonly string[], font: 'regular' | 'bold'): number {
  page.font(font).fontSize(7.5);
  const height = Math.max(...words.map((text, index) => page.heightOfString(text, { width: (widths[index] ?? 0) - 6, lineGap: 1 }))) + 6;
  let x = margin;
  words.forEach((text, index) => {
    const width = widths[index] ?? 0;
    page.rect(x, y, width, height).lineWidth(0.5).strokeColor('#3b4754').stroke();
    page.fillColor(ink).text(text, x + 3, y + 3, { width: width - 6, lineGap: 1 });
    x += width;
  });
  return y + height;
}

/** The plan on A4 sheets across: summary, then the order with its reasons. */
export async function toPdf(page: ScenarioPage, at: string): Promise<Download> {
  const title = `能力配置方案：${page.name}（第 ${page.version.number} 版）`;
  const { page: paper, finish } = await openPaper({ size: 'A4', margin, isWide: true, title, at });
  paper.font('bold').fontSize(15).fillColor(ink).text(title);
  paper.moveDown(0.4).font('regular').fontSize(9);
  for (const words of summaryLines(page)) paper.text(words, { lineGap: 2 });
  let y = paper.y + 10;
  const head = columns.map((column) => orderHeader[column] ?? '');
  const rows = orderRows(page).map((row) => columns.map((column) => row[column] ?? ''));
  if (rows.length > 0) y = printRow(paper, y, head, 'bold');
  for (const row of rows) {
    paper.font('regular').fontSize(7.5);
    const needs = Math.max(...row.map((text, index) => paper.heightOfString(text, { width: (widths[index] ?? 0) - 6, lineGap: 1 }))) + 6;
    if (y + needs > paper.page.height - margin) {
      paper.addPage();
      y = printRow(paper, margin, head, 'bold');
    }
    y = printRow(paper, y, row, 'regular');
  }
  return { name: `${title}.pdf`, type: 'application/pdf', bytes: await finish() };
}
