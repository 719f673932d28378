import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { letterKinds } from '../rules/states.ts';
import { DecideDialog } from './ExtensionDialog.tsx';
import type { ItemDetails } from './ItemPage.tsx';
import { extensionStates, letterStates, verdicts } from './states.ts';
import { texts } from './text.ts';

/** The reports, each with its evidence and what the plan office said to it. */
export function Reports({ item }: { item: ItemDetails }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <h2>{text.reports}</h2>
      {item.reports.length === 0 ? <p className="soft">{text.noReports}</p> : null}
      <ol className="report-list">
        {[...item.reports].reverse().map((report) => {
          const review = item.reviews.find((each) => each.reportId === report.id);
          return (
            <li key={report.id}>
              <b>{report.doneOn}</b> {report.finishing ? <span className="soft">{text.finishing}</span> : null}
              <p>{report.text}</p>
              {report.obstacle === null ? null : <p>{`${text.obstacle}：${report.obstacle}`}</p>}
              {report.files.length === 0 ? null : <FilePicker value={report.files} />}
              <p className="by">{`${report.person} · ${report.organization} · ${printInstant(report.at)}`}</p>
              {review === undefined ? null : (
                <p>
                  <StatusTag states={verdicts} state={review.verdict} /> {review.reason}{' '}
                  <span className="by">{`${review.person} · ${printInstant(review.at)}`}</span>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What was asked, and by which document it was granted; every former due day stays. */
export function Extensions({ item }: { item: ItemDetails }): ReactElement | null {
  const text = useTexts(texts);
  const [deciding, setDeciding] = useState<'granted' | 'refused'>();
  if (item.extensions.length === 0) return null;
  const open = item.extensions.find((each) => each.state === 'asked');
  return (
    <section className="sheet">
      <h2>{text.extensions}</h2>
      <ol className="report-list">
        {item.extensions.map((each) => (
          <li key={each.id}>
            <b>{fill(text.fromTo, { from: each.dueBefore, to: each.dueAsked })}</b>{' '}
            <StatusTag states={extensionStates} state={each.state} />{' '}
            {each.documentNumber === null ? null : printDocumentNumber(each.documentNumber)}
            <p>{each.reason}</p>
            {each.files.length === 0 ? null : <FilePicker value={each.files} />}
            <p className="by">{`${each.askedBy} · ${printInstant(each.askedAt)}`}</p>
            {each.decidedAt === null ? null : (
              <p className="by">
                {[each.answer, each.decidedBy, printInstant(each.decidedAt)].filter((part) => part !== null).join(' · ')}
              </p>
            )}
          </li>
        ))}
      </ol>
      {item.mayDecideExtension && open !== undefined ? (
        <div className="action-bar">
          <Button type="primary" onClick={() => setDeciding('granted')}>
            {text.grant}
          </Button>
          <Button onClick={() => setDeciding('refused')}>{text.refuse}</Button>
        </div>
      ) : null}
      {deciding === undefined || open === undefined ? null : (
        <DecideDialog item={item} extension={open.id} granted={deciding === 'granted'} onClose={() => setDeciding(undefined)} />
      )}
    </section>
  );
}

/** The letters that name this item. */
export function Letters({ item }: { item: ItemDetails }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (item.letters.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{text.letters}</h2>
      <ul className="report-list">
        {item.letters.map((letter) => (
          <li key={letter.id}>
            <a href={`/desk/task-letters/${letter.id}`}>{say(letterKinds[letter.kind])}</a>{' '}
            <StatusTag states={letterStates} state={letter.state} />{' '}
            {letter.documentNumber === null ? null : printDocumentNumber(letter.documentNumber)}
          </li>
        ))}
      </ul>
    </section>
  );
}
