import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { printNumber } from '../../../web/figures.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Choice, ScenarioPage } from '../contract/shapes.ts';
import { options } from '../rules/scenario.ts';
import { interimSentence, reasonSentences, yuanWords, type Names } from '../rules/words.ts';
import { progressTones } from './states.ts';
import { texts } from './text.ts';

export const namesOf = (page: Pick<ScenarioPage, 'items' | 'counties'>): Names => ({
  region: (code) => page.counties.find((county) => county.code === code)?.name ?? [code, code],
  item: (id) => page.items.find((item) => item.id === id)?.name ?? [id, id],
});

/** Every county and item: in use already, closed by which way until when, or left open. A cell leads to its reasons. */
export function ChoiceMatrix({ page }: { page: ScenarioPage }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  return (
    <Scroll label={text.matrix}>
      <table className="grid provision-matrix">
        <caption className="unseen">{text.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{text.county}</th>
            {page.items.map((item) => (
              <th scope="col" key={item.id} title={say(item.name)}>
                {item.id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.counties.map((county) => (
            <tr key={county.code}>
              <th scope="row">{say(county.name)}</th>
              {page.items.map((item) => {
                const choice = page.choices.find((one) => one.region === county.code && one.item === item.id);
                if (choice === undefined)
                  return (
                    <td key={item.id} title={`${say(county.name)} ${say(item.name)} ${text.inPlaceNow}`}>
                      <span aria-hidden="true">●</span>
                      <span className="unseen">{text.inPlaceNow}</span>
                    </td>
                  );
                const key = `${county.code}/${item.id}`;
                const way = choice.option === null ? text.leftOpen : `${say(options[choice.option])} ${choice.inPlace ?? ''}`;
                return (
                  <td key={item.id}>
                    <button
                      type="button"
                      className={`provision-cell option-${choice.option ?? 'open'}`}
                      aria-pressed={search['cell'] === key}
                      title={`${say(county.name)} ${say(item.name)}：${way}`}
                      onClick={() => setSearch({ cell: key })}
                    >
                      <span aria-hidden="true">
                        {choice.option === null ? '—' : { build: text.buildShort, authorise: text.authoriseShort }[choice.option]}
                        <small>{choice.inPlace?.slice(2) ?? ''}</small>
                      </span>
                      <span className="unseen">{`${say(county.name)} ${say(item.name)}：${way}`}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** The chosen cell in words. */
export function ChosenCell({ page }: { page: ScenarioPage }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const names = namesOf(page);
  const [search] = useSearchState();
  const choice = page.choices.find(({ region, item }) => search['cell'] === `${region}/${item}`);
  if (choice === undefined) return <p className="soft">{text.pickCell}</p>;
  return (
    <section className="sheet spaced" aria-live="polite">
      <h2>
        {say(names.region(choice.region))} {choice.item} {say(names.item(choice.item))}
      </h2>
      <p>
        <b>{choice.option === null ? text.leftOpen : say(options[choice.option])}</b>{' '}
        {choice.begins === null
          ? ''
          : `${text.begins} ${choice.begins}，${text.inPlace} ${choice.inPlace}，${text.capital} ${say(yuanWords(choice.capital))}`}
      </p>
      <ul>
        {reasonSentences(choice, names).map((sentence) => (
          <li key={sentence[0]}>{say(sentence)}</li>
        ))}
      </ul>
      <p>
        {text.interim}：{say(interimSentence(choice, names))}
      </p>
      <p>
        <StatusTag states={progressTones} state={choice.progress} />{' '}
        <a href={`/desk/capability/${choice.region}/${choice.item}`}>{text.openCell}</a>
      </p>
    </section>
  );
}

const byMonth = (one: Choice, other: Choice): number =>
  (one.begins ?? '9') < (other.begins ?? '9') ? -1 : (one.begins ?? '9') > (other.begins ?? '9') ? 1 : 0;

export function OrderTable({ page }: { page: ScenarioPage }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const names = namesOf(page);
  const closed = page.choices.filter(({ option }) => option !== null).sort(byMonth);
  return (
    <section className="spaced">
      <h2>{text.order}</h2>
      <Scroll label={text.order}>
        <table className="grid cards">
          <thead>
            <tr>
              <th scope="col">{text.begins}</th>
              <th scope="col">{text.inPlace}</th>
              <th scope="col">{text.county}</th>
              <th scope="col">{text.item}</th>
              <th scope="col">{text.option}</th>
              <th scope="col" className="number">
                {text.capital}
              </th>
              <th scope="col" className="number">
                {text.instruments}
              </th>
              <th scope="col">{text.interim}</th>
              <th scope="col">{text.progress}</th>
            </tr>
          </thead>
          <tbody>
            {closed.map((choice) => (
              <tr key={`${choice.region}/${choice.item}`}>
                <td data-label={text.begins} className="provision-whole">
                  {choice.begins}
                </td>
                <td data-label={text.inPlace}>{choice.inPlace}</td>
                <td data-label={text.county} className="provision-whole">
                  {say(names.region(choice.region))}
                </td>
                <td data-label={text.item}>
                  {choice.item} {say(names.item(choice.item))}
                </td>
                <td data-label={text.option}>{choice.option === null ? '' : say(options[choice.option])}</td>
                <td data-label={text.capital} className="number">
                  {say(yuanWords(choice.capital))}
                </td>
                <td data-label={text.instruments} className="number">
                  {choice.instruments === null ? text.notRecorded : printNumber(choice.instruments)}
                </td>
                <td data-label={text.interim}>{say(interimSentence(choice, names))}</td>
                <td data-label={text.progress}>
                  <StatusTag states={progressTones} state={choice.progress} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
