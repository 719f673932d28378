import type { ReactElement } from 'react';
import { printNumber } from '../../../web/figures.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { indicatorStates, type IndicatorState } from '../../indicator/rules/states.ts';
import type { EvaluationPage } from '../contract/evaluation.ts';
import type { Finding } from '../rules/completeness.ts';
import { taskResults } from './states.ts';
import { texts } from './text.ts';

type Props = { readonly evaluation: EvaluationPage; readonly findings: readonly Finding[]; readonly kind: 'indicator' | 'task' };

/** The findings in the plan's order; of an indicator beside its figure, which nobody types. */
export function FindingTable({ evaluation, findings, kind }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const ofIndicators = kind === 'indicator';
  return (
    <section className="finding-group">
      <h2>{ofIndicators ? text.indicators : text.tasks}</h2>
      <Scroll label={ofIndicators ? text.indicators : text.tasks}>
        <table className="grid cards">
          <thead>
            <tr>
              <th scope="col">{ofIndicators ? text.indicators : text.tasks}</th>
              {ofIndicators ? (
                <>
                  <th scope="col" className="number">
                    {text.value}
                  </th>
                  <th scope="col" className="number">
                    {text.target}
                  </th>
                  <th scope="col">{text.state}</th>
                </>
              ) : (
                <th scope="col">{text.result}</th>
              )}
              <th scope="col">{text.finding}</th>
            </tr>
          </thead>
          <tbody>
            {evaluation.subjects
              .filter((each) => each.kind === kind)
              .map(({ subject, title }) => {
                const finding = findings.find((each) => each.subject === subject);
                return (
                  <tr key={subject}>
                    <td className="lead">{`${subject} ${say(title)}`}</td>
                    {ofIndicators ? <Figure evaluation={evaluation} indicator={subject} /> : <Result finding={finding} />}
                    <td data-label={text.finding} className="prose">
                      {finding === undefined || finding.text === '' ? <span className="soft">{text.noFinding}</span> : finding.text}
                    </td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Figure({ evaluation, indicator }: { evaluation: EvaluationPage; indicator: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const figure = evaluation.figures.find((each) => each.indicator === indicator);
  const state = indicatorStates[figure?.state as IndicatorState] ?? indicatorStates['not-recorded'];
  return (
    <>
      <td data-label={text.value} className="number">
        {figure === undefined || figure.value === null ? (
          <span className="soft">{say(indicatorStates['not-recorded'])}</span>
        ) : (
          printNumber(figure.value)
        )}
      </td>
      <td data-label={text.target} className="number">
        {figure === undefined ? null : printNumber(figure.target)}
      </td>
      <td data-label={text.state} className="narrow">
        {say(state)}
        {figure?.reachedOn === null || figure === undefined ? null : <div className="soft">{figure.reachedOn}</div>}
      </td>
    </>
  );
}

function Result({ finding }: { finding: Finding | undefined }): ReactElement {
  const text = useTexts(texts);
  const result = finding?.result ?? null;
  return (
    <td data-label={text.result} className="narrow">
      {result === null ? <span className="soft">{text.noFinding}</span> : <StatusTag states={taskResults} state={result} />}
    </td>
  );
}
