import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { useRegionName, useRegions } from '../../../register/organization/web/regions.ts';
import { roundEndpoints } from '../contract.ts';
import type { Round } from '../contract/shapes.ts';
import { roundStates, roundWays } from '../rules.ts';
import { Share } from './Share.tsx';
import { roundTags } from './states.ts';
import { texts } from './text.ts';

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function Way({ round }: { round: Round }): ReactElement {
  return <>{useSay()(roundWays[round.way])}</>;
}
function Region({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<Round>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (round) => <a href={`/desk/rounds/${round.id}`}>{round.name}</a> },
  { key: 'way', title: ['方式', 'Way'], narrow: true, show: (round) => <Way round={round} /> },
  { key: 'region', title: ['区划', 'Region'], narrow: true, show: (round) => <Region code={round.region} /> },
  { key: 'stops', title: ['场所', 'Places'], number: true, show: ({ stops }) => stops },
  { key: 'planned', title: ['列入', 'Planned'], number: true, show: ({ progress }) => progress.planned },
  {
    key: 'issued',
    title: ['已出证', 'Issued'],
    number: true,
    show: ({ progress }) => <Share part={progress.issued} whole={progress.planned} />,
  },
  {
    key: 'days',
    title: ['日期', 'Days'],
    show: ({ firstDay, lastDay }) => (firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`),
  },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: ({ state }) => <StatusTag states={roundTags} state={state} /> },
  { key: 'institute', title: ['机构', 'Institute'], show: ({ institute }) => institute.name },
];

/** The rounds within the caller's reach; for a holder those that touch its instruments. */
export function RoundList(): ReactElement {
  const text = useTexts(texts);
  const mayManage = usePermit('round.manage');
  const regions = useRegions();
  const draft = (
    <Button type="primary" href="/desk/rounds/draft">
      {text.open}
    </Button>
  );
  return (
    <>
      <PageHead
        title={text.list}
        lead={text.listLead}
        actions={
          mayManage ? (
            <>
              {draft}
              <Button href="/desk/rounds/defaults">{text.defaults}</Button>
              <Button href="/desk/rounds/minutes">{text.minutes}</Button>
            </>
          ) : undefined
        }
      />
      <DataTable
        endpoint={roundEndpoints.listRounds}
        columns={columns}
        rowKey={({ id }) => id}
        caption={['集中检定', 'Rounds']}
        filters={[
          { name: 'q', label: ['名称', 'Name'] },
          { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(roundStates) },
          { name: 'way', label: ['方式', 'Way'], kind: 'choice', options: optionsOf(roundWays) },
          {
            name: 'region',
            label: ['区划', 'Region'],
            kind: 'choice',
            options: regions.map(({ code, name }) => ({ value: code, label: name })),
            more: true,
          },
        ]}
        empty={{
          title: ['还没有集中检定', 'There is no round yet'],
          next: ['由检定机构负责人拟定', 'The manager of an institute drafts one'],
          ...(mayManage ? { action: draft } : {}),
        }}
      />
    </>
  );
}
