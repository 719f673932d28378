import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { regulationNumber, regulationOptions } from '../../qualification/web/regulation-words.ts';
import { measurementStandardEndpoints, type MeasurementStandard } from '../contract.ts';
import { measurementStandardKinds, measurementStandardStates } from '../rules.ts';
import { renewals } from '../rules/validity.ts';
import { optionsOf } from './fields.tsx';
import { renewalTags, stateTags } from './tags.ts';
import { texts } from './text.ts';

function Name({ one }: { one: MeasurementStandard }): ReactElement {
  return (
    <>
      <a href={`/desk/measurement-standards/${one.id}`}>{one.name}</a>
      {one.formerNames.length === 0 ? null : <div className="soft">{one.formerNames.join('、')}</div>}
    </>
  );
}
function Kind({ one }: { one: MeasurementStandard }): ReactElement {
  return <>{useSay()(measurementStandardKinds[one.kind])}</>;
}
function Until({ one }: { one: MeasurementStandard }): ReactElement {
  return (
    <>
      {one.validUntil} {one.renewal === null ? null : <StatusTag states={renewalTags} state={one.renewal} />}
    </>
  );
}

const columns: readonly Column<MeasurementStandard>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (one) => <Name one={one} /> },
  { key: 'kind', title: ['类别', 'Kind'], narrow: true, show: (one) => <Kind one={one} /> },
  { key: 'quantity', title: ['参数', 'Quantity'], narrow: true, show: (one) => one.quantity },
  { key: 'regulations', title: ['规程', 'Procedures'], show: (one) => one.regulations.map(regulationNumber).join('、') },
  { key: 'institute', title: ['建标单位', 'Keeper'], show: (one) => one.institute.name },
  { key: 'certificate', title: ['证书号', 'Certificate'], show: (one) => one.certificateNumber ?? one.examinationNumber },
  { key: 'until', title: ['有效期至', 'Valid until'], show: (one) => <Until one={one} /> },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={stateTags} state={one.state} /> },
];

const filters = [
  { name: 'q', label: ['名称、代码、证书号、曾用名或单位', 'Name, code, certificate, former name or keeper'] },
  { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(measurementStandardStates) },
  { name: 'renewal', label: ['复查', 'Renewal'], kind: 'choice', options: optionsOf(renewals) },
  { name: 'kind', label: ['类别', 'Kind'], kind: 'choice', options: optionsOf(measurementStandardKinds), more: true },
  { name: 'regulation', label: ['规程', 'Procedure'], kind: 'choice', options: regulationOptions, more: true },
  {
    name: 'lapsesWithin',
    label: ['到期', 'Ends'],
    kind: 'choice',
    options: [
      { value: '90', label: ['90 天内', 'within 90 days'] },
      { value: '180', label: ['180 天内', 'within 180 days'] },
      { value: '365', label: ['一年内', 'within a year'] },
    ],
    more: true,
  },
] as const;

/** The measurement standards within the caller's reach: the own ones, or the register of the region. */
export function MeasurementStandardList(): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const [search] = useSearchState();
  const mayManage = usePermit('measurement-standard.manage');
  const mayExamine = usePermit('measurement-standard.examine');
  const institutes = useEndpoint(
    organizationEndpoints.listOrganizations,
    { query: { kind: 'institute', limit: 200 } },
    { staleMilliseconds: 300_000 },
  );
  const save = async (): Promise<void> => {
    const names = ['q', 'state', 'renewal', 'kind', 'regulation', 'lapsesWithin', 'institute'];
    const query = Object.fromEntries(names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
    try {
      await download(measurementStandardEndpoints.downloadMeasurementStandards, { query: query as never });
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    }
  };
  return (
    <>
      <PageHead
        title={text.list}
        lead={text.listLead}
        actions={
          <>
            {mayManage ? (
              <Button type="primary" href="/desk/measurement-standards/registration">
                {text.open}
              </Button>
            ) : null}
            {mayManage ? <Button href="/desk/measurement-standards/entries">{text.entries}</Button> : null}
            {mayExamine ? <Button href="/desk/measurement-standards/imports">{text.imports}</Button> : null}
            <Button href="/desk/measurement-standards/rules">{text.rules}</Button>
          </>
        }
      />
      <DataTable
        endpoint={measurementStandardEndpoints.listMeasurementStandards}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['计量标准', 'Measurement standards']}
        filters={[
          ...filters,
          {
            name: 'institute',
            label: ['建标单位', 'Keeper'],
            kind: 'choice',
            options: (institutes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            more: true,
          },
        ]}
        actions={<Button onClick={() => void save()}>{text.download}</Button>}
        empty={{
          title: ['还没有计量标准', 'There is no measurement standard yet'],
          next: [
            '由建标单位筹建、由登记转入，或由主管部门导入台账',
            'The keeper builds one or takes an entry over; an authority imports the register',
          ],
        }}
      />
    </>
  );
}
