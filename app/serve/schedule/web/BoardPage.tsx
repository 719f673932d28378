import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { addDays } from '../../../kernel/day.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { weekdayOf } from '../../../register/calendar/rules.ts';
import { scheduleEndpoints } from '../contract.ts';
import { absenceCauses, halves, resourceKinds } from '../rules.ts';
import { texts } from './text.ts';
import './schedule.css';

type Board = ReplyOf<typeof scheduleEndpoints.readBoard>;
type Row = Board['rows'][number];
type Cell = Row['cells'][number];

const weekdays = [
  ['一', 'Mon'],
  ['二', 'Tue'],
  ['三', 'Wed'],
  ['四', 'Thu'],
  ['五', 'Fri'],
  ['六', 'Sat'],
  ['日', 'Sun'],
] as const;

/** Who and what is where on each day of a week; on a phone the days follow one another. */
export function BoardPage(): ReactElement {
  const text = useTexts(texts);
  const mayManage = usePermit('schedule.manage');
  const [search, setSearch] = useSearchState();
  const from = typeof search['from'] === 'string' ? search['from'] : undefined;
  const institute = typeof search['institute'] === 'string' ? search['institute'] : undefined;
  const query = useEndpoint(scheduleEndpoints.readBoard, { query: { from, institute: institute as never } });
  return (
    <>
      <PageHead
        title={text.board}
        lead={text.boardLead}
        actions={
          <>
            {mayManage ? (
              <Button type="primary" href="/desk/schedule/waiting">
                {text.book}
              </Button>
            ) : null}
            <Button href="/desk/schedule/bookings">{text.bookings}</Button>
            <Button href="/desk/schedule/resources">{text.resources}</Button>
          </>
        }
      />
      <Answer query={query}>{(board) => <Week board={board} setSearch={setSearch} />}</Answer>
    </>
  );
}

function Week({ board, setSearch }: { board: Board; setSearch: (changes: Record<string, unknown>) => void }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const first = board.days[0]?.day ?? '';
  return (
    <>
      <div className="count-line">
        <span className="week-steps">
          <Button onClick={() => setSearch({ from: addDays(first, -7) })}>{text.before}</Button>
          <Button onClick={() => setSearch({ from: undefined })}>{text.thisWeek}</Button>
          <Button onClick={() => setSearch({ from: addDays(first, 7) })}>{text.after}</Button>
        </span>
        {board.institutes.length > 1 && board.institute !== null ? (
          <Select
            aria-label={text.institute}
            value={board.institute.id}
            options={board.institutes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => setSearch({ institute: chosen })}
          />
        ) : (
          <span>{board.institute?.name}</span>
        )}
      </div>
      {board.rows.length === 0 ? (
        <Empty title={text.noResources} next={text.noResourcesNext} action={<a href="/desk/schedule/resources">{text.resources}</a>} />
      ) : (
        <Scroll label={text.board}>
          <table className="grid cards board">
            <caption className="unseen">{text.board}</caption>
            <thead>
              <tr>
                <th scope="col">{text.resource}</th>
                {board.days.map(({ day, isWorking, isToday }) => (
                  <th scope="col" key={day} className={isToday ? 'today' : ''}>
                    <DayName day={day} /> {isToday ? <span>{text.today}</span> : null}
                    {isWorking ? null : <span className="soft">{text.dayOff}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {board.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" data-label={say(resourceKinds[row.kind])}>
                    <ResourceName row={row} />
                  </th>
                  {row.cells.map((cell, index) => (
                    <td
                      key={cell.day}
                      data-label={`${cell.day.slice(5)} ${say(weekdays[weekdayOf(cell.day) - 1] ?? ['', ''])}`}
                      className={board.days[index]?.isWorking === false ? 'off' : ''}
                    >
                      <CellContent cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}

function DayName({ day }: { day: string }): ReactElement {
  const say = useSay();
  return (
    <>
      {day.slice(5)} {say(weekdays[weekdayOf(day) - 1] ?? ['', ''])}
    </>
  );
}

function ResourceName({ row }: { row: Row }): ReactElement {
  const say = useSay();
  return (
    <>
      {/* A person who was never booked or away has no page of the own yet. */}
      {row.kind === 'person' ? (
        <a href={`/desk/schedule/bookings?resource=${row.id}`}>{row.name}</a>
      ) : (
        <a href={`/desk/schedule/resources/${row.id}`}>{row.name}</a>
      )}{' '}
      <span className="soft">{say(resourceKinds[row.kind])}</span>
      {row.aboard === '' ? null : <div className="soft aboard">{row.aboard}</div>}
    </>
  );
}

function CellContent({ cell }: { cell: Cell }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const isFree = cell.away === null && cell.bookings.length === 0;
  return (
    <>
      {cell.load === null || cell.booked === null ? null : (
        <div className={cell.booked >= cell.load ? 'load full' : 'load'}>
          {fill(text.nOf, { n: cell.booked, m: cell.load })} {cell.booked >= cell.load ? text.full : ''}
        </div>
      )}
      {cell.away === null ? null : (
        <div className="away">
          {cell.isClash ? `${text.clash} · ` : ''}
          {say(absenceCauses[cell.away.cause])}
          <span className="soft"> {cell.away.reason}</span>
        </div>
      )}
      {cell.bookings.map((booking) => (
        <a key={booking.id} className="slot" href={`/desk/schedule/bookings/${booking.id}`}>
          {booking.half === 'whole' ? '' : `${say(halves[booking.half])} `}
          {booking.title} · {fill(text.instrumentCount, { n: booking.itemCount })}
        </a>
      ))}
      {isFree && cell.load === null ? <span className="soft">{text.free}</span> : null}
    </>
  );
}
