import type { ReactElement } from 'react';
import type { Text } from '../../../kernel/text.ts';
import type { Indicator } from '../../../steer/indicator/contract/shapes.ts';
import { IndicatorTrace } from '../../../steer/indicator/web/IndicatorRow.tsx';
import { indicatorTones } from '../../../steer/indicator/web/states.ts';
import { printNumber, printQuantity, unitGap } from '../../../web/figures.ts';
import { BulletBar } from '../../../web/kit/BulletBar.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { places } from '../places.ts';
import { texts } from './text.ts';

type Goal = { readonly id: string; readonly clause: string; readonly title: Text };

/** One goal of the plan with its indicators, one row each. */
export function GoalBand({ goal, items }: { goal: Goal; items: readonly Indicator[] }): ReactElement | null {
  const say = useSay();
  if (items.length === 0) return null;
  return (
    <section className="sheet band">
      <h3>
        <a href={`${places.plan}#c-${goal.clause}`}>{goal.clause}</a> {say(goal.title)}
      </h3>
      <ul>
        {items.map((indicator) => (
          <IndicatorRow key={indicator.id} indicator={indicator} />
        ))}
      </ul>
    </section>
  );
}

function IndicatorRow({ indicator }: { indicator: Indicator }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const unit = say(indicator.unit);
  const target = `${indicator.direction === 'at-least' ? `≥${unitGap}` : ''}${printQuantity(indicator.target, unit)}`;
  return (
    <li className={`row${indicator.value === null ? ' unrecorded' : ''}`}>
      <a className="title" href={places.indicator(indicator.id)}>
        {say(indicator.title)}
      </a>
      <span className="reading">
        {indicator.value === null ? null : <b>{printNumber(indicator.value)}</b>}
        <span className="soft">{indicator.value === null ? `${text.target} ${target}` : ` / ${target}`}</span>
      </span>
      <BulletBar
        value={indicator.value}
        target={indicator.target}
        unit={unit}
        forecast={indicator.forecast === null || indicator.value === null ? undefined : [indicator.value, indicator.forecast.atDue]}
      />
      <span className="standing">
        <StatusTag states={indicatorTones} state={indicator.state} />
        <small className="soft">
          {indicator.strength === 'strive' ? `${text.strive} · ` : ''}
          {fill(text.dueYear, { day: indicator.due })}
        </small>
      </span>
      <IndicatorTrace indicator={indicator} />
    </li>
  );
}
