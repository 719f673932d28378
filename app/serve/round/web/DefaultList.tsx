import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { placeKinds } from '../../../register/place/rules.ts';
import { roundEndpoints, type DefaultRound } from '../contract.ts';
import { defaultRule } from '../rules/default.ts';
import { Share } from './Share.tsx';
import { defaultTags } from './states.ts';
import { texts } from './text.ts';

function Title({ one }: { one: DefaultRound }): ReactElement {
  const say = useSay();
  const regionName = useRegionName();
  return (
    <>
      {regionName(one.region)} {say(placeKinds[one.placeKind])} {one.year}
    </>
  );
}

function Open({ one }: { one: DefaultRound }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { run, pending, problem } = useAction(roundEndpoints.openDefaultRound, {
    onDone: ({ id }) => go(`/desk/rounds/${id}?view=collected`),
  });
  if (one.round !== null) return <a href={`/desk/rounds/${one.round.id}`}>{one.round.name}</a>;
  return (
    <>
      <Button loading={pending} onClick={() => void run({ body: { region: one.region, placeKind: one.placeKind } })}>
        {text.openDefault}
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}

const columns: readonly Column<DefaultRound>[] = [
  { key: 'title', title: ['县与场所类型', 'County and kind of place'], show: (one) => <Title one={one} /> },
  { key: 'places', title: ['场所', 'Places'], number: true, show: ({ places }) => places },
  { key: 'due', title: ['90 天内到期', 'Due within 90 days'], number: true, show: ({ due, total }) => <Share part={due} whole={total} /> },
  { key: 'never', title: ['其中从未检定', 'Of these never verified'], number: true, show: ({ neverVerified }) => neverVerified },
  { key: 'earliest', title: ['最早到期', 'Earliest'], narrow: true, show: ({ earliest }) => earliest },
  {
    key: 'state',
    title: ['状态', 'State'],
    narrow: true,
    show: ({ round, isDue }) => <StatusTag states={defaultTags} state={round !== null ? 'open' : isDue ? 'due' : 'later'} />,
  },
  { key: 'open', title: ['集中检定', 'Round'], show: (one) => <Open one={one} /> },
];

/** Village clinics and grain depots: what is due, and the round of the year with one button. */
export function DefaultList(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(roundEndpoints.listDefaultRounds, {});
  return (
    <>
      <PageHead title={text.defaults} lead={text.defaultsLead} actions={<Button href="/desk/rounds">{text.all}</Button>} />
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={say(['没有登记村卫生室、粮库中的器具', 'No instrument in a village clinic or grain depot is recorded'])}
              next={say([
                '登记场所并把器具归入场所后，按县列出',
                'Record the places and put the instruments into them; they are listed by county',
              ])}
            />
          ) : (
            <DataRows
              items={items}
              columns={columns}
              rowKey={(one) => `${one.region} ${one.placeKind}`}
              caption={['默认集中检定', 'Rounds by default']}
            />
          )
        }
      </Answer>
      <section className="sheet">
        <h2>{text.rule}</h2>
        <p>{say(defaultRule)}</p>
      </section>
    </>
  );
}
