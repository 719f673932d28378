import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { capabilityEndpoints } from '../contract.ts';
import { effectiveTexts } from './effective-text.ts';
import './capability.css';

type AtStake = ReplyOf<typeof capabilityEndpoints.readCellsAtStake>;
type Cell = AtStake['cells'][number];

/** In the case of a failed standard: the cells of the matrix that rest on it, by institute and item. */
export function CellsAtStake({ id }: { id: string }): ReactElement {
  const words = useTexts(effectiveTexts);
  const query = useEndpoint(capabilityEndpoints.readCellsAtStake, { params: { id: id as never } });
  return (
    <>
      <h3>{words.atStake}</h3>
      <Answer query={query} rows={2}>
        {(stake) => <Shown stake={stake} />}
      </Answer>
    </>
  );
}

function Shown({ stake: { cells, lists, unrecorded, asOf } }: { stake: AtStake }): ReactElement {
  const words = useTexts(effectiveTexts);
  const say = useSay();
  const moved = lists.filter(({ list }) => cells.some((cell) => cell.list === list));
  return (
    <>
      {cells.length === 0 ? <p>{words.atStakeNone}</p> : <Grid cells={cells} />}
      <ul>
        {moved.map(({ list, name, inUse, effective, after }) => (
          <li key={list}>{fill(words.atStakeList, { name: say(name), before: effective, after, n: inUse, day: asOf })}</li>
        ))}
        {unrecorded === 0 ? null : <li className="soft">{fill(words.atStakeUnrecorded, { n: unrecorded })}</li>}
      </ul>
    </>
  );
}

/** Rows are institutes with their county, columns the items that any of them loses. */
function Grid({ cells }: { cells: readonly Cell[] }): ReactElement {
  const words = useTexts(effectiveTexts);
  const say = useSay();
  const items = [...new Map(cells.map(({ item }) => [item.id, item])).values()];
  const rows = [...new Map(cells.map((cell) => [`${cell.institute} ${cell.region.code}`, cell])).values()];
  const label = { falls: words.stakeFalls, fallen: words.stakeFallen };
  return (
    <Scroll label={words.atStake}>
      <table className="grid at-stake">
        <caption className="unseen">{words.atStake}</caption>
        <thead>
          <tr>
            <th scope="col">{words.stakeInstitute}</th>
            {items.map((item) => (
              <th scope="col" key={item.id}>
                {item.id} {say(item.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ institute, region }) => (
            <tr key={`${institute} ${region.code}`}>
              <th scope="row">
                {institute ?? words.stakeNobody} <span className="soft">{say(region.name)}</span>
              </th>
              {items.map((item) => {
                const cell = cells.find((one) => one.institute === institute && one.region.code === region.code && one.item.id === item.id);
                return (
                  <td key={item.id}>
                    {cell === undefined ? null : (
                      <a href={`/desk/capability/${region.code}/${item.id}`} className="tone-bad">
                        {cell.change === 'falls' ? '▼' : '▲'} {label[cell.change]}
                      </a>
                    )}
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
