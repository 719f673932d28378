import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { planEndpoints, type DefinitionRecord } from '../contract/endpoints.ts';
import { texts } from './text.ts';

type Props = { readonly definition: DefinitionRecord; readonly onClose: () => void };

/** Decides what words without a number mean here; the version before it is kept. */
export function DefineDialog({ definition, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const inForce = definition.versions[0];
  return (
    <Dialog title={`${inForce === undefined ? text.decide : text.decideAgain} “${definition.phrase}”`} onClose={onClose}>
      <p className="soft">{say(definition.question)}</p>
      <RecordForm
        endpoint={planEndpoints.decideDefinition}
        params={{ id: definition.id }}
        fixed={{ supersedes: inForce?.id ?? null, files: files.map((file) => file.id) }}
        initial={{ meaning: inForce?.meaning, meaningEn: inForce?.meaningEn, evidence: inForce?.evidence }}
        draft={`define-${definition.id}`}
        done={['已记录', 'Recorded']}
        onDone={onClose}
        fields={[
          { name: 'meaning', label: ['在本市的含义', 'What it means here'], kind: 'long' },
          { name: 'meaningEn', label: ['含义（英文）', 'Meaning (English)'], kind: 'long' },
          { name: 'evidence', label: ['以什么为凭', 'What proves it'] },
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
