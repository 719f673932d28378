import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import { replaceableFields, type ReplaceableField } from '../rules.ts';
import type { Certificate } from './CertificatePage.tsx';
import { texts } from './text.ts';

type Changes = Partial<Record<ReplaceableField, string>>;

/** One line for each of the data that may be corrected; what stays empty stays as it is. */
function ChangeFields({ id, value, onChange }: ControlProps): ReactElement {
  const say = useSay();
  const changes = (value ?? {}) as Changes;
  const set = (field: ReplaceableField, typed: string): void => {
    const { [field]: _before, ...rest } = changes;
    onChange(typed.trim() === '' ? rest : { ...rest, [field]: typed });
  };
  return (
    <div className="stack">
      {(Object.keys(replaceableFields) as ReplaceableField[]).map((field, index) => (
        <label key={field}>
          {say(replaceableFields[field])}
          <Input
            {...(index === 0 ? { id } : {})}
            maxLength={200}
            value={changes[field] ?? ''}
            onChange={(event) => set(field, event.target.value)}
          />
        </label>
      ))}
    </div>
  );
}

/** Reissues the document under a number of its own, with the reason and what is corrected. */
export function ReplaceButton({ certificate }: { readonly certificate: Certificate }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.replace}</Button>
      {isOpen ? (
        <Dialog title={text.replace} onClose={() => setOpen(false)}>
          <p className="soft">{text.replaceLead}</p>
          <RecordForm
            endpoint={certificateEndpoints.replaceCertificate}
            params={{ number: certificate.number }}
            initial={{ changes: {} }}
            fields={[
              { name: 'reason', label: ['换发理由', 'Why it is reissued'], kind: 'long' },
              {
                name: 'changes',
                label: ['更正内容', 'Corrections'],
                hint: ['遗失补发不填', 'Empty for a document that was lost'],
                control: (props) => <ChangeFields {...props} />,
              },
            ]}
            submit={['换发', 'Reissue']}
            done={['已换发', 'Reissued']}
            onDone={({ number }) => go(`/desk/certificates/${number}`)}
          />
        </Dialog>
      ) : null}
    </>
  );
}
