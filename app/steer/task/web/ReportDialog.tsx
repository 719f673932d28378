import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../contract.ts';
import type { TaskItem } from '../contract/shapes.ts';
import { texts } from './text.ts';

type Props = { readonly item: TaskItem; readonly finishing: boolean; readonly onClose: () => void };

/** Says what was done, with the evidence; no percentage is asked for. */
export function ReportDialog({ item, finishing, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <Dialog title={finishing ? text.finish : text.report} onClose={onClose}>
      <RecordForm
        endpoint={taskEndpoints.reportTaskItem}
        params={{ id: item.id }}
        fixed={{ finishing, files: files.map((file) => file.id) }}
        draft={`report-${item.id}`}
        done={['已报告', 'Reported']}
        onDone={onClose}
        fields={[
          { name: 'doneOn', label: ['截至日期', 'As of'], kind: 'day' },
          {
            name: 'text',
            label: ['做了什么', 'What was done'],
            kind: 'long',
            hint: ['写事实和结果，不写百分比', 'Facts and results, no percentages'],
          },
          ...(finishing
            ? []
            : [{ name: 'obstacle', label: ['困难（没有可不填）', 'Obstacle, if there is one'] as const, kind: 'long' as const }]),
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
