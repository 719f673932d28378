import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { provisionEndpoints } from '../contract.ts';
import type { Choice, ScenarioPage } from '../contract/shapes.ts';
import { options } from '../rules/scenario.ts';
import { interimSentence, yuanWords } from '../rules/words.ts';
import { namesOf } from './ChoiceMatrix.tsx';
import { texts } from './text.ts';
import './provision.css';

/** Two versions side by side: their sums, the conditions that differ, and the cells that they treat otherwise. */
export function ComparisonPage(): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  if (typeof search['one'] === 'string' && typeof search['other'] === 'string') return <Compared />;
  return (
    <>
      <PageHead title={text.comparison} lead={<a href="/desk/provision">{text.scenarios}</a>} />
      <Empty title={text.choose} action={<Button href="/desk/provision">{text.scenarios}</Button>} />
    </>
  );
}

function Compared(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search] = useSearchState();
  const id = (name: string) => String(search[name] ?? '') as ScenarioPage['version']['id'];
  const query = useEndpoint(provisionEndpoints.compareScenarios, { query: { one: id('one'), other: id('other') } });
  return (
    <>
      <PageHead title={text.comparison} lead={<a href="/desk/provision">{text.scenarios}</a>} />
      <Answer query={query} rows={10}>
        {({ one, other, settings, choices, items, counties }) => {
          const names = namesOf({ items, counties });
          const told = (choice: Choice | null): string =>
            choice === null
              ? '—'
              : [
                  choice.option === null ? text.leftOpen : `${say(options[choice.option])} ${choice.begins} → ${choice.inPlace}`,
                  say(interimSentence(choice, names)),
                ].join('；');
          const titles = [one, other].map((version) => `${version.scenario} ${fill(text.versionNumber, { n: version.number })}`);
          const rows: [string, string, string][] = [
            [text.cost, ...([one, other].map(({ yuan }) => (yuan === null ? '—' : say(yuanWords(yuan)))) as [string, string])],
            [
              `${text.travel}（${text.kilometres}）`,
              ...([one, other].map(({ kilometres }) => (kilometres === null ? '—' : printNumber(Math.round(kilometres)))) as [
                string,
                string,
              ]),
            ],
            ...settings.map(({ name, one: first, other: second }): [string, string, string] => [name, first, second]),
          ];
          return (
            <div className="stack">
              <Scroll label={text.conditions}>
                <table className="grid">
                  <thead>
                    <tr>
                      <th scope="col">{text.conditions}</th>
                      {titles.map((title, index) => (
                        <th scope="col" key={`${title} ${index === 0 ? one.id : other.id}`}>
                          {title}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(([name, first, second]) => (
                      <tr key={name}>
                        <th scope="row">{name}</th>
                        <td>{first}</td>
                        <td>{second}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
              <h2>{text.difference}</h2>
              {choices.length === 0 ? <p className="soft">{text.same}</p> : null}
              <Scroll label={text.difference}>
                <table className="grid">
                  <tbody>
                    {choices.map((row) => (
                      <tr key={`${row.region}/${row.item}`}>
                        <th scope="row">
                          {say(names.region(row.region))} {row.item} {say(names.item(row.item))}
                        </th>
                        <td>{told(row.one)}</td>
                        <td>{told(row.other)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
            </div>
          );
        }}
      </Answer>
    </>
  );
}
