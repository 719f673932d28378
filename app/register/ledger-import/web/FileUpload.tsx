import { Button } from 'antd';
import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../../../kernel/endpoint.ts';
import { ProblemAnswer, upload } from '../../../web/client.ts';
import { printBytes } from '../../../web/figures.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { submissionKey } from '../../../web/submission.ts';
import { texts } from './text.ts';
import './ledger-import.css';

type Props<E extends AnyEndpoint> = {
  readonly endpoint: E;
  readonly request: (fileName: string) => RequestOf<E>;
  readonly onDone: (reply: ReplyOf<E>) => void;
  readonly label: string;
  readonly hint: string;
  readonly send: string;
  readonly children?: ReactNode;
};

/** Chooses one file and sends it: one key until it has arrived, so that a retry does not send it twice. */
export function FileUpload<E extends AnyEndpoint>({ endpoint, request, onDone, label, hint, send, children }: Props<E>): ReactElement {
  const id = useId();
  const key = useRef<string | undefined>(undefined);
  const text = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const start = async (): Promise<void> => {
    if (file === undefined) return;
    key.current ??= submissionKey();
    setPending(true);
    setProblem(undefined);
    try {
      const reply = await upload(endpoint, request(file.name), file, { key: key.current });
      key.current = undefined;
      onDone(reply);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      if (error.status !== 0) key.current = undefined;
      setProblem(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <section className="sheet ledger-upload">
      <h2>{label}</h2>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={label}
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          key.current = undefined;
          setProblem(undefined);
          setFile(event.target.files?.[0]);
        }}
      />
      <p>
        <Button aria-describedby={`${id}-hint`} onClick={() => input.current?.click()}>
          {text.choose}
        </Button>{' '}
        <span aria-live="polite">{file === undefined ? text.none : file.name}</span>
      </p>
      <p id={`${id}-hint`} className="soft">
        {hint}
        {file === undefined ? '' : ` · ${printBytes(file.size)}`}
      </p>
      {children}
      <ProblemNote problem={problem} />
      <p>
        <Button type="primary" disabled={file === undefined} loading={pending} onClick={() => void start()}>
          {send}
        </Button>
      </p>
    </section>
  );
}
