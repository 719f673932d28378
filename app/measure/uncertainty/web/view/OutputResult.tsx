import type { ReactElement, ReactNode } from 'react';
import { printNumber } from '../../../../web/figures.ts';
import { fill, useSay, useTexts } from '../../../../web/language.ts';
import { printDof, printResult, printSignificant, withUnit } from '../../rules/print-number.ts';
import type { OutputAnswer } from '../../rules/record.ts';
import { dofRules, intervalKinds, validationText, warningsOf } from '../../rules/words.ts';
import { BudgetTable } from './BudgetTable.tsx';
import { ContributionChart } from './ContributionChart.tsx';
import { HistogramChart } from './HistogramChart.tsx';
import { PlainNumber } from './PlainNumber.tsx';
import { texts } from './text.ts';

const ends = ([low, high]: readonly [number, number], u: number): string => `[${printResult(low, u).value}, ${printResult(high, u).value}]`;

/** One output: its result in one line, the budget, and the Monte Carlo result where there is one. */
export function OutputResult({ name, answer, coverage }: { name: string; answer: OutputAnswer; coverage: number }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { gum, gumSecondOrder, monteCarlo, validated, unit } = answer;
  const { value, uncertainty } = printResult(gum.value, gum.U);
  const warnings = warningsOf(answer);
  const facts: (readonly [string, ReactNode])[] = [
    [text.standard, <PlainNumber key="u" text={withUnit(printSignificant(gum.u, 3), unit)} />],
    [text.dof, printDof(gum.dof)],
    [text.dofRule, say(dofRules[answer.dofRule] ?? [answer.dofRule, answer.dofRule])],
    [text.gumInterval, <PlainNumber key="interval" text={ends(gum.interval, gum.u)} />],
    ...(gumSecondOrder === null
      ? []
      : [[text.secondOrder, <PlainNumber key="second" text={printSignificant(gumSecondOrder.u, 3)} />] as const]),
  ];
  return (
    <section className="output-result" aria-label={name}>
      <p className="statement">
        <b>
          <PlainNumber text={`${name} = ${withUnit(value, unit)}`} />
        </b>
        <span>
          <PlainNumber text={`U = ${withUnit(uncertainty, unit)}`} /> {`(k = ${printSignificant(gum.k, 3)}, p = ${coverage})`}
        </span>
      </p>
      {warnings.map((warning) => (
        <p className="warning" role="status" key={warning[1]}>
          <PlainNumber text={say(warning)} />
        </p>
      ))}
      <dl className="results">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <BudgetTable gum={gum} name={name} />
      <ContributionChart gum={gum} />
      {monteCarlo === undefined || monteCarlo === null ? null : (
        <>
          <dl className="results drawn">
            <div>
              <dt>{text.drawn}</dt>
              <dd>
                <PlainNumber text={`${printResult(monteCarlo.value, monteCarlo.u).value}, u = ${printSignificant(monteCarlo.u, 3)}`} />
              </dd>
            </div>
            <div>
              <dt>{say(intervalKinds[monteCarlo.intervalKind] ?? [text.drawnInterval, text.drawnInterval])}</dt>
              <dd>
                <PlainNumber text={ends(monteCarlo.interval, monteCarlo.u)} />
              </dd>
            </div>
            <div>
              <dt>{text.trials}</dt>
              <dd>{fill(text.trialsDone, { n: printNumber(monteCarlo.trials), seed: monteCarlo.seed })}</dd>
            </div>
          </dl>
          {validated?.ok === true ? (
            <p className="validated" role="status">
              <PlainNumber text={say(validationText(validated))} />
            </p>
          ) : null}
          <HistogramChart name={name} gum={gum} monteCarlo={monteCarlo} />
        </>
      )}
    </section>
  );
}
