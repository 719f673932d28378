import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { peopleEndpoints } from '../../contract.ts';
import { useGo, useSearchState } from '../../../../web/address.ts';
import { useEndpoint } from '../../../../web/endpoint-hooks.ts';
import { DemonstrationBanner } from '../../../../web/kit/DemonstrationBanner.tsx';
import { PageHead } from '../../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../../web/language.ts';
import { organizationEndpoints } from '../../../organization/contract.ts';
import { LanguageSwitch } from '../../../../web/kit/LanguageSwitch.tsx';
import { texts } from './text.ts';

/** Only pages of this workplace are returned to; an address may have been written by anybody. */
const returnTo = (address: unknown): string =>
  typeof address === 'string' && /^\/desk(\/(?!sign-in)|\?|$)/.test(address) ? address : '/desk';

export function SignInPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const queries = useQueryClient();
  const [search] = useSearchState();
  const setting = useEndpoint(organizationEndpoints.readSetting, {}, { staleMilliseconds: Infinity });
  const target = returnTo(search['return']);
  return (
    <>
      <DemonstrationBanner shown={setting.data?.demonstration === true} />
      <main className="gate">
        <div className="sheet">
          <PageHead title={`${text.house} · ${text.signIn}`} lead={target === '/desk' ? text.signInLead : text.sessionEnded} />
          <RecordForm
            endpoint={peopleEndpoints.signIn}
            fields={[
              { name: 'account', label: ['账号', 'Account'], autoComplete: 'username' },
              { name: 'password', label: ['密码', 'Password'], kind: 'secret', autoComplete: 'current-password' },
            ]}
            submit={['登录', 'Sign in']}
            invalidates={[]}
            onDone={() => {
              queries.clear();
              go(target);
            }}
          />
          <div className="foot">
            <a href="/">{text.toPublic}</a>
            <LanguageSwitch />
          </div>
        </div>
      </main>
    </>
  );
}
