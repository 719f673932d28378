import type { ReactElement } from 'react';
import { printNumber, printQuantity } from '../../../web/figures.ts';
import { BulletBar } from '../../../web/kit/BulletBar.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { IndicatorPage } from '../contract/shapes.ts';
import { shortMeasures, type Measure } from '../rules/denominator/words.ts';
import { texts } from './text.ts';
import './denominator.css';

/** Small multiples by county, in the city's fixed order. */
export function CountyTable({ page }: { page: IndicatorPage }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const unit = say(page.unit);
  const isShare = page.rule === 'demandServed' || page.rule === 'catalogueCoverage';
  const other: Measure | null = page.shares === null ? null : page.shares.reported === 'weighted' ? 'unweighted' : 'weighted';
  const most = Math.max(1, ...page.counties.flatMap((county) => [county.value ?? 0, county.target ?? 0, isShare ? 100 : 0]));
  return (
    <section className="sheet">
      <h2>{text.counties}</h2>
      <div className="scroll" role="group" tabIndex={0} aria-label={text.counties}>
        <table className="grid cards">
          <caption className="unseen">{text.counties}</caption>
          <thead>
            <tr>
              <th scope="col">{text.county}</th>
              <th scope="col" className="number">{`${text.value}（${unit}）`}</th>
              <th scope="col">
                <span className="unseen">{text.course}</span>
              </th>
              <th scope="col" className="number">
                {text.countyTarget}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.counties.map((county) => (
              <tr key={county.code}>
                <td className="lead narrow" data-label={text.county}>
                  {say(county.name)}
                </td>
                <td className="number" data-label={text.value}>
                  {county.value === null ? '—' : printNumber(county.value)}
                  {isShare && county.numerator !== null && county.denominator !== null ? (
                    <span className="soft"> {`${printNumber(county.numerator)}/${printNumber(county.denominator)}`}</span>
                  ) : null}
                  {other === null ? null : (
                    <span className="soft share-other">
                      {`${say(shortMeasures[other])} ${county[other] === null ? '—' : printQuantity(county[other].value, '%')}`}
                    </span>
                  )}
                </td>
                <td className="indicator-bullet">
                  {county.value === null ? null : county.target === null && !isShare ? (
                    <svg className="bullet" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
                      <rect className="ground" x="0" y="3" width="100" height="10" />
                      <rect className="value" x="0" y="5" width={(county.value / most) * 100} height="6" />
                    </svg>
                  ) : (
                    <BulletBar value={county.value} target={county.target ?? page.target} most={most} />
                  )}
                </td>
                <td className="number" data-label={text.countyTarget}>
                  {county.target === null
                    ? '—'
                    : `${printNumber(county.target)}${county.targetYear === null ? '' : `（${county.targetYear}）`}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
