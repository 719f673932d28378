import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { applicationKinds, applicationStates } from '../rules/application.ts';
import { optionsOf } from './fields.tsx';
import { applicationTags } from './tags.ts';
import { texts } from './text.ts';

type Application = ReplyOf<typeof endpoints.listExaminations>['items'][number];

function Kind({ one }: { one: Application }): ReactElement {
  return <>{useSay()(applicationKinds[one.kind])}</>;
}
export const applicationColumns: readonly Column<Application>[] = [
  {
    key: 'name',
    title: ['计量标准', 'Measurement standard'],
    show: (one) => <a href={`/desk/examinations/${one.id}`}>{one.measurementStandard.name}</a>,
  },
  { key: 'kind', title: ['类别', 'Kind'], narrow: true, show: (one) => <Kind one={one} /> },
  { key: 'institute', title: ['建标单位', 'Keeper'], show: (one) => one.institute.name },
  { key: 'addressee', title: ['主持考核部门', 'Authority'], show: (one) => one.addressee },
  { key: 'applied', title: ['申请日期', 'Applied on'], narrow: true, show: (one) => one.appliedOn },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={applicationTags} state={one.state} /> },
];

/** What the keepers have applied for, and what the authority has still to do. */
export function ExaminationList(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.examinations} lead={text.examinationsLead} />
      <DataTable
        endpoint={endpoints.listExaminations}
        columns={applicationColumns}
        rowKey={(one) => one.id}
        filters={[
          { name: 'q', label: ['计量标准或单位', 'Measurement standard or keeper'] },
          { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(applicationStates) },
          { name: 'kind', label: ['类别', 'Kind'], kind: 'choice', options: optionsOf(applicationKinds) },
        ]}
        caption={['考核申请', 'Applications']}
        empty={{
          title: ['没有考核申请', 'There is no application'],
          next: ['建标单位在档案中提出申请', 'A keeper applies from the dossier'],
        }}
      />
    </>
  );
}
