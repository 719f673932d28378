import type { ReactElement } from 'react';
import { fill, useTexts } from '../../../web/language.ts';
import { texts } from './scan-text.ts';
import './scan.css';

/** The two numbers that take complaints. */
export function Hotlines(): ReactElement {
  const text = useTexts(texts);
  return (
    <ul className="hotlines">
      {(
        [
          ['12315', text.hotlineTrade],
          ['12345', text.hotlineCity],
        ] as const
      ).map(([number, name]) => (
        <li key={number}>
          <a className="hotline" href={`tel:${number}`}>
            {fill(text.call, { n: number })}
          </a>
          <span className="soft">{name}</span>
        </li>
      ))}
    </ul>
  );
}
