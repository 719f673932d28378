import type { ReactElement } from 'react';
import { printDocumentNumber } from '../../../web/figures.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { EntryDetails } from '../contract/shapes.ts';
import { levels } from '../rules/kind.ts';
import { entryStates } from './states.ts';
import { texts } from './text.ts';

/** Other records of the same person, patent, enterprise …: which of them stand in the way. */
export function Duplicates({ duplicates }: { duplicates: EntryDetails['duplicates'] }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (duplicates.length === 0) return null;
  return (
    <section className="sheet entry-part">
      <h2>{text.duplicates}</h2>
      <ul className="duplicate-list">
        {duplicates.map((other, index) => (
          <li key={other.id ?? index}>
            {other.id === null ? text.elsewhere : <a href={`/desk/entries/${other.id}`}>{other.title}</a>}{' '}
            {other.documentNumber === null ? null : printDocumentNumber(other.documentNumber)}{' '}
            {other.level === null ? null : say(levels[other.level])} <StatusTag states={entryStates} state={other.status} />
            <p className={other.blocking ? 'issue' : 'soft'}>{other.blocking ? text.blocking : text.harmless}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
