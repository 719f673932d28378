import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { qualificationEndpoints } from '../contract.ts';
import { regulationsField, termFields, useHolderField } from './fields.tsx';
import { texts } from './text.ts';

/** The institute authorises a person to sign, for some regulations or for all. */
export function AuthorisationPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const holder = useHolderField();
  return (
    <>
      <PageHead title={text.authorise} lead={text.authoriseLead} />
      <div className="sheet">
        <RecordForm
          endpoint={qualificationEndpoints.authoriseApprover}
          fields={[holder, regulationsField(['不选表示全部规程', 'None chosen: all regulations']), ...termFields]}
          initial={{ regulations: [] }}
          done={['已授权', 'Authorised']}
          onDone={({ id }) => go(`/desk/qualifications/${id}`)}
        />
      </div>
    </>
  );
}
