import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { ruleConfidences, ruleTopics } from '../rules/validity.ts';
import { optionsOf, reasonField } from './fields.tsx';
import { texts } from './text.ts';

type Rule = ReplyOf<typeof endpoints.listValidityRules>['items'][number];

function Said({ words }: { words: readonly [string, string] }): ReactElement {
  return <>{useSay()(words)}</>;
}
function Months({ rule }: { rule: Rule }): ReactElement {
  return <>{fill(useTexts(texts).months, { n: rule.months })}</>;
}

const columns: readonly Column<Rule>[] = [
  { key: 'topic', title: ['规定', 'Rule'], show: (one) => <Said words={ruleTopics[one.topic]} /> },
  { key: 'months', title: ['时间', 'Time'], narrow: true, show: (one) => <Months rule={one} /> },
  { key: 'from', title: ['自', 'From'], narrow: true, show: (one) => one.holdsFrom },
  { key: 'to', title: ['至', 'To'], narrow: true, show: (one) => one.holdsTo },
  { key: 'source', title: ['出处', 'Source'], show: (one) => one.source },
  { key: 'confidence', title: ['把握', 'Confidence'], show: (one) => <Said words={ruleConfidences[one.confidence]} /> },
  { key: 'note', title: ['说明', 'Note'], show: (one) => one.note },
  { key: 'person', title: ['登记人', 'Recorded by'], narrow: true, show: (one) => one.person },
];

/** What the days of the certificates are computed with, and how sure it is. */
export function RulePage(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(endpoints.listValidityRules, {});
  return (
    <>
      <PageHead title={text.rules} lead={text.rulesLead} actions={<Button href="/desk/measurement-standards">{text.all}</Button>} />
      <Answer query={query}>
        {({ items, mayRecord }) => (
          <div className="stack">
            <section className="sheet spaced">
              <DataRows items={items} columns={columns} rowKey={(one) => one.id} caption={['有效期规定', 'Rules']} />
            </section>
            {mayRecord ? (
              <section className="sheet spaced">
                <RecordForm
                  endpoint={endpoints.recordValidityRule}
                  fields={[
                    { name: 'topic', label: ['规定', 'Rule'], kind: 'choice', options: optionsOf(ruleTopics) },
                    { name: 'months', label: ['月数', 'Months'], kind: 'integer' },
                    { name: 'holdsFrom', label: ['适用于自该日起发的证书', 'For certificates issued from'], kind: 'day' },
                    { name: 'holdsTo', label: ['至该日', 'Up to'], kind: 'day' },
                    { name: 'source', label: ['出处', 'Source'] },
                    { name: 'confidence', label: ['把握', 'Confidence'], kind: 'choice', options: optionsOf(ruleConfidences) },
                    { name: 'note', label: ['说明', 'Note'] },
                    reasonField,
                  ]}
                  done={['已登记', 'Recorded']}
                  onDone={() => undefined}
                />
              </section>
            ) : null}
          </div>
        )}
      </Answer>
    </>
  );
}
