import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { peopleEndpoints } from '../../contract.ts';
import { isRole, roles } from '../../rules/roles.ts';
import { useGo } from '../../../../web/address.ts';
import { useAction } from '../../../../web/endpoint-hooks.ts';
import { printList } from '../../../../web/figures.ts';
import { mayLeave } from '../../../../web/leaving.ts';
import { useLanguage, useSay, useTexts } from '../../../../web/language.ts';
import { useCaller } from '../../../../web/session.ts';
import { texts } from './text.ts';

/** Who is signed in, for whom and in which roles; sessions, password, the way out. */
export function AccountMenu(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const language = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const caller = useCaller();
  const { run } = useAction(peopleEndpoints.signOut, {
    invalidates: [],
    onDone: () => {
      go('/desk/sign-in');
      queries.clear();
    },
  });
  const leave = async (): Promise<void> => {
    if (await mayLeave()) await run({});
  };
  const held = printList(
    caller.roles.map((role) => (isRole(role) ? say(roles[role].text) : role)),
    language,
  );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <>
                {caller.organization.name}
                <br />
                {held}
              </>
            ),
          },
          { key: 'public', label: text.toPublic, onClick: () => location.assign('/') },
          { key: 'sessions', label: text.sessions, onClick: () => go('/desk/account/sessions') },
          { key: 'password', label: text.changePassword, onClick: () => go('/desk/account/password') },
          { key: 'out', label: text.signOut, onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" aria-label={`${text.account} ${caller.person.name}`} icon={<DownOutlined />} iconPlacement="end">
        {caller.person.name}
      </Button>
    </Dropdown>
  );
}
