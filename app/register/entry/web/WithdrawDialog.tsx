import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { entryEndpoints } from '../contract.ts';
import type { EntryDetails } from '../contract/shapes.ts';
import { texts } from './text.ts';

/** Ends an entry: from this day it counts no more, and stays in the past. */
export function WithdrawDialog({ entry, onClose }: { entry: EntryDetails; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={text.withdraw} onClose={onClose}>
      <RecordForm
        endpoint={entryEndpoints.withdrawEntry}
        params={{ id: entry.id }}
        done={['已撤销', 'Withdrawn']}
        onDone={onClose}
        fields={[
          { name: 'day', label: ['自何日起不再计入', 'First day on which it counts no more'], kind: 'day' },
          { name: 'reason', label: ['撤销理由', 'Reason'], kind: 'long', hint: ['将随记录永久保存', 'Kept with the record for good'] },
        ]}
      />
    </Dialog>
  );
}
