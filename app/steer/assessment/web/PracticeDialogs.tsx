import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { OrganizationPicker } from '../../../register/organization/web/OrganizationPicker.tsx';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../../task/contract.ts';
import { assessmentEndpoints } from '../contract.ts';
import type { Practice } from '../contract/practice.ts';
import { texts } from './text.ts';

/** Proposes a good practice of one's county. */
export function ProposeDialog({ onClose }: { onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const tasks = useEndpoint(taskEndpoints.listPlanTasks, {});
  return (
    <Dialog title={text.propose} onClose={onClose}>
      <RecordForm
        endpoint={assessmentEndpoints.proposePractice}
        fixed={{ files: files.map((file) => file.id) }}
        draft="practice"
        done={['已推荐', 'Proposed']}
        onDone={(practice) => go(`/desk/practices/${practice.id}`)}
        fields={[
          { name: 'title', label: ['名称', 'Name'] },
          {
            name: 'task',
            label: ['任务', 'Task'],
            kind: 'choice',
            options: (tasks.data?.tasks ?? []).map((each) => ({ value: each.task, label: `${each.task} ${say(each.title)}` })),
          },
          {
            name: 'organizationId',
            label: ['所属单位', 'Whose'],
            hint: ['不选为本单位', 'Your own organization when left empty'],
            control: (props) => <OrganizationPicker {...props} />,
          },
          { name: 'text', label: ['做法与成效', 'What was done and what came of it'], kind: 'long' },
        ]}
      >
        <Evidence files={files} onChange={setFiles} />
      </RecordForm>
    </Dialog>
  );
}

/** Records a commendation by its document; its basis is the plan's own sentence. */
export function CommendDialog({ practice, onClose }: { practice: Practice; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <Dialog title={text.commend} onClose={onClose}>
      <p>{`${practice.organization.name} · ${practice.title}`}</p>
      <RecordForm
        endpoint={assessmentEndpoints.recordCommendation}
        fixed={{ organizationId: practice.organization.id, practiceId: practice.id, files: files.map((file) => file.id) }}
        done={['已登记', 'Recorded']}
        onDone={onClose}
        fields={[
          { name: 'documentNumber', label: ['文号', 'Document number'], hint: ['如 通政发〔2026〕12号', 'As 通政发〔2026〕12号'] },
          { name: 'issuedOn', label: ['印发日期', 'Issued on'], kind: 'day' },
          { name: 'text', label: ['褒奖内容', 'Commendation'], kind: 'long' },
        ]}
      >
        <Evidence files={files} onChange={setFiles} />
      </RecordForm>
    </Dialog>
  );
}

/** Recognises a practice by the number of a document. */
export function RecogniseDialog({ practice, onClose }: { practice: Practice; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={text.documentNumber} onClose={onClose}>
      <RecordForm
        endpoint={assessmentEndpoints.decidePractice}
        params={{ id: practice.id }}
        fixed={{ decision: 'recognise' }}
        done={['已认定', 'Recognised']}
        onDone={onClose}
        fields={[
          { name: 'documentNumber', label: ['认定文号', 'Document number'], hint: ['如 通市监发〔2026〕12号', 'As 通市监发〔2026〕12号'] },
        ]}
      />
    </Dialog>
  );
}

function Evidence({ files, onChange }: { files: readonly PickedFile[]; onChange: (files: readonly PickedFile[]) => void }): ReactElement {
  const text = useTexts(texts);
  return (
    <div className="field">
      <span>{text.evidence}</span>
      <FilePicker value={files} onChange={onChange} />
    </div>
  );
}
