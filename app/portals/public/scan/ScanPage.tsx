import type { FormEvent, ReactElement } from 'react';
import { isCode, plainCode } from '../../../register/instrument/rules/code.ts';
import type { PublicInstrument } from '../../../register/instrument/contract/public.ts';
import { useTexts } from '../../../web/language.ts';
import { useAnswer } from '../answers.ts';
import { go, usePlace } from '../place.ts';
import { Reading } from '../Reading.tsx';
import { useTitle } from '../title.ts';
import { InstrumentFound } from './InstrumentFound.tsx';
import { texts } from './scan-text.ts';
import './scan.css';

/** What the label's address leads to: one instrument, or the field to type its code. */
export function ScanPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.title);
  const { path, query } = usePlace();
  const inPath = /^\/i\/(.+)$/.exec(path)?.[1];
  const code = plainCode(inPath === undefined ? (query.get('code') ?? '') : decoded(inPath));
  return (
    <>
      <h1>{text.title}</h1>
      {code === '' ? <p className="soft">{text.lead}</p> : null}
      {code === '' ? null : <Result code={code} />}
      <div className="sheet look-up-sheet">
        {code === '' ? null : <h2>{text.another}</h2>}
        <CodeForm />
      </div>
    </>
  );
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** A plain form: it works before the program has loaded, and the result has an address. */
function CodeForm(): ReactElement {
  const text = useTexts(texts);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('code');
    if (typeof typed === 'string' && typed.trim() !== '') go(`/i/${encodeURIComponent(plainCode(typed))}`);
  };
  return (
    <form className="look-up" action="/i" method="get" role="search" onSubmit={submit}>
      <label htmlFor="scan-code">{text.code}</label>
      <input
        id="scan-code"
        name="code"
        required
        maxLength={200}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby="scan-code-hint"
      />
      <p className="soft" id="scan-code-hint">
        {text.codeHint}
      </p>
      <button type="submit">{text.lookUp}</button>
    </form>
  );
}

function Result({ code }: { code: string }): ReactElement {
  const text = useTexts(texts);
  const answer = useAnswer<PublicInstrument>(`/api/public/instruments/${encodeURIComponent(code)}`);
  if (answer.failure?.status === 404) return <Missing code={code} />;
  if (answer.failure?.status === 429) return <Notice title={text.busyTitle} next={text.busyNext} tone="attention" />;
  return <Reading answer={answer}>{(instrument) => <InstrumentFound instrument={instrument} key={instrument.code} />}</Reading>;
}

/** A wrong character is told apart from a right code that nobody has recorded: the check is the same as the server's. */
function Missing({ code }: { code: string }): ReactElement {
  const text = useTexts(texts);
  return isCode(code) ? (
    <Notice title={text.notRecordedTitle} next={text.notRecordedNext} tone="waiting" />
  ) : (
    <Notice title={text.wrongTitle} next={text.wrongNext} tone="attention" />
  );
}

function Notice({ title, next, tone }: { title: string; next: string; tone: string }): ReactElement {
  return (
    <div className={`sheet notice ${tone}`} role="status">
      <p>
        <b>{title}</b>
      </p>
      <p className="soft">{next}</p>
    </div>
  );
}
