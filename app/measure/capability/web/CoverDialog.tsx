import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { capabilityEndpoints, type Cell } from '../contract.ts';
import { coverKindNames, coverKinds } from '../rules/life-cycle.ts';
import { useBodies } from './organizations.ts';
import { texts } from './text.ts';

/** Records who does the work while the county cannot; it does not count as in place. */
export function CoverDialog({ cell, onClose }: { cell: Cell; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const bodies = useBodies();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <Dialog title={text.cover} onClose={onClose}>
      <RecordForm
        endpoint={capabilityEndpoints.recordCover}
        params={{ region: cell.region.code, item: cell.item.id }}
        fixed={{ files: files.map((file) => file.id) }}
        done={['已登记', 'Recorded']}
        onDone={onClose}
        fields={[
          {
            name: 'kind',
            label: ['方式', 'Kind'],
            kind: 'choice',
            options: coverKindNames.map((value) => ({ value, label: coverKinds[value] })),
          },
          { name: 'bodyId', label: ['由谁承担', 'Who does the work'], kind: 'choice', options: bodies },
          { name: 'validFrom', label: ['起', 'From'], kind: 'day' },
          { name: 'validTo', label: ['止', 'Until'], kind: 'day' },
          { name: 'documentNumber', label: ['协议文号', 'Number of the agreement'] },
          { name: 'reason', label: ['说明', 'Why'], kind: 'long' },
        ]}
      >
        <div className="field">
          <span>{text.files}</span>
          <FilePicker value={files} onChange={setFiles} />
        </div>
      </RecordForm>
    </Dialog>
  );
}
