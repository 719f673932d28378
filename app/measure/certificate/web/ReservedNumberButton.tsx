import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import { texts } from './text.ts';

const most = 100;

/** Approves under a number that was reserved before, where the institute has one: for pre-printed forms and numbers told on the site. */
export function ReservedNumberButton({ verification }: { readonly verification: string }): ReactElement | null {
  const text = useTexts(texts);
  const go = useGo();
  const [isOpen, setOpen] = useState(false);
  const query = useEndpoint(certificateEndpoints.listCertificateNumbers, { query: { fate: 'reserved', limit: most } });
  const numbers = query.data?.items ?? [];
  if (numbers.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.approveReserved}</Button>
      {isOpen ? (
        <Dialog title={text.approveReserved} onClose={() => setOpen(false)}>
          <p className="soft">{text.approveReservedLead}</p>
          <RecordForm
            endpoint={certificateEndpoints.approveUnderReservedNumber}
            params={{ id: verification }}
            fields={[
              {
                name: 'number',
                label: ['预留编号', 'Reserved number'],
                kind: 'choice',
                options: numbers.map(({ number, purpose, device }) => {
                  const label = [number, purpose, device].filter((part) => part !== null && part !== '').join(' · ');
                  return { value: number, label: [label, label] };
                }),
              },
            ]}
            submit={['批准并出证', 'Approve and issue']}
            onDone={({ number }) => go(`/desk/certificates/${number}`)}
          />
        </Dialog>
      ) : null}
    </>
  );
}
