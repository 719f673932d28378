import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { organizationEndpoints, type Organization } from '../contract.ts';
import { organizationKinds } from '../rules.ts';
import { useRegionName, useRegions } from './regions.ts';
import { existence } from './states.ts';
import { texts } from './text.ts';

function Kind({ kind }: { kind: Organization['kind'] }): ReactElement {
  return <>{useSay()(organizationKinds[kind])}</>;
}

function RegionName({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<Organization>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (item) => <a href={`/desk/organizations/${item.id}`}>{item.name}</a> },
  { key: 'kind', title: ['类别', 'Kind'], narrow: true, show: (item) => <Kind kind={item.kind} /> },
  { key: 'region', title: ['地区', 'Region'], narrow: true, show: (item) => <RegionName code={item.region} /> },
  { key: 'creditCode', title: ['统一社会信用代码', 'Credit code'], narrow: true, show: (item) => item.creditCode },
  {
    key: 'state',
    title: ['状态', 'State'],
    narrow: true,
    show: (item) => <StatusTag states={existence} state={item.validTo === null ? 'existing' : 'ended'} />,
  },
  { key: 'successor', title: ['承继单位', 'Successor'], show: (item) => item.successor?.name },
];

/** Every organization the caller may know, by its present or a former name. */
export function OrganizationList(): ReactElement {
  const text = useTexts(texts);
  const regions = useRegions();
  const mayRegister = usePermit('organization.register');
  const register = mayRegister ? (
    <Button type="primary" href="/desk/organizations/registration">
      {text.register}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={text.organizations} lead={text.lead} actions={register} />
      <DataTable
        endpoint={organizationEndpoints.listOrganizations}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['机构', 'Organizations']}
        filters={[
          { name: 'q', label: ['名称、曾用名或信用代码', 'Name, former name or credit code'] },
          {
            name: 'kind',
            label: ['类别', 'Kind'],
            kind: 'choice',
            options: Object.entries(organizationKinds).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'region',
            label: ['地区', 'Region'],
            kind: 'choice',
            options: regions.map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            name: 'ended',
            label: ['状态', 'State'],
            kind: 'choice',
            more: true,
            options: [
              { value: 'false', label: existence.existing.text },
              { value: 'true', label: existence.ended.text },
            ],
          },
        ]}
        empty={{ title: ['还没有登记机构', 'No organization is registered yet'], ...(register === undefined ? {} : { action: register }) }}
      />
    </>
  );
}
