import { useEffect, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { confidences } from '../../../kernel/confidence.ts';
import { dayOfInstant, printNumber } from '../../../web/figures.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { linesOf, type Found } from './unit-marks.ts';
import { severities } from './unit-states.ts';
import { texts } from './units-text.ts';
import type { Checked } from './use-unit-lint.ts';

/** Longer ones are a file, not a print. */
const mostFindings = 1000;
const mostCharacters = 60_000;

type Props = { readonly checked: Checked; readonly shown: readonly Found[]; readonly name: string };

/** What stands on paper: all findings of the filter and the text; written only when it is printed. */
export function UnitFindingsPrint({ checked, shown, name }: Props): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  /** The day of the print; null while nothing is printed. */
  const [day, setDay] = useState<string | null>(null);
  useEffect(() => {
    const begin = (): void => flushSync(() => setDay(dayOfInstant(new Date().toISOString())));
    const end = (): void => setDay(null);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  if (day === null) return null;
  const { text: source } = checked;
  const rest = shown.length - mostFindings;
  return (
    <div className="only-print unit-print">
      <dl className="facts">
        <div>
          <dt>{text.checkedText}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{text.printedOn}</dt>
          <dd>{day}</dd>
        </div>
        <div>
          <dt>{text.findings}</dt>
          <dd>{shown.length}</dd>
        </div>
      </dl>
      <table className="grid tool-grid">
        <thead>
          <tr>
            {[text.number, text.line, text.column, text.severity, text.found, text.suggestion, text.message, text.source].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, mostFindings).map(({ number, finding }) => (
            <tr key={number}>
              <td className="narrow">{number}</td>
              <td className="narrow">{finding.line}</td>
              <td className="narrow">{finding.column}</td>
              <td className="narrow">
                <StatusTag states={severities} state={finding.severity} />
              </td>
              <td>{finding.text}</td>
              <td>{finding.suggestion}</td>
              <td>{say(finding.message)}</td>
              <td>
                <span lang="zh-CN">{`${finding.source.document} ${finding.source.clause}`}</span>
                <br />
                {say(confidences[finding.source.confidence])} · {finding.source.confirmed ? text.confirmed : text.notConfirmed}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p>{fill(text.printedRest, { count: printNumber(rest) })}</p> : null}
      <h2>{text.textMarked}</h2>
      {source.length > mostCharacters ? (
        <p>{text.printedText}</p>
      ) : (
        <div className="unit-marked">
          {linesOf(source, { from: 0, to: source.length, line: 1 }, shown).map(({ number, pieces }, at) => (
            <div className="unit-line" data-line={number} key={at}>
              {pieces.map((piece, place) =>
                piece.found === null ? (
                  piece.text
                ) : (
                  <mark key={place} className={piece.found.finding.severity} data-number={piece.found.number}>
                    {piece.text}
                  </mark>
                ),
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
