import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Pdf from 'pdfkit';
import type { Download } from '../../../kernel/endpoint.ts';
import type { EffectiveMatrix, Matrix } from '../contract.ts';
import { layOut } from './layout.ts';

const fonts = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../fonts');
const read = (name: string): Buffer => readFileSync(join(fonts, name));

const left = 57;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

type Page = InstanceType<typeof Pdf>;
type Box = { x: number; y: number; width: number; height: number };

function frame(page: Page, box: Box, words: string, align: 'left' | 'center'): void {
  page.rect(box.x, box.y, box.width, box.height).lineWidth(0.6).strokeColor('#3b4754').stroke();
  const width = box.width - 8;
  const height = page.heightOfString(words, { width, align, lineGap: 3 });
  page.fillColor('#1b2733').text(words, box.x + 4, box.y + Math.max(3, (box.height - height) / 2), { width, align, lineGap: 3 });
}

/** The annex's own layout on one A4 page, its font embedded as a subset. */
export async function toPdf(matrix: Matrix, effective?: EffectiveMatrix): Promise<Download> {
  const sheet = layOut(matrix, effective);
  const widths = effective === undefined ? [150, 62, 90, 90, 90] : [138, 56, 72, 72, 72, 72];
  const page = new Pdf({ size: 'A4', margin: left, info: { Title: sheet.title }, lang: 'zh-CN' });
  page.registerFont('regular', read('NotoSansHans-Regular.otf')).registerFont('bold', read('NotoSansHans-Bold.otf'));
  const parts: Buffer[] = [];
  page.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => page.on('end', resolve).on('error', reject));
  const whole = sum(widths);
  page.font('bold').fontSize(16).fillColor('#1b2733').text(sheet.title, left, 70, { width: whole, align: 'center' });
  page.font('regular').fontSize(10.5).text(sheet.subtitle, { width: whole, align: 'center' });
  const top = page.y + 14;
  const at = (column: number): number => left + sum(widths.slice(0, column));
  page.font('bold').fontSize(10);
  const headHeight = 40;
  sheet.header.forEach((words, column) =>
    frame(page, { x: at(column), y: top, width: widths[column] ?? 0, height: headHeight }, words, 'center'),
  );
  page.font('regular');
  const itemsHeight = page.heightOfString(sheet.items, { width: (widths[0] ?? 0) - 8, lineGap: 3 }) + 16;
  const rowHeight = Math.max(28, itemsHeight / sheet.rows.length);
  frame(page, { x: left, y: top + headHeight, width: widths[0] ?? 0, height: rowHeight * sheet.rows.length }, sheet.items, 'left');
  sheet.rows.forEach((row, index) =>
    row.forEach((words, column) =>
      frame(
        page,
        { x: at(column + 1), y: top + headHeight + index * rowHeight, width: widths[column + 1] ?? 0, height: rowHeight },
        words,
        'center',
      ),
    ),
  );
  const foot = top + headHeight + rowHeight * sheet.rows.length + 12;
  page.fontSize(10).text(sheet.note, left, foot, { width: whole, lineGap: 4 });
  page.moveDown(0.5).fontSize(8.5).fillColor('#5b6673').text(sheet.basis, { width: whole, lineGap: 3 });
  page.end();
  await ended;
  return { name: `${sheet.title}（${matrix.asOf}）.pdf`, type: 'application/pdf', bytes: new Uint8Array(Buffer.concat(parts)) };
}
