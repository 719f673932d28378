import type { ReactElement } from 'react';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { printNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../web/language.ts';
import { workloadEndpoints, type InstituteLoad } from '../contract.ts';
import { figureWords as words } from '../rules/words.ts';
import { texts } from './text.ts';

function Region({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<InstituteLoad>[] = [
  { key: 'name', title: ['机构', 'Institute'], show: (one) => <a href={`/desk/workload?institute=${one.id}`}>{one.name}</a> },
  { key: 'region', title: ['区划', 'Region'], narrow: true, show: (one) => <Region code={one.region} /> },
  { key: 'open', title: words.open, number: true, narrow: true, show: (one) => printNumber(one.open) },
  { key: 'toDecide', title: words.toDecide, number: true, narrow: true, show: (one) => printNumber(one.toDecide) },
  { key: 'late', title: words.late, number: true, narrow: true, show: (one) => printNumber(one.late) },
  { key: 'soon', title: words.dueSoon, number: true, narrow: true, show: (one) => printNumber(one.dueSoon) },
  { key: 'stopped', title: words.stopped, number: true, narrow: true, show: (one) => printNumber(one.stopped) },
  { key: 'oldest', title: words.oldest, number: true, narrow: true, show: (one) => one.oldest },
];

/** The institutes of a region side by side, every one of them, zeros included. */
export function InstituteLoadList(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.institutes} lead={text.institutesLead} />
      <DataTable
        endpoint={workloadEndpoints.listInstituteLoads}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['各机构办理情况', 'Institutes at work']}
        filters={[{ name: 'q', label: ['机构名称', 'Name'] }]}
        empty={{ title: ['辖区内没有检定机构', 'There is no institute in the region'] }}
      />
    </>
  );
}
