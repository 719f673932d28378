import type { ReactElement } from 'react';
import { printNumber } from '../../../web/figures.ts';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import { useRegionName, useRegions } from '../../../register/organization/web/regions.ts';
import type { Fees, Sum } from '../contract.ts';
import { feeGroupings, priceStates, printYuan } from '../rules.ts';
import { daysOf } from './period.ts';
import { texts } from './text.ts';
import '../../../register/coverage/web/figure-cards.css';

type Group = Fees['groups'][number];
type Narrowed = Readonly<Record<'region' | 'kind' | 'institute', string | undefined>>;

/** What a group of the table is narrowed to in the list of its documents. */
function narrowedTo(fees: Fees, key: string): Readonly<Record<string, string>> {
  switch (fees.by) {
    case 'institute':
      return { institute: key };
    case 'county':
      return { region: key };
    case 'kind':
      return { kind: key };
    case 'month':
    case 'quarter':
    case 'year': {
      const days = daysOf(key);
      // The period asked for may begin or end within the month.
      return days === undefined ? {} : { from: days.from < fees.from ? fees.from : days.from, to: days.to > fees.to ? fees.to : days.to };
    }
  }
}

function address(fees: Fees, narrowed: Narrowed, key: string | undefined, state: string | undefined): string {
  const all = { from: fees.from, to: fees.to, ...narrowed, ...(key === undefined ? {} : narrowedTo(fees, key)), state };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value !== undefined) search.set(name, value);
  return `/desk/fees/items?${search.toString()}`;
}

/** The sums of a period; every number leads to its documents, and a sum without a price is unknown. */
export function FeeTable({ fees, narrowed }: { fees: Fees; narrowed: Narrowed }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regions = useRegions().map(({ code }) => code);
  const groups =
    fees.by === 'county' ? [...fees.groups].sort((one, other) => regions.indexOf(one.key) - regions.indexOf(other.key)) : fees.groups;
  const heads = [text.items, text.priced, text.waived, say(priceStates['no-list']), say(priceStates['no-price'])];
  return (
    <Scroll label={text.title}>
      <table className="grid cards figure-cards">
        <caption className="unseen">{text.title}</caption>
        <thead>
          <tr>
            <th scope="col">{say(feeGroupings[fees.by])}</th>
            {heads.map((head) => (
              <th scope="col" key={head} className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <td className="lead">
                <GroupName group={group} by={fees.by} />
              </td>
              <Cells sum={group} heads={heads} href={(state) => address(fees, narrowed, group.key, state)} />
            </tr>
          ))}
          <tr>
            <td className="lead">
              <b>{text.total}</b>
            </td>
            <Cells sum={fees.total} heads={heads} href={(state) => address(fees, narrowed, undefined, state)} />
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}

function GroupName({ group, by }: { group: Group; by: Fees['by'] }): ReactElement {
  const say = useSay();
  const regionName = useRegionName();
  if (by === 'county') return <>{regionName(group.key)}</>;
  if (by === 'kind') return <>{say(instrumentKinds[group.key as InstrumentKind].text)}</>;
  return <>{group.name ?? group.key}</>;
}

function Cells({ sum, heads, href }: { sum: Sum; heads: readonly string[]; href: (state?: string) => string }): ReactElement {
  const text = useTexts(texts);
  const linked = (n: number, state?: string): ReactElement => (n === 0 ? <>0</> : <a href={href(state)}>{printNumber(n)}</a>);
  const cells: readonly ReactElement[] = [
    linked(sum.items),
    linked(sum.priced, 'priced'),
    sum.fen === null ? (
      <span className="soft">{text.unknown}</span>
    ) : sum.priced === 0 ? (
      <>{printNumber(printYuan(sum.fen))}</>
    ) : (
      <a href={href('priced')}>{printNumber(printYuan(sum.fen))}</a>
    ),
    linked(sum.noList, 'no-list'),
    linked(sum.noPrice, 'no-price'),
  ];
  return (
    <>
      {cells.map((cell, index) => (
        <td key={heads[index]} className="number" data-label={heads[index]}>
          {cell}
        </td>
      ))}
    </>
  );
}
