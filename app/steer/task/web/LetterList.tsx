import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { taskEndpoints } from '../contract.ts';
import type { Letter } from '../contract/shapes.ts';
import { letterKinds, letterStates as letterWords } from '../rules/states.ts';
import { useExecutors } from './organizations.ts';
import { letterStates } from './states.ts';
import { texts } from './text.ts';

const kindOptions = Object.entries(letterKinds).map(([value, label]) => ({ value, label }));

function Kind({ letter }: { letter: Letter }): ReactElement {
  return <>{useSay()(letterKinds[letter.kind])}</>;
}

const columns: readonly Column<Letter>[] = [
  { key: 'title', title: ['标题', 'Title'], show: (letter) => <a href={`/desk/task-letters/${letter.id}`}>{letter.title}</a> },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (letter) => <Kind letter={letter} /> },
  { key: 'to', title: ['收件单位', 'To'], show: (letter) => letter.organization.name },
  { key: 'items', title: ['事项数', 'Items'], number: true, show: (letter) => letter.items },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (letter) => <StatusTag states={letterStates} state={letter.state} /> },
  {
    key: 'number',
    title: ['文号', 'Number'],
    show: (letter) => (letter.documentNumber === null ? null : printDocumentNumber(letter.documentNumber)),
  },
  { key: 'issued', title: ['签发日期', 'Issued'], narrow: true, show: (letter) => letter.issuedOn },
];

/** The letters: for the plan office also drafts, for a recipient what was issued to it. */
export function LetterList(): ReactElement {
  const text = useTexts(texts);
  const mayDraft = usePermit('task.oversee');
  const [drafting, setDrafting] = useState(false);
  return (
    <>
      <PageHead
        title={text.letters}
        lead={text.lettersLead}
        actions={
          mayDraft ? (
            <Button type="primary" onClick={() => setDrafting(true)}>
              {text.draft}
            </Button>
          ) : undefined
        }
      />
      <DataTable
        endpoint={taskEndpoints.listLetters}
        columns={columns}
        rowKey={(letter) => letter.id}
        caption={['提醒函与督办单', 'Letters']}
        filters={[
          { name: 'q', label: ['单位、标题或文号', 'Organization, title or number'] },
          { name: 'kind', label: ['种类', 'Kind'], kind: 'choice', options: kindOptions },
          {
            name: 'state',
            label: ['状态', 'State'],
            kind: 'choice',
            options: Object.entries(letterWords).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: ['没有函件', 'There is no letter'] }}
      />
      {drafting ? <DraftDialog onClose={() => setDrafting(false)} /> : null}
    </>
  );
}

function DraftDialog({ onClose }: { onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const options = useExecutors();
  return (
    <Dialog title={text.draft} onClose={onClose}>
      <p className="soft">{text.draftLead}</p>
      <RecordForm
        endpoint={taskEndpoints.draftLetter}
        submit={['按记录起草', 'Draft from the records']}
        onDone={(letter) => go(`/desk/task-letters/${letter.id}`)}
        fields={[
          { name: 'kind', label: ['种类', 'Kind'], kind: 'choice', options: kindOptions },
          { name: 'organizationId', label: ['收件单位', 'To'], kind: 'choice', options },
        ]}
      />
    </Dialog>
  );
}
