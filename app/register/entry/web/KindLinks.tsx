import type { ReactElement } from 'react';
import { printNumber } from '../../../web/figures.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import type { Kinds } from './kinds.ts';
import { texts } from './text.ts';

/** The kinds as links, each with how many entries there are and how many wait for somebody. */
export function KindLinks({ kinds, chosen }: { kinds: Kinds; chosen: string | undefined }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <nav className="kind-links" aria-label={text.kinds}>
      <a href="/desk/entries" {...(chosen === undefined ? { 'aria-current': 'page' as const } : {})}>
        {text.allKinds}
      </a>
      {kinds.items.map((kind) => (
        <a key={kind.id} href={`/desk/entries?kind=${kind.id}`} {...(chosen === kind.id ? { 'aria-current': 'page' as const } : {})}>
          {say(kind.words)} {kind.total === 0 ? null : <span className="number soft">{printNumber(kind.total)}</span>}
          {kind.open === 0 ? null : <span className="open"> {fill(text.open, { n: kind.open })}</span>}
        </a>
      ))}
    </nav>
  );
}
