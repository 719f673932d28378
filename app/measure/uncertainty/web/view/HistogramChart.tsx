import type { ReactElement } from 'react';
import { fill, useTexts } from '../../../../web/language.ts';
import { densitiesOf, densityOf, drawnPart } from '../../rules/curve.ts';
import { printResult } from '../../rules/print-number.ts';
import type { Gum, MonteCarlo } from '../../rules/record.ts';
import { HistogramData } from './HistogramData.tsx';
import { texts } from './text.ts';

const [width, height, foot, head] = [600, 260, 34, 10];
const steps = 200;

/** The histogram of the Monte Carlo values, over it the distribution that the GUM result stands for, and both coverage intervals. */
export function HistogramChart({ name, gum, monteCarlo }: { name: string; gum: Gum; monteCarlo: MonteCarlo }): ReactElement | null {
  const text = useTexts(texts);
  if (monteCarlo.histogram === undefined) return null;
  const histogram = drawnPart(monteCarlo.histogram, gum.u > 0 ? [gum.interval, monteCarlo.interval] : [monteCarlo.interval]);
  const { edges } = histogram;
  const [first, last] = [edges[0], edges[edges.length - 1]];
  if (first === undefined || last === undefined || last <= first) return null;
  const densities = densitiesOf(histogram, monteCarlo.trials);
  const curve = gum.u > 0 ? densityOf(gum, first, last, steps) : [];
  const most = Math.max(...densities, ...curve.map((point) => point.density));
  const floor = height - foot;
  const x = (value: number): number => ((value - first) / (last - first)) * width;
  const y = (density: number): number => floor - (density / most) * (floor - head);
  const point = (value: number): string => value.toFixed(2);
  const line = (value: number, className: string): ReactElement | null =>
    value < first || value > last ? null : (
      <line key={`${className} ${value}`} className={className} x1={x(value)} x2={x(value)} y1={head} y2={floor + 5} />
    );
  const print = (value: number): string => printResult(value, monteCarlo.u / 3).value;
  return (
    <figure className="histogram">
      <figcaption>{fill(text.distributionOf, { name })}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={fill(text.histogramSpoken, { low: print(monteCarlo.interval[0]), high: print(monteCarlo.interval[1]) })}
      >
        {densities.map((density, index) => {
          const [left, right] = [x(edges[index] ?? first), x(edges[index + 1] ?? last)];
          return (
            <rect
              className="bar"
              key={edges[index]}
              x={point(left)}
              width={point(Math.max(right - left - 0.6, 0.3))}
              y={point(y(density))}
              height={point(Math.max(floor - y(density), 0))}
            />
          );
        })}
        <line className="axis" x1="0" x2={width} y1={floor} y2={floor} />
        {curve.length === 0 ? null : (
          <polyline className="curve" points={curve.map(({ at, density }) => `${point(x(at))},${point(y(density))}`).join(' ')} />
        )}
        {monteCarlo.interval.map((end) => line(end, 'drawn'))}
        {gum.u > 0 ? gum.interval.map((end) => line(end, 'gum')) : null}
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <text
            key={share}
            className={share === 0.25 || share === 0.75 ? 'between' : ''}
            x={share * width}
            y={height - 10}
            textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
          >
            {print(first + share * (last - first))}
          </text>
        ))}
      </svg>
      <p className="soft">{text.histogramNote}</p>
      <HistogramData name={name} gum={gum} histogram={histogram} />
    </figure>
  );
}
