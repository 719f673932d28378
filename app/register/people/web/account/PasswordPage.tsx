import type { ReactElement } from 'react';
import { peopleEndpoints } from '../../contract.ts';
import { useGo } from '../../../../web/address.ts';
import { PageHead } from '../../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../../web/language.ts';
import { LanguageSwitch } from '../../../../web/kit/LanguageSwitch.tsx';
import { texts } from './text.ts';

function PasswordForm({ onDone }: { onDone: () => void }): ReactElement {
  return (
    <RecordForm
      endpoint={peopleEndpoints.changePassword}
      fields={[
        { name: 'current', label: ['当前密码', 'Current password'], kind: 'secret', autoComplete: 'current-password' },
        {
          name: 'next',
          label: ['新密码', 'New password'],
          kind: 'secret',
          autoComplete: 'new-password',
          hint: ['至少 12 个字符；一句话胜过符号堆砌', 'At least 12 characters; a phrase is better than symbols'],
        },
      ]}
      submit={['修改密码', 'Change password']}
      done={['密码已修改，其他会话已结束', 'Password changed; other sessions have ended']}
      onDone={onDone}
    />
  );
}

export function PasswordPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  return (
    <>
      <PageHead title={text.changePassword} />
      <div className="sheet">
        <PasswordForm onDone={() => go('/desk')} />
      </div>
    </>
  );
}

/** Before anything else: the one-time password is replaced. The session is asked for again afterwards, which opens the workplace. */
export function PasswordGate(): ReactElement {
  const text = useTexts(texts);
  return (
    <main className="gate">
      <div className="sheet">
        <PageHead title={text.changePassword} lead={text.changeDue} />
        <PasswordForm onDone={() => {}} />
        <div className="foot">
          <span />
          <LanguageSwitch />
        </div>
      </div>
    </main>
  );
}
