import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Pdf from 'pdfkit';
import type { Text } from '../../../kernel/text.ts';
import type { Box } from './charts.ts';
import type { Table } from './layout.ts';

const fonts = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../fonts');
const read = (name: string): Buffer => readFileSync(join(fonts, name));

type Page = InstanceType<typeof Pdf>;

const margin = 48;
const [top, bottom] = [64, 56];
const colour = { ink: '#1b2733', soft: '#51606f', line: '#c3cad3', head: '#eef1f5', red: '#a32020' } as const;

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The face has no raised digits but ¹²³: a power of ten is written as 1.2E-7. */
export const withoutRaised = (text: string): string =>
  text.replace(
    / × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g,
    (_, power: string) => `E${power.replace(/./g, (sign) => (sign === '⁻' ? '-' : String(raised.indexOf(sign))))}`,
  );

export type Stamp = { readonly head: readonly [left: string, right: string]; readonly foot: string; readonly mark: string | undefined };

export type Writer = ReturnType<typeof openWriter>;

/** A document of A4 pages that are filled from top to bottom; both languages stand in every label. */
export function openWriter(title: string, createdAt: string) {
  const page: Page = new Pdf({
    size: 'A4',
    margins: { top, bottom, left: margin, right: margin },
    bufferPages: true,
    info: { Title: title, CreationDate: new Date(createdAt) },
    lang: 'zh-CN',
  });
  page.registerFont('regular', read('NotoSansHans-Regular.otf')).registerFont('bold', read('NotoSansHans-Bold.otf'));
  const parts: Buffer[] = [];
  page.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => page.on('end', resolve).on('error', reject));
  const width = page.page.width - 2 * margin;
  const floor = page.page.height - bottom;

  /** Begins a page when what comes next does not fit. */
  const need = (height: number): void => {
    if (page.y + height > floor) page.addPage();
  };

  const heading = ([chinese, english]: Text, more = 60): void => {
    need(more);
    page.moveDown(0.6).font('bold').fontSize(11.5).fillColor(colour.ink).text(chinese, margin, page.y, { continued: true });
    page.font('regular').fontSize(9).fillColor(colour.soft).text(`  ${english}`);
    page.moveDown(0.3);
  };

  const paragraph = (words: string, size = 9.5, tone: string = colour.ink): void => {
    page.font('regular').fontSize(size).fillColor(tone);
    const text = withoutRaised(words);
    need(Math.min(page.heightOfString(text, { width, lineGap: 2 }), floor - top));
    page.text(text, margin, page.y, { width, lineGap: 2 });
  };

  const facts = (lines: readonly (readonly [Text, string])[]): void => {
    const labelWidth = 240;
    for (const [[chinese, english], value] of lines) {
      page.font('regular').fontSize(9);
      const words = withoutRaised(value === '' ? '/' : value);
      const label = `${chinese} ${english}`;
      const height = Math.max(
        page.heightOfString(label, { width: labelWidth - 8 }),
        page.heightOfString(words, { width: width - labelWidth }),
      );
      need(height + 4);
      const { y } = page;
      page.fillColor(colour.soft).text(label, margin, y, { width: labelWidth - 8 });
      page.fillColor(colour.ink).text(words, margin + labelWidth, y, { width: width - labelWidth });
      page.y = y + height + 3;
    }
  };

  const table = ({ columns, rows }: Table): void => {
    const sum = columns.reduce((total, column) => total + column.width, 0);
    const widths = columns.map((column) => (column.width / sum) * width);
    const lefts = widths.map((_, index) => margin + widths.slice(0, index).reduce((total, one) => total + one, 0));
    const line = (cells: readonly string[], isHead: boolean): void => {
      page.font(isHead ? 'bold' : 'regular').fontSize(isHead ? 8 : 8.5);
      const optionsOf = (index: number) => ({
        width: (widths[index] ?? 0) - 8,
        align: columns[index]?.isNumber === true ? ('right' as const) : ('left' as const),
      });
      const texts = cells.map(withoutRaised);
      const height = Math.min(Math.max(...texts.map((text, index) => page.heightOfString(text, optionsOf(index)))) + 6, floor - top - 40);
      if (!isHead && page.y + height > floor) {
        page.addPage();
        head();
        page.font('regular').fontSize(8.5);
      }
      const { y } = page;
      if (isHead) page.rect(margin, y, width, height).fill(colour.head);
      texts.forEach((text, index) =>
        page.fillColor(colour.ink).text(text, (lefts[index] ?? 0) + 4, y + 3, { ...optionsOf(index), height: height - 3, ellipsis: true }),
      );
      page
        .moveTo(margin, y + height)
        .lineTo(margin + width, y + height)
        .lineWidth(0.5)
        .strokeColor(colour.line)
        .stroke();
      page.y = y + height;
    };
    const head = (): void =>
      line(
        columns.map(({ title: [chinese, english] }) => `${chinese}\n${english}`),
        true,
      );
    need(60);
    head();
    for (const row of rows) line(row, false);
    page.moveDown(0.5);
  };

  const chart = (height: number, draw: (page: Page, box: Box) => void): void => {
    need(height + 8);
    const { y } = page;
    page.save();
    page.font('regular');
    draw(page, { x: margin, y, width, height });
    page.restore();
    page.x = margin;
    page.y = y + height + 8;
  };

  const cover = (chinese: string, english: string): void => {
    page.font('bold').fontSize(17).fillColor(colour.ink).text(chinese, margin, top, { width, align: 'center' });
    page.font('regular').fontSize(10.5).fillColor(colour.soft).text(english, { width, align: 'center' });
    page.moveDown(0.8);
  };

  /** Stamps every page with head, foot and mark, and answers the bytes. */
  const finish = async ({ head, foot, mark }: Stamp): Promise<Uint8Array> => {
    const { start, count } = page.bufferedPageRange();
    for (let index = start; index < start + count; index += 1) {
      page.switchToPage(index);
      // What is stamped stands in the margins, where text would otherwise begin a page.
      page.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
      page.font('regular').fontSize(8).fillColor(colour.soft);
      page.text(head[0], margin, 34, { width: width * 0.7, lineBreak: false });
      page.text(`${head[1]}  ${index + 1} / ${count}`, margin + width * 0.6, 34, { width: width * 0.4, align: 'right', lineBreak: false });
      page.text(foot, margin, page.page.height - 38, { width, align: 'center', lineBreak: false });
      if (mark === undefined) continue;
      page.save().rotate(-35, { origin: [page.page.width / 2, page.page.height / 2] });
      page.fontSize(64).fillColor(colour.red).opacity(0.16);
      page.text(mark, 0, page.page.height / 2 - 40, { width: page.page.width, align: 'center', lineBreak: false }).restore();
    }
    page.end();
    await ended;
    return new Uint8Array(Buffer.concat(parts));
  };

  return { heading, paragraph, facts, table, chart, cover, finish };
}
