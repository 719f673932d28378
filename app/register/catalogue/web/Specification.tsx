import type { Clause, Edition, Kind, Sourced, Text } from '@tongheng/procedures/edition';
import { kinds } from '@tongheng/procedures/edition';
import type { ReactElement, ReactNode } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { kindWords, numberValue } from '../rules/number-words.ts';
import { confidences, validityForms } from './states.ts';
import { texts } from './text.ts';

/** How sure a value is, small beside it. */
export function Sure({ of }: { of: Sourced<unknown> }): ReactElement {
  const say = useSay();
  return (
    <span className="sure soft" title={of.source}>
      {say(confidences[of.confidence].text)}
    </span>
  );
}

export function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }): ReactElement {
  return (
    <section className="sheet">
      <h2>{title}</h2>
      {note === undefined ? null : <p className="soft">{note}</p>}
      {children}
    </section>
  );
}

/** What the edition is: its dates, what it replaced, where it stands in the catalogue and in the annex. */
export function Identity({ edition, digest }: { edition: Edition; digest: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { status, catalogue, annexItems } = edition;
  const dated: readonly (readonly [string, Sourced<string | null>])[] = [
    [text.issued, status.issued],
    [text.inForce, status.inForceFrom],
    [text.supersedes, status.supersedes],
  ];
  return (
    <dl className="facts">
      {dated.map(([label, of]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {of.value ?? text.notEstablished} <Sure of={of} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{text.entry}</dt>
        <dd>
          {catalogue.value.length === 0 ? text.noEntry : catalogue.value.join('、')} <Sure of={catalogue} />
        </dd>
      </div>
      <div>
        <dt>{text.annex}</dt>
        <dd>
          {annexItems.length === 0
            ? text.noAnnex
            : annexItems
                .map(({ list, number, title }) => `${list === 'basic' ? text.basic : text.enhanced} ${number} ${say(title)}`)
                .join('；')}
        </dd>
      </div>
      <div>
        <dt>{text.digest}</dt>
        <dd className="digest">{digest}</dd>
      </div>
    </dl>
  );
}

function ClauseCell({ clause }: { clause: Clause }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {clause.value ?? <span className="soft">{text.notEstablished}</span>} {clause.value === null ? null : <Sure of={clause} />}
    </>
  );
}

/** Which item belongs to which kind of verification, with its clause. */
export function Items({ edition }: { edition: Edition }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const mark = (required: readonly Kind[], kind: Kind): string => (required.includes(kind) ? '＋' : '－');
  return (
    <>
      <Scroll label={text.items}>
        <table className="grid cards">
          <caption className="unseen">{text.items}</caption>
          <thead>
            <tr>
              <th scope="col">{text.item}</th>
              {kinds.map((kind) => (
                <th scope="col" key={kind} className="narrow">
                  {say(kindWords[kind])}
                </th>
              ))}
              <th scope="col">{text.clauseHead}</th>
              <th scope="col">{text.confidence}</th>
            </tr>
          </thead>
          <tbody>
            {edition.items.map(({ id, title, clause, required }) => (
              <tr key={id}>
                <td className="lead">{say(title)}</td>
                {kinds.map((kind) => (
                  <td key={kind} data-label={say(kindWords[kind])} className="narrow">
                    {mark(required.value, kind)}
                  </td>
                ))}
                <td data-label={text.clauseHead}>
                  <ClauseCell clause={clause} />
                </td>
                <td data-label={text.confidence}>
                  <Sure of={required} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="hint">{text.itemsNote}</p>
    </>
  );
}

/** The standards and auxiliary devices that the test needs. */
export function Standards({ edition }: { edition: Edition }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const itemTitle = (item: string): string => {
    const found = edition.items.find(({ id }) => id === item);
    return found === undefined ? item : say(found.title);
  };
  const cell = (of: Sourced<Text> | undefined): ReactNode =>
    of === undefined ? null : (
      <>
        {say(of.value)} <Sure of={of} />
      </>
    );
  return (
    <Scroll label={text.standards}>
      <table className="grid cards">
        <caption className="unseen">{text.standards}</caption>
        <thead>
          <tr>
            <th scope="col">{text.standard}</th>
            <th scope="col">{text.range}</th>
            <th scope="col">{text.requirement}</th>
            <th scope="col">{text.ratio}</th>
          </tr>
        </thead>
        <tbody>
          {edition.standards.map(({ id, title, range, requirement, ratio, items }) => (
            <tr key={id}>
              <td className="lead">
                {say(title)}
                {items === undefined ? null : (
                  <div className="soft">{fill(text.servesItems, { items: items.map(itemTitle).join('、') })}</div>
                )}
              </td>
              <td data-label={text.range}>{cell(range)}</td>
              <td data-label={text.requirement}>{cell(requirement)}</td>
              <td data-label={text.ratio}>
                {ratio === undefined ? null : (
                  <>
                    {ratio.value} <Sure of={ratio} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** How long a verification holds, by the rules an instrument may fall under. */
export function Validity({ edition }: { edition: Edition }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <ul className="plain-list">
      {edition.validity.rules.map(({ id, title, form, months }) => (
        <li key={id}>
          {say(title)}：{say(validityForms[form])}
          {form === 'first-only' ? null : (
            <>
              {' '}
              {months.value === null ? text.periodUnknown : fill(text.periodMonths, { n: months.value })} <Sure of={months} />
            </>
          )}
        </li>
      ))}
      <li>
        {text.lastDay}
        {say(numberValue(JSON.stringify(edition.validity.convention.value)))} <Sure of={edition.validity.convention} />
      </li>
    </ul>
  );
}
