import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { calendarEndpoints } from '../contract.ts';
import { dayKinds, type CalendarDay } from '../rules.ts';
import { dayFaults, noticeTitle, readNotice } from '../rules/notice.ts';
import { texts } from './text.ts';

type Props = { readonly year: number; readonly isCorrection: boolean; readonly onDone: () => void };

/** The text of the notice is pasted, read, compared by a person, and recorded. */
export function NoticeForm({ year, isCorrection, onDone }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [pasted, setPasted] = useState('');
  const read = readNotice(year, pasted);
  const faults = [...read.faults, ...dayFaults(year, read.days).map((fault) => fault.text)];
  const isRead = pasted.trim() !== '';
  return (
    <div className="notice-form">
      <div className="field">
        <label htmlFor="notice-text">{text.paste}</label>
        <Input.TextArea
          id="notice-text"
          rows={6}
          value={pasted}
          aria-describedby="notice-text-note"
          onChange={(event) => setPasted(event.target.value)}
        />
        <p id="notice-text-note" className="hint">
          {text.pasteHint}
        </p>
      </div>
      {!isRead ? (
        <p className="soft">{text.readNothing}</p>
      ) : faults.length > 0 ? (
        <div className="problem-note" role="alert">
          <span>{text.faults}</span>
          {faults.map((fault) => (
            <span key={fault[0]}>{say(fault)}</span>
          ))}
        </div>
      ) : null}
      {isRead ? <ReadDays days={read.days} /> : null}
      {isRead && faults.length === 0 && read.days.length > 0 ? (
        <RecordForm
          endpoint={calendarEndpoints.recordHolidayNotice}
          fixed={{ year, days: read.days }}
          initial={{ title: noticeTitle(year) }}
          fields={[
            { name: 'title', label: ['通知名称', 'Title'] },
            { name: 'documentNumber', label: ['文号', 'Document number'], hint: ['通知未载文号的留空', 'Blank where the text gives none'] },
            { name: 'issuedOn', label: ['发布日期', 'Issued on'], kind: 'day' },
            { name: 'source', label: ['来源', 'Source'], hint: ['如 中国政府网，某年某月某日', 'Such as www.gov.cn and the day'] },
            ...(isCorrection ? [{ name: 'reason', label: ['更正理由', 'Why it is corrected'], kind: 'long' } as const] : []),
          ]}
          submit={['录入', 'Record']}
          done={['已录入，涉及的期限将重新计算', 'Recorded; the periods concerned are counted anew']}
          onDone={onDone}
        />
      ) : null}
    </div>
  );
}

function ReadDays({ days }: { days: readonly CalendarDay[] }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <>
      <p aria-live="polite">{fill(text.read, { n: days.length })}</p>
      <Scroll label={text.days}>
        <ul className="read-days">
          {days.map(({ day, kind, name }) => (
            <li key={`${day} ${kind}`}>
              {day} {name} <b>{say(dayKinds[kind])}</b>
            </li>
          ))}
        </ul>
      </Scroll>
    </>
  );
}
