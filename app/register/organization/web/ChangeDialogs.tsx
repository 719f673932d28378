import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { organizationEndpoints, type Organization } from '../contract.ts';
import { OrganizationPicker } from './OrganizationPicker.tsx';
import { texts } from './text.ts';

type Props = { readonly organization: Pick<Organization, 'id' | 'name'>; readonly onClose: () => void };

/** A new name from a day on; the former one is kept and still found. */
export function RenameDialog({ organization, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={`${text.rename} · ${organization.name}`} onClose={onClose}>
      <RecordForm
        endpoint={organizationEndpoints.renameOrganization}
        params={{ id: organization.id }}
        done={['已更名', 'Renamed']}
        onDone={onClose}
        fields={[
          { name: 'name', label: ['新名称', 'New name'] },
          { name: 'from', label: ['自何日起', 'From'], kind: 'day' },
          { name: 'reason', label: ['理由', 'Reason'], hint: ['如批准文号', 'As the number of the approval'] },
        ]}
      />
    </Dialog>
  );
}

/** The last day of an organization and who took over; its records stay. */
export function EndDialog({ organization, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={`${text.end} · ${organization.name}`} onClose={onClose}>
      <RecordForm
        endpoint={organizationEndpoints.endOrganization}
        params={{ id: organization.id }}
        done={['已终止', 'Ended']}
        onDone={onClose}
        fields={[
          { name: 'validTo', label: ['最后一日', 'Last day'], kind: 'day' },
          {
            name: 'successorId',
            label: ['承继单位', 'Successor'],
            hint: ['没有承继单位可不填', 'Leave it empty when there is none'],
            control: (props) => <OrganizationPicker {...props} />,
          },
          { name: 'reason', label: ['理由', 'Reason'] },
        ]}
      />
    </Dialog>
  );
}
