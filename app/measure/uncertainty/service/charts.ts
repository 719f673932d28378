import type Pdf from 'pdfkit';
import { densitiesOf, densityOf, drawnPart } from '../rules/curve.ts';
import { printResult } from '../rules/print-number.ts';
import type { Gum, MonteCarlo } from '../rules/record.ts';

type Page = InstanceType<typeof Pdf>;
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const colour = { ink: '#1b2733', soft: '#51606f', line: '#d9dee5', measure: '#1257a6', wash: '#c9daee', brass: '#a8741a' } as const;

/** The parts of u² as bars, the largest first; a correlation can make one negative. */
export function drawContributions(page: Page, box: Box, gum: Gum): void {
  const rows = [...gum.budget].sort((a, b) => Math.abs(b.share) - Math.abs(a.share)).slice(0, 12);
  const most = Math.max(...rows.map((row) => Math.abs(row.share)), 1e-12);
  const labelWidth = 90;
  const step = box.height / Math.max(rows.length, 1);
  rows.forEach((row, index) => {
    const y = box.y + index * step;
    const width = ((box.width - labelWidth - 60) * Math.abs(row.share)) / most;
    page
      .fillColor(colour.ink)
      .fontSize(8)
      .text(row.input, box.x, y + step / 2 - 5, { width: labelWidth - 6, height: 10, ellipsis: true, lineBreak: false });
    page.rect(box.x + labelWidth, y + 3, Math.max(width, 0.5), Math.max(step - 6, 3)).fill(row.share < 0 ? colour.brass : colour.measure);
    page
      .fillColor(colour.soft)
      .text(`${(row.share * 100).toFixed(1)} %`, box.x + labelWidth + width + 4, y + step / 2 - 5, { lineBreak: false });
  });
}

/** The histogram of the Monte Carlo values with the distribution of the GUM result over it and both coverage intervals below. */
export function drawHistogram(page: Page, box: Box, gum: Gum, monteCarlo: MonteCarlo): void {
  if (monteCarlo.histogram === undefined) return;
  const histogram = drawnPart(monteCarlo.histogram, gum.u > 0 ? [gum.interval, monteCarlo.interval] : [monteCarlo.interval]);
  const { edges } = histogram;
  const [first, last] = [edges[0], edges[edges.length - 1]];
  if (first === undefined || last === undefined || last <= first) return;
  const densities = densitiesOf(histogram, monteCarlo.trials);
  const curve = gum.u > 0 ? densityOf(gum, first, last, 160) : [];
  const most = Math.max(...densities, ...curve.map((point) => point.density));
  const floor = box.y + box.height - 30;
  const x = (value: number): number => box.x + ((value - first) / (last - first)) * box.width;
  const y = (density: number): number => floor - (density / most) * (box.height - 38);
  densities.forEach((density, index) => {
    const [left, right] = [x(edges[index] ?? first), x(edges[index + 1] ?? last)];
    page.rect(left, y(density), Math.max(right - left - 0.4, 0.2), floor - y(density)).fill(colour.wash);
  });
  page
    .moveTo(box.x, floor)
    .lineTo(box.x + box.width, floor)
    .lineWidth(0.8)
    .strokeColor(colour.soft)
    .stroke();
  curve.forEach((point, index) => (index === 0 ? page.moveTo(x(point.at), y(point.density)) : page.lineTo(x(point.at), y(point.density))));
  if (curve.length > 0) page.lineWidth(1.2).strokeColor(colour.brass).stroke();
  const mark = (value: number, tone: string): void => {
    if (value >= first && value <= last)
      page
        .moveTo(x(value), floor + 4)
        .lineTo(x(value), box.y + 8)
        .lineWidth(0.8)
        .strokeColor(tone)
        .stroke();
  };
  for (const end of monteCarlo.interval) mark(end, colour.measure);
  page.dash(3, { space: 2 });
  for (const end of gum.interval) mark(end, colour.brass);
  page.undash();
  page.fillColor(colour.soft).fontSize(7.5);
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const value = first + share * (last - first);
    const words = printResult(value, (last - first) / 8).value;
    page.text(words, x(value) - 45, floor + 6, { width: 90, align: 'center', lineBreak: false });
  }
}
