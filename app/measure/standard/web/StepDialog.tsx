import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay } from '../../../web/language.ts';
import { standardEndpoints } from '../contract.ts';
import { standardActions, type StandardAction } from '../rules.ts';
import { certificateFields, descriptionFields } from './fields.tsx';
import type { Details } from './StandardPage.tsx';

const reason = { name: 'reason', label: ['理由', 'Reason'] } as const;
const since = { name: 'since', label: ['自何日起', 'Since'], kind: 'day' } as const;
const endpoints = {
  suspend: standardEndpoints.suspendStandard,
  resume: standardEndpoints.resumeStandard,
  retire: standardEndpoints.retireStandard,
} as const;

type Props = { readonly action: Exclude<StandardAction, 'range'>; readonly details: Details; readonly onClose: () => void };

/** A correction, a new certificate, or another state with its day and reason. */
export function StepDialog({ action, details, onClose }: Props): ReactElement {
  const say = useSay();
  const params = { id: details.id };
  const { number, name, model, serial, range, roles, certificate } = details;
  return (
    <Dialog title={say(standardActions[action])} onClose={onClose}>
      {action === 'change' ? (
        <RecordForm
          endpoint={standardEndpoints.changeStandard}
          params={params}
          fixed={{ version: details.version }}
          fields={[...descriptionFields, reason]}
          initial={{ number, name, model, serial, range, roles }}
          done={['已更正', 'Corrected']}
          onDone={onClose}
        />
      ) : action === 'renew' ? (
        <RecordForm
          endpoint={standardEndpoints.renewStandard}
          params={params}
          fields={certificateFields}
          initial={{
            kind: certificate.kind,
            issuer: certificate.issuer,
            quality: certificate.quality,
            unit: certificate.unit,
            coverageFactor: certificate.coverageFactor,
            accuracyClass: certificate.accuracyClass,
          }}
          done={['已登记', 'Recorded']}
          onDone={onClose}
        />
      ) : (
        <RecordForm endpoint={endpoints[action]} params={params} fields={[since, reason]} done={['已办理', 'Done']} onDone={onClose} />
      )}
    </Dialog>
  );
}
