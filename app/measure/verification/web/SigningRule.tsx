import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { verificationEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** Who may sign twice at this institute; nobody, unless its manager rules otherwise by a document. */
export function SigningRule(): ReactElement | null {
  const text = useTexts(texts);
  const mayChange = usePermit('verification.manage');
  const [open, setOpen] = useState(false);
  const rule = useEndpoint(verificationEndpoints.readSigningRule, {}, { enabled: mayChange });
  if (!mayChange || rule.data === undefined) return null;
  const { approverMayCheck, documentNumber } = rule.data;
  return (
    <section className="sheet">
      <h2>{text.signingRule}</h2>
      <p>
        {approverMayCheck ? text.ruleMay : text.ruleMayNot} <span className="soft">{documentNumber ?? text.ruleUnset}</span>
      </p>
      <Button onClick={() => setOpen(true)}>{text.ruleChange}</Button>
      {open ? (
        <Dialog title={text.signingRule} onClose={() => setOpen(false)}>
          <RecordForm
            endpoint={verificationEndpoints.setSigningRule}
            fields={[
              { name: 'approverMayCheck', label: ['批准人可以兼核验员', 'The approver may be the checker'], kind: 'yesNo' },
              { name: 'documentNumber', label: ['文号', 'Document number'] },
            ]}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      ) : null}
    </section>
  );
}
