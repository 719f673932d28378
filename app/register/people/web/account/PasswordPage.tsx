import type { ReactElement } from 'react';
import { useGo } from '../../../../web/address.ts';
import { PageHead } from '../../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../../web/language.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { texts } from './text.ts';

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
