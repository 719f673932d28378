import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useTexts } from '../../../web/language.ts';
import type { impactEndpoints } from '../contract/impact.ts';
import { texts } from './impact-text.ts';

type Bins = ReplyOf<typeof impactEndpoints.readImpactHistogram>['bins'];
const [width, height, step] = [640, 180, 30];

/** Where the worst checks lie: the line at 1 is the limit. The table beside it says the same. */
export function ImpactHistogram({ bins }: { bins: Bins }): ReactElement {
  const text = useTexts(texts);
  const most = Math.max(1, ...bins.flatMap(({ before, after }) => [before, after]));
  const tall = (count: number): number => (count / most) * (height - 30);
  return (
    <section className="sheet spaced">
      <h2>{text.histogram}</h2>
      <Scroll label={text.histogram} framed={false}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={text.histogram}>
          {bins.map(({ from, before, after }, index) => (
            <g key={from}>
              <rect x={index * step + 2} y={height - 20 - tall(before)} width={11} height={tall(before)} fill="#9aa7b5" />
              <rect
                x={index * step + 14}
                y={height - 20 - tall(after)}
                width={11}
                height={tall(after)}
                fill={from >= 1 ? '#B3261E' : '#1257A6'}
              />
              {index % 2 === 0 ? (
                <text x={index * step + 2} y={height - 6} fontSize="10" fill="#1B2733">
                  {from}
                </text>
              ) : null}
            </g>
          ))}
          <line x1={step * 10} x2={step * 10} y1={0} y2={height - 18} stroke="#B3261E" strokeDasharray="4 3" />
        </svg>
      </Scroll>
      <details>
        <summary>{text.classes}</summary>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{text.histogram}</th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, to, before, after }) => (
              <tr key={from}>
                <td>{to === null ? text.beyond : `${from} ～ ${to}`}</td>
                <td className="number">{before}</td>
                <td className="number">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
