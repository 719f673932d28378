import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../contract.ts';
import type { TaskItem } from '../contract/shapes.ts';
import { texts } from './text.ts';

/** Asks for a later due day with its reason. */
export function AskDialog({ item, onClose }: { item: TaskItem; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <Dialog title={text.askExtension} onClose={onClose}>
      <RecordForm
        endpoint={taskEndpoints.askExtension}
        params={{ id: item.id }}
        fixed={{ files: files.map((file) => file.id) }}
        done={['已申请', 'Asked']}
        onDone={onClose}
        fields={[
          { name: 'dueAsked', label: ['申请延至', 'Asked until'], kind: 'day' },
          { name: 'reason', label: ['理由', 'Reason'], kind: 'long' },
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

type DecideProps = { readonly item: TaskItem; readonly extension: string; readonly granted: boolean; readonly onClose: () => void };

/** Grants an extension by document number, or refuses it with a reason. */
export function DecideDialog({ item, extension, granted, onClose }: DecideProps): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={`${text.decideExtension} · ${granted ? text.grant : text.refuse}`} onClose={onClose}>
      <RecordForm
        endpoint={taskEndpoints.decideExtension}
        params={{ id: item.id, extension }}
        fixed={{ decision: granted ? 'granted' : 'refused' }}
        done={['已批复', 'Decided']}
        onDone={onClose}
        fields={[
          ...(granted
            ? [
                {
                  name: 'documentNumber',
                  label: ['批准文号', 'Document number'] as const,
                  hint: ['如 通市监函〔2026〕12号', 'As 通市监函〔2026〕12号'] as const,
                },
              ]
            : []),
          { name: 'answer', label: granted ? (['说明', 'Note'] as const) : (['理由', 'Reason'] as const), kind: 'long' as const },
        ]}
      />
    </Dialog>
  );
}
