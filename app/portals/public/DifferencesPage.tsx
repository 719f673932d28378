import type { ReactElement } from 'react';
import type { ReplyOf } from '../../kernel/endpoint.ts';
import type { indicatorEndpoints } from '../../steer/indicator/contract.ts';
import { resolutions } from '../../steer/plan/rules/settlement.ts';
import { StatusTag } from '../../web/kit/StatusTag.tsx';
import { Scroll } from '../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../web/language.ts';
import { useAnswer } from './answers.ts';
import { texts } from './differences-text.ts';
import { Reading } from './Reading.tsx';
import { useTitle } from './title.ts';

type Published = ReplyOf<(typeof indicatorEndpoints)['readPublicDifferences']>;

/** What does not agree inside the plan, once the plan office has published it. */
export function DifferencesPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.title);
  const answer = useAnswer<Published>('/api/public/plan/differences');
  return (
    <>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <Reading answer={answer}>
        {({ published, items }) =>
          published ? (
            <Differences items={items} />
          ) : (
            <div className="sheet">
              <p>
                <b>{text.notPublished}</b>
              </p>
              <p className="soft">{text.notPublishedNext}</p>
            </div>
          )
        }
      </Reading>
    </>
  );
}

function Differences({ items }: { items: Published['items'] }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const printed = (value: string | null): string => (value === null ? text.noCell : value === '' ? text.blank : value);
  return (
    <Scroll label={text.title}>
      <table className="grid cards">
        <thead>
          <tr>
            {[text.difference, text.place, text.printed, text.aligned, text.recomputed, text.state, text.reason].map((words) => (
              <th scope="col" key={words}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td className="lead">{say(item.text)}</td>
              <td data-label={text.place}>{[item.place.source, item.place.row, item.place.column].map(say).join(' · ')}</td>
              <td data-label={text.printed}>{printed(item.printed)}</td>
              <td data-label={text.aligned} className={item.aligned === null ? 'blank' : ''}>
                {item.aligned}
              </td>
              <td data-label={text.recomputed} className={item.recomputed === null ? 'blank' : ''}>
                {item.recomputed}
              </td>
              <td data-label={text.state}>
                <StatusTag states={resolutions} state={item.resolution} />
              </td>
              <td data-label={text.reason} className={item.reason === null ? 'blank' : ''}>
                {item.reason}
                {item.documentNumber === null ? null : <span className="soft"> {item.documentNumber}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
