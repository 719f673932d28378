import type { ReactElement } from 'react';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useToday } from '../../catalogue/web/today.ts';
import type { Instrument } from '../contract.ts';
import { daysLeft, dueWords, standingOf, validities, validityOf } from '../rules.ts';
import { standingTable } from './states.ts';
import { texts } from './text.ts';
import './instrument.css';

/** What the last result means today; a reported one never looks like one of this platform. */
export function StandingTag({ item }: { item: Instrument }): ReactElement | null {
  const text = useTexts(texts);
  const today = useToday();
  if (item.status !== 'in-use') return null;
  return (
    <>
      <StatusTag states={standingTable} state={standingOf(item, today)} />
      {item.resultOrigin === 'reported' && item.verdict !== null ? (
        <span className="soft reported-mark" title={text.reportedNote}>
          {' '}
          {text.reportedMark}
        </span>
      ) : null}
    </>
  );
}

/** The last day, and how far it is. */
export function DueDay({ item }: { item: Instrument }): ReactElement | null {
  const text = useTexts(texts);
  const today = useToday();
  const days = daysLeft(item.dueOn, today);
  if (item.dueOn === null || days === null) return null;
  return (
    <span className="due-day">
      {item.dueOn}
      <span className="soft"> {days < 0 ? fill(text.daysOver, { n: -days }) : fill(text.daysLeft, { n: days })}</span>
    </span>
  );
}

/** Whether it may be relied on, in words: what was verified last, how it is verified, and until when. */
export function VerificationFacts({ item }: { item: Instrument }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const today = useToday();
  const standing = standingOf(item, today);
  const validity = item.validity ?? validityOf(item.kind, item.parameters, today);
  const notes = [
    standing === 'never-verified' ? text.neverVerified : undefined,
    standing === 'failed' ? text.failedWords : undefined,
    standing === 'repaired' ? text.repairedWords : undefined,
    item.status === 'sealed' ? text.sealedWords : undefined,
    item.resultOrigin === 'reported' ? text.reportedNote : undefined,
    validity === 'limited-use' && item.verdict === 'pass' ? text.limitedWords : undefined,
  ].filter((note) => note !== undefined);
  const isHere = item.resultOrigin === 'platform' && item.certificateNumber !== null;
  const facts: readonly (readonly [string, ReactElement | string | null])[] = [
    [text.standing, item.status === 'in-use' ? <StandingTag item={item} /> : null],
    [text.how, validity === null ? text.howUnknown : say(validities[validity])],
    [text.lastVerified, item.verifiedOn],
    [text.by, item.verifiedBy],
    [
      text.certificate,
      isHere ? (
        <a href={`/desk/certificates/${encodeURIComponent(item.certificateNumber ?? '')}`}>{item.certificateNumber}</a>
      ) : (
        item.certificateNumber
      ),
    ],
    [
      say(dueWords(validity)),
      item.verdict !== 'pass' ? null : item.dueOn === null ? (
        validity === 'first-only' ? (
          text.noEnd
        ) : (
          text.noEndStated
        )
      ) : (
        <DueDay item={item} />
      ),
    ],
  ];
  return (
    <section className="sheet">
      <h2>{text.verification}</h2>
      {notes.map((note) => (
        <p key={note} className="standing-note">
          {note}
        </p>
      ))}
      <dl className="facts">
        {facts.flatMap(([label, value]) =>
          value === null
            ? []
            : [
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>,
              ],
        )}
      </dl>
    </section>
  );
}
