import type { ReactElement } from 'react';
import { indicatorEndpoints } from '../../../steer/indicator/contract.ts';
import { useMoment } from '../../../steer/indicator/web/moment.ts';
import { publicationTones } from '../../../steer/indicator/web/states.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { AsOfBar, useAsOf } from '../../../web/kit/AsOfBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { places } from '../places.ts';
import { CountyPanel } from './CountyPanel.tsx';
import { GoalBand } from './GoalBand.tsx';
import { StateCounts } from './StateCounts.tsx';
import { texts } from './text.ts';
import { WorkList } from './WorkList.tsx';
import '../home/home.css';
import './cockpit.css';

/** The plan at a glance: counties, goals, work; every figure opens what it rests on. */
export function Cockpit(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { organization } = useCaller();
  const [search] = useSearchState();
  const days = useAsOf();
  const moment = useMoment();
  const figures = useEndpoint(indicatorEndpoints.listIndicators, { query: moment });
  const asked = typeof search['region'] === 'string' ? search['region'] : undefined;
  // A county office begins with its own county, a city office with the whole city.
  const region = asked ?? (organization.region.endsWith('00') ? undefined : organization.region);
  const state = typeof search['state'] === 'string' ? search['state'] : undefined;
  return (
    <Answer query={figures} rows={12}>
      {({ title, documentNumber, asOf, published, goals, items }) => (
        <div className="cockpit">
          <PageHead
            title={say(title)}
            lead={`${documentNumber} · ${fill(text.asOf, { day: asOf })} · ${days.knownOn === undefined ? text.knownNow : fill(text.knownThen, { day: days.knownOn })}`}
            state={
              <a href={places.publications}>
                <StatusTag states={publicationTones} state={published} />
              </a>
            }
          />
          <div className="cockpit-bar">
            <StateCounts items={items} chosen={state} />
            <AsOfBar />
          </div>
          <div className="cockpit-columns">
            <CountyPanel items={items} moment={moment} region={region === 'city' ? undefined : region} />
            <div className="bands">
              <h2 className="unseen">{text.goals}</h2>
              {goals.map((goal) => (
                <GoalBand
                  key={goal.id}
                  goal={goal}
                  items={items.filter((each) => each.goal === goal.id && (state === undefined || each.state === state))}
                />
              ))}
            </div>
            <WorkList region={region === 'city' ? undefined : region} />
          </div>
        </div>
      )}
    </Answer>
  );
}
