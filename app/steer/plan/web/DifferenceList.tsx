import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { planEndpoints, type Difference } from '../contract/endpoints.ts';
import { ruleWords } from '../rules/finding-words.ts';
import { PrintedFigure } from './PrintedFigure.tsx';
import { resolutionStates } from './states.ts';
import { texts } from './text.ts';
import './plan.css';

function Place({ difference }: { difference: Difference }): ReactElement {
  const say = useSay();
  const { source, row, column } = difference.place;
  return <>{[source, row, column].map(say).join(' · ')}</>;
}

function Sentence({ difference }: { difference: Difference }): ReactElement {
  const say = useSay();
  return <a href={`/desk/plan/differences/${difference.id}`}>{say(difference.text)}</a>;
}

function Rule({ difference }: { difference: Difference }): ReactElement {
  return <>{useSay()(ruleWords[difference.rule])}</>;
}

const columns: readonly Column<Difference>[] = [
  { key: 'text', title: ['差异', 'Difference'], show: (item) => <Sentence difference={item} /> },
  { key: 'rule', title: ['规则', 'Rule'], narrow: true, show: (item) => <Rule difference={item} /> },
  { key: 'place', title: ['位置', 'Where'], show: (item) => <Place difference={item} /> },
  { key: 'printed', title: ['印刷', 'Printed'], show: (item) => <PrintedFigure value={item.printed} /> },
  { key: 'aligned', title: ['对齐后', 'Aligned'], show: (item) => item.aligned },
  { key: 'recomputed', title: ['重算', 'Recomputed'], show: (item) => item.recomputed },
  { key: 'state', title: ['处理', 'State'], narrow: true, show: (item) => <StatusTag states={resolutionStates} state={item.resolution} /> },
  { key: 'by', title: ['处理人', 'Settled by'], show: (item) => item.settlement?.by.name },
];

/** Every place where the document does not agree with itself, filtered by the address. */
export function DifferenceList(): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const [problem, setProblem] = useState<ProblemAnswer>();
  const plan = useEndpoint(planEndpoints.readPlan, {}, { staleMilliseconds: Infinity });
  const all = useEndpoint(planEndpoints.listDifferences, { query: { limit: 200 } });
  const sources = new Map((all.data?.items ?? []).map((each) => [each.source, each.place.source]));
  const filters = [
    { name: 'q', label: ['关键词', 'Keyword'] as const },
    {
      name: 'rule',
      label: ['规则', 'Rule'] as const,
      kind: 'choice' as const,
      options: Object.entries(ruleWords).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'source',
      label: ['来源', 'Source'] as const,
      kind: 'choice' as const,
      options: [...sources].map(([value, label]) => ({ value, label })),
    },
    {
      name: 'settled',
      label: ['是否已处理', 'Settled'] as const,
      kind: 'choice' as const,
      options: [
        { value: 'false', label: ['待处理', 'Open'] as const },
        { value: 'true', label: ['已处理', 'Settled'] as const },
      ],
    },
  ];
  const save = async (): Promise<void> => {
    setProblem(undefined);
    const query = Object.fromEntries(filters.flatMap(({ name }) => (search[name] === undefined ? [] : [[name, search[name]]])));
    await download(planEndpoints.exportDifferences, { query }).catch((error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    });
  };
  return (
    <>
      <PageHead
        title={text.differences}
        lead={`${text.differencesLead}${plan.data === undefined ? '' : ` · ${plan.data.documentNumber}`}`}
        actions={<Button href="/desk/plan">{text.readText}</Button>}
      />
      <ProblemNote problem={problem} />
      <DataTable
        endpoint={planEndpoints.listDifferences}
        columns={columns}
        rowKey={(item) => item.id}
        filters={filters}
        caption={['待核实差异', 'Differences to be settled']}
        empty={{ title: ['文件各处一致', 'Everything in the document agrees'] }}
        actions={<Button onClick={() => void save()}>{text.export}</Button>}
      />
    </>
  );
}
