import type { ReactElement } from 'react';
import { printNumber, printQuantity, unitGap } from '../../web/figures.ts';
import { BulletBar } from '../../web/kit/BulletBar.tsx';
import { StatusTag } from '../../web/kit/StatusTag.tsx';
import { recordTrace, TraceRibbon } from '../../web/kit/TraceRibbon.tsx';
import { useLanguage, useTexts } from '../../web/language.ts';
import { useAnswer, type Indicator } from './answers.ts';
import { indicatorTones } from '../../steer/indicator/web/states.ts';
import { Reading } from './Reading.tsx';
import { texts } from './text.ts';
import { useTitle } from './title.ts';

/** The plan's indicators by goal: targets are the document's, values only as published. */
export function IndicatorsPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.planTitle);
  const answer = useAnswer<{ items: Indicator[] }>('/api/public/plan/indicators');
  return (
    <>
      <h1>{text.planTitle}</h1>
      <Reading answer={answer}>
        {({ items }) => (
          <>
            {items.some((item) => item.state === 'not-published') ? <p className="soft">{text.unpublishedNote}</p> : null}
            {[...new Set(items.map(({ goal }) => goal.id))].map((id) => (
              <Goal key={id} items={items.filter(({ goal }) => goal.id === id)} />
            ))}
          </>
        )}
      </Reading>
    </>
  );
}

function Goal({ items }: { items: readonly Indicator[] }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const goal = items[0]?.goal;
  return (
    <section className="goal">
      <h2>
        <span className="soft">{[...new Set(items.map((item) => item.clause))].join(' · ')}</span>{' '}
        {language === 'zh' ? goal?.title : goal?.titleEn}
      </h2>
      <table className="grid cards indicators">
        <thead>
          <tr>
            <th scope="col">{text.indicator}</th>
            <th scope="col">{text.progress}</th>
            <th scope="col" className="number">
              {text.value}
            </th>
            <th scope="col" className="number">
              {text.target}
            </th>
            <th scope="col">{text.due}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ item }: { item: Indicator }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const unit = language === 'zh' ? item.unit : item.unitEn;
  const evidence = [
    { stage: 'record', note: item.method },
    { stage: 'figure', note: item.value === null ? '' : printQuantity(item.value, unit) },
  ] as const;
  return (
    <tr>
      <td className="lead">
        <details>
          <summary>{language === 'zh' ? item.title : item.titleEn}</summary>
          <p className="soft">
            {text.method}: {item.method}
          </p>
        </details>
      </td>
      <td data-label={text.progress} className="bar">
        <BulletBar value={item.value} target={item.target} unit={unit} />
      </td>
      <td data-label={text.value} className="number">
        {item.value === null ? <span className="soft">—</span> : printNumber(item.value)}
      </td>
      <td data-label={text.target} className="number">
        {item.direction === 'at-least' ? `≥${unitGap}` : ''}
        {printNumber(item.target)}
        <span className="unit">{`${unitGap}${unit}`}</span>
      </td>
      <td data-label={text.due} className="narrow">
        {item.due} <span className="soft">{item.strength === 'firm' ? text.firm : text.strive}</span>
      </td>
      <td data-label={text.state}>
        <StatusTag states={indicatorTones} state={item.state} />
      </td>
      <td data-label={text.evidence}>
        <TraceRibbon compact stages={recordTrace} nodes={item.value === null ? [] : evidence} />
      </td>
    </tr>
  );
}
