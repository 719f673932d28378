import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { Comparison, SnapshotPage as Frozen } from '../contract/shapes.ts';
import { indicatorStates } from '../rules/states.ts';
import { comparedFields } from './fields.ts';
import { indicatorTones } from './states.ts';
import { texts } from './text.ts';
import './indicator.css';

type Figure = Frozen['content']['figures'][number];
type Difference = Comparison['differences'][number];

function Words({ words }: { words: readonly [string, string] }): ReactElement {
  return <>{useSay()(words)}</>;
}

const figureColumns: readonly Column<Figure>[] = [
  {
    key: 'title',
    title: ['指标', 'Indicator'],
    show: (row) => (
      <a href={`/desk/indicators/${row.id}`}>
        {row.id} <Words words={row.title} />
      </a>
    ),
  },
  { key: 'value', title: ['数值', 'Value'], number: true, show: (row) => (row.value === null ? '—' : printNumber(row.value)) },
  { key: 'target', title: ['目标', 'Target'], number: true, show: (row) => printNumber(row.target) },
  { key: 'unit', title: ['单位', 'Unit'], show: (row) => <Words words={row.unit} /> },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (row) => <StatusTag states={indicatorTones} state={row.state} /> },
  {
    key: 'records',
    title: ['记录摘要', 'Digest of the records'],
    show: (row) => (row.records === '' ? null : <span className="digest">{row.records.slice(0, 16)}…</span>),
  },
];

function Compared({ value, field }: { value: string | null; field: Difference['field'] }): ReactElement {
  const say = useSay();
  const state = field === 'state' && value !== null ? indicatorStates[value as keyof typeof indicatorStates] : undefined;
  if (value === null) return <>—</>;
  return <span className={field === 'records' ? 'digest' : ''}>{state === undefined ? value : say(state)}</span>;
}

const differenceColumns: readonly Column<Difference>[] = [
  { key: 'indicator', title: ['指标或能力格', 'Indicator or cell'], show: (row) => row.indicator },
  { key: 'field', title: ['项目', 'Field'], show: (row) => <Words words={comparedFields[row.field] as readonly [string, string]} /> },
  { key: 'frozen', title: ['快照', 'Frozen'], show: (row) => <Compared value={row.frozen} field={row.field} /> },
  { key: 'recomputed', title: ['重算', 'Recomputed'], show: (row) => <Compared value={row.recomputed} field={row.field} /> },
];

function Outcome({ comparison }: { comparison: Comparison }): ReactElement {
  const text = useTexts(texts);
  const { intact, differences, digest } = comparison;
  const isSame = intact && differences.length === 0;
  return (
    <section className={isSame ? 'sheet comparison' : 'sheet comparison otherwise'} role="status">
      <h2>{!intact ? text.tampered : differences.length === 0 ? text.same : fill(text.differences, { n: differences.length })}</h2>
      <p className="digest">{digest}</p>
      {differences.length === 0 ? null : (
        <DataRows
          items={differences}
          columns={differenceColumns}
          rowKey={(row) => `${row.indicator} ${row.field}`}
          caption={['不一致之处', 'Differences']}
        />
      )}
    </section>
  );
}

/** One snapshot, and what a recomputation at the same day and knowledge gives. */
export function SnapshotPage(): ReactElement {
  const text = useTexts(texts);
  const id = usePathParam('id') as never;
  const [asked, setAsked] = useState(false);
  const query = useEndpoint(indicatorEndpoints.readSnapshot, { params: { id } });
  const comparison = useEndpoint(indicatorEndpoints.compareSnapshot, { params: { id } }, { enabled: asked });
  return (
    <>
      <PageHead
        title={query.data?.title ?? text.snapshots}
        lead={query.data?.reason}
        actions={
          <Button
            type="primary"
            loading={asked && comparison.isFetching}
            onClick={() => (asked ? void comparison.refetch() : setAsked(true))}
          >
            {text.recompute}
          </Button>
        }
      />
      <div className="stack">
        {asked ? <Answer query={comparison}>{(found) => <Outcome comparison={found} />}</Answer> : null}
        <Answer query={query}>
          {(page) => (
            <>
              <dl className="facts sheet">
                <div>
                  <dt>{text.asOf}</dt>
                  <dd>{page.asOf}</dd>
                </div>
                <div>
                  <dt>{text.knownAt}</dt>
                  <dd>{printInstant(page.knownAt)}</dd>
                </div>
                <div>
                  <dt>{text.frozenBy}</dt>
                  <dd>{page.person}</dd>
                </div>
                <div>
                  <dt>{text.digest}</dt>
                  <dd className="digest">{page.digest}</dd>
                </div>
              </dl>
              <DataRows
                items={page.content.figures}
                columns={figureColumns}
                rowKey={(row) => row.id}
                caption={['冻结的数值', 'Frozen figures']}
              />
            </>
          )}
        </Answer>
      </div>
    </>
  );
}
