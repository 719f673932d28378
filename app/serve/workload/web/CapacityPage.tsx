import type { ReactElement } from 'react';
import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { workloadEndpoints, type Capacity } from '../contract.ts';
import { figureWords as words } from '../rules/words.ts';
import { BoardHead, OfInstitute, useAsked } from './Frame.tsx';
import { texts } from './text.ts';
import './workload.css';

type Row = Capacity['rows'][number];
type Week = Row['weeks'][number];

/** Demand of each week beside what can be done; what is not recorded is said, never taken for zero. */
export function CapacityPage(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(workloadEndpoints.readCapacity, { query: useAsked() });
  return (
    <>
      <BoardHead title={text.capacity} lead={text.capacityLead} here="/desk/workload/capacity" />
      <Answer query={query} rows={12}>
        {(capacity) => (
          <OfInstitute board={capacity}>
            {capacity.rows.length === 0 ? (
              <div className="sheet">
                <Empty title={text.notDesignated} next={text.notDesignatedNext} />
              </div>
            ) : (
              <Weeks capacity={capacity} />
            )}
          </OfInstitute>
        )}
      </Answer>
    </>
  );
}

function Weeks({ capacity }: { capacity: Capacity }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <div className="sheet">
      {capacity.uncertainFrom === null ? null : <p className="soft">{fill(text.uncertain, { day: capacity.uncertainFrom })}</p>}
      <Scroll label={text.capacity}>
        <table className="grid workload-weeks">
          <caption className="unseen">{text.capacity}</caption>
          <thead>
            <tr>
              <th scope="col">{say(['器具种类', 'Kind'])}</th>
              <th scope="col" className="number">
                {say(words.overdue)}
              </th>
              <th scope="col" className="number">
                {say(words.neverVerified)}
              </th>
              {capacity.weeks.map(({ first, last, workingDays }) => (
                <th scope="col" key={first}>
                  {first.slice(5)}—{last.slice(5)}
                  <div className="soft">{fill(text.workingDays, { n: workingDays })}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {capacity.rows.map((row) => (
              <KindRow key={row.kind} row={row} weeks={capacity.weeks} />
            ))}
            <tr className="total">
              <th scope="row">{text.total}</th>
              <td className="number">{printNumber(capacity.rows.reduce((sum, { overdue }) => sum + overdue, 0))}</td>
              <td className="number">{printNumber(capacity.rows.reduce((sum, { neverVerified }) => sum + neverVerified, 0))}</td>
              {capacity.total.map(({ demand, capacity: places }, index) => (
                <td key={capacity.weeks[index]?.first}>
                  <b>{printNumber(demand)}</b> /{' '}
                  {places === null ? <span className="soft">{say(words.noCapacity)}</span> : printNumber(places)}
                  {places !== null && demand > places ? <Short /> : null}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

function KindRow({ row, weeks }: { row: Row; weeks: Capacity['weeks'] }): ReactElement {
  const say = useSay();
  return (
    <tr>
      <th scope="row">
        <a href={`/desk/workload/due?kind=${row.kind}`}>{say(instrumentKinds[row.kind].text)}</a>
      </th>
      <td className="number">
        {row.overdue === 0 ? 0 : <a href={`/desk/instruments?kind=${row.kind}&standing=overdue`}>{printNumber(row.overdue)}</a>}
      </td>
      <td className="number">
        {row.neverVerified === 0 ? (
          0
        ) : (
          <a href={`/desk/instruments?kind=${row.kind}&standing=never-verified`}>{printNumber(row.neverVerified)}</a>
        )}
      </td>
      {row.weeks.map((week, index) => (
        <td key={weeks[index]?.first}>
          <WeekCell week={week} kind={row.kind} span={weeks[index]} />
        </td>
      ))}
    </tr>
  );
}

function WeekCell({ week, kind, span }: { week: Week; kind: string; span: Capacity['weeks'][number] | undefined }): ReactElement {
  const say = useSay();
  const demand = week.due + week.accepted;
  return (
    <>
      <b>{printNumber(demand)}</b> /{' '}
      {week.capacity === null ? <span className="soft">{say(words.noCapacity)}</span> : printNumber(week.capacity)}
      {week.capacity !== null && demand > week.capacity ? <Short /> : null}
      <div className="soft">
        {week.due === 0 ? null : (
          <div>
            <a href={`/desk/workload/due?kind=${kind}&from=${span?.first ?? ''}&to=${span?.last ?? ''}`}>
              {say(words.due)} {printNumber(week.due)}
            </a>
          </div>
        )}
        {week.accepted === 0 ? null : (
          <div>
            <a href={`/desk/requests?status=accepted&instrumentKind=${kind}`}>
              {say(words.accepted)} {printNumber(week.accepted)}
            </a>
          </div>
        )}
        {week.booked === 0 ? null : (
          <div>
            {say(words.booked)} {printNumber(week.booked)}
          </div>
        )}
        {week.testers === null ? null : (
          <div>
            {say(words.testers)} {week.testers}
          </div>
        )}
      </div>
    </>
  );
}

function Short(): ReactElement {
  const text = useTexts(texts);
  return (
    <div className="short">
      <span aria-hidden="true">▲ </span>
      {text.short}
    </div>
  );
}
