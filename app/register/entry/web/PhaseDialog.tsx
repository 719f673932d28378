import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { FilePicker, type PickedFile } from '../../file/web/FilePicker.tsx';
import { entryEndpoints } from '../contract.ts';
import type { EntryDetails } from '../contract/shapes.ts';
import { phaseNames, phases } from '../rules/kind.ts';
import { texts } from './text.ts';

/** Proposes the next phase of a laboratory or centre with its document. */
export function PhaseDialog({ entry, onClose }: { entry: EntryDetails; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const reached = entry.phase === null ? 0 : phaseNames.indexOf(entry.phase);
  return (
    <Dialog title={text.phaseProposal} onClose={onClose}>
      <RecordForm
        endpoint={entryEndpoints.recordPhase}
        params={{ id: entry.id }}
        fixed={{ files: files.map((file) => file.id) }}
        done={['已提交，待审定', 'Submitted; waits for its decision']}
        onDone={onClose}
        fields={[
          {
            name: 'phase',
            label: ['阶段', 'Phase'],
            kind: 'choice',
            options: phaseNames.slice(reached + 1).map((value) => ({ value, label: phases[value] })),
          },
          { name: 'day', label: ['日期', 'Day'], kind: 'day' },
          { name: 'documentNumber', label: ['文号', 'Document number'] },
          { name: 'reason', label: ['说明', 'Note'], kind: 'long' },
        ]}
      >
        <div className="field">
          <span>{text.evidence}</span>
          <FilePicker value={files} onChange={setFiles} />
        </div>
      </RecordForm>
    </Dialog>
  );
}
