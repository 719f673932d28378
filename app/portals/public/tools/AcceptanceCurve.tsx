import type { ReactElement } from 'react';
import type { CurvePoint } from '@tongheng/statistics/net-content/acceptance-curve';
import type { NetContentAnswer } from '@tongheng/statistics/net-content/answer';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { printNumber, printQuantity } from '../../../web/figures.ts';
import { fill, useLanguage, useTexts } from '../../../web/language.ts';
import { unitName } from './net-content-entry.ts';
import { texts } from './net-content-text.ts';

type Props = { readonly answer: NetContentAnswer; readonly points: readonly CurvePoint[] };

const frame = { left: 44, right: 572, top: 12, bottom: 210, width: 600, height: 262 };
const levels = [0, 0.25, 0.5, 0.75, 1];

/** At most this many marks below the axis, evenly chosen. */
const mostMarks = 6;

/** How probably a lot passes over the mean of its process; the same numbers as a table one click away. */
export function AcceptanceCurve({ answer, points }: Props): ReactElement {
  const text = useTexts(texts);
  const unit = unitName(answer.unit, useLanguage());
  const means = points.map(({ mean }) => Number(mean));
  const [least, greatest] = [Math.min(...means), Math.max(...means)];
  const x = (mean: number): number => frame.left + ((mean - least) / (greatest - least || 1)) * (frame.right - frame.left);
  const y = (probability: number): number => frame.bottom - probability * (frame.bottom - frame.top);
  const line = (of: (point: CurvePoint) => string | null): string =>
    points
      .flatMap((point) => {
        const value = of(point);
        return value === null ? [] : [`${x(Number(point.mean)).toFixed(1)},${y(Number(value)).toFixed(1)}`];
      })
      .join(' ');
  const every = Math.ceil(points.length / mostMarks);
  const nominal = Number(answer.nominal);
  const sample = Number(answer.mean);
  const isInside = (mean: number): boolean => mean >= least && mean <= greatest;
  const hasMean = points.some(({ meanTest }) => meanTest !== null);
  const upright = (mean: number, name: string, className: string, row: number): ReactElement | null =>
    isInside(mean) ? (
      <g className={className}>
        <line x1={x(mean)} x2={x(mean)} y1={frame.top} y2={frame.bottom} />
        <text
          x={x(mean) + (x(mean) > frame.right - 90 ? -5 : 5)}
          y={frame.bottom - 8 - row * 24}
          textAnchor={x(mean) > frame.right - 90 ? 'end' : 'start'}
        >
          {name}
        </text>
      </g>
    ) : null;
  return (
    <>
      <p className="soft">{fill(text.curveLead, { s: printQuantity(answer.s ?? '', unit) })}</p>
      <svg
        className="curve"
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={`${text.curveTitle}: ${text.curveX}, ${text.curveY}`}
      >
        {levels.map((level) => (
          <g key={level} className="level">
            <line x1={frame.left} x2={frame.right} y1={y(level)} y2={y(level)} />
            <text x={frame.left - 6} y={y(level) + 4} textAnchor="end">
              {level}
            </text>
          </g>
        ))}
        {points.map(({ mean }, index) =>
          (index - Math.max(0, means.indexOf(nominal))) % every === 0 ? (
            <text key={mean} className="mark" x={x(Number(mean))} y={frame.bottom + 20} textAnchor="middle">
              {printNumber(mean)}
            </text>
          ) : null,
        )}
        <text className="mark" x={frame.right} y={frame.bottom + 44} textAnchor="end">
          {unit === '' ? text.curveX : `${text.curveX} / ${unit}`}
        </text>
        {upright(nominal, text.curveNominal, 'nominal', 0)}
        {upright(sample, text.curveSample, 'sample', 1)}
        <polyline className="counts" points={line(({ counts }) => counts)} />
        {hasMean ? <polyline className="mean" points={line(({ meanTest }) => meanTest)} /> : null}
      </svg>
      <ul className="curve-legend">
        {hasMean ? <li className="mean">{text.curveMean}</li> : null}
        <li className="counts">{text.curveCounts}</li>
      </ul>
      <details className="tool-more">
        <summary>{text.curveTable}</summary>
        <CurveTable points={points} unit={unit} />
      </details>
    </>
  );
}

const share = (probability: string): string => Number(probability).toFixed(4);

function CurveTable({ points, unit }: { readonly points: readonly CurvePoint[]; readonly unit: string }): ReactElement {
  const text = useTexts(texts);
  return (
    <Scroll label={text.curveTable}>
      <table className="grid tool-grid">
        <thead>
          <tr>
            {[unit === '' ? text.curveX : `${text.curveX} / ${unit}`, text.curveMean, text.curveCounts, text.curveBoth].map((name) => (
              <th scope="col" className="number" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ mean, meanTest, counts, atLeast, atMost }) => (
            <tr key={mean}>
              <td className="number">{printNumber(mean)}</td>
              <td className="number">{meanTest === null ? '—' : share(meanTest)}</td>
              <td className="number">{share(counts)}</td>
              <td className="number">{share(atLeast) === share(atMost) ? share(atMost) : `${share(atLeast)} – ${share(atMost)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
