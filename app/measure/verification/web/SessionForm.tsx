import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { DayField } from '../../../web/kit/DayField.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { sessionEndpoints, type Session } from '../contract/session.ts';
import type { StandardChoice } from '../contract/shapes.ts';
import { environmentFields } from './environment-fields.ts';
import { StandardPicker } from './StandardPicker.tsx';
import { texts } from './text.ts';

const usual = new Set(['temperature', 'humidity']);

type Props = {
  readonly today: string;
  /** Left out: a session begins. */
  readonly session?: Session;
  readonly onDone: (session: Session) => void;
  readonly onClose: () => void;
};

const choicesOf = (session: Session | undefined): StandardChoice[] =>
  (session?.standards ?? []).map(({ role, standard, statement }) => ({ role, standard, statement }));

/** Day, place, environment and standards, entered once for all records of a session. */
export function SessionForm({ today, session, onDone, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const [day, setDay] = useState<string>(session?.day ?? today);
  const [place, setPlace] = useState(session?.place ?? '');
  const [environment, setEnvironment] = useState<Record<string, string>>(session?.environment ?? {});
  const [standards, setStandards] = useState<StandardChoice[]>(() => choicesOf(session));
  const [isWide, setWide] = useState(() => Object.keys(environment).some((name) => !usual.has(name)));
  const begin = useAction(sessionEndpoints.beginVerificationSession, { onDone });
  const change = useAction(sessionEndpoints.changeVerificationSession, { onDone });
  const { pending, problem } = session === undefined ? begin : change;
  const save = (): void => {
    const body = { day, place, environment, standards };
    if (session === undefined) void begin.run({ body });
    else void change.run({ params: { id: session.id }, body: { ...body, version: session.version } });
  };
  return (
    <Dialog
      title={session === undefined ? text.beginSession : text.changeSession}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={pending}
          disabled={place.trim() === '' || standards.some(({ statement }) => statement !== null && statement.trim().length < 4)}
          onClick={save}
        >
          {text.saveSession}
        </Button>
      }
    >
      <div className="session-form">
        {session === undefined || session.draftCount === 0 ? null : <p className="soft">{text.sessionReach}</p>}
        <div className="conditions">
          <div>
            <label htmlFor={`${id}-day`}>{text.testedOn}</label>
            <DayField id={`${id}-day`} value={day} latest={today} onChange={(picked) => setDay(picked ?? today)} />
          </div>
          <div className="wide">
            <label htmlFor={`${id}-place`}>{text.sessionPlace}</label>
            <input id={`${id}-place`} value={place} maxLength={120} onChange={(event) => setPlace(event.target.value)} />
          </div>
          {environmentFields
            .filter(({ id: name }) => isWide || usual.has(name))
            .map((field) => (
              <div key={field.id}>
                <label htmlFor={`${id}-${field.id}`}>
                  {say(field.label)} <span className="soft">{field.unit}</span>
                </label>
                <input
                  id={`${id}-${field.id}`}
                  inputMode="decimal"
                  autoComplete="off"
                  value={environment[field.id] ?? ''}
                  onChange={(event) => setEnvironment({ ...environment, [field.id]: event.target.value })}
                />
              </div>
            ))}
        </div>
        {isWide || environmentFields.every(({ id: name }) => usual.has(name)) ? null : (
          <Button type="link" size="small" onClick={() => setWide(true)}>
            {text.moreConditions}
          </Button>
        )}
        <h3>{text.standard}</h3>
        <StandardPicker value={standards} onChange={setStandards} day={day} />
        <ProblemNote problem={problem} />
      </div>
    </Dialog>
  );
}
