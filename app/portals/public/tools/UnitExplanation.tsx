import type { ReactElement } from 'react';
import { rules, type RuleId } from '@tongheng/quantity/linter/rules';
import { confidences } from '../../../kernel/confidence.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { contexts } from './unit-contexts.ts';
import { outcomes } from './unit-states.ts';
import { sentence } from './UnitFindings.tsx';
import { texts } from './units-text.ts';

const listed = Object.keys(rules) as RuleId[];

/** Where other units may stand, and on what ground the rules rest. */
export function UnitExplanation(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <div className="unit-explanation no-print">
      <details className="tool-more">
        <summary>{text.contexts}</summary>
        <p className="soft">{text.contextsLead}</p>
        <table className="grid cards tool-grid">
          <thead>
            <tr>
              <th scope="col">{text.context}</th>
              <th scope="col">{text.exampleOf}</th>
              <th scope="col">{text.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {contexts.map(({ where, example, outcome }) => (
              <tr key={where[1]}>
                <td className="lead">{say(where)}</td>
                <td data-label={text.exampleOf}>{say(example)}</td>
                <td data-label={text.outcome} className="narrow">
                  <StatusTag states={outcomes} state={outcome} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <details className="tool-more">
        <summary>{text.rules}</summary>
        <p className="soft">{text.severityMeans}</p>
        <table className="grid cards tool-grid">
          <thead>
            <tr>
              <th scope="col">{text.rule}</th>
              <th scope="col">{text.source}</th>
              <th scope="col">{text.confidence}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((rule) => {
              const { title, source } = rules[rule];
              return (
                <tr key={rule}>
                  <td className="lead">
                    {sentence(say(title))} <code className="soft">{rule}</code>
                  </td>
                  <td data-label={text.source} lang="zh-CN">
                    {source.document} {source.clause}
                  </td>
                  <td data-label={text.confidence}>
                    {say(confidences[source.confidence])} · {source.confirmed ? text.confirmed : text.notConfirmed}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </div>
  );
}
