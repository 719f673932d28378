import type { ReactElement, ReactNode } from 'react';
import type { NetContentAnswer } from '@tongheng/statistics/net-content/answer';
import type { Warning } from '@tongheng/statistics/net-content/warning';
import { confidenceDegrees } from '../../../kernel/confidence.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { printQuantity } from '../../../web/figures.ts';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { AcceptanceCurve } from './AcceptanceCurve.tsx';
import { unitName } from './net-content-entry.ts';
import { judgementOf, judgements, verdicts } from './net-content-states.ts';
import { texts } from './net-content-text.ts';

type Part = { readonly answer: NetContentAnswer };

/** Every computed value with what it is held against, the units beyond T, the label, the curve and what the figures rest on. */
export function NetContentResult({ answer }: Part): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <div className={`sheet notice verdicts ${answer.verdict === 'pass' ? 'found' : 'bad'}`} role="status">
        <p>
          <span className="soft">{text.lotVerdict}</span> <StatusTag states={verdicts} state={answer.verdict} />
        </p>
        {answer.label === null ? null : (
          <p>
            <span className="soft">{text.labelVerdict}</span> <StatusTag states={verdicts} state={answer.label.verdict} />
          </p>
        )}
        <Warnings warnings={answer.warnings.filter(isPressing)} />
      </div>
      <Values answer={answer} />
      <Beyond answer={answer} />
      {answer.label === null ? null : <LabelChecks answer={answer} />}
      <section className="tool-part">
        <h2>{text.curveTitle}</h2>
        {answer.curve === null ? <p className="soft">{text.noCurve}</p> : <AcceptanceCurve answer={answer} points={answer.curve} />}
      </section>
      <section className="tool-part">
        <h2>{text.notes}</h2>
        <Warnings warnings={answer.warnings.filter((warning) => !isPressing(warning))} />
        <Basis answer={answer} />
      </section>
    </>
  );
}

/** A sentence of the answer begins small, as a line of a terminal does; on a page it is a sentence. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What may change how a verdict is read stands beside it; the rest stands among the notes. */
const isPressing = ({ code }: Warning): boolean => code === 'followed' || code === 'far' || code === 'not-yet' || code === 'no-date';

function Warnings({ warnings }: { readonly warnings: readonly Warning[] }): ReactElement | null {
  const say = useSay();
  if (warnings.length === 0) return null;
  return (
    <ul className="tool-notes">
      {warnings.map((warning) => (
        <li key={warning.text[1]} className={isPressing(warning) ? 'attention' : ''}>
          {sentence(say(warning.text))}
        </li>
      ))}
    </ul>
  );
}

function Values({ answer }: Part): ReactElement {
  const text = useTexts(texts);
  const unit = unitName(answer.unit, useLanguage());
  const inUnit = (value: string): string => printQuantity(value, unit);
  const count = (found: number): string => fill(text.units, { count: found });
  const allowed = (most: number): string => fill(text.atMost, { count: most });
  const rows: readonly (readonly [name: string, value: string, limit: ReactNode, ok: boolean | undefined])[] = [
    [text.sample, count(answer.n), '', undefined],
    [
      text.mean,
      inUnit(answer.mean),
      answer.limit === null ? (
        text.wholeLot
      ) : (
        <>
          ≥&nbsp;{inUnit(answer.limit)}&ensp;
          <Formula />
        </>
      ),
      answer.meanOk ?? undefined,
    ],
    [text.deviation, answer.s === null ? text.oneUnit : inUnit(answer.s), '', undefined],
    [text.factor, answer.lambda ?? '—', '', undefined],
    [text.tolerable, inUnit(answer.T), '', undefined],
    [text.beyondT, count(answer.t1.found), allowed(answer.t1.allowed), answer.t1.found <= answer.t1.allowed],
    [text.beyondTwice, count(answer.t2.found), allowed(answer.t2.allowed), answer.t2.found <= answer.t2.allowed],
  ];
  return (
    <table className="grid tool-grid">
      <thead>
        <tr>
          <th scope="col">{text.quantity}</th>
          <th scope="col" className="number">
            {text.value}
          </th>
          <th scope="col">{text.limit}</th>
          <th scope="col">{text.judged}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, value, limit, ok]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{value}</td>
            <td>{limit}</td>
            <td>{ok === undefined ? '' : <StatusTag states={judgements} state={judgementOf(ok)} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Formula = (): ReactElement => (
  <span className="soft narrow">
    <i>Q</i>
    <sub>n</sub> − <i>λs</i>
  </span>
);

function Beyond({ answer }: Part): ReactElement {
  const text = useTexts(texts);
  const unit = unitName(answer.unit, useLanguage());
  return (
    <section className="tool-part">
      <h2>{text.beyondTitle}</h2>
      {answer.beyond.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <Scroll label={text.beyondTitle}>
          <table className="grid tool-grid">
            <thead>
              <tr>
                {[text.unitNumber, text.content, text.shortfall, text.class].map((name) => (
                  <th scope="col" className="number" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.beyond.map(({ unit: index, content, deficiency, beyond }) => (
                <tr key={index}>
                  <td className="number">{index}</td>
                  <td className="number">{printQuantity(content, unit)}</td>
                  <td className="number">{printQuantity(deficiency, unit)}</td>
                  <td className="number">{beyond}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function LabelChecks({ answer }: Part): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section className="tool-part">
      <h2>{text.labelChecks}</h2>
      <table className="grid tool-grid">
        <thead>
          <tr>
            <th scope="col">{text.requirement}</th>
            <th scope="col">{text.found}</th>
            <th scope="col">{text.judged}</th>
          </tr>
        </thead>
        <tbody>
          {answer.label?.checks.map(({ id, required, found, ok }) => (
            <tr key={id}>
              <td>{sentence(say(required))}</td>
              <td lang="zh-CN">{found ?? '—'}</td>
              <td>
                <StatusTag states={judgements} state={judgementOf(ok)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Basis({ answer: { rule } }: Part): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const sources = [...(rule.plan === null ? [] : [rule.plan]), rule.rounding.provenance];
  return (
    <dl className="tool-basis">
      <div>
        <dt>{text.basis}</dt>
        <dd>
          {rule.number} {say(rule.title)}
          {rule.clause === null ? '' : ` · ${say(rule.clause)}`}
        </dd>
      </div>
      {sources.map(({ source, confidence: degree, confirmed }) => (
        <div key={source[1]}>
          <dt>{text.source}</dt>
          <dd>
            {say(source)}
            <br />
            <span className="soft">
              {text.confidence} {say(confidenceDegrees[degree])} · {confirmed ? text.confirmed : text.notConfirmed}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
