import { lazy, Suspense, useEffect, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { texts as portalTexts } from '../text.ts';
import { useTitle } from '../title.ts';
import { addressOf, blankEntry, followAddress, type Entry, type Part } from './unit-entry.ts';
import { UnitCheck } from './UnitCheck.tsx';
import { texts } from './units-text.ts';
import './tools.css';
import './units.css';

const UnitConversion = lazy(() => import('./UnitConversion.tsx').then((module) => ({ default: module.UnitConversion })));
const UnitRounding = lazy(() => import('./UnitRounding.tsx').then((module) => ({ default: module.UnitRounding })));

const path = '/tools/units';
/** While one types, the address follows after a pause. */
const pauseMilliseconds = 300;

const pathOf = (query: string): string => (query === '' ? path : `${path}#${query}`);

const shownQuery = (): string => (location.hash.includes('=') ? location.hash.slice(1) : '');

type Forms = {
  readonly entry: Entry;
  readonly change: (change: Partial<Entry>) => void;
  /** Opens another part; the way back is the browser's. */
  readonly open: (part: Part) => void;
};

/**
 * The part that is shown lives in the address, so that a result can be sent as a link. It stands behind #, which no browser sends: what was
 * pasted reaches no server. A mere anchor is no form.
 */
function useForms(): Forms {
  const written = useRef(shownQuery());
  const [entry, setEntry] = useState(() => followAddress(blankEntry, new URLSearchParams(shownQuery())));
  useEffect(() => {
    const read = (): void => {
      const shown = shownQuery();
      if (shown === written.current || (shown === '' && location.hash !== '')) return;
      written.current = shown;
      setEntry((before) => followAddress(before, new URLSearchParams(shown)));
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = addressOf(entry);
      if (next === written.current) return;
      written.current = next;
      history.replaceState(history.state, '', pathOf(next));
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [entry]);
  const open = (part: Part): void => {
    if (part === entry.part) return;
    // What was typed a moment ago belongs to the part that is left.
    history.replaceState(history.state, '', pathOf(addressOf(entry)));
    const next = { ...entry, part };
    written.current = addressOf(next);
    history.pushState(history.state, '', pathOf(written.current));
    setEntry(next);
  };
  return { entry, change: (change) => setEntry((before) => ({ ...before, ...change })), open };
}

/** The linter of legal units, the conversion of units and the rounding of values, one page with three parts. */
export function UnitsPage(): ReactElement {
  const text = useTexts(texts);
  const { loading } = useTexts(portalTexts);
  useTitle(text.title);
  const { entry, change, open } = useForms();
  const { part } = entry;
  // A part that was opened once stays, so that coming back to it finds it as it was.
  const [seen, setSeen] = useState<readonly Part[]>([part]);
  if (!seen.includes(part)) setSeen([...seen, part]);
  const follow = (event: MouseEvent, to: Part): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(to);
  };
  const parts: readonly (readonly [part: Part, title: string])[] = [
    ['check', text.check],
    ['convert', text.convert],
    ['round', text.round],
  ];
  return (
    <>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <nav className="unit-parts" aria-label={text.parts}>
        {parts.map(([to, title]) => (
          <a
            key={to}
            href={`${path}#${addressOf({ ...entry, part: to }) || 'part=check'}`}
            onClick={(event) => follow(event, to)}
            {...(to === part ? { 'aria-current': 'page' as const } : {})}
          >
            {title}
          </a>
        ))}
      </nav>
      <section className="unit-part" aria-label={text.check} hidden={part !== 'check'}>
        <UnitCheck entry={entry} isShown={part === 'check'} onChange={change} />
      </section>
      <Suspense fallback={<p className="waiting">{loading}</p>}>
        <section className="unit-part" aria-label={text.convert} hidden={part !== 'convert'}>
          {seen.includes('convert') ? <UnitConversion entry={entry} onChange={change} /> : null}
        </section>
        <section className="unit-part" aria-label={text.round} hidden={part !== 'round'}>
          {seen.includes('round') ? <UnitRounding entry={entry} onChange={change} /> : null}
        </section>
      </Suspense>
    </>
  );
}
