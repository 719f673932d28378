import type { ReactElement } from 'react';
import { DayField } from '../../../web/kit/DayField.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { ControlProps, Field } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { signingKeyEndpoints, type SigningKey } from '../contract.ts';
import { revocationCauses } from '../rules.ts';
import { texts } from './text.ts';

type Props = { readonly id: SigningKey['id']; readonly onClose: () => void };

/** The second person confirms, with a certificate from elsewhere where the city's root does not issue it. */
export function ConfirmDialog({ id, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={text.confirmTitle} onClose={onClose}>
      <p className="soft">{text.confirmHelp}</p>
      <RecordForm
        endpoint={signingKeyEndpoints.confirmSigningKey}
        params={{ id }}
        fields={[{ name: 'certificates', label: ['外部签发的证书（PEM）', 'Certificates from elsewhere (PEM)'], kind: 'long' }]}
        submit={['批准', 'Confirm']}
        done={['已启用', 'In use']}
        onDone={onClose}
      />
    </Dialog>
  );
}

const startOf = (day: string): string => `${day}T00:00:00+08:00`;

/** A day, of which the first moment counts: a revocation is rather too early than too late. */
function FromField({ id, value, onChange, invalid, describedBy }: ControlProps): ReactElement {
  return (
    <DayField
      id={id}
      invalid={invalid}
      describedBy={describedBy}
      value={typeof value === 'string' ? value.slice(0, 10) : ''}
      onChange={(day: string | undefined) => onChange(day === undefined ? undefined : startOf(day))}
    />
  );
}

const fields: readonly Field[] = [
  {
    name: 'cause',
    label: ['原因', 'Cause'],
    kind: 'choice',
    options: Object.entries(revocationCauses).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'from',
    label: ['自何日零时起', 'From the beginning of'],
    hint: ['已知或怀疑失密的最早一天', 'The first day on which it is known or suspected'],
    control: (props) => <FromField {...props} />,
  },
  { name: 'reason', label: ['说明', 'Explanation'], kind: 'long' },
];

export function RevocationDialog({ id, governs, onClose }: Props & { readonly governs: boolean }): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={text.revokeTitle} onClose={onClose}>
      <RecordForm
        endpoint={governs ? signingKeyEndpoints.requestCityRevocation : signingKeyEndpoints.requestKeyRevocation}
        params={{ id }}
        fields={fields}
        done={['已提交，待系统管理员批准', 'Sent; a system administrator confirms it']}
        onDone={onClose}
      />
    </Dialog>
  );
}
