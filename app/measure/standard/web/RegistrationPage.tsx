import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { standardEndpoints } from '../contract.ts';
import { certificateFields, descriptionFields } from './fields.tsx';
import { texts } from './text.ts';

/** A standard comes into the register with the certificate that makes it usable. */
export function RegistrationPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  return (
    <>
      <PageHead title={text.register} lead={text.registerLead} />
      <div className="sheet">
        <RecordForm
          endpoint={standardEndpoints.registerStandard}
          fields={[...descriptionFields, { name: 'since', label: ['自何日起在用', 'In service since'], kind: 'day' }, ...certificateFields]}
          draft="standard-registration"
          done={['已登记', 'Registered']}
          onDone={({ id }) => go(`/desk/standards/${id}`)}
        />
      </div>
    </>
  );
}
