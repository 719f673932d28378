/** A control chart as a drawing of its own, for paper: black lines, the limits of the engine, names of the days below. */
import type { PaperRecord } from './document-input.ts';
import { seriesChart } from './performance-series.ts';

const width = 640;
const height = 200;
const edge = { left: 8, right: 8, top: 12, bottom: 24 };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Null for fewer than two groups. */
export function seriesSvg(records: readonly Pick<PaperRecord, 'test' | 'testedOn'>[]): string | null {
  const { names, answer } = seriesChart(records);
  if (answer === null) return null;
  const points = answer.points.map((point) => ({
    value: Number(point.value),
    lower: Number(point.lower ?? answer.lower ?? point.value),
    upper: Number(point.upper ?? answer.upper ?? point.value),
    isBroken: point.rules.length > 0,
  }));
  const centre = Number(answer.centre ?? points[0]?.value ?? 0);
  const all = [...points.flatMap(({ value, lower, upper }) => [value, lower, upper]), centre];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = most - least || 1;
  const step = (width - edge.left - edge.right) / points.length;
  const x = (index: number): string => (edge.left + step * (index + 0.5)).toFixed(1);
  const y = (value: number): string => (edge.top + ((most - value) / room) * (height - edge.top - edge.bottom)).toFixed(1);
  const path = (pick: (point: (typeof points)[number]) => number): string =>
    points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(pick(point))}`).join('');
  const line = (d: string, style: string): string => `<path d="${d}" fill="none" stroke="#000" ${style}/>`;
  const every = Math.ceil(points.length / 6);
  const labels = names
    .map((name, index) =>
      index % every === 0
        ? `<text x="${x(index)}" y="${height - 6}" font-size="11" font-family="Noto Sans S Chinese" text-anchor="middle">${escaped(name)}</text>`
        : '',
    )
    .join('');
  const dots = points
    .map(
      ({ value, isBroken }, index) =>
        `<circle cx="${x(index)}" cy="${y(value)}" r="${isBroken ? 5 : 3}" fill="${isBroken ? '#000' : '#fff'}" stroke="#000"/>`,
    )
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    line(
      path(({ upper }) => upper),
      'stroke-dasharray="6 4"',
    ),
    line(
      path(({ lower }) => lower),
      'stroke-dasharray="6 4"',
    ),
    line(
      path(() => centre),
      'stroke-width="0.8"',
    ),
    line(
      path(({ value }) => value),
      'stroke-width="1.5"',
    ),
    dots,
    labels,
    '</svg>',
  ].join('');
}
