import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** In the case of a failed standard: the counted figures that decisions about it would move. */
export function IndicatorsAtStake({ id }: { id: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(indicatorEndpoints.readIndicatorsAtStake, { params: { id: id as never } });
  return (
    <>
      <h3>{text.atStake}</h3>
      <Answer query={query} rows={2}>
        {({ indicators }) =>
          indicators.length === 0 ? (
            <p>{text.atStakeNone}</p>
          ) : (
            <ul>
              {indicators.map((one) => (
                <li key={one.id}>
                  <div>
                    <a href={`/desk/indicators/${one.id}`}>
                      {one.id} {say(one.title)}
                    </a>
                  </div>
                  {one.value === null || one.after === null ? (
                    <span className="soft">{text.atStakeUnrecorded}</span>
                  ) : (
                    <b>{fill(text.atStakeMove, { value: printNumber(one.value), after: printNumber(one.after), unit: say(one.unit) })}</b>
                  )}{' '}
                  <span className="soft">{say(one.condition)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}
