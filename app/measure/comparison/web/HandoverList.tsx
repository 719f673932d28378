import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { comparisonEndpoints, type Handover } from '../contract.ts';
import { arrivals } from '../rules.ts';
import { handoverStates } from '../rules/route.ts';
import { optionsOf } from './ComparisonList.tsx';
import { HandoverDeed } from './HandoverDialog.tsx';
import { handoverTags } from './states.ts';
import { texts } from './text.ts';

function Planned({ of }: { of: Handover }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {of.plannedOn} {of.isLate ? <strong>{text.late}</strong> : null}
    </>
  );
}
function Arrival({ of }: { of: Handover }): ReactElement | null {
  const say = useSay();
  return of.arrival === null ? null : <>{say(arrivals[of.arrival])}</>;
}

export const handoverColumns: readonly Column<Handover>[] = [
  { key: 'planned', title: ['计划日期', 'Planned'], show: (one) => <Planned of={one} /> },
  { key: 'artefact', title: ['传递标准', 'Standard'], narrow: true, show: ({ artefact }) => artefact },
  { key: 'from', title: ['交方', 'From'], show: ({ from }) => from.name },
  { key: 'to', title: ['接方', 'To'], show: ({ to }) => to.name },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: ({ state }) => <StatusTag states={handoverTags} state={state} /> },
  { key: 'arrival', title: ['到达状态', 'On arrival'], narrow: true, show: (one) => <Arrival of={one} /> },
  { key: 'deed', title: ['办理', 'Sign'], narrow: true, show: (one) => <HandoverDeed handover={one} /> },
];

const columns: readonly Column<Handover>[] = [
  {
    key: 'comparison',
    title: ['比对', 'Comparison'],
    show: ({ comparison }) => <a href={`/desk/comparisons/${comparison.id}`}>{comparison.title}</a>,
  },
  ...handoverColumns,
];

/** Where every travelling standard is to be next, and what is late. */
export function HandoverList(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.handovers} lead={text.handoversLead} />
      <DataTable
        endpoint={comparisonEndpoints.listComparisonHandovers}
        columns={columns}
        rowKey={({ id }) => id}
        caption={['交接', 'Hand-overs']}
        filters={[
          { name: 'q', label: ['比对、编号或机构', 'Comparison, serial or institute'] },
          { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(handoverStates) },
          { name: 'late', label: ['逾期', 'Late'], kind: 'choice', options: optionsOf({ true: ['是', 'Yes'], false: ['否', 'No'] }) },
          { name: 'from', label: ['自', 'From'], kind: 'day', more: true },
          { name: 'to', label: ['至', 'To'], kind: 'day', more: true },
        ]}
        empty={{
          title: ['没有交接安排', 'No hand-over is planned'],
          next: ['实施方案开始后按路线列出', 'They follow from the route once a round has started'],
        }}
      />
    </>
  );
}
