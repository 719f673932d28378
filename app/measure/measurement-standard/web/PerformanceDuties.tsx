import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { performanceEndpoints, type Duty } from '../contract/performance.ts';
import { performanceKinds } from '../rules/performance.ts';
import { dueTags } from './performance-tags.ts';
import { performanceTexts } from './performance-text.ts';

const columns: readonly Column<Duty>[] = [
  {
    key: 'subject',
    title: ['事项', 'What'],
    show: (one) => (
      <a href={`/desk/measurement-standards/${one.measurementStandard.id}/performance${one.record === null ? '' : `/${one.record}`}`}>
        {one.subject}
      </a>
    ),
  },
  { key: 'standard', title: ['计量标准', 'Measurement standard'], show: (one) => one.measurementStandard.name },
  { key: 'institute', title: ['机构', 'Institute'], show: (one) => one.measurementStandard.institute },
  { key: 'last', title: ['最近一次', 'Last'], narrow: true, show: (one) => one.last },
  { key: 'due', title: ['应于', 'Due'], narrow: true, show: (one) => one.due },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={dueTags} state={one.state} /> },
];

const states = Object.entries(dueTags).map(([value, { text }]) => ({ value, label: text }));

/** What is due or not met in every measurement standard that the reader may see. */
export function PerformanceDuties(): ReactElement {
  const text = useTexts(performanceTexts);
  return (
    <>
      <PageHead title={text.duties} lead={text.dutiesLead} />
      <DataTable
        endpoint={performanceEndpoints.listPerformanceDuties}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['性能考核待办', 'Tests due']}
        empty={{ title: ['没有待办', 'Nothing is due'] }}
        filters={[
          { name: 'state', label: ['状态', 'State'], kind: 'choice', options: states },
          {
            name: 'what',
            label: ['事项', 'What'],
            kind: 'choice',
            options: [
              { value: 'finding', label: ['不符合项', 'Not met'] },
              { value: 'repeatability', label: performanceKinds.repeatability },
              { value: 'stability', label: performanceKinds.stability },
              { value: 'intermediate-check', label: performanceKinds['intermediate-check'] },
            ],
          },
        ]}
      />
    </>
  );
}
