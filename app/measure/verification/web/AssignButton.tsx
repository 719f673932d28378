import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { peopleEndpoints } from '../../../register/people/contract.ts';
import { verificationEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** The manager hands an instrument to a technician of the institute. */
export function AssignButton({ item }: { item: string }): ReactElement {
  const text = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.assign}</Button>
      {open ? <AssignDialog item={item} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AssignDialog({ item, onClose }: { item: string; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const people = useEndpoint(peopleEndpoints.listPeople, { query: { role: 'technician', limit: 200 } });
  return (
    <Dialog title={text.assign} onClose={onClose}>
      <RecordForm
        endpoint={verificationEndpoints.assignItem}
        fixed={{ item }}
        fields={[
          {
            name: 'technician',
            label: ['检定员', 'Technician'],
            kind: 'choice',
            options: (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        onDone={onClose}
      />
    </Dialog>
  );
}
