import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { printNumber, printQuantity } from '../../../web/figures.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import type { IndicatorPage } from '../contract/shapes.ts';
import { saveCsv } from './csv.ts';
import { texts } from './text.ts';

const width = 640;
const height = 180;
const edge = { left: 56, right: 16, top: 12, bottom: 28 };

/** The value at the end of each quarter against the target; its table is one click away. */
export function SeriesChart({ page }: { page: IndicatorPage }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const tableId = useId();
  const known = page.series.flatMap((point, index) => (point.value === null ? [] : [{ ...point, value: point.value, index }]));
  const most = Math.max(page.target * 1.1, ...known.map((point) => point.value));
  const x = (index: number): number =>
    edge.left + (page.series.length < 2 ? 0 : (index / (page.series.length - 1)) * (width - edge.left - edge.right));
  const y = (value: number): number => height - edge.bottom - (value / most) * (height - edge.top - edge.bottom);
  const line = known
    .map((point, at) => `${at === 0 || known[at - 1]?.index !== point.index - 1 ? 'M' : 'L'}${x(point.index)} ${y(point.value)}`)
    .join('');
  const last = known[known.length - 1];
  const dueAt = page.series.findIndex((point) => point.day >= page.due);
  const years = page.series.flatMap((point, index) => (point.day.slice(5) === '12-31' ? [{ index, year: point.day.slice(0, 4) }] : []));
  const unit = say(page.unit);
  const summary =
    last === undefined
      ? text.noRecords
      : `${last.day} ${printQuantity(last.value, unit)}, ${text.target} ${printQuantity(page.target, unit)}`;
  return (
    <section className="sheet series" aria-labelledby={`${tableId}-title`}>
      <div className="goal-head">
        <h2 id={`${tableId}-title`}>{text.course}</h2>
        <span>
          <Button type="link" aria-expanded={open} aria-controls={tableId} onClick={() => setOpen(!open)}>
            {text.courseTable}
          </Button>
          <Button
            type="link"
            onClick={() => saveCsv(`${page.id}.csv`, [[text.day, say(page.unit)], ...page.series.map((point) => [point.day, point.value])])}
          >
            {text.download}
          </Button>
        </span>
      </div>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${text.course}: ${summary}`}>
        <line className="axis" x1={edge.left} x2={width - edge.right} y1={y(0)} y2={y(0)} />
        <line className="goal" x1={edge.left} x2={width - edge.right} y1={y(page.target)} y2={y(page.target)} />
        <text x={edge.left - 6} y={y(page.target) + 4} textAnchor="end">
          {printNumber(page.target)}
        </text>
        <text x={edge.left - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        {years.map(({ index, year }) => (
          <g key={year}>
            <line className="tick" x1={x(index)} x2={x(index)} y1={y(0)} y2={y(0) + 5} />
            <text x={x(index)} y={height - 8} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        {dueAt < 0 ? null : <line className="due" x1={x(dueAt)} x2={x(dueAt)} y1={edge.top} y2={y(0)} />}
        {page.denominators.map(({ version, from }) => {
          const index = page.series.findIndex((point) => point.day >= from);
          if (index < 0) return null;
          return (
            <g key={version}>
              <line className="takeover" x1={x(index)} x2={x(index)} y1={edge.top} y2={y(0)} />
              <text x={x(index) - 4} y={edge.top + 8} textAnchor="end">
                {fill(text.takeover, { n: version })}
              </text>
            </g>
          );
        })}
        <path className="line" d={line} />
        {known.map((point) => (
          <circle key={point.day} cx={x(point.index)} cy={y(point.value)} r="2.5" />
        ))}
      </svg>
      <div id={tableId} hidden={!open} className="scroll" role="group" tabIndex={0} aria-label={text.courseTable}>
        <table className="grid">
          <caption className="unseen">{fill(text.course, {})}</caption>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col" className="number">{`${text.value}（${unit}）`}</th>
            </tr>
          </thead>
          <tbody>
            {page.series.map((point) => (
              <tr key={point.day}>
                <td>{point.day}</td>
                <td className="number">{point.value === null ? '—' : printNumber(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
