import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { comparisonEndpoints, type Comparison } from '../contract.ts';
import { comparisonStates, duties } from '../rules.ts';
import { comparisonTags } from './states.ts';
import { texts } from './text.ts';

export const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function Duty({ of }: { of: Comparison }): ReactElement {
  return <>{useSay()(duties[of.duty])}</>;
}

const columns: readonly Column<Comparison>[] = [
  { key: 'title', title: ['名称', 'Title'], show: ({ id, title }) => <a href={`/desk/comparisons/${id}`}>{title}</a> },
  { key: 'quantity', title: ['参量', 'Quantity'], narrow: true, show: ({ quantity }) => quantity },
  { key: 'duty', title: ['参加要求', 'Duty'], narrow: true, show: (one) => <Duty of={one} /> },
  { key: 'members', title: ['参比实验室', 'Participants'], number: true, show: ({ members }) => members },
  {
    key: 'commitUntil',
    title: ['提交截止', 'Sealed until'],
    narrow: true,
    show: ({ commitUntil }) => (commitUntil === null ? null : printInstant(commitUntil)),
  },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: ({ state }) => <StatusTag states={comparisonTags} state={state} /> },
  { key: 'organizer', title: ['组织方', 'Organiser'], show: ({ organizer }) => organizer.name },
];

/** Mandatory rounds that have nothing of the own institute, said where its people look. */
function MissingNote(): ReactElement | null {
  const text = useTexts(texts);
  const isOfAnInstitute = usePermit('comparison.participate');
  const { data } = useEndpoint(
    comparisonEndpoints.listComparisonStandings,
    { query: { missing: 'true', limit: 1 } },
    { enabled: isOfAnInstitute },
  );
  if (!isOfAnInstitute || data === undefined || data.total === 0) return null;
  return (
    <p role="status">
      <a href="/desk/comparisons/standings?missing=true">{fill(text.missingNote, { n: data.total })}</a>
    </p>
  );
}

/** The comparisons within the caller's reach. */
export function ComparisonList(): ReactElement {
  const text = useTexts(texts);
  const mayOrganize = usePermit('comparison.organize');
  const [search] = useSearchState();
  const draft = (
    <Button type="primary" href="/desk/comparisons/draft">
      {text.draft}
    </Button>
  );
  const chosen = Object.fromEntries(
    ['q', 'state', 'duty', 'part'].flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
  return (
    <>
      <PageHead
        title={text.list}
        lead={text.listLead}
        actions={
          <>
            {mayOrganize ? draft : null}
            <Button href="/desk/comparisons/handovers">{text.handovers}</Button>
            <Button href="/desk/comparisons/standings">{text.standings}</Button>
          </>
        }
      />
      <MissingNote />
      <DataTable
        endpoint={comparisonEndpoints.listComparisons}
        columns={columns}
        rowKey={({ id }) => id}
        caption={['计量比对', 'Comparisons']}
        filters={[
          { name: 'q', label: ['名称、文件或参量', 'Title, document or quantity'] },
          { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(comparisonStates) },
          { name: 'duty', label: ['参加要求', 'Duty'], kind: 'choice', options: optionsOf(duties) },
          {
            name: 'part',
            label: ['本机构', 'Your part'],
            kind: 'choice',
            options: optionsOf({
              organizer: ['组织方', 'Organiser'],
              pilot: ['主导实验室', 'Pilot'],
              member: ['参比实验室', 'Participant'],
            }),
          },
        ]}
        actions={<SaveFile endpoint={comparisonEndpoints.downloadComparisons} request={{ query: chosen }} label={text.export} />}
        empty={{
          title: ['还没有计量比对', 'There is no comparison yet'],
          next: ['由计量行政部门拟定', 'An authority drafts one'],
          ...(mayOrganize ? { action: draft } : {}),
        }}
      />
    </>
  );
}
