import type { ReactElement } from 'react';
import { TraceRibbon, type TraceNode } from '../../web/kit/TraceRibbon.tsx';
import { useTexts } from '../../web/language.ts';
import { useAnswer, type Certificate } from './answers.ts';
import { LookUpForm } from './LookUpForm.tsx';
import { usePlace } from './place.ts';
import { Reading } from './Reading.tsx';
import { texts } from './text.ts';
import { useTitle } from './title.ts';

/** A certificate or a label, checked by its number; what it says only for somebody who holds it. */
export function CheckPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.checkTitle);
  const { query } = usePlace();
  const number = query.get('number')?.trim() ?? '';
  const check = query.get('check')?.trim() ?? '';
  return (
    <>
      <h1>{text.checkTitle}</h1>
      <p className="soft">{text.checkHint}</p>
      <div className="sheet look-up-sheet">
        <LookUpForm key={`${number} ${check}`} name="check" number={number} check={check} />
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
        certificate.serial === undefined ? (
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

function Found({ certificate }: { certificate: Certificate }): ReactElement {
  const text = useTexts(texts);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [text.number, certificate.number],
    [text.kind, certificate.kind],
    [text.status, certificate.status],
    [text.verdict, certificate.verdict],
    [text.instrument, certificate.instrument],
    [text.model, certificate.model],
    [text.serial, certificate.serial],
    [text.institute, certificate.institute],
    [text.issuedOn, certificate.issuedOn],
    [text.validTo, certificate.validTo],
    [text.logIndex, certificate.logIndex === null || certificate.logIndex === undefined ? text.noLog : String(certificate.logIndex)],
  ];
  const nodes: TraceNode[] = [{ stage: 'certificate', note: certificate.number }];
  return (
    <div className="sheet" role="status">
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== undefined && value !== null)
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <TraceRibbon nodes={nodes} />
    </div>
  );
}
