import type { FormEvent, ReactElement } from 'react';
import { printNumber } from '../../web/figures.ts';
import { fill, useTexts } from '../../web/language.ts';
import { useAnswer, type Commitment } from './answers.ts';
import { go, usePlace } from './place.ts';
import { Reading } from './Reading.tsx';
import { texts } from './text.ts';
import { useTitle } from './title.ts';

const most = 100;

const addressOf = (path: string, q: string, after: string): string => {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (after !== '') query.set('after', after);
  const text = query.toString();
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
};

/** Units whose commitment to honest measurement is in force, found by name. */
export function CommitmentsPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.commitmentsTitle);
  const { query } = usePlace();
  const [q, after] = [query.get('q') ?? '', query.get('after') ?? ''];
  const answer = useAnswer<{ items: Commitment[]; next: string | null; total: number }>(
    addressOf(`/api/public/commitments?limit=${most}`, q, after),
  );
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    go(addressOf('/commitments', typeof typed === 'string' ? typed.trim() : '', ''));
  };
  return (
    <>
      <h1>{text.commitmentsTitle}</h1>
      <p className="soft">{text.commitmentsLead}</p>
      <form className="look-up sheet look-up-sheet" role="search" action="/commitments" method="get" onSubmit={search} key={q}>
        <label htmlFor="commitment-name">{text.commitmentsSearch}</label>
        <input id="commitment-name" name="q" defaultValue={q} autoComplete="off" spellCheck={false} />
        <button type="submit">{text.lookUp}</button>
      </form>
      <Reading answer={answer}>
        {({ items, next, total }) =>
          items.length === 0 ? (
            <p className="sheet">{text.commitmentsNone}</p>
          ) : (
            <>
              <p className="soft">{fill(text.commitmentsCount, { n: printNumber(total) })}</p>
              <table className="grid cards">
                <thead>
                  <tr>
                    <th scope="col">{text.commitmentsSearch}</th>
                    <th scope="col">{text.commitmentScope}</th>
                    <th scope="col">{text.commitmentSince}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <tr key={`${item.name} ${item.since}`}>
                      <td className="lead" data-label={text.commitmentsSearch}>
                        {item.name}
                      </td>
                      <td data-label={text.commitmentScope}>{item.scope}</td>
                      <td data-label={text.commitmentSince}>{item.since}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {next === null ? null : <a href={addressOf('/commitments', q, next)}>{text.furtherPage}</a>}
            </>
          )
        }
      </Reading>
    </>
  );
}
