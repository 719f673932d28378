import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** What the institute prints on its certificates, and where its pre-printed form stands. */
export function FormButton(): ReactElement {
  const text = useTexts(texts);
  const [isOpen, setOpen] = useState(false);
  const query = useEndpoint(certificateEndpoints.readCertificateForm, {}, { enabled: isOpen });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.form}</Button>
      {isOpen ? (
        <Dialog title={text.form} onClose={() => setOpen(false)}>
          <p className="soft">{text.formLead}</p>
          <Answer<typeof certificateEndpoints.readCertificateForm> query={query}>
            {({ address, phone, offsetX, offsetY }) => (
              <RecordForm
                endpoint={certificateEndpoints.setCertificateForm}
                initial={{ address, phone, offsetX, offsetY }}
                fields={[
                  { name: 'address', label: ['地址', 'Address'] },
                  { name: 'phone', label: ['电话', 'Telephone'] },
                  { name: 'offsetX', label: ['套打右移', 'Overlay to the right'], kind: 'decimal', unit: 'mm' },
                  { name: 'offsetY', label: ['套打下移', 'Overlay down'], kind: 'decimal', unit: 'mm' },
                ]}
                done={['已保存', 'Saved']}
                onDone={() => setOpen(false)}
              />
            )}
          </Answer>
        </Dialog>
      ) : null}
    </>
  );
}
