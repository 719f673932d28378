import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { assessmentEndpoints } from '../contract.ts';
import type { Briefing } from '../contract/briefing.ts';
import { briefingLevels } from '../rules/states.ts';
import { useRegionOptions } from './regions.ts';
import { issueStates } from './states.ts';
import { texts } from './text.ts';

function Region({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<Briefing>[] = [
  { key: 'topic', title: ['议题', 'Topic'], show: (each) => <a href={`/desk/briefings/${each.id}`}>{each.topic}</a> },
  { key: 'day', title: ['日期', 'Day'], narrow: true, show: (each) => each.heldOn },
  { key: 'region', title: ['地区', 'Region'], narrow: true, show: (each) => <Region code={each.region} /> },
  { key: 'addressee', title: ['听取单位', 'Heard by'], show: (each) => each.addressee },
  { key: 'by', title: ['汇报单位', 'Briefed by'], show: (each) => each.organization.name },
  { key: 'issues', title: ['问题', 'Issues'], number: true, show: (each) => each.issues },
  {
    key: 'open',
    title: ['落实', 'Follow-up'],
    narrow: true,
    show: (each) => (each.issues === 0 ? null : <StatusTag states={issueStates} state={each.openIssues === 0 ? 'settled' : 'open'} />),
  },
];

/** The briefings, and which issues of them are still open. */
export function BriefingList(): ReactElement {
  const text = useTexts(texts);
  const mayRecord = usePermit('assessment.record');
  const regions = useRegionOptions();
  return (
    <>
      <PageHead
        title={text.briefings}
        lead={text.briefingsLead}
        actions={
          mayRecord ? (
            <Button type="primary" href="/desk/briefings/new">
              {text.recordBriefing}
            </Button>
          ) : undefined
        }
      />
      <DataTable
        endpoint={assessmentEndpoints.listBriefings}
        columns={columns}
        rowKey={(each) => each.id}
        caption={['汇报', 'Briefings']}
        filters={[
          { name: 'q', label: ['关键词', 'Keyword'] },
          {
            name: 'level',
            label: ['层级', 'Level'],
            kind: 'choice',
            options: Object.entries(briefingLevels).map(([value, label]) => ({ value, label })),
          },
          { name: 'region', label: ['地区', 'Region'], kind: 'choice', options: regions },
          {
            name: 'open',
            label: ['问题落实', 'Follow-up'],
            kind: 'choice',
            options: [
              { value: 'true', label: issueStates.open.text },
              { value: 'false', label: issueStates.settled.text },
            ],
          },
        ]}
        empty={{ title: ['还没有登记汇报', 'No briefing has been recorded'] }}
      />
    </>
  );
}
