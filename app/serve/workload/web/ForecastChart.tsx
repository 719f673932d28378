import type { ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { printNumber } from '../../../web/figures.ts';
import { useSay } from '../../../web/language.ts';
import { figureWords as words } from '../rules/words.ts';

type Month = { readonly month: string; readonly known: number; readonly estimated: number };
type Props = { readonly label: string; readonly months: readonly Month[] };

const width = 960;
const height = 220;
const left = 56;
const bottom = 28;
const top = 12;

/** A round number at or above, whose half is whole where it can be. */
function ceiling(most: number): number {
  if (most <= 2) return 2;
  const step = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 5, 10].map((factor) => factor * step).find((end) => end >= most) ?? most;
}

/** Bars by month: what is known is filled, what is estimated is hatched and stands on it. */
export function ForecastChart({ label, months }: Props): ReactElement {
  const say = useSay();
  const end = ceiling(Math.max(...months.map(({ known, estimated }) => known + estimated), 0));
  const band = (width - left) / Math.max(1, months.length);
  const y = (n: number): number => top + (height - top - bottom) * (1 - n / end);
  return (
    <figure className="forecast-chart">
      <Scroll label={label} framed={false}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          <defs>
            <pattern id="estimate" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className="estimate-ground" />
              <path d="M0 0V6" className="estimate-line" />
            </pattern>
          </defs>
          {[0, end / 2, end].map((n) => (
            <g key={n}>
              <path className="grid-line" d={`M${left} ${y(n)}H${width}`} />
              <text className="tick" x={left - 6} y={y(n) + 4} textAnchor="end">
                {printNumber(n)}
              </text>
            </g>
          ))}
          {months.map(({ month, known, estimated }, index) => {
            const x = left + index * band + band * 0.15;
            return (
              <g key={month}>
                <title>{`${month.slice(0, 7)} ${say(words.known)} ${known}, ${say(words.estimated)} ${estimated}`}</title>
                <rect className="known" x={x} width={band * 0.7} y={y(known)} height={y(0) - y(known)} />
                <rect
                  className="estimated"
                  fill="url(#estimate)"
                  x={x}
                  width={band * 0.7}
                  y={y(known + estimated)}
                  height={y(known) - y(known + estimated)}
                />
                {index % 3 === 0 ? (
                  <text className="tick" x={x} y={height - 8}>
                    {month.slice(0, 7)}
                  </text>
                ) : null}
              </g>
            );
          })}
        </svg>
      </Scroll>
      <figcaption>
        <span className="key-known" aria-hidden="true" /> {say(words.known)} <span className="key-estimated" aria-hidden="true" />{' '}
        {say(words.estimated)}
      </figcaption>
    </figure>
  );
}
