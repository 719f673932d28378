import type { ReactElement } from 'react';
import type { Round } from './ComparisonPage.tsx';

type EvaluatedPoint = NonNullable<Round['evaluation']>['outcome']['points'][number];

const width = 640;
const left = 90;
const right = 20;
const rowTop = 28;
const plotHeight = 180;

const placeOf = (index: number, count: number): number => left + ((index + 0.5) * (width - left - right)) / count;

/** Results with U beside the reference with 2u, as differences from the reference, so that the last digits can be seen. */
export function ResultChart({ point, unit, title }: { point: EvaluatedPoint; unit: string; title: string }): ReactElement | null {
  const { reference, results } = point;
  if (reference === null) return null;
  const band = 2 * Number(reference.u);
  const most = results.reduce((size, { difference, U }) => Math.max(size, Math.abs(Number(difference)) + Number(U)), band) || 1;
  const y = (value: number): number => rowTop + plotHeight / 2 - (value / most) * (plotHeight / 2);
  return (
    <svg
      className="comparison-chart"
      viewBox={`0 0 ${width} ${rowTop + plotHeight + 40}`}
      role="img"
      aria-label={`${title} ${point.point}`}
    >
      <rect className="band" x={left} width={width - left - right} y={y(band)} height={Math.max(1, y(-band) - y(band))} />
      <line className="reference" x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
      <text x={4} y={y(0) + 4}>
        {reference.value.slice(0, 11)}
      </text>
      <text x={4} y={14}>
        {unit}
      </text>
      {results.map(({ code, difference, U, verdict }, index) => {
        const x = placeOf(index, results.length);
        const [middle, size] = [Number(difference), Number(U)];
        return (
          <g key={code} className={verdict === 'unsatisfactory' ? 'result bad' : 'result'}>
            <line x1={x} x2={x} y1={y(middle + size)} y2={y(middle - size)} />
            <line x1={x - 5} x2={x + 5} y1={y(middle + size)} y2={y(middle + size)} />
            <line x1={x - 5} x2={x + 5} y1={y(middle - size)} y2={y(middle - size)} />
            <circle cx={x} cy={y(middle)} r={3.5} />
            <text x={x} y={rowTop + plotHeight + 22} textAnchor="middle" stroke="none">
              {code}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The deciding score of each laboratory with its limits: 1 for En, 2 and 3 for z, z′ and ζ. */
export function ScoreChart({ point, title }: { point: EvaluatedPoint; title: string }): ReactElement | null {
  const scored = point.results.filter(({ scores }) => scores.length > 0);
  const kind = scored[0]?.scores[0]?.kind;
  if (kind === undefined) return null;
  const limits = kind === 'en' ? [1] : [2, 3];
  const furthest = limits[limits.length - 1] ?? 1;
  const most = scored.reduce((size, { scores }) => Math.max(size, Math.abs(Number(scores[0]?.value ?? 0))), furthest * 1.1);
  const y = (value: number): number => rowTop + plotHeight / 2 - (value / most) * (plotHeight / 2);
  return (
    <svg
      className="comparison-chart"
      viewBox={`0 0 ${width} ${rowTop + plotHeight + 40}`}
      role="img"
      aria-label={`${title} ${point.point}`}
    >
      <line className="axis" x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
      {limits
        .flatMap((limit) => [limit, -limit])
        .map((limit) => (
          <g key={limit}>
            <line className="limit" x1={left} x2={width - right} y1={y(limit)} y2={y(limit)} />
            <text x={left - 34} y={y(limit) + 4}>
              {limit}
            </text>
          </g>
        ))}
      {scored.map(({ code, scores, verdict }, index) => {
        const [x, value] = [placeOf(index, scored.length), Number(scores[0]?.value ?? 0)];
        return (
          <g key={code} className={verdict === 'unsatisfactory' ? 'result bad' : 'result'}>
            <line x1={x} x2={x} y1={y(0)} y2={y(value)} />
            <circle cx={x} cy={y(value)} r={3.5} />
            <text x={x} y={rowTop + plotHeight + 22} textAnchor="middle" stroke="none">
              {code}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
