import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { printList } from '../../../web/figures.ts';
import { useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { peopleEndpoints, type PersonRow } from '../contract.ts';
import { isRole, roles } from '../rules/roles.ts';
import { PersonDialog } from './PersonDialog.tsx';
import { accountStates } from './states.ts';
import { texts } from './text.ts';

function Roles({ held }: { held: readonly string[] }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const language = useLanguage();
  if (held.length === 0) return <span className="soft">{text.noRoles}</span>;
  return (
    <>
      {printList(
        held.map((role) => (isRole(role) ? say(roles[role].text) : role)),
        language,
      )}
    </>
  );
}

const columnsWith = (open: (person: PersonRow) => void, mayAct: boolean): readonly Column<PersonRow>[] => [
  {
    key: 'name',
    title: ['姓名', 'Name'],
    show: (item) =>
      mayAct ? (
        <Button type="link" className="in-cell" onClick={() => open(item)}>
          {item.name}
        </Button>
      ) : (
        item.name
      ),
  },
  { key: 'account', title: ['账号', 'Account'], show: (item) => item.account },
  {
    key: 'organization',
    title: ['机构', 'Organization'],
    show: (item) => <a href={`/desk/organizations/${item.organization.id}`}>{item.organization.name}</a>,
  },
  { key: 'roles', title: ['角色', 'Roles'], show: (item) => <Roles held={item.roles} /> },
  { key: 'phone', title: ['手机', 'Phone'], narrow: true, show: (item) => item.phone },
  { key: 'identity', title: ['证件号码', 'Identity number'], narrow: true, show: (item) => item.identityNumber },
  {
    key: 'state',
    title: ['状态', 'State'],
    narrow: true,
    show: (item) => <StatusTag states={accountStates} state={item.active ? 'active' : 'closed'} />,
  },
];

/** People with their accounts and roles, personal data masked. */
export function PeopleList(): ReactElement {
  const text = useTexts(texts);
  const [person, setPerson] = useState<PersonRow>();
  const manages = usePermit('people.manage');
  const grants = usePermit('people.grant');
  const unmasks = usePermit('people.unmask');
  const open = manages ? (
    <Button type="primary" href="/desk/people/opening">
      {text.open}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={text.people} lead={text.lead} actions={open} />
      <DataTable
        endpoint={peopleEndpoints.listPeople}
        columns={columnsWith(setPerson, manages || grants || unmasks)}
        rowKey={(item) => item.id}
        caption={['人员与账号', 'People and accounts']}
        filters={[
          { name: 'q', label: ['姓名或账号', 'Name or account'] },
          {
            name: 'role',
            label: ['角色', 'Role'],
            kind: 'choice',
            options: Object.entries(roles).map(([value, role]) => ({ value, label: role.text })),
          },
        ]}
        empty={{ title: ['还没有人员', 'Nobody is registered yet'], ...(open === undefined ? {} : { action: open }) }}
      />
      {person === undefined ? null : <PersonDialog person={person} onClose={() => setPerson(undefined)} />}
    </>
  );
}
