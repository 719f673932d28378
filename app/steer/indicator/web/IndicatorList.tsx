import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { AsOfBar } from '../../../web/kit/AsOfBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import { measures } from '../rules/denominator/words.ts';
import { indicatorStates } from '../rules/states.ts';
import { saveCsv } from './csv.ts';
import { IndicatorTable } from './IndicatorRow.tsx';
import { useMoment } from './moment.ts';
import { texts } from './text.ts';

type Listed = ReplyOf<typeof indicatorEndpoints.listIndicators>;

/** All indicators by goal, as of any day and as known on any day. */
export function IndicatorList(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(indicatorEndpoints.listIndicators, { query: useMoment() });
  const isPublished = query.data !== undefined && query.data.published !== 'withdrawn';
  const save = (listed: Listed): void =>
    saveCsv(`indicators-${listed.asOf}.csv`, [
      [
        'id',
        text.indicator,
        text.value,
        say(['单位', 'Unit']),
        text.target,
        text.due,
        text.state,
        text.basis,
        say(measures.unweighted),
        say(measures.weighted),
        say(['分母口径', 'Denominator']),
      ],
      ...listed.items.map((item) => [
        item.id,
        say(item.title),
        item.value,
        say(item.unit),
        item.target,
        item.due,
        say(indicatorStates[item.state]),
        item.value === null ? '' : say(item.basisText),
        item.shares?.unweighted?.value ?? '',
        item.shares?.weighted?.value ?? '',
        item.shares === null ? '' : say(item.shares.statement),
      ]),
    ]);
  return (
    <>
      <PageHead
        title={text.indicators}
        state={
          query.data === undefined ? undefined : (
            <a className="soft" href="/desk/publications">
              {isPublished ? text.published : text.internal}
            </a>
          )
        }
        lead={query.data === undefined ? undefined : fill(text.indicatorsLead, { number: printDocumentNumber(query.data.documentNumber) })}
        actions={query.data === undefined ? undefined : <Button onClick={() => query.data && save(query.data)}>{text.export}</Button>}
      />
      <AsOfBar />
      <Answer query={query} rows={24}>
        {(listed) => (
          <div className="stack">
            {listed.goals.map((goal) => {
              const items = listed.items.filter((item) => item.goal === goal.id);
              const met = items.filter((item) => item.state === 'met' || item.state === 'met-late').length;
              return (
                <section key={goal.id} aria-labelledby={`goal-${goal.id}`}>
                  <div className="goal-head">
                    <h2 id={`goal-${goal.id}`}>
                      {goal.clause} {say(goal.title)}
                    </h2>
                    <span className="soft">{fill(text.byGoal, { met, all: items.length })}</span>
                  </div>
                  <IndicatorTable caption={say(goal.title)} items={items} />
                </section>
              );
            })}
          </div>
        )}
      </Answer>
    </>
  );
}
