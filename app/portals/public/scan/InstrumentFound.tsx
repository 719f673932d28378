import { useState, type ReactElement, type ReactNode } from 'react';
import { eventWord } from '../../../register/event/rules.ts';
import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import type { PublicInstrument } from '../../../register/instrument/contract/public.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { TraceRibbon, type Stage, type TraceNode } from '../../../web/kit/TraceRibbon.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { verdictStates } from '../document-states.ts';
import { Complaint } from './Complaint.tsx';
import { standingTags, statusTags } from './scan-states.ts';
import { meanings, texts } from './scan-text.ts';

const trace: readonly Stage[] = ['si', 'standard', 'certificate', 'record'];
const calm: readonly string[] = ['valid', 'no-end', 'due-7', 'due-15', 'due-30', 'due-90'];

/** One instrument as its user, its customer or a passer-by may see it. */
export function InstrumentFound({ instrument }: { instrument: PublicInstrument }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [plate, setPlate] = useState<'same' | 'different'>();
  const { standing, status, origin } = instrument;
  const isCalm = calm.includes(standing) && status === 'in-use';
  return (
    <>
      <section className={`sheet notice ${isCalm ? 'found' : standing === 'failed' ? 'bad' : 'attention'}`} role="status">
        {instrument.demonstration ? (
          <p>
            <b>{text.demonstration}</b>
          </p>
        ) : null}
        <p className="scan-head">
          <b>{instrument.name}</b> <span className="number">{instrument.code}</span>
        </p>
        <p className="scan-standing">
          <StatusTag states={standingTags} state={standing} />
          {status === 'in-use' ? null : <StatusTag states={statusTags} state={status} />}
        </p>
        <h2>{text.meaning}</h2>
        <p>{say(meanings[standing])}</p>
        <Facts instrument={instrument} />
        <h2>{text.trust}</h2>
        <p>{origin === 'platform' ? text.platform : origin === 'reported' ? text.reported : text.none}</p>
        <TraceRibbon stages={trace} nodes={nodesOf(instrument)} />
        <History instrument={instrument} />
        <p className="soft">
          {text.asOf} {instrument.today} · {text.shareHint}
        </p>
      </section>
      <section className="sheet plate">
        <h2>{text.plate}</h2>
        {instrument.serialEnd === '' ? (
          <p>{text.plateShort}</p>
        ) : (
          <>
            <p>{fill(text.plateHint, { n: instrument.serialEnd.length, end: instrument.serialEnd })}</p>
            <div className="choice" role="group" aria-label={text.plate}>
              {(['same', 'different'] as const).map((answer) => (
                <button
                  key={answer}
                  type="button"
                  className={plate === answer ? '' : 'second'}
                  aria-pressed={plate === answer}
                  onClick={() => setPlate(answer)}
                >
                  {text[answer]}
                </button>
              ))}
            </div>
            {plate === 'different' ? <p role="status">{text.differentNext}</p> : null}
          </>
        )}
      </section>
      <Complaint instrument={instrument} plate={plate} />
    </>
  );
}

/** The same events as everybody else sees of it, without persons and reasons. */
function History({ instrument: { history } }: { instrument: PublicInstrument }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (history.length === 0) return null;
  return (
    <>
      <h2>{text.history}</h2>
      <ol className="scan-history">
        {history.map(({ day, event, organization }, index) => (
          <li key={`${history.length - index} ${day}`}>
            <time dateTime={day}>{day}</time> {say(eventWord(event))} {organization}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Only a document issued here is evidence; what a user says of another is none. */
const nodesOf = ({ origin, certificateNumber }: PublicInstrument): TraceNode[] =>
  origin === 'platform' && certificateNumber !== null ? [{ stage: 'certificate', note: certificateNumber }] : [];

function Facts({ instrument }: { instrument: PublicInstrument }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { verdict, verifiedOn, validUntil, verifiedBy, certificateNumber, validity, place } = instrument;
  const unknown = <span className="soft">{text.notRecorded}</span>;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.kind, say(instrumentKinds[instrument.kind].text)],
    [
      text.verdict,
      verdict === null ? <span className="soft">{text.noVerdict}</span> : <StatusTag states={verdictStates} state={verdict} />,
    ],
    ...(verifiedOn === null ? [] : [[text.verifiedOn, verifiedOn] as const]),
    ...(validUntil === null ? [] : [[validity === 'limited-use' ? text.useBy : text.validUntil, validUntil] as const]),
    ...(verdict === null ? [] : [[text.verifiedBy, verifiedBy ?? unknown] as const]),
    ...(certificateNumber === null
      ? []
      : [
          [
            text.certificate,
            instrument.origin === 'platform' ? (
              <a href={`/check?number=${encodeURIComponent(certificateNumber)}`}>{certificateNumber}</a>
            ) : (
              certificateNumber
            ),
          ] as const,
        ]),
    [text.model, instrument.model],
    [text.maker, instrument.maker],
    [text.place, place?.name ?? <span className="soft">{text.placeHidden}</span>],
  ];
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
