import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useTexts } from '../../../web/language.ts';
import type { SeriesPanel } from '../contract/performance-shapes.ts';
import { performanceTexts } from './performance-text.ts';

const width = 640;
const height = 200;
const edge = { left: 76, right: 44, top: 14, bottom: 28 };

/** Limits as the engine gives them, to a readable number of digits; a span of two keeps both. */
export const shortened = (text: string | null): string =>
  (text ?? '').replace(/-?\d+\.\d{8,}/g, (number) => String(Number(Number(number).toPrecision(8))));

/** A control chart with its limits; points that break a rule differ in shape. Its table is one click away. */
export function PerformanceChart({ panel, names, label }: { panel: SeriesPanel; names: readonly string[]; label: string }): ReactElement {
  const text = useTexts(performanceTexts);
  const [open, setOpen] = useState(false);
  const tableId = useId();
  const points = panel.points.map((point, index) => ({
    name: names[(point.at ?? index + 1) - 1] ?? String(index + 1),
    text: point.value,
    value: Number(point.value),
    lower: point.lower ?? panel.lower,
    upper: point.upper ?? panel.upper,
    rules: point.rules,
  }));
  const centre = Number(panel.centre ?? points[0]?.value ?? 0);
  const limits = points.flatMap(({ lower, upper }) => [lower, upper].flatMap((one) => (one === null ? [] : [Number(one)])));
  const all = [...points.map(({ value }) => value), ...limits, centre];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = most - least || Math.abs(most) || 1;
  const decimals = Math.max(0, Math.min(20, 2 - Math.floor(Math.log10(room))));
  const step = (width - edge.left - edge.right) / Math.max(1, points.length);
  const x = (index: number): number => edge.left + step * (index + 0.5);
  const y = (value: number): number => edge.top + ((most - value) / room) * (height - edge.top - edge.bottom);
  const path = (values: readonly number[]): string =>
    values.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('');
  const limit = (pick: 'lower' | 'upper'): number[] => points.map((point) => Number(point[pick] ?? centre));
  /** Readings without any scatter have limits on the centre line: their words would lie on each other. */
  const isApart = (key: string, value = centre): boolean => key === 'centre' || Math.abs(y(value) - y(centre)) >= 14;
  const every = Math.ceil(points.length / 5);
  const lines = [
    { key: 'upper', name: 'UCL', values: limit('upper') },
    { key: 'centre', name: 'CL', values: points.map(() => centre) },
    { key: 'lower', name: 'LCL', values: limit('lower') },
  ];
  return (
    <figure className="performance-chart">
      <figcaption>
        {label}{' '}
        <Button type="link" size="small" aria-expanded={open} aria-controls={tableId} onClick={() => setOpen(!open)}>
          {text.chartTable}
        </Button>
      </figcaption>
      <Scroll label={label} framed={false}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`${label}: ${points.map(({ name, text: value }) => `${name} ${value}`).join('; ')}`}
        >
          {lines.map(({ key, name, values }) => (
            <g key={key}>
              <path className={key === 'centre' ? 'centre' : 'limit'} d={path(values)} />
              {isApart(key, values[values.length - 1]) ? (
                <text x={width - edge.right + 6} y={y(values[values.length - 1] ?? centre) + 4}>
                  {name}
                </text>
              ) : null}
              {isApart(key, values[0]) ? (
                <text x={edge.left - 6} y={y(values[0] ?? centre) + 4} textAnchor="end">
                  {(values[0] ?? centre).toFixed(decimals)}
                </text>
              ) : null}
            </g>
          ))}
          <path className="series" d={path(points.map(({ value }) => value))} />
          {points.map(({ name, value, rules }, index) =>
            rules.length === 0 ? (
              <circle key={`${name} ${index}`} cx={x(index)} cy={y(value)} r="3.5" />
            ) : (
              <path key={`${name} ${index}`} className="broken" d={`M${x(index)} ${y(value) - 6}l6 6l-6 6l-6 -6Z`} />
            ),
          )}
          {points.map(({ name }, index) =>
            index % every === 0 ? (
              <text key={`${name} ${index}`} x={x(index)} y={height - 8} textAnchor="middle">
                {name}
              </text>
            ) : null,
          )}
        </svg>
      </Scroll>
      <div id={tableId} hidden={!open}>
        <Scroll label={`${label} ${text.chartTable}`}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{text.group}</th>
                {[text.value, text.lower, text.upper].map((head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
                <th scope="col">{text.broken}</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ name, text: value, lower, upper, rules }, index) => (
                <tr key={`${name} ${index}`}>
                  <td>{name}</td>
                  <td className="number">{value}</td>
                  <td className="number">{shortened(lower)}</td>
                  <td className="number">{shortened(upper)}</td>
                  <td>{rules.join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </figure>
  );
}
