import type { ReactElement } from 'react';
import { LanguageSwitch } from '../../../../web/kit/LanguageSwitch.tsx';
import { PageHead } from '../../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../../web/language.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { texts } from './text.ts';

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
