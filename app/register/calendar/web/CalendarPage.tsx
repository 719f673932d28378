import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { calendarEndpoints, type Notice } from '../contract.ts';
import { NoticeForm } from './NoticeForm.tsx';
import { YearView } from './YearView.tsx';
import { texts } from './text.ts';
import './calendar.css';

type Reply = ReplyOf<typeof calendarEndpoints.readWorkingCalendar>;

/** The working days of a year and by which notice. */
export function CalendarPage(): ReactElement {
  const [search] = useSearchState();
  const year = typeof search['year'] === 'string' ? search['year'] : undefined;
  const query = useEndpoint(calendarEndpoints.readWorkingCalendar, { query: year === undefined ? {} : { year } });
  return <Answer query={query}>{(reply) => <Year reply={reply} />}</Answer>;
}

function Year({ reply }: { reply: Reply }): ReactElement {
  const text = useTexts(texts);
  const mayRecord = usePermit('calendar.record');
  const [, setSearch] = useSearchState();
  const [open, setOpen] = useState(false);
  const { year, notice, days, history } = reply;
  const years = [...new Set([...reply.years, year, ...reply.years.map((one) => one + 1)])].sort((one, other) => one - other);
  return (
    <>
      <PageHead
        title={`${text.title} ${year}`}
        lead={text.lead}
        actions={
          <>
            <Select
              aria-label={text.year}
              value={year}
              options={years.map((one) => ({ value: one, label: String(one) }))}
              onChange={(chosen: number) => setSearch({ year: String(chosen) })}
            />
            {mayRecord ? (
              <Button type="primary" onClick={() => setOpen(true)}>
                {notice === null ? text.record : text.correct}
              </Button>
            ) : null}
          </>
        }
      />
      {notice === null ? (
        <p className="calendar-note" role="status">
          {text.noNotice}
        </p>
      ) : null}
      <p>
        {fill(text.workingDays, { n: reply.workingDays })} <span className="soft">{text.legend}</span>
      </p>
      <YearView year={year} days={days} />
      {notice === null ? null : <NoticeFacts notice={notice} />}
      {history.length < 2 ? null : (
        <div className="sheet">
          <Timeline
            label={text.history}
            happenings={history.map((one) => ({
              at: one.recordedAt ?? one.issuedOn,
              title: one.title,
              by: one.recordedBy ?? text.brought,
              note: one.reason ?? undefined,
            }))}
          />
        </div>
      )}
      {open ? (
        <Dialog title={`${notice === null ? text.record : text.correct} ${year}`} onClose={() => setOpen(false)}>
          <NoticeForm year={year} isCorrection={notice !== null} onDone={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}

function NoticeFacts({ notice }: { notice: Notice }): ReactElement {
  const text = useTexts(texts);
  const facts: readonly (readonly [string, string])[] = [
    [text.notice, notice.title],
    [text.documentNumber, notice.documentNumber === null ? text.unknownNumber : printDocumentNumber(notice.documentNumber)],
    [text.issuedOn, notice.issuedOn],
    [text.source, notice.source],
    [text.recordedBy, notice.recordedAt === null ? text.brought : `${notice.recordedBy ?? ''} ${printInstant(notice.recordedAt)}`],
    ...(notice.reason === null ? [] : [[text.reason, notice.reason] as const]),
  ];
  return (
    <section className="sheet">
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
