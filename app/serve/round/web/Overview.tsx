import type { ReactElement } from 'react';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Empty } from '../../../web/kit/PageStates.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { roundEndpoints } from '../contract.ts';
import type { Progress, RoundDay, Stop } from '../contract/shapes.ts';
import { progressStages, progressStageNames } from '../rules.ts';
import { RouteMap } from './RouteMap.tsx';
import type { Details } from './RoundPage.tsx';
import { Share } from './Share.tsx';
import { texts } from './text.ts';

/** How far a round is: in all, by day and by place, with what was left out and why. */
export function Overview({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <div className="columns">
      <div className="stack">
        <section className="sheet">
          <h2>{text.progress}</h2>
          <Stages progress={details.progress} />
        </section>
        {details.days.length === 0 ? (
          <Empty title={text.nothingArranged} />
        ) : (
          <section className="sheet">
            <h2>{text.byDay}</h2>
            <DataRows
              items={details.days}
              columns={dayColumns(details.id)}
              rowKey={(day) => `${day.day} ${day.team ?? ''} ${day.bench?.id ?? ''}`}
              caption={['按日的进度', 'Progress by day']}
            />
            <div className="action-bar round-deeds">
              <SaveFile
                endpoint={roundEndpoints.downloadRouteSheet}
                request={{ params: { id: details.id }, query: {} }}
                label={text.sheet}
              />
              <SaveFile
                endpoint={roundEndpoints.downloadRouteSheet}
                request={{ params: { id: details.id }, query: { format: 'pdf' } }}
                label={text.sheetPdf}
              />
            </div>
          </section>
        )}
        <RouteMap details={details} />
        <section className="sheet">
          <h2>{text.byPlace}</h2>
          {details.stopList.length === 0 ? (
            <Empty title={text.notFound} next={text.nothingDue} />
          ) : (
            <DataRows
              items={details.stopList}
              columns={stopColumns(details.id)}
              rowKey={({ id }) => id}
              caption={['按场所的进度', 'Progress by place']}
            />
          )}
        </section>
        {details.leftOutReasons.length === 0 ? null : (
          <section className="sheet">
            <h2>{text.leftOutWhy}</h2>
            <ul>
              {details.leftOutReasons.map(({ reason, count }) => (
                <li key={reason}>
                  {reason} <a href={`/desk/rounds/${details.id}?view=collected&state=left-out`}>{fill(text.instruments, { n: count })}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {details.timeline.length === 0 ? null : (
        <div className="sheet">
          <EventTimeline label={say(['经过', 'History'])} events={details.timeline} />
        </div>
      )}
    </div>
  );
}

const failedLabel = ['其中不合格', 'Of these failed'] as const;

function Stages({ progress }: { progress: Progress }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <dl className="facts">
      {progressStageNames.map((stage) => (
        <div key={stage}>
          <dt>{say(progressStages[stage])}</dt>
          <dd>{stage === 'planned' ? progress.planned : <Share part={progress[stage]} whole={progress.planned} />}</dd>
        </div>
      ))}
      <div>
        <dt>{say(failedLabel)}</dt>
        <dd>
          <Share part={progress.failed} whole={progress.issued} />
        </dd>
      </div>
      <div>
        <dt>{text.leftOut}</dt>
        <dd>{progress.leftOut}</dd>
      </div>
    </dl>
  );
}

function TeamOrBench({ of }: { of: RoundDay }): ReactElement {
  const text = useTexts(texts);
  return <>{of.team === null ? of.bench?.name : fill(text.team, { n: of.team })}</>;
}

const dayColumns = (round: string): readonly Column<RoundDay>[] => [
  { key: 'day', title: ['日期', 'Day'], show: ({ day }) => <a href={`/desk/rounds/${round}?view=collected&day=${day}`}>{day}</a> },
  { key: 'team', title: ['组或台位', 'Team or bench'], show: (day) => <TeamOrBench of={day} /> },
  { key: 'planned', title: ['台数', 'Instruments'], number: true, show: ({ progress }) => progress.planned },
  { key: 'booked', title: ['已排期', 'Booked'], number: true, show: ({ progress: p }) => <Share part={p.booked} whole={p.planned} /> },
  { key: 'tested', title: ['已检定', 'Tested'], number: true, show: ({ progress: p }) => <Share part={p.tested} whole={p.planned} /> },
  { key: 'issued', title: ['已出证', 'Issued'], number: true, show: ({ progress: p }) => <Share part={p.issued} whole={p.planned} /> },
  { key: 'failed', title: ['不合格', 'Failed'], number: true, show: ({ progress }) => progress.failed },
];

const stopColumns = (round: string): readonly Column<Stop>[] => [
  { key: 'name', title: ['场所', 'Place'], show: ({ id, name }) => <a href={`/desk/rounds/${round}?view=collected&stop=${id}`}>{name}</a> },
  { key: 'township', title: ['乡镇', 'Township'], show: ({ townshipName }) => townshipName },
  { key: 'planned', title: ['台数', 'Instruments'], number: true, show: ({ progress }) => progress.planned },
  { key: 'due', title: ['最早到期', 'Earliest due'], narrow: true, show: ({ earliestDue }) => earliestDue },
  { key: 'tested', title: ['已检定', 'Tested'], number: true, show: ({ progress: p }) => <Share part={p.tested} whole={p.planned} /> },
  { key: 'issued', title: ['已出证', 'Issued'], number: true, show: ({ progress: p }) => <Share part={p.issued} whole={p.planned} /> },
  { key: 'left', title: ['未列入', 'Left out'], number: true, show: ({ progress }) => (progress.leftOut === 0 ? null : progress.leftOut) },
];
