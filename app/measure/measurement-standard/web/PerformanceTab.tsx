import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { confidences } from '../../../kernel/confidence.ts';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import { download } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { performanceEndpoints } from '../contract/performance.ts';
import type { RecordCard } from '../contract/performance-shapes.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { performanceKindNames, performanceKinds, performanceVerdictNames, performanceVerdicts } from '../rules/performance.ts';
import { PerformanceChart, shortened } from './PerformanceChart.tsx';
import { PerformanceHistory } from './PerformanceHistory.tsx';
import { PerformancePlans } from './PerformancePlans.tsx';
import { dueTags, verdictTags } from './performance-tags.ts';
import { performanceTexts } from './performance-text.ts';
import './performance.css';

type Overview = ReplyOf<typeof performanceEndpoints.readPerformance>;

/** The page of the tests of one measurement standard. */
export function PerformancePage(): ReactElement {
  const text = useTexts(performanceTexts);
  const id = usePathParam('id');
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            <Button href={`/desk/measurement-standards/${id}/papers`}>{text.papers}</Button>
            <Button href={`/desk/measurement-standards/${id}`}>{text.dossier}</Button>
          </>
        }
      />
      <PerformanceTab id={id} />
    </>
  );
}

/** Performance of a measurement standard: what is due, what was not met, its plans, courses, records and calibrations. */
export function PerformanceTab({ id }: { id: string }): ReactElement {
  const query = useEndpoint(performanceEndpoints.readPerformance, { params: { id: id as never } });
  return (
    <div className="stack">
      <Answer query={query}>
        {(overview) => (
          <>
            <Due id={id} overview={overview} />
            <Findings id={id} overview={overview} />
            <PerformancePlans id={id} overview={overview} />
            <Courses id={id} overview={overview} />
          </>
        )}
      </Answer>
      <Records id={id} />
      <PerformanceHistory id={id} />
    </div>
  );
}

