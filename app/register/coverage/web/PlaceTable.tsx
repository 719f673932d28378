import type { ReactElement } from 'react';
import { printNumber } from '../../../web/figures.ts';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { placeKinds, type PlaceKind } from '../../place/rules.ts';
import type { Coverage } from '../contract.ts';
import { texts } from './text.ts';
import './figure-cards.css';

const query = (kind: PlaceKind, region: string | undefined): string => `?kind=${kind}${region === undefined ? '' : `&region=${region}`}`;

/** Open places by kind, and those of which nobody has recorded anything. */
export function PlaceTable({ coverage, region }: { coverage: Coverage; region: string | undefined }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section aria-labelledby="coverage-places">
      <h2 id="coverage-places">{text.places}</h2>
      <p className="soft">{text.placesLead}</p>
      <Scroll label={text.places}>
        <table className="grid cards figure-cards">
          <caption className="unseen">{text.places}</caption>
          <thead>
            <tr>
              <th scope="col">{text.placeKind}</th>
              <th scope="col" className="number">
                {text.open}
              </th>
              <th scope="col" className="number">
                {text.without}
              </th>
            </tr>
          </thead>
          <tbody>
            {coverage.places.map(({ kind, open, without, expected }) => (
              <tr key={kind}>
                <td className="lead">{say(placeKinds[kind])}</td>
                <td className="number" data-label={text.open}>
                  {open === 0 ? 0 : <a href={`/desk/places${query(kind, region)}&state=open`}>{printNumber(open)}</a>}
                </td>
                <td className="number" data-label={text.without}>
                  {!expected ? (
                    <span className="soft">{text.notExpected}</span>
                  ) : without === 0 ? (
                    0
                  ) : (
                    <a href={`/desk/coverage/places${query(kind, region)}`}>{printNumber(without)}</a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
