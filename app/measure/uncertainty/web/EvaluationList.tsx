import { Button } from 'antd';
import type { ReactElement } from 'react';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { uncertaintyEndpoints, type Evaluation } from '../contract.ts';
import { evaluationStateNames, standings } from '../rules/standing.ts';
import { ResultLine } from './ResultLine.tsx';
import { versionTags } from './states.ts';
import { texts } from './text.ts';
import './uncertainty.css';

function InForce({ row }: { row: Evaluation }): ReactElement {
  const text = useTexts(texts);
  if (row.inForce === null) return <span className="soft">{text.noneInForce}</span>;
  return <a href={`/desk/uncertainty/evaluations/${row.id}/versions/${row.inForce}`}>{fill(text.version, { n: row.inForce })}</a>;
}

const columns: readonly Column<Evaluation>[] = [
  {
    key: 'title',
    title: ['评定项目', 'Subject'],
    show: (row) => <a href={`/desk/uncertainty/evaluations/${row.id}`}>{row.title}</a>,
  },
  { key: 'code', title: ['编号', 'Code'], narrow: true, show: (row) => row.code },
  { key: 'result', title: ['最新结果', 'Latest result'], show: (row) => <ResultLine results={row.latest.results} /> },
  { key: 'state', title: ['最新版本', 'Latest'], narrow: true, show: (row) => <StatusTag states={versionTags} state={row.latest.state} /> },
  { key: 'inForce', title: ['现行', 'In force'], narrow: true, show: (row) => <InForce row={row} /> },
  { key: 'organization', title: ['机构', 'Organization'], show: (row) => row.organization.name },
  { key: 'at', title: ['最近保存', 'Last saved'], narrow: true, show: (row) => printInstant(row.latest.at) },
];

/** The states as links: each filtered list has its address. */
function StateLinks(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search] = useSearchState();
  const link = (state: string | undefined, words: string): ReactElement => (
    <a
      key={words}
      href={`/desk/uncertainty/evaluations${state === undefined ? '' : `?state=${state}`}`}
      {...(search['state'] === state ? { 'aria-current': 'page' as const } : {})}
    >
      {words}
    </a>
  );
  return (
    <nav className="state-links no-print" aria-label={text.states}>
      {link(undefined, text.all)}
      {evaluationStateNames.map((state) => link(state, say(standings[state])))}
    </nav>
  );
}

/** The evaluations within the caller's reach. */
export function EvaluationList(): ReactElement {
  const text = useTexts(texts);
  const mayWrite = usePermit('uncertainty.write');
  const institutes = useEndpoint(
    organizationEndpoints.listOrganizations,
    { query: { kind: 'institute', limit: 200 } },
    { staleMilliseconds: 300_000 },
  );
  const begin = mayWrite ? (
    <Button type="primary" href="/desk/uncertainty/evaluations/new">
      {text.begin}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={text.list} lead={text.listLead} actions={begin} />
      <StateLinks />
      <DataTable
        endpoint={uncertaintyEndpoints.listUncertainties}
        columns={columns}
        rowKey={(row) => row.id}
        caption={['不确定度评定', 'Uncertainty evaluations']}
        filters={[
          { name: 'q', label: ['项目、编号或摘要', 'Subject, code or digest'] },
          {
            name: 'state',
            label: ['状态', 'State'],
            kind: 'choice',
            options: evaluationStateNames.map((value) => ({ value, label: standings[value] })),
          },
          {
            name: 'institute',
            label: ['机构', 'Organization'],
            kind: 'choice',
            options: (institutes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        empty={{
          title: ['还没有不确定度评定', 'No uncertainty evaluation yet'],
          next: ['由检定员编写，技术负责人发布', 'A technician writes one, a technical manager releases it'],
        }}
      />
    </>
  );
}
