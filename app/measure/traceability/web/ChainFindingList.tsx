import { App, Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { graphEndpoints, type StandardFinding } from '../contract/graph.ts';
import { findingCodes, nodeKinds } from '../rules/graph.ts';
import { standingTags } from './states.ts';
import { texts } from './text.ts';
import './traceability.css';

const columns: readonly Column<StandardFinding>[] = [
  {
    key: 'standard',
    title: ['标准器', 'Standard'],
    show: (one) => <a href={`/desk/traceability/standard/${one.standardId}`}>{one.standard}</a>,
  },
  { key: 'calibration', title: ['溯源证书', 'Calibration'], show: (one) => one.calibration },
  { key: 'standing', title: ['溯源链', 'Chain'], narrow: true, show: (one) => <StatusTag states={standingTags} state={one.standing} /> },
  { key: 'text', title: ['问题', 'What is wrong'], show: (one) => one.text },
  { key: 'detail', title: ['说明', 'Detail'], show: (one) => one.detail },
  { key: 'institute', title: ['机构', 'Institute'], show: (one) => one.institute },
];

/** What is wrong with the traceability of the standards in use, and the way to any node of the graph. */
export function ChainFindingList(): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const [search] = useSearchState();
  const institutes = useEndpoint(
    organizationEndpoints.listOrganizations,
    { query: { kind: 'institute', limit: 200 } },
    { staleMilliseconds: 300_000 },
  );
  const query = Object.fromEntries(['code', 'institute'].flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
  const counts = useEndpoint(graphEndpoints.listChainFindings, { query: { limit: 1 } });
  const save = async (): Promise<void> => {
    try {
      await download(graphEndpoints.downloadChainFindings, { query });
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    }
  };
  return (
    <>
      <PageHead
        title={text.findings}
        lead={text.findingsLead}
        actions={<Button href="/desk/traceability/references">{text.references}</Button>}
      />
      <Finder />
      <Answer query={counts} rows={1}>
        {({ examined, whole, usesExamined, usesEach }) => (
          <p role="status" className="chain-examined">
            {fill(text.examined, { n: examined, whole })}
            <br />
            {fill(text.usesExamined, { n: usesExamined, each: usesEach })}
          </p>
        )}
      </Answer>
      <DataTable
        endpoint={graphEndpoints.listChainFindings}
        columns={columns}
        rowKey={(one) => `${one.standardId} ${one.code} ${one.detail}`}
        caption={['溯源链问题', 'Findings of traceability']}
        filters={[
          {
            name: 'code',
            label: ['问题', 'What is wrong'],
            kind: 'choice',
            options: Object.entries(findingCodes).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'institute',
            label: ['机构', 'Institute'],
            kind: 'choice',
            options: (institutes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            more: true,
          },
        ]}
        actions={<Button onClick={() => void save()}>{text.download}</Button>}
        empty={{
          title: ['没有发现问题', 'Nothing is wrong'],
          next: ['在用标准器的溯源链均已登记完整', 'All chains of standards in use are recorded to the top'],
        }}
      />
    </>
  );
}

function Finder(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [asked, setAsked] = useState('');
  const found = useEndpoint(graphEndpoints.findNodes, { query: { q: asked } }, { enabled: asked.length >= 2 });
  return (
    <section className="sheet spaced">
      <Input.Search
        aria-label={text.search}
        placeholder={text.search}
        enterButton={text.find}
        allowClear
        maxLength={100}
        onSearch={(value) => setAsked(value.trim())}
      />
      {asked.length < 2 ? null : (
        <Answer query={found} rows={1}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{text.nothing}</p>
            ) : (
              <ul>
                {items.map((node) => (
                  <li key={`${node.kind} ${node.id}`}>
                    <a href={`/desk/traceability/${node.kind}/${node.id}`}>{node.number}</a> {say(nodeKinds[node.kind])} {node.item ?? ''}{' '}
                    {node.issuer}
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      )}
    </section>
  );
}
