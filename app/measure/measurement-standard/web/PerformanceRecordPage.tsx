import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { confidences } from '../../../kernel/confidence.ts';
import { usePathParam } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { performanceEndpoints } from '../contract/performance.ts';
import type { RecordDetails } from '../contract/performance-shapes.ts';
import { findingOutcomeNames, findingOutcomes, performanceKinds, stabilityMethods } from '../rules/performance.ts';
import { daysOf, groupsOf } from '../rules/performance-series.ts';
import { verdictTags } from './performance-tags.ts';
import { performanceTexts } from './performance-text.ts';
import './performance.css';

/** One test: what was read, what follows from it, who confirmed it and how it was settled. */
export function PerformanceRecordPage(): ReactElement {
  const [id, record] = [usePathParam('id'), usePathParam('record')];
  const query = useEndpoint(performanceEndpoints.readPerformanceRecord, { params: { id: id as never, record: record as never } });
  return <Answer query={query}>{(details) => <Details id={id} record={details} />}</Answer>;
}

function Details({ id, record }: { id: string; record: RecordDetails }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const [settling, setSettling] = useState(false);
  const { run, pending, problem } = useAction(performanceEndpoints.confirmPerformanceTest);
  const may = (action: RecordDetails['allowed'][number]): boolean => record.allowed.includes(action);
  const place = `/desk/measurement-standards/${id}/performance`;
  return (
    <>
      <PageHead
        title={`${say(performanceKinds[record.kind])} ${record.testedOn}`}
        lead={`${record.measurementStandard.name} · ${record.measurementStandard.institute}`}
        state={<StatusTag states={verdictTags} state={record.verdict} />}
        actions={
          <>
            {may('settle') ? (
              <Button type="primary" onClick={() => setSettling(true)}>
                {text.settle}
              </Button>
            ) : null}
            {may('confirm') ? (
              <Button loading={pending} onClick={() => void run({ params: { id: id as never, record: record.id }, body: {} })}>
                {text.confirm}
              </Button>
            ) : null}
            {may('correct') ? <Button href={`${place}/new?corrects=${record.id}`}>{text.correct}</Button> : null}
            <Button href={place}>{text.title}</Button>
          </>
        }
      />
      <div className="stack">
        <ProblemNote problem={problem} />
        {record.correctedBy === null ? null : (
          <p className="sheet spaced" role="status">
            <a href={`${place}/${record.correctedBy}`}>{text.replacedBy}</a>
          </p>
        )}
        {record.corrects === null ? null : (
          <p className="sheet spaced">
            <a href={`${place}/${record.corrects}`}>{text.replaces}</a>：{record.reason}
          </p>
        )}
        {record.agrees ? null : (
          <p className="sheet tone-bad" role="status">
            {text.disagrees}
          </p>
        )}
        <section className="sheet spaced">
          <h2>{text.result}</h2>
          {record.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <dl className="facts">
            {record.figures.map(({ symbol, label, value }) => (
              <div key={`${symbol} ${label}`}>
                <dt>{`${label} ${symbol}`}</dt>
                <dd className="number">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="soft">{`${record.clause}（${say(confidences[record.confidence])}）`}</p>
        </section>
        <Readings record={record} />
        <Facts record={record} />
      </div>
      {settling ? (
        <Dialog title={text.settle} onClose={() => setSettling(false)}>
          <RecordForm
            endpoint={performanceEndpoints.settlePerformanceFinding}
            params={{ id, record: record.id }}
            fields={[
              {
                name: 'outcome',
                label: ['处置', 'Outcome'],
                kind: 'choice',
                options: findingOutcomeNames.map((value) => ({ value, label: findingOutcomes[value] })),
              },
              {
                name: 'citation',
                label: ['依据编号', 'Citation'],
                hint: ['重新评定的引用编号、证书号或文号', 'Citation of the evaluation, number of the certificate or document'],
              },
              { name: 'reason', label: ['说明', 'Reason'], kind: 'long' },
            ]}
            onDone={() => setSettling(false)}
          />
        </Dialog>
      ) : null}
    </>
  );
}

function Readings({ record }: { record: RecordDetails }): ReactElement {
  const text = useTexts(performanceTexts);
  const { test } = record;
  const days = daysOf(test, record.testedOn);
  const groups = groupsOf(test);
  if (test.kind === 'verification')
    return (
      <section className="sheet spaced">
        <h2>{text.result}</h2>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{text.laboratory}</th>
              <th scope="col" className="number">
                y
              </th>
              <th scope="col" className="number">{`U (k = ${test.k})`}</th>
            </tr>
          </thead>
          <tbody>
            {[{ laboratory: text.own, ...test.own }, ...test.others].map(({ laboratory, y, U }) => (
              <tr key={laboratory}>
                <td>{laboratory}</td>
                <td className="number">{y}</td>
                <td className="number">{U}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  return (
    <section className="sheet spaced">
      <h2>{`${text.readings}${record.unit === '' ? '' : `（${record.unit}）`}`}</h2>
      {groups.map((group, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a group is its place
        <p key={index}>
          <span className="soft">{`${days[index] ?? ''}　`}</span>
          <span className="number">{group.join('　')}</span>
        </p>
      ))}
    </section>
  );
}

function Facts({ record }: { record: RecordDetails }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const conditions = record.conditions.map(
    ({ quantity, value, unit, within }) => `${quantity} ${value} ${unit}${within === false ? `（${text.outside}）` : ''}`,
  );
  const facts: readonly (readonly [string, string | null])[] = [
    [text.point, `${record.quantity} ${record.point}`],
    [text.object, [record.object.name, record.object.model, record.object.number].filter((part) => part !== null).join(' ')],
    [text.standard, record.standard === null ? null : `${record.standard.name} ${record.standard.number}`],
    ...(record.test.kind === 'stability' ? ([[text.method, say(stabilityMethods[record.test.method])]] as const) : []),
    [text.conditions, conditions.length === 0 ? null : conditions.join('，')],
    [text.tester, `${record.tester ?? record.recordedBy}（${printInstant(record.recordedAt)}）`],
    [
      text.confirmation,
      record.confirmation === null
        ? record.secondPerson
          ? text.unconfirmed
          : null
        : `${record.confirmation.name}（${printInstant(record.confirmation.at)}）${record.confirmation.note ?? ''}`,
    ],
    [
      text.settlement,
      record.settlement === null
        ? null
        : `${say(findingOutcomes[record.settlement.outcome])} ${record.settlement.citation ?? ''} ${record.settlement.reason}（${record.settlement.name}）`,
    ],
    [text.remark, record.remark],
  ];
  return (
    <section className="sheet spaced">
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? '/'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
