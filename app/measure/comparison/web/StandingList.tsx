import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { comparisonEndpoints, type Standing } from '../contract.ts';
import { duties } from '../rules.ts';
import { correctionTags, resultTags } from './states.ts';
import { texts } from './text.ts';
import { optionsOf } from './ComparisonList.tsx';

function Result({ of }: { of: Standing }): ReactElement {
  const text = useTexts(texts);
  return of.result === null ? <span className="soft">{text.unknown}</span> : <StatusTag states={resultTags} state={of.result} />;
}
function Duty({ of }: { of: Standing }): ReactElement {
  return <>{useSay()(duties[of.duty])}</>;
}

const columns: readonly Column<Standing>[] = [
  {
    key: 'institute',
    title: ['机构', 'Institute'],
    show: ({ organization }) => <a href={`/desk/comparisons/standings?institute=${organization.id}`}>{organization.name}</a>,
  },
  {
    key: 'comparison',
    title: ['比对', 'Comparison'],
    show: ({ comparison }) => <a href={`/desk/comparisons/${comparison.id}`}>{comparison.title}</a>,
  },
  { key: 'duty', title: ['参加要求', 'Duty'], narrow: true, show: (one) => <Duty of={one} /> },
  { key: 'result', title: ['结论', 'Result'], narrow: true, show: (one) => <Result of={one} /> },
  {
    key: 'correction',
    title: ['整改', 'Corrective action'],
    narrow: true,
    show: ({ correction }) => (correction === null ? null : <StatusTag states={correctionTags} state={correction} />),
  },
  { key: 'openedAt', title: ['结果公开', 'Results opened'], narrow: true, show: ({ openedAt }) => dayOfInstant(openedAt) },
];

const yesNo = optionsOf({ true: ['是', 'Yes'], false: ['否', 'No'] });

/** Who took part in what, and who had to and did not. */
export function StandingList(): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const shown = Object.fromEntries(
    ['q', 'institute', 'missing', 'open'].flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
  );
  return (
    <>
      <PageHead title={text.standings} lead={text.standingsLead} />
      <DataTable
        endpoint={comparisonEndpoints.listComparisonStandings}
        columns={columns}
        rowKey={({ organization, comparison }) => `${organization.id} ${comparison.id}`}
        caption={['各机构参加比对情况', 'Standing in comparisons']}
        filters={[
          { name: 'q', label: ['机构或比对', 'Institute or comparison'] },
          { name: 'missing', label: ['应参加而无结果', 'Gave nothing though it had to'], kind: 'choice', options: yesNo },
          { name: 'open', label: ['整改未办结', 'Open corrective action'], kind: 'choice', options: yesNo },
          { name: 'institute', label: ['机构标识', 'Id of the institute'], more: true },
        ]}
        actions={<SaveFile endpoint={comparisonEndpoints.downloadComparisonStandings} request={{ query: shown }} label={text.export} />}
        empty={{
          title: ['还没有公开结果的比对', 'No comparison has opened its results yet'],
          next: ['结果揭示后在此显示', 'They are shown here once results are revealed'],
        }}
      />
    </>
  );
}
