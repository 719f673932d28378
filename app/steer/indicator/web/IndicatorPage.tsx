import type { ReactElement } from 'react';
import { capabilityEndpoints } from '../../../measure/capability/contract.ts';
import { MatrixMini } from '../../../measure/capability/web/MatrixMini.tsx';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant, printNumber, printQuantity, unitGap } from '../../../web/figures.ts';
import { AsOfBar } from '../../../web/kit/AsOfBar.tsx';
import { BulletBar } from '../../../web/kit/BulletBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { IndicatorPage as Page } from '../contract/shapes.ts';
import { CountyTable } from './CountyTable.tsx';
import { DenominatorSection } from './DenominatorSection.tsx';
import { IndicatorTrace } from './IndicatorRow.tsx';
import { Milestones } from './Milestones.tsx';
import { useMoment } from './moment.ts';
import { RecordList } from './RecordList.tsx';
import { SeriesChart } from './SeriesChart.tsx';
import { indicatorTones } from './states.ts';
import { texts } from './text.ts';
import './indicator.css';

function Reading({ page }: { page: Page }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const unit = say(page.unit);
  const withUnit = (value: number): string => printQuantity(value, unit);
  return (
    <section className="sheet figure key">
      <div className="reading">
        {page.value === null ? (
          <span className="absent">{page.note === null ? text.none : say(page.note)}</span>
        ) : (
          <span className="number">
            {printNumber(page.value)}
            <span className="unit">{`${unitGap}${unit}`}</span>
          </span>
        )}
        <StatusTag states={indicatorTones} state={page.state} />
        {page.reachedOn === null ? null : <span className="soft">{`${text.reachedOn} ${page.reachedOn}`}</span>}
      </div>
      <BulletBar
        value={page.value}
        target={page.target}
        unit={unit}
        forecast={page.forecast === null || page.value === null ? undefined : [page.value, page.forecast.atDue]}
      />
      <dl className="facts">
        <div>
          <dt>{text.target}</dt>
          <dd>
            {page.direction === 'at-least' ? `${text.atLeast} ` : ''}
            {withUnit(page.target)} · {page.strength === 'strive' ? text.strive : text.firm}
          </dd>
        </div>
        <div>
          <dt>{text.due}</dt>
          <dd>{page.due}</dd>
        </div>
        {page.denominator === null || page.denominator === 1 || page.numerator === null ? null : (
          <div>
            <dt>{text.value}</dt>
            <dd>{`${printNumber(page.numerator)} / ${printNumber(page.denominator)}`}</dd>
          </div>
        )}
        {page.asOf <= page.due ? null : (
          <div>
            <dt>{text.atDue}</dt>
            <dd>{page.valueAtDue === null ? '—' : withUnit(page.valueAtDue)}</dd>
          </div>
        )}
        <div>
          <dt>{text.basis}</dt>
          <dd>{page.value === null ? text.none : say(page.basisText)}</dd>
        </div>
        <div>
          <dt>{text.asOf}</dt>
          <dd>
            {page.asOf} <span className="soft">{`${text.knownAt} ${printInstant(page.knownAt)}`}</span>
          </dd>
        </div>
      </dl>
      <IndicatorTrace indicator={page} compact={false} />
    </section>
  );
}

function Method({ page }: { page: Page }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const language = useLanguage();
  return (
    <section className="sheet stack">
      <div>
        <h2>{text.method}</h2>
        <p>{say(page.method)}</p>
      </div>
      <div>
        <h3>{`${text.clause} ${page.quote.clause}`}</h3>
        <blockquote className="quoted" lang="zh-CN">
          {page.quote.text}
        </blockquote>
        {language === 'en' && page.quote.textEn !== null ? <p className="soft">{page.quote.textEn}</p> : null}
        <a href="/desk/plan">{text.openPlan}</a>
      </div>
      {page.undecided.length === 0 ? null : (
        <div>
          <h3>{text.undecided}</h3>
          <ul className="open-questions">
            {page.undecided.map(({ question, confidence }) => (
              <li key={question[0]}>
                {say(question)} <span className="soft">{`${text.confidence} ${confidence}`}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Forecast({ page }: { page: Page }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (page.forecast === null) return null;
  const { per30Days, atDue, reachesOn } = page.forecast;
  return (
    <section className="sheet">
      <h2>{text.forecast}</h2>
      <p>{fill(text.forecastText, { rate: printNumber(per30Days), atDue: printNumber(atDue), unit: say(page.unit) })}</p>
      <p className="soft">{reachesOn === null ? text.forecastNever : fill(text.forecastReach, { day: reachesOn })}</p>
    </section>
  );
}

/** The cells behind a matrix at a glance. */
function Cells({ list }: { list: string }): ReactElement {
  const query = useEndpoint(capabilityEndpoints.readMatrix, { query: { list, ...useMoment() } });
  return (
    <section className="sheet">
      <Answer query={query}>{(matrix) => <MatrixMini matrix={matrix} />}</Answer>
    </section>
  );
}

/** One indicator from its sentence in the plan to the records that it counts. */
export function IndicatorPage(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = usePathParam('id');
  const query = useEndpoint(indicatorEndpoints.readIndicator, { params: { id }, query: useMoment() });
  return (
    <>
      <PageHead title={query.data === undefined ? id : `${id} ${say(query.data.title)}`} />
      <AsOfBar />
      <Answer query={query}>
        {(page) => (
          <div className="stack">
            <div className="indicator-columns">
              <div className="stack">
                <Reading page={page} />
                <SeriesChart page={page} />
                <Milestones page={page} />
                <Forecast page={page} />
                <CountyTable page={page} />
              </div>
              <div className="stack">
                <DenominatorSection page={page} />
                <Method page={page} />
                {page.list === null ? null : <Cells list={page.list} />}
              </div>
            </div>
            <section id="records" aria-labelledby="records-title">
              <div className="goal-head">
                <h2 id="records-title">{text.records}</h2>
                <span className="soft">{text.recordsLead}</span>
              </div>
              <RecordList page={page} />
            </section>
          </div>
        )}
      </Answer>
    </>
  );
}
