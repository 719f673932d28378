import { useState, type ChangeEvent, type FormEvent, type ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useDrop } from '../use-drop.ts';
import { Answers } from './Answers.tsx';
import type { Given } from './conversation.ts';
import { useVerification, type Outcome, type Surroundings } from './use-verification.ts';
import { texts } from './verify-text.ts';
import './verify.css';

type Props = Surroundings & {
  readonly trust: string | null;
  readonly revocations: string | null;
  /** The day for which it is judged, 'YYYY-MM-DD'. */
  readonly today: string;
  readonly onAgain: () => void;
};

const largest = 32 * 1024 * 1024;
const most = 20;

/** Takes files, a photo or the text of a code, and shows the six answers. */
export function Verifier({ start, readPhoto, trust, revocations, today, onAgain }: Props): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly Given[]>([]);
  const [code, setCode] = useState('');
  const [serial, setSerial] = useState('');
  const [refusal, setRefusal] = useState('');
  const { outcome, isRunning, ask, stop } = useVerification({ start, readPhoto });

  const question = (given: readonly Given[]): void => ask({ files: given, code, serial, at: today, trust, revocations });
  const add = async (chosen: readonly File[]): Promise<void> => {
    const large = chosen.find(({ size }) => size > largest);
    if (large !== undefined) return setRefusal(fill(text.tooLarge, { name: large.name }));
    setRefusal('');
    const read = await Promise.all(
      chosen.slice(0, most).map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const given = [...files, ...read].slice(-most);
    setFiles(given);
    question(given);
    return undefined;
  };
  const isOver = useDrop(true, (dropped) => void add(dropped));
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    void add([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (files.length === 0 && code.trim() === '') return setRefusal(text.nothingGiven);
    setRefusal('');
    question(files);
    return undefined;
  };
  const believed = outcome?.kind === 'examined' ? outcome.trust : trust === null ? 'none' : 'own';
  return (
    <>
      <form className={`sheet verify-form${isOver ? ' over' : ''}`} onSubmit={submit}>
        <p className="verify-promise">{text.nothingSent}</p>
        <div>
          <label htmlFor="verify-files">{text.files}</label>
          <input
            id="verify-files"
            type="file"
            multiple
            accept=".pdf,.xml,.zip,.json,.txt,.tlog-proof,image/*"
            aria-describedby="verify-files-hint"
            onChange={choose}
          />
          <p className="soft" id="verify-files-hint">
            {isOver ? text.dropHere : text.filesHint}
          </p>
          {files.length === 0 ? null : <p>{fill(text.chosen, { names: files.map(({ name }) => name).join('、') })}</p>}
        </div>
        <div>
          <label htmlFor="verify-code">{text.code}</label>
          <textarea
            id="verify-code"
            rows={3}
            maxLength={2000}
            value={code}
            spellCheck={false}
            autoComplete="off"
            aria-describedby="verify-code-hint"
            onChange={(event) => setCode(event.target.value)}
          />
          <p className="soft" id="verify-code-hint">
            {text.codeHint}
          </p>
        </div>
        <div>
          <label htmlFor="verify-serial">{text.serial}</label>
          <input
            id="verify-serial"
            maxLength={200}
            value={serial}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="verify-serial-hint"
            onChange={(event) => setSerial(event.target.value)}
          />
          <p className="soft" id="verify-serial-hint">
            {text.serialHint}
          </p>
        </div>
        <p className="soft">
          {fill(text.day, { day: today })}
          {` · ${{ given: text.trustGiven, own: text.trustOwn, none: text.trustNone }[believed]}`}
        </p>
        <p className="verify-fault" role="alert">
          {refusal}
        </p>
        <div className="choice">
          <button type="submit">{text.check}</button>
          {isRunning ? (
            <button type="button" className="second" onClick={stop}>
              {text.cancel}
            </button>
          ) : null}
          {outcome === null ? null : (
            <button type="button" className="second" onClick={onAgain}>
              {text.again}
            </button>
          )}
          <span role="status">{isRunning ? text.checking : ''}</span>
        </div>
      </form>
      {outcome === null ? null : <Found outcome={outcome} />}
    </>
  );
}

function Found({ outcome }: { outcome: Outcome }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (outcome.kind === 'examined') return <Answers examination={outcome.examination} />;
  const words =
    outcome.kind === 'refused'
      ? say(outcome.reason)
      : outcome.kind === 'not-picture'
        ? fill(text.notPicture, { name: outcome.name })
        : { 'no-code': text.noCode, stopped: text.stopped, 'no-worker': text.noWorker }[outcome.kind];
  return (
    <div className="sheet notice attention" role="status">
      <p>
        <b>{outcome.kind === 'refused' || outcome.kind === 'no-code' ? text.noCertificateTitle : text.notReadableTitle}</b>
      </p>
      <p>{words}</p>
    </div>
  );
}
