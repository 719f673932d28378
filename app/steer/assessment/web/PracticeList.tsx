import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { assessmentEndpoints } from '../contract.ts';
import type { Practice } from '../contract/practice.ts';
import { practiceStates as practiceWords } from '../rules/states.ts';
import { ProposeDialog } from './PracticeDialogs.tsx';
import { useRegionOptions } from './regions.ts';
import { practiceStates } from './states.ts';
import { texts } from './text.ts';

function Region({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<Practice>[] = [
  { key: 'title', title: ['典型做法', 'Good practice'], show: (each) => <a href={`/desk/practices/${each.id}`}>{each.title}</a> },
  { key: 'task', title: ['任务', 'Task'], narrow: true, show: (each) => each.task },
  { key: 'region', title: ['地区', 'Region'], narrow: true, show: (each) => <Region code={each.region} /> },
  { key: 'organization', title: ['所属单位', 'Whose'], show: (each) => each.organization.name },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (each) => <StatusTag states={practiceStates} state={each.state} /> },
  { key: 'number', title: ['认定文号', 'Recognised by'], show: (each) => each.documentNumber },
];

/** Good practice: a county's own until it is recognised, everybody's afterwards. */
export function PracticeList(): ReactElement {
  const text = useTexts(texts);
  const mayPropose = usePermit('assessment.record');
  const regions = useRegionOptions();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHead
        title={text.practices}
        lead={text.practicesLead}
        actions={
          <>
            {mayPropose ? (
              <Button type="primary" onClick={() => setAsking(true)}>
                {text.propose}
              </Button>
            ) : null}
            <Button href="/desk/commendations">{text.commendations}</Button>
          </>
        }
      />
      <DataTable
        endpoint={assessmentEndpoints.listPractices}
        columns={columns}
        rowKey={(each) => each.id}
        caption={['典型做法', 'Good practice']}
        filters={[
          { name: 'q', label: ['关键词', 'Keyword'] },
          {
            name: 'state',
            label: ['状态', 'State'],
            kind: 'choice',
            options: Object.entries(practiceWords).map(([value, label]) => ({ value, label })),
          },
          { name: 'region', label: ['地区', 'Region'], kind: 'choice', options: regions },
        ]}
        empty={{ title: ['还没有典型做法', 'No good practice yet'] }}
      />
      {asking ? <ProposeDialog onClose={() => setAsking(false)} /> : null}
    </>
  );
}
