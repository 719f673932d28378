import type { ReactElement } from 'react';
import { printDocumentNumber } from '../../../web/figures.ts';
import { useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { printDay } from '../rules/letter.ts';
import type { LetterDetails } from './LetterPage.tsx';
import { texts } from './text.ts';

/** The sheet with the red head of an official letter. A draft says that it is one; no emblem stands on it. */
export function LetterPaper({ letter }: { letter: LetterDetails }): ReactElement {
  const text = useTexts(texts);
  const { demonstration } = useCaller();
  const latest = letter.versions[letter.versions.length - 1];
  const lines = latest?.text.split('\n') ?? [];
  const marks = [
    ...(letter.state === 'drafted' ? [text.draftMark] : []),
    ...(letter.state === 'discarded' ? [text.discardedMark] : []),
    ...(demonstration ? [text.demonstrationMark] : []),
  ];
  return (
    <article className="letter-paper">
      {marks.length === 0 ? null : <p className="mark">{marks.join('　')}</p>}
      <div className="letterhead">{letter.office ?? text.officePending}</div>
      <hr className="red-line" />
      <div className="number-line">
        <span>{letter.documentNumber === null ? '' : printDocumentNumber(letter.documentNumber)}</span>
        <span>{letter.signedBy === null ? '' : `${text.signer}${letter.signedBy}`}</span>
      </div>
      <div lang="zh-CN">
        <h2>{latest?.title}</h2>
        {lines.map((line, index) => (
          <p key={`${index} ${line}`} className={index === 0 ? 'addressee' : ''}>
            {line}
          </p>
        ))}
        {letter.issuedOn === null ? null : (
          <div className="closing">
            <div>{letter.office}</div>
            <div>{printDay(letter.issuedOn)}</div>
          </div>
        )}
      </div>
    </article>
  );
}
