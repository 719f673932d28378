import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { taskEndpoints } from '../contract.ts';
import type { LetterDetails } from './LetterPage.tsx';
import { texts } from './text.ts';

type Props = { readonly letter: LetterDetails; readonly onClose: () => void };

/** Edits the draft; the earlier text stays as its own version. */
export function ReviseDialog({ letter, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const latest = letter.versions[letter.versions.length - 1];
  return (
    <Dialog title={text.revise} onClose={onClose}>
      <RecordForm
        endpoint={taskEndpoints.reviseLetter}
        params={{ id: letter.id }}
        initial={{ title: latest?.title, text: latest?.text }}
        done={['已保存为新的一版', 'Saved as a new version']}
        onDone={onClose}
        fields={[
          { name: 'title', label: ['标题', 'Title'] },
          { name: 'text', label: ['正文', 'Text'], kind: 'long' },
        ]}
      />
    </Dialog>
  );
}

/** Records that the letter was signed: office, number, who signed, when. */
export function IssueDialog({ letter, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const { organization } = useCaller();
  return (
    <Dialog title={text.issue} onClose={onClose}>
      <p className="soft">{text.issueLead}</p>
      <RecordForm
        endpoint={taskEndpoints.issueLetter}
        params={{ id: letter.id }}
        initial={{ office: organization.name }}
        done={['已登记签发', 'Issued']}
        onDone={onClose}
        fields={[
          { name: 'office', label: ['签发单位', 'Signing office'] },
          { name: 'documentNumber', label: ['文号', 'Document number'], hint: ['如 通市监函〔2026〕12号', 'As 通市监函〔2026〕12号'] },
          { name: 'signedBy', label: ['签发人', 'Signed by'] },
          { name: 'issuedOn', label: ['签发日期', 'Issued on'], kind: 'day' },
        ]}
      />
    </Dialog>
  );
}
