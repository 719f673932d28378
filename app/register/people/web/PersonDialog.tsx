import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { peopleEndpoints, type PersonRow } from '../contract.ts';
import { isRole, roles } from '../rules/roles.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { texts } from './text.ts';
import './people.css';

type Props = { readonly person: PersonRow; readonly onClose: () => void };
type Unmasked = ReplyOf<typeof peopleEndpoints.unmaskPerson>;

/** What may be done about a person: password, closing, roles, and a recorded look at personal data. */
export function PersonDialog({ person, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const { permits, person: caller } = useCaller();
  const [shown, setShown] = useState(person);
  const [password, setPassword] = useState<{ value: string | null }>();
  const [unmasked, setUnmasked] = useState<Unmasked>();
  const params = { id: person.id };
  const allowed = [
    ...(permits.has('people.manage') && shown.active ? ['reset', ...(caller.id === person.id ? [] : ['close'])] : []),
    ...(permits.has('people.unmask') ? ['unmask'] : []),
  ];
  const actions = [
    recordAction({
      name: 'reset',
      label: ['重置密码', 'Reset the password'],
      endpoint: peopleEndpoints.resetPassword,
      request: (reason) => ({ params, body: { reason } }),
      reason: 2,
      onDone: ({ oneTimePassword }) => setPassword({ value: oneTimePassword }),
    }),
    recordAction({
      name: 'close',
      label: ['停用账号', 'Close the account'],
      endpoint: peopleEndpoints.closeAccount,
      request: (reason) => ({ params, body: { reason } }),
      reason: 2,
      kind: 'danger',
      done: ['账号已停用', 'The account is closed'],
      onDone: (closed) => setShown(closed),
    }),
    recordAction({
      name: 'unmask',
      label: ['查看个人信息', 'See personal data'],
      endpoint: peopleEndpoints.unmaskPerson,
      request: (reason) => ({ params, body: { reason } }),
      reason: 5,
      onDone: setUnmasked,
    }),
  ];
  if (password !== undefined) return <OneTimePassword name={person.name} password={password.value} onClose={onClose} />;
  return (
    <Dialog
      title={fill(text.manageOf, { name: person.name, account: person.account })}
      onClose={onClose}
      foot={<Button onClick={onClose}>{text.closeDialog}</Button>}
    >
      <p className="soft">{person.organization.name}</p>
      <HeldRoles person={shown} onChange={setShown} />
      {unmasked === undefined ? null : <PersonalData data={unmasked} />}
      <ActionBar actions={actions} allowed={allowed} />
    </Dialog>
  );
}

function PersonalData({ data }: { data: Unmasked }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <dl className="facts">
        {(['phone', 'identityNumber', 'email'] as const).map((field) => (
          <div key={field}>
            <dt>{text[field]}</dt>
            <dd>{data[field] ?? text.notRecorded}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{text.shownOnce}</p>
    </>
  );
}

function HeldRoles({ person, onChange }: { person: PersonRow; onChange: (person: PersonRow) => void }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { permits, person: caller } = useCaller();
  const [ending, setEnding] = useState<string>();
  const { run, pending, problem, reset } = useAction(peopleEndpoints.endRole, {
    onDone: (changed) => {
      setEnding(undefined);
      onChange(changed);
    },
  });
  const isOwn = caller.id === person.id;
  const grants = permits.has('people.grant') && !isOwn && person.active;
  const free = Object.entries(roles).filter(([role]) => !person.roles.includes(role));
  return (
    <section>
      <h3>{text.roles}</h3>
      {person.roles.length === 0 ? <p className="soft">{text.noRoles}</p> : null}
      <ul className="held-roles">
        {person.roles.filter(isRole).map((role) => (
          <li key={role}>
            {say(roles[role].text)}
            {grants ? (
              <Button size="small" onClick={() => setEnding(role)}>
                {text.endRole}
                <span className="unseen"> {say(roles[role].text)}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {permits.has('people.grant') && isOwn ? <p className="soft">{text.yourself}</p> : null}
      {grants ? (
        <RecordForm
          key={person.roles.join()}
          endpoint={peopleEndpoints.grantRole}
          params={{ id: person.id }}
          submit={['授予角色', 'Grant the role']}
          done={['已授予', 'Granted']}
          onDone={onChange}
          fields={[
            { name: 'role', label: ['角色', 'Role'], kind: 'choice', options: free.map(([value, role]) => ({ value, label: role.text })) },
            { name: 'reason', label: ['理由', 'Reason'], hint: ['如任命文号', 'As the number of the appointment'] },
          ]}
        />
      ) : null}
      {ending === undefined || !isRole(ending) ? null : (
        <ReasonDialog
          title={`${text.endRole} · ${say(roles[ending].text)}`}
          atLeast={2}
          pending={pending}
          problem={problem}
          onConfirm={(reason) => void run({ params: { id: person.id, role: ending }, body: { reason } })}
          onCancel={() => {
            reset();
            setEnding(undefined);
          }}
        />
      )}
    </section>
  );
}
