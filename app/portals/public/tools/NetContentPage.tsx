import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { dayOfInstant } from '../../../web/figures.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useTitle } from '../title.ts';
import { csvOf } from './net-content-csv.ts';
import { addressOf, blankEntry, entryOf, exampleEntry, readEntry, type Entry, type Reading } from './net-content-entry.ts';
import { NetContentForm } from './NetContentForm.tsx';
import { NetContentResult } from './NetContentResult.tsx';
import { texts } from './net-content-text.ts';
import './tools.css';

const path = '/tools/net-content';
/** While one types, the address follows after a pause. */
const pauseMilliseconds = 300;

const today = (): string => dayOfInstant(new Date().toISOString());

/** What stands behind # is never sent to a server, so a link holds the values and nobody's log does. A mere anchor is no form. */
const shownQuery = (): string => (location.hash.includes('=') ? location.hash.slice(1) : '');

/** The form lives in the address, so that a result can be sent as a link; going back and forth in the browser changes the form. */
function useEntry(): readonly [Entry, (change: Partial<Entry>) => void] {
  const written = useRef(shownQuery());
  const [entry, setEntry] = useState(() => entryOf(new URLSearchParams(shownQuery()), today()));
  useEffect(() => {
    const read = (): void => {
      const shown = shownQuery();
      if (shown === written.current || (shown === '' && location.hash !== '')) return;
      written.current = shown;
      setEntry(entryOf(new URLSearchParams(shown), today()));
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const { query: next } = addressOf(entry, today());
      if (next === written.current) return;
      written.current = next;
      history.replaceState(history.state, '', next === '' ? path : `${path}#${next}`);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [entry]);
  return [entry, (change) => setEntry((before) => ({ ...before, ...change }))];
}

/** Judges a lot of prepackages in the browser. Its results are for the reader's own use, which the page never stops saying. */
export function NetContentPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.title);
  const [entry, change] = useEntry();
  const reading = useMemo(() => readEntry(entry), [entry]);
  return (
    <>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <p className="self-check" role="note">
        {text.selfCheck}
      </p>
      <div className="tool-columns">
        <div className="tool-inputs">
          <NetContentForm entry={entry} reading={reading} onChange={change} />
          <Actions entry={entry} reading={reading} onReplace={change} />
        </div>
        <section className="tool-result" aria-label={text.result}>
          <Printed entry={entry} reading={reading} />
          {reading.answer === null ? <p className="sheet soft">{text.resultWaits}</p> : <NetContentResult answer={reading.answer} />}
        </section>
      </div>
    </>
  );
}

type ActionsProps = { readonly entry: Entry; readonly reading: Reading; readonly onReplace: (entry: Entry) => void };

function Actions({ entry, reading, onReplace }: ActionsProps): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const [said, setSaid] = useState<{ readonly words: string; readonly link: string | null }>({ words: '', link: null });
  const { answer, values } = reading;
  const download = (): void => {
    if (answer === null) return;
    const address = URL.createObjectURL(new Blob([csvOf(answer, entry, values, language)], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `net-content-${entry.date === '' ? today() : entry.date}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  const copy = async (): Promise<void> => {
    const { query, isWhole } = addressOf(entry, today());
    const link = `${location.origin}${path}#${query}`;
    try {
      await navigator.clipboard.writeText(link);
      setSaid({ words: isWhole ? text.copied : text.linkTooLong, link: null });
    } catch {
      // Without a secure address, or without leave, the browser gives no clipboard: the link is shown to be copied by hand.
      setSaid({ words: isWhole ? text.copyYourself : text.linkTooLong, link });
    }
  };
  const replace = (next: Entry): void => {
    setSaid({ words: '', link: null });
    onReplace(next);
  };
  return (
    <div className="tool-actions no-print">
      <button type="button" className="second" onClick={() => replace(exampleEntry(today()))}>
        {text.example}
      </button>
      <button type="button" className="second" onClick={() => replace(blankEntry(today()))}>
        {text.clear}
      </button>
      <button type="button" className="second" onClick={() => void copy()}>
        {text.copyLink}
      </button>
      <button type="button" className="second" disabled={answer === null} onClick={download}>
        {text.download}
      </button>
      <button type="button" disabled={answer === null} onClick={() => print()}>
        {text.print}
      </button>
      <p role="status">{said.words}</p>
      {said.link === null ? null : (
        <input readOnly value={said.link} aria-label={text.copyYourself} onFocus={(event) => event.target.select()} />
      )}
    </div>
  );
}

/** On paper the form is left out: what was put in stands here as words. */
function Printed({ entry, reading: { answer, values } }: { readonly entry: Entry; readonly reading: Reading }): ReactElement | null {
  const text = useTexts(texts);
  if (answer === null) return null;
  const facts: readonly (readonly [string, string])[] = [
    [text.rule, answer.rule.number],
    [text.date, entry.date === '' ? '—' : entry.date],
    [text.lot, String(answer.lot)],
    [text.nominal, `${answer.nominal} ${answer.unit}`],
    ...(entry.labelText === '' ? [] : [[text.labelText, entry.labelText] as const]),
  ];
  return (
    <div className="only-print">
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <span className="soft">{entry.given === 'deviations' ? text.deviations : text.contents}</span> {values.join('  ')}
      </p>
    </div>
  );
}