function Due({ id, overview }: { id: string; overview: Overview }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const columns: readonly Column<Overview['kinds'][number]>[] = [
    { key: 'kind', title: ['考核种类', 'Kind'], show: ({ kind }) => say(performanceKinds[kind]) },
    { key: 'state', title: ['状态', 'State'], narrow: true, show: ({ state }) => <StatusTag states={dueTags} state={state} /> },
    { key: 'last', title: ['最近一次', 'Last'], narrow: true, show: ({ last }) => last },
    {
      key: 'verdict',
      title: ['结论', 'Verdict'],
      narrow: true,
      show: ({ verdict }) => (verdict === null ? null : <StatusTag states={verdictTags} state={verdict} />),
    },
    { key: 'due', title: ['应于', 'Due'], narrow: true, show: ({ due }) => due },
    {
      key: 'clause',
      title: ['依据', 'Basis'],
      show: ({ clause, confidence, unconfirmed }) => (
        <span className="soft">
          {clause}（{say(confidences[confidence])}）{unconfirmed === 0 ? '' : ` · ${unconfirmed} ${text.unconfirmed}`}
        </span>
      ),
    },
  ];
  return (
    <section className="sheet spaced">
      <h2>{text.overview}</h2>
      <DataRows items={overview.kinds} columns={columns} rowKey={({ kind }) => kind} caption={['到期情况', 'What is due']} />
      {overview.mayTest ? (
        <div className="action-bar">
          {performanceKindNames.map((kind, index) => (
            <Button
              key={kind}
              type={index === 0 ? 'primary' : 'default'}
              href={`/desk/measurement-standards/${id}/performance/new?kind=${kind}`}
              disabled={kind === 'intermediate-check' && overview.plans.every(({ end }) => end !== null)}
            >
              {fill(text.add, { kind: say(performanceKinds[kind]) })}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  );
}

const recordColumns = (id: string, unconfirmed: string): readonly Column<RecordCard>[] => [
  {
    key: 'day',
    title: ['日期', 'Day'],
    show: (one) => <a href={`/desk/measurement-standards/${id}/performance/${one.id}`}>{one.testedOn}</a>,
  },
  { key: 'kind', title: ['考核种类', 'Kind'], show: (one) => <KindWord kind={one.kind} /> },
  { key: 'point', title: ['测量点', 'Point'], show: (one) => `${one.quantity} ${one.point}` },
  {
    key: 'object',
    title: ['对象', 'Object'],
    show: (one) => [one.object.name, one.object.number].filter((part) => part !== null).join(' '),
  },
  { key: 'value', title: ['结果', 'Value'], number: true, show: (one) => (one.value === null ? null : `${one.value} ${one.unit}`.trim()) },
  {
    key: 'limit',
    title: ['限值', 'Limit'],
    number: true,
    show: (one) => (one.limit === null ? null : `${one.relation ?? ''} ${shortened(one.limit)}`.trim()),
  },
  { key: 'verdict', title: ['结论', 'Verdict'], narrow: true, show: (one) => <StatusTag states={verdictTags} state={one.verdict} /> },
  {
    key: 'person',
    title: ['人员', 'Person'],
    narrow: true,
    show: (one) =>
      `${one.recordedBy}${one.confirmation === null ? (one.secondPerson ? ` · ${unconfirmed}` : '') : ` · ${one.confirmation.name}`}`,
  },
];

function KindWord({ kind }: { kind: RecordCard['kind'] }): ReactElement {
  return <>{useSay()(performanceKinds[kind])}</>;
}

function Findings({ id, overview }: { id: string; overview: Overview }): ReactElement {
  const text = useTexts(performanceTexts);
  return (
    <section className="sheet spaced">
      <h2>{text.findings}</h2>
      {overview.findings.length === 0 ? (
        <p className="soft">{text.noFindings}</p>
      ) : (
        <DataRows
          items={overview.findings}
          columns={recordColumns(id, text.unconfirmed)}
          rowKey={(one) => one.id}
          caption={['不符合项', 'Not met']}
        />
      )}
    </section>
  );
}

function Records({ id }: { id: string }): ReactElement {
  const text = useTexts(performanceTexts);
  return (
    <section className="sheet spaced">
      <h2>{text.records}</h2>
      <p className="soft">{text.recordsLead}</p>
      <DataTable
        endpoint={performanceEndpoints.listPerformanceRecords}
        params={{ id }}
        columns={recordColumns(id, text.unconfirmed)}
        rowKey={(one) => one.id}
        caption={['性能考核记录', 'Records of performance']}
        empty={{ title: ['还没有性能考核记录', 'No tests are recorded yet'] }}
        filters={[
          {
            name: 'kind',
            label: ['考核种类', 'Kind'],
            kind: 'choice',
            options: performanceKindNames.map((value) => ({ value, label: performanceKinds[value] })),
          },
          {
            name: 'verdict',
            label: ['结论', 'Verdict'],
            kind: 'choice',
            options: performanceVerdictNames.map((value) => ({ value, label: performanceVerdicts[value] })),
          },
          {
            name: 'corrected',
            label: ['更正', 'Corrected'],
            kind: 'choice',
            more: true,
            options: [
              { value: 'false', label: ['现行记录', 'Records that hold'] },
              { value: 'true', label: ['已被更正', 'Corrected ones'] },
            ],
          },
        ]}
        actions={
          <Button onClick={() => void download(performanceEndpoints.downloadPerformance, { params: { id: id as never }, query: {} })}>
            {text.download}
          </Button>
        }
      />
    </section>
  );
}

/** Courses over the years; the chosen series stands in the address. */
function Courses({ id, overview }: { id: string; overview: Overview }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const drawn = overview.series.filter(({ kind }) => kind !== 'verification');
  const [first] = drawn;
  const asked = search['series'];
  const chosen = drawn.find(({ series }) => series === asked) ?? first;
  const labelOf = (one: Overview['series'][number]): string =>
    `${say(performanceKinds[one.kind])} · ${one.quantity} ${one.point}${one.objectNumber === null ? '' : ` · ${one.objectNumber}`}（${one.records}）`;
  return (
    <section className="sheet spaced">
      <h2>{text.charts}</h2>
      {chosen === undefined ? (
        <p className="soft">{text.noSeries}</p>
      ) : (
        <>
          <label className="field">
            <span>{text.chooseSeries}</span>
            <Select
              aria-label={text.chooseSeries}
              value={chosen.series}
              options={drawn.map((one) => ({ value: one.series, label: labelOf(one) }))}
              onChange={(series: string) => setSearch({ series })}
            />
          </label>
          <Course id={id} series={chosen.series} label={labelOf(chosen)} onlySpread={chosen.kind === 'repeatability'} />
        </>
      )}
    </section>
  );
}

function Course({ id, series, label, onlySpread }: { id: string; series: string; label: string; onlySpread: boolean }): ReactElement {
  const text = useTexts(performanceTexts);
  const query = useEndpoint(performanceEndpoints.readPerformanceSeries, { params: { id: id as never }, query: { series } });
  const [all, setAll] = useState(false);
  return (
    <Answer query={query} rows={3}>
      {(found) =>
        found.panel === null ? (
          <p className="soft">{text.noSeries}</p>
        ) : (
          <>
            {/* Usual instruments differ from year to year: of a repeatability test the spread is what may be compared. */}
            {onlySpread ? null : <PerformanceChart panel={found.panel} names={found.names} label={`x̄ ${found.unit ?? ''} · ${label}`} />}
            {found.spread === null ? null : (
              <PerformanceChart panel={found.spread} names={found.names} label={`s ${found.unit ?? ''} · ${label}`} />
            )}
            {(all ? found.warnings : found.warnings.slice(0, 1)).map((warning) => (
              <p key={warning} className="soft">
                {warning}
                {found.warnings.length > 1 && !all ? (
                  <Button type="link" size="small" onClick={() => setAll(true)}>
                    …
                  </Button>
                ) : null}
              </p>
            ))}
          </>
        )
      }
    </Answer>
  );
}
