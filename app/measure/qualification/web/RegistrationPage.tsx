import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { qualificationEndpoints } from '../contract.ts';
import { activities } from '../rules.ts';
import { regulationsField, termFields, useHolderField } from './fields.tsx';
import { texts } from './text.ts';

/** A person is registered for regulations by a document. */
export function RegistrationPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const holder = useHolderField();
  const { test, check } = activities;
  return (
    <>
      <PageHead title={text.register} lead={text.registerLead} />
      <div className="sheet">
        <RecordForm
          endpoint={qualificationEndpoints.registerQualification}
          fields={[
            holder,
            {
              name: 'activities',
              label: ['可办', 'May'],
              kind: 'many',
              options: [
                { value: 'test', label: test },
                { value: 'check', label: check },
              ],
            },
            regulationsField(['可多选', 'Several may be chosen']),
            ...termFields,
          ]}
          done={['已登记', 'Registered']}
          onDone={({ id }) => go(`/desk/qualifications/${id}`)}
        />
      </div>
    </>
  );
}
