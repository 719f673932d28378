import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { capabilityEndpoints, type Cell } from '../contract.ts';
import { cellStates } from '../rules/life-cycle.ts';
import { useBodies } from './organizations.ts';
import { texts } from './text.ts';

/** Reports what a cell has become, since when, by whom and with which document. */
export function ReportDialog({ cell, onClose }: { cell: Cell; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const bodies = useBodies();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const place = `${cell.region.code}-${cell.item.id}`;
  return (
    <Dialog title={text.report} onClose={onClose}>
      <RecordForm
        endpoint={capabilityEndpoints.reportCell}
        params={{ region: cell.region.code, item: cell.item.id }}
        fixed={{ files: files.map((file) => file.id) }}
        draft={`capability-${place}`}
        done={['已上报，等待审定', 'Reported; a decision is awaited']}
        onDone={onClose}
        fields={[
          {
            name: 'state',
            label: ['变为', 'Becomes'],
            kind: 'choice',
            options: cell.next.map((value) => ({ value, label: cellStates[value] })),
          },
          { name: 'since', label: ['自何日起', 'Since'], kind: 'day' },
          {
            name: 'bodyId',
            label: ['承担机构', 'Body'],
            kind: 'choice',
            options: bodies,
            hint: [
              '检定机构或授权企业（如供电公司）；考核、授权、在用必填',
              'An institute or an authorised company; needed for examination, authorisation and use',
            ],
          },
          {
            name: 'documentNumber',
            label: ['文号', 'Document number'],
            hint: ['考核、授权、在用必填', 'Needed for examination, authorisation and use'],
          },
          { name: 'reason', label: ['说明', 'What happened'], kind: 'long' },
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
