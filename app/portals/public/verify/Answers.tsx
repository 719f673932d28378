import { answerHelp, answerNames, answerTexts } from '@tongheng/seal/verify/answer';
import type { Examination } from '@tongheng/seal/verify/examination';
import { factTexts } from '@tongheng/seal/verify/facts';
import type { ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { standingOf, standings } from './verify-states.ts';
import { texts } from './verify-text.ts';

const mostRows = 60;

/** Six answers side by side, never one word for all; then what the certificate says of itself. */
export function Answers({ examination }: { examination: Examination }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { verification, facts, differences, results } = examination;
  const wrong = answerNames.filter((name) => verification[name].ok === false).length;
  const open = answerNames.filter((name) => verification[name].ok === null).length;
  const heading = wrong > 0 ? fill(text.wrongCount, { n: wrong }) : open > 0 ? fill(text.openCount, { n: open }) : text.allHold;
  return (
    <>
      <section className={`sheet notice ${wrong > 0 ? 'bad' : open > 0 ? 'attention' : 'found'}`}>
        <h2 role="status">{heading}</h2>
        <p className="soft">{text.apart}</p>
        <ul className="verify-answers" aria-label={text.answers}>
          {answerNames.map((name) => {
            const { ok, reason } = verification[name];
            return (
              <li key={name} data-answer={name} data-ok={String(ok)}>
                <h3>{say(answerTexts[name])}</h3>
                <StatusTag states={standings} state={standingOf(ok)} />
                <p>{say(reason)}</p>
                <details>
                  <summary>{text.meaning}</summary>
                  <p className="soft">{say(answerHelp[name])}</p>
                </details>
              </li>
            );
          })}
        </ul>
      </section>
      {facts.length === 0 ? null : (
        <section className="sheet">
          <h2>{text.says}</h2>
          <p className="soft">{text.saysHint}</p>
          <dl className="facts">
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{say(factTexts[name])}</dt>
                <dd>{typeof value === 'string' ? value : say(value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {results.length === 0 ? null : <Results results={results} />}
      {differences.length === 0 ? null : <Differences differences={differences} />}
    </>
  );
}

function Results({ results }: Pick<Examination, 'results'>): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section className="sheet">
      <h2>{text.results}</h2>
      <Scroll label={text.results}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{text.quantity}</th>
              <th scope="col">{text.value}</th>
              <th scope="col">{text.uncertainty}</th>
            </tr>
          </thead>
          <tbody>
            {results.slice(0, mostRows).map(({ name, quantity, value, unit, uncertainty }, index) => (
              <tr key={`${index} ${value}`}>
                <td>
                  {say(name)} {say(quantity)}
                </td>
                <td className="number">
                  {value} {unit}
                </td>
                <td className="number">{uncertainty === null ? text.absent : `${uncertainty} ${unit}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Rest count={results.length} />
    </section>
  );
}

function Differences({ differences }: Pick<Examination, 'differences'>): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <h2>{text.differences}</h2>
      <Scroll label={text.differences}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{text.place}</th>
              <th scope="col">{text.recorded}</th>
              <th scope="col">{text.computed}</th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, mostRows).map(({ place, recorded, computed }) => (
              <tr key={place}>
                <td>{place}</td>
                <td className="number">{recorded ?? text.absent}</td>
                <td className="number">{computed ?? text.absent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Rest count={differences.length} />
    </section>
  );
}

function Rest({ count }: { count: number }): ReactElement | null {
  const text = useTexts(texts);
  return count > mostRows ? <p className="soft">{fill(text.more, { n: count - mostRows })}</p> : null;
}
