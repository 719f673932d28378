import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { OrganizationPicker } from '../../organization/web/OrganizationPicker.tsx';
import { peopleEndpoints } from '../contract.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { texts } from './text.ts';
import './people.css';

/** Opens an account; its one-time password is shown once. */
export function OpenAccountPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const [opened, setOpened] = useState<{ password: string | null }>();
  return (
    <>
      <PageHead title={text.open} lead={text.openLead} />
      <div className="sheet">
        <RecordForm
          endpoint={peopleEndpoints.openAccount}
          submit={['开立账号', 'Open the account']}
          onDone={({ oneTimePassword }) => setOpened({ password: oneTimePassword })}
          fields={[
            {
              name: 'account',
              label: ['账号', 'Account'],
              hint: ['小写字母、数字、点、短横，2 至 40 位', 'Lower-case letters, digits, dot, hyphen; 2 to 40'],
              autoComplete: 'off',
            },
            { name: 'name', label: ['姓名', 'Name'], hint: ['证书上将如此署名', 'As it will stand on certificates'] },
            { name: 'organizationId', label: ['机构', 'Organization'], control: (props) => <OrganizationPicker {...props} /> },
            { name: 'phone', label: ['手机', 'Phone'] },
            { name: 'identityNumber', label: ['证件号码', 'Identity number'] },
            { name: 'email', label: ['邮箱', 'E-mail'] },
          ]}
        />
      </div>
      {opened === undefined ? null : <OneTimePassword name={text.open} password={opened.password} onClose={() => go('/desk/people')} />}
    </>
  );
}
