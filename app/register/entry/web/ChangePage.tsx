import { App, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useGo, usePathParam } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { entryEndpoints } from '../contract.ts';
import type { EntryDetails } from '../contract/shapes.ts';
import { EntryForm } from './EntryForm.tsx';
import { texts } from './text.ts';

type Props = { readonly entry: EntryDetails };

function Loaded({ children }: { children: (props: Props) => ReactElement }): ReactElement {
  const id = usePathParam('id');
  const entry = useEndpoint(entryEndpoints.readEntry, { params: { id: id as never } });
  return <Answer query={entry}>{(details) => children({ entry: details })}</Answer>;
}

const lastFiles = (entry: EntryDetails) => entry.versions[entry.versions.length - 1]?.files ?? [];

/** A returned entry is completed and submitted again. */
export const CompletionPage = (): ReactElement => <Loaded>{(props) => <Completion {...props} />}</Loaded>;
/** A correction of an accepted entry is proposed; the old value stays. */
export const CorrectionPage = (): ReactElement => <Loaded>{(props) => <Correction {...props} />}</Loaded>;

function useAfter(id: string): () => void {
  const text = useTexts(texts);
  const go = useGo();
  const { message } = App.useApp();
  return () => {
    void message.success(text.sent, 4);
    go(`/desk/entries/${id}`);
  };
}

function Completion({ entry }: Props): ReactElement {
  const text = useTexts(texts);
  const after = useAfter(entry.id);
  const { run, pending, problem } = useAction(entryEndpoints.resubmitEntry);
  const reason = entry.versions[entry.versions.length - 1]?.reason;
  return (
    <>
      <PageHead title={entry.title} lead={reason === null || reason === undefined ? undefined : fill(text.returnedFor, { reason })} />
      <EntryForm
        kind={entry.kind}
        initial={entry.content}
        initialFiles={lastFiles(entry)}
        draft={`entry-${entry.id}`}
        pending={pending}
        problem={problem}
        onCancel={`/desk/entries/${entry.id}`}
        onSubmit={(content, files, forget) =>
          void run({ params: { id: entry.id }, body: { content: content as never, files: files.map((file) => file.id) } }).then((reply) => {
            if (reply === undefined) return;
            forget();
            after();
          })
        }
      />
    </>
  );
}

function Correction({ entry }: Props): ReactElement {
  const text = useTexts(texts);
  const after = useAfter(entry.id);
  const id = useId();
  const [reason, setReason] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const { run, pending, problem } = useAction(entryEndpoints.proposeCorrection);
  return (
    <>
      <PageHead title={`${text.correction} · ${entry.title}`} />
      <EntryForm
        kind={entry.kind}
        initial={entry.content}
        pending={pending}
        problem={problem}
        onCancel={`/desk/entries/${entry.id}`}
        onSubmit={(content, files) =>
          void run({
            params: { id: entry.id },
            body: { content: content as never, files: files.map((file) => file.id), reason, documentNumber },
          }).then((reply) => (reply === undefined ? undefined : after()))
        }
      >
        <div className="sheet fields">
          <div className="field wide">
            <label htmlFor={`${id}-reason`}>
              {text.reasonOfChange}
              <span className="required">{text.required}</span>
            </label>
            <Input.TextArea
              id={`${id}-reason`}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-document`}>
              {text.basisDocument}
              <span className="required">{text.required}</span>
            </label>
            <Input
              id={`${id}-document`}
              maxLength={100}
              value={documentNumber}
              onChange={(event) => setDocumentNumber(event.target.value)}
            />
          </div>
        </div>
      </EntryForm>
    </>
  );
}
