import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { qualificationEndpoints, type Qualification } from '../contract.ts';
import { activities, qualificationKinds, qualificationStates } from '../rules.ts';
import { regulationNumber, regulationOptions } from './regulation-words.ts';
import { qualificationTags } from './states.ts';
import { texts } from './text.ts';

function Activities({ of }: { of: Qualification['activities'] }): ReactElement {
  const say = useSay();
  return <>{of.map((activity) => say(activities[activity])).join('、')}</>;
}

function Regulations({ of }: { of: readonly string[] }): ReactElement {
  const text = useTexts(texts);
  return <>{of.length === 0 ? text.allRegulations : of.map(regulationNumber).join('、')}</>;
}

function Until({ one }: { one: Qualification }): ReactElement {
  const text = useTexts(texts);
  return <>{one.ending?.lastDay ?? one.validUntil ?? <span className="soft">{text.open}</span>}</>;
}

const columns: readonly Column<Qualification>[] = [
  { key: 'person', title: ['人员', 'Person'], show: (one) => <a href={`/desk/qualifications/${one.id}`}>{one.holder.name}</a> },
  { key: 'activities', title: ['可办', 'May'], narrow: true, show: (one) => <Activities of={one.activities} /> },
  { key: 'regulations', title: ['规程', 'Regulations'], show: (one) => <Regulations of={one.regulations} /> },
  { key: 'document', title: ['文件编号', 'Document'], show: (one) => one.documentNumber },
  { key: 'from', title: ['自', 'From'], narrow: true, show: (one) => one.validFrom },
  { key: 'until', title: ['有效期至', 'Valid until'], narrow: true, show: (one) => <Until one={one} /> },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={qualificationTags} state={one.state} /> },
  { key: 'institute', title: ['机构', 'Institute'], show: (one) => one.institute.name },
];

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Qualifications within the caller's reach; a lapsed one is plainly lapsed. */
export function QualificationList(): ReactElement {
  const text = useTexts(texts);
  const mayManage = usePermit('qualification.manage');
  return (
    <>
      <PageHead
        title={text.list}
        lead={text.listLead}
        actions={
          <>
            {mayManage ? (
              <>
                <Button type="primary" href="/desk/qualifications/registration">
                  {text.register}
                </Button>
                <Button href="/desk/qualifications/authorisation">{text.authorise}</Button>
              </>
            ) : null}
            <Button href="/desk/qualifications/abilities">{text.abilities}</Button>
            <Button href="/desk/qualifications/cover">{text.cover}</Button>
          </>
        }
      />
      <DataTable
        endpoint={qualificationEndpoints.listQualifications}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['检定资格与授权签字', 'Qualifications and authorisations']}
        filters={[
          { name: 'q', label: ['姓名或文件编号', 'Name or document'] },
          { name: 'kind', label: ['种类', 'Kind'], kind: 'choice', options: optionsOf(qualificationKinds) },
          { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(qualificationStates) },
          { name: 'regulation', label: ['规程', 'Regulation'], kind: 'choice', options: regulationOptions },
          {
            name: 'dueWithin',
            label: ['到期', 'Ends'],
            kind: 'choice',
            options: [
              { value: '30', label: ['30 天内', 'within 30 days'] },
              { value: '90', label: ['90 天内', 'within 90 days'] },
              { value: '180', label: ['180 天内', 'within 180 days'] },
            ],
            more: true,
          },
          { name: 'activity', label: ['可办', 'May'], kind: 'choice', options: optionsOf(activities), more: true },
        ]}
        empty={{
          title: ['还没有登记检定资格', 'No qualification is registered yet'],
          next: ['由机构负责人或技术负责人登记；未登记的人员不能提交、核验或批准', 'Without one nobody submits, checks or approves'],
        }}
      />
    </>
  );
}
