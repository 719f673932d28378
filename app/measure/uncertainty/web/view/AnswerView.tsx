import type { ReactElement } from 'react';
import { Scroll } from '../../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../../web/language.ts';
import { printSignificant } from '../../rules/print-number.ts';
import type { Answer } from '../../rules/record.ts';
import { OutputResult } from './OutputResult.tsx';
import { PlainNumber } from './PlainNumber.tsx';
import { texts } from './text.ts';
import './evaluation.css';

const factor = (value: number | null): string => (value === null ? '–' : printSignificant(value, 4));

/** A whole answer: every output, and what connects several of them. The same on the desk, in the portal and of a kept version. */
export function AnswerView({ answer, coverage }: { answer: Answer; coverage: number }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { covariance, region, notes } = answer;
  const names = covariance?.names ?? [];
  return (
    <div className="evaluation answer">
      {Object.entries(answer.outputs).map(([name, output]) => (
        <OutputResult key={name} name={name} answer={output} coverage={coverage} />
      ))}
      {covariance === undefined || covariance === null || names.length < 2 ? null : (
        <section>
          <h2>{text.covariance}</h2>
          <Scroll label={text.covariance}>
            <table className="grid budget">
              <thead>
                <tr>
                  <th scope="col">{text.output}</th>
                  {names.map((name) => (
                    <th scope="col" className="number" key={name}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {covariance.gum.map((row, index) => (
                  <tr key={names[index]}>
                    <th scope="row">{names[index]}</th>
                    {row.map((value, column) => (
                      <td className="number" key={names[column]}>
                        <PlainNumber text={printSignificant(value, 4)} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {region === undefined || region === null ? null : (
            <p className="soft">{fill(text.region, { kp: factor(region.kp), kq: factor(region.kq) })}</p>
          )}
        </section>
      )}
      {notes.length === 0 ? null : (
        <ul className="notes" aria-label={text.notes}>
          {notes.map((note) => (
            <li key={note[1]}>{say(note)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
