import type { ReactElement } from 'react';
import { printNumber, printQuantity, unitGap } from '../../../web/figures.ts';
import { BulletBar } from '../../../web/kit/BulletBar.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { recordTrace, TraceRibbon, type Stage, type TraceNode } from '../../../web/kit/TraceRibbon.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Indicator } from '../contract/shapes.ts';
import { shortMeasures, type Measure } from '../rules/denominator/words.ts';
import { indicatorTones } from './states.ts';
import { texts } from './text.ts';
import './indicator.css';
import './denominator.css';

/** Demand is served by certificates; everything else that the plan counts is documents. */
const demandTrace: readonly Stage[] = ['certificate', 'record', 'figure'];

export function IndicatorTrace({ indicator, compact = true }: { indicator: Indicator; compact?: boolean }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const records = `/desk/indicators/${indicator.id}#records`;
  const isDemand = indicator.rule === 'demandServed';
  const nodes: TraceNode[] =
    indicator.value === null
      ? []
      : [
          ...(isDemand ? [{ stage: 'certificate' as const, note: text.opensTo, href: records }] : []),
          { stage: 'record', note: say(indicator.basisText), href: records },
          { stage: 'figure', note: text.evidence },
        ];
  return <TraceRibbon nodes={nodes} stages={isDemand ? demandTrace : recordTrace} compact={compact} />;
}

/** The figure, or in words that there is none. */
export function IndicatorValue({ indicator }: { indicator: Indicator }): ReactElement {
  const say = useSay();
  if (indicator.value === null) return <span className="soft">—</span>;
  return (
    <b className="indicator-value">
      {printNumber(indicator.value)}
      <span className="unit">{`${unitGap}${say(indicator.unit)}`}</span>
    </b>
  );
}

/** The figure that is not reported, beside the one that is: of a share both are always shown. */
function OtherShare({ indicator: { shares } }: { indicator: Indicator }): ReactElement | null {
  const say = useSay();
  if (shares === null) return null;
  const other: Measure = shares.reported === 'weighted' ? 'unweighted' : 'weighted';
  const share = shares[other];
  return (
    <span className="soft share-other">{`${say(shortMeasures[other])} ${share === null ? '—' : printQuantity(share.value, '%')}`}</span>
  );
}

/** One indicator as one row: title, figure, bullet, state, ribbon. For the list and for the cockpit's bands. */
export function IndicatorRow({ indicator }: { indicator: Indicator }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const whisker =
    indicator.forecast === null || indicator.value === null ? undefined : ([indicator.value, indicator.forecast.atDue] as const);
  return (
    <tr>
      <td className="lead" data-label={text.indicator}>
        <a href={`/desk/indicators/${indicator.id}`}>
          <span className="indicator-id">{indicator.id}</span> {say(indicator.title)}
        </a>
      </td>
      <td className="number" data-label={text.value}>
        <IndicatorValue indicator={indicator} />
        <OtherShare indicator={indicator} />
      </td>
      <td className="indicator-bullet" data-label={text.target}>
        <BulletBar value={indicator.value} target={indicator.target} unit={say(indicator.unit)} forecast={whisker} />
      </td>
      <td className="number narrow" data-label={text.target}>
        {printNumber(indicator.target)}
        <span className="unit">{`${unitGap}${say(indicator.unit)}`}</span>
      </td>
      <td className="narrow" data-label={text.due}>
        {indicator.due}
        {indicator.strength === 'strive' ? <span className="soft"> {text.strive}</span> : null}
      </td>
      <td data-label={text.state}>
        <StatusTag states={indicatorTones} state={indicator.state} />
        {indicator.reachedOn === null ? null : <span className="soft"> {indicator.reachedOn}</span>}
      </td>
      <td data-label={text.basis}>
        <IndicatorTrace indicator={indicator} />
      </td>
    </tr>
  );
}

/** The indicators of one goal as a table. */
export function IndicatorTable({ caption, items }: { caption: string; items: readonly Indicator[] }): ReactElement {
  const text = useTexts(texts);
  return (
    <Scroll label={caption}>
      <table className="grid cards indicator-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.indicator}</th>
            <th scope="col" className="number">
              {text.value}
            </th>
            <th scope="col">
              <span className="unseen">{text.course}</span>
            </th>
            <th scope="col" className="number">
              {text.target}
            </th>
            <th scope="col">{text.due}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.basis}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((indicator) => (
            <IndicatorRow key={indicator.id} indicator={indicator} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
