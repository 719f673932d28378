import type { ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { texts } from './text.ts';
import './transparency.css';

/** What the log proves and what it does not, beside the figures that it is taken from. */
export function Explanation(): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet stack">
      <h2>{text.proves}</h2>
      <ul className="log-proves">
        <li>{text.provesItems}</li>
        <li>{text.provesEnding}</li>
        <li>{text.provesWitness}</li>
      </ul>
      <h2>{text.provesNot}</h2>
      <ul className="log-proves">
        <li>{text.notTrue}</li>
        <li>{text.notInstrument}</li>
        <li>{text.notLegal}</li>
      </ul>
    </section>
  );
}
