import type { ReactElement, ReactNode } from 'react';
import { documentKinds } from '../../measure/certificate/rules.ts';
import { StatusTag } from '../../web/kit/StatusTag.tsx';
import { TraceRibbon, type Stage } from '../../web/kit/TraceRibbon.tsx';
import { useSay, useTexts } from '../../web/language.ts';
import { useAnswer, type Certificate, type Setting } from './answers.ts';
import { documentStates, verdictStates } from './document-states.ts';
import { LookUpForm } from './LookUpForm.tsx';
import { usePlace } from './place.ts';
import { Reading } from './Reading.tsx';
import { texts } from './text.ts';
import { useTitle } from './title.ts';

type Details = Extract<Certificate, { serial: string }>;
/** What a look-up rests on; the figure of a register is no part of it. */
const documentTrace: readonly Stage[] = ['si', 'standard', 'certificate', 'record'];

/** A certificate or a label, checked by its number; what it says only for somebody who holds it. */
export function CheckPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.checkTitle);
  const { query } = usePlace();
  const number = (query.get('number') ?? '').replace(/\s/g, '').toUpperCase();
  const check = query.get('check')?.trim() ?? '';
  return (
    <>
      <h1>{text.checkTitle}</h1>
      <p className="soft">{text.checkHint}</p>
      <div className="sheet look-up-sheet">
        <LookUpForm key={`${number} ${check}`} name="check" number={number} check={check} />
        <ul className="look-up-others">
          <li>
            <a href="/Q">{text.labelShow}</a>
          </li>
          <li>
            <a href="/verify">{text.verifyTitle}</a>
          </li>
        </ul>
      </div>
      {number === '' ? null : <Result number={number} check={check} />}
    </>
  );
}

function Result({ number, check }: { number: string; check: string }): ReactElement {
  const text = useTexts(texts);
  const answer = useAnswer<Certificate>(
    `/api/public/certificates/${encodeURIComponent(number)}${check === '' ? '' : `?check=${encodeURIComponent(check)}`}`,
  );
  if (answer.failure?.status === 404) return <Notice title={text.unknown} next={text.unknownNext} tone="bad" />;
  return (
    <Reading answer={answer}>
      {(certificate) =>
        !('serial' in certificate) ? (
          <Notice
            title={check === '' ? text.exists : text.wrongCheck}
            next={text.existsNext}
            tone={check === '' ? 'waiting' : 'attention'}
          />
        ) : (
          <Found certificate={certificate} />
        )
      }
    </Reading>
  );
}

function Notice({ title, next, tone }: { title: string; next: string; tone: string }): ReactElement {
  return (
    <div className={`sheet notice ${tone}`} role="status">
      <p>
        <b>{title}</b>
      </p>
      <p className="soft">{next}</p>
    </div>
  );
}

/** A document whose last day has passed says so, although nobody has revoked it. */
function stateOf({ status, dates }: Details, today: string | undefined): keyof typeof documentStates {
  const isOver = today !== undefined && dates.validUntil !== null && dates.validUntil < today;
  return status === 'valid' && isOver ? 'expired' : status;
}

function Found({ certificate }: { certificate: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { reply: setting } = useAnswer<Setting>('/api/public/setting');
  const { dates } = certificate;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.verdict, <StatusTag key="verdict" states={verdictStates} state={certificate.verdict ?? 'none'} />],
    [text.status, <StatusTag key="status" states={documentStates} state={stateOf(certificate, setting?.today)} />],
    [text.number, certificate.number],
    [text.kind, say(documentKinds[certificate.document])],
    [text.instrument, certificate.name],
    [text.model, certificate.model],
    [text.serial, certificate.serial],
    [text.institute, certificate.institute],
    [text.testedOn, dates.testedOn],
    [text.issuedOn, dates.issuedOn],
    ...(dates.validUntil === null ? [] : [[text.validTo, dates.validUntil] as const]),
    [text.logIndex, certificate.logIndex === null ? text.noLog : String(certificate.logIndex)],
  ];
  return (
    <div
      className={`sheet notice ${stateOf(certificate, setting?.today) === 'valid' && certificate.verdict !== 'fail' ? 'found' : 'bad'}`}
      role="status"
    >
      {certificate.demonstration ? (
        <p>
          <b>{text.demonstrationDocument}</b>
        </p>
      ) : null}
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TraceRibbon stages={documentTrace} nodes={[{ stage: 'certificate', note: certificate.number }]} />
      <p className="soft">{text.onPaper}</p>
    </div>
  );
}
