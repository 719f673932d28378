import { useEffect, useRef, type ReactElement } from 'react';
import type { ChartAnswer, PanelAnswer } from '@tongheng/statistics/control-chart/chart-answer';
import { chartTexts, statisticTexts } from '@tongheng/statistics/control-chart/statistic-text';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag, type StateTable } from '../../../web/kit/StatusTag.tsx';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { CapabilityTable } from './CapabilityTable.tsx';
import { ChartPicture } from './ChartPicture.tsx';
import type { Reading } from './control-chart-entry.ts';
import { texts } from './control-chart-text.ts';
import { brokenCount, decimalsOf, findingsOf, pictureOf, shown, tableOf } from './control-chart-view.ts';

const processStates: StateTable<'in-control' | 'out-of-control'> = {
  'in-control': { text: ['受控', 'In control'], tone: 'done' },
  'out-of-control': { text: ['失控', 'Out of control'], tone: 'bad' },
};

type Props = { readonly answer: ChartAnswer; readonly reading: Reading };

/** The chart, what it says, and everything in it as a table. */
export function ControlChartResult({ answer, reading }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const count = brokenCount(answer);
  const sentence = count === 0 ? text.inControl : count === 1 ? text.oneOut : fill(text.outOfControl, { n: count });
  return (
    <>
      <div className="sheet tool-part" role="status">
        <p className="verdicts">
          <StatusTag states={processStates} state={answer.inControl ? 'in-control' : 'out-of-control'} />
          <span>{sentence}</span>
        </p>
        <Findings answer={answer} names={reading.names} />
      </div>
      <figure className="sheet tool-part">
        <figcaption>
          <h2>{say(chartTexts[answer.chart])}</h2>
          {answer.basis.centre === 'established' ? <span className="soft">{text.fromEstablished}</span> : null}
        </figcaption>
        <PanelView panel={answer} answer={answer} reading={reading} />
        {answer.spread === null ? null : <PanelView panel={answer.spread} answer={answer} reading={reading} />}
        {answer.inControl ? null : <p className="tool-hint">{text.marked}</p>}
      </figure>
      {answer.capability === null ? null : <CapabilityTable capability={answer.capability} isInControl={answer.inControl} />}
      {answer.warnings.length === 0 ? null : (
        <section className="sheet tool-part">
          <h2>{text.notes}</h2>
          <ul className="tool-notes">
            {answer.warnings.map((warning) => (
              <li key={warning[1]}>{say(warning)}</li>
            ))}
          </ul>
        </section>
      )}
      <Points answer={answer} reading={reading} />
    </>
  );
}

function Findings({ answer, names }: { readonly answer: ChartAnswer; readonly names: readonly string[] }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const findings = findingsOf(answer, names, language);
  const applied = answer.appliedRules.join(language === 'zh' ? '、' : ', ');
  return (
    <>
      {findings.length === 0 ? null : (
        <ul className="chart-findings">
          {findings.map(({ id, words, meaning, places }) => (
            <li key={id}>
              <b>{fill(text.rule, { n: id })}</b> {words}
              {places.map((place) => (
                <span className="place" key={place}>
                  {place}
                </span>
              ))}
              {meaning === '' ? null : <span className="soft">{meaning}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="tool-hint">{fill(text.applied, { list: applied })}</p>
    </>
  );
}

type PanelProps = Props & { readonly panel: PanelAnswer };

function PanelView({ panel, answer, reading }: PanelProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const language = useLanguage();
  const limit = (value: string | null): string => (value === null ? text.varying : shown(value, decimalsOf(panel, reading.decimals)));
  const facts: readonly (readonly [string, string])[] =
    panel.statistic === 'cusum'
      ? [[text.decision, limit(panel.upper)]]
      : [
          [text.upperLimit, limit(panel.upper)],
          [text.centre, limit(panel.centre)],
          [text.lowerLimit, limit(panel.lower)],
        ];
  const sigma = panel === answer && answer.processSigma !== null ? [[text.processSigma, limit(answer.processSigma)] as const] : [];
  return (
    <div className="chart-panel">
      <h3>{say(statisticTexts[panel.statistic])}</h3>
      <dl className="chart-facts">
        {[...facts, ...sigma].map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ChartPicture picture={pictureOf(panel, reading.names, reading.decimals, language)} />
    </div>
  );
}

function Points({ answer, reading }: Props): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const { head, rows } = tableOf(answer, reading.names, reading.decimals, language, false);
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // On paper nothing can be opened.
    const openDetails = (): void => details.current?.setAttribute('open', '');
    addEventListener('beforeprint', openDetails);
    return () => removeEventListener('beforeprint', openDetails);
  }, []);
  return (
    <details ref={details} className="sheet tool-more chart-table">
      <summary>{text.table}</summary>
      <Scroll label={text.table}>
        <table className="grid tool-grid">
          <thead>
            <tr>
              {head.map((words, column) => (
                <th scope="col" key={`${column} ${words}`} className={column === 0 ? '' : 'number'}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells, isBroken }, index) => (
              <tr key={index} className={isBroken ? 'broken' : ''}>
                <th scope="row">{name}</th>
                {cells.map((cell, column) => (
                  <td className="number" key={column}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
