import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { planEndpoints, type DifferenceDetails } from '../contract/endpoints.ts';
import { resolutions, settledNames } from '../rules/settlement.ts';
import { texts } from './text.ts';

type Props = { readonly difference: DifferenceDetails; readonly onClose: () => void };

/** Settles a difference: the conclusion, its reason, the document and the evidence. */
export function SettleDialog({ difference, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <Dialog title={difference.resolution === 'open' ? text.settle : text.settleAgain} onClose={onClose}>
      <RecordForm
        endpoint={planEndpoints.settleDifference}
        params={{ id: difference.id }}
        fixed={{ supersedes: difference.settlement?.id ?? null, files: files.map((file) => file.id) }}
        draft={`settle-${difference.id}`}
        done={['已记录', 'Recorded']}
        onDone={onClose}
        fields={[
          {
            name: 'resolution',
            label: ['结论', 'Conclusion'],
            kind: 'choice',
            options: settledNames.map((value) => ({ value, label: resolutions[value].text })),
          },
          {
            name: 'reason',
            label: ['理由', 'Reason'],
            kind: 'long',
            hint: ['说明依据什么得出结论，将永久保存', 'Say what the conclusion rests on; it is kept for good'],
          },
          {
            name: 'documentNumber',
            label: ['依据文号', 'Document number'],
            hint: ['如 通政办发〔2026〕12号；没有可不填', 'As 通政办发〔2026〕12号; leave it empty when there is none'],
          },
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
