import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useDeviceValue } from '../../../web/device.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { sessionEndpoints, type Session } from '../contract/session.ts';
import { environmentFields } from './environment-fields.ts';
import { SessionForm } from './SessionForm.tsx';
import { StandardList } from './StandardList.tsx';
import { texts } from './text.ts';

export type ActiveSession = {
  readonly session: Session | undefined;
  readonly sessions: readonly Session[];
  readonly choose: (id: string) => void;
  readonly isPending: boolean;
};

/** The session in which a technician works today on this device: the one chosen last, else the latest. */
export function useActiveSession(today: string): ActiveSession {
  const [chosen, setChosen] = useDeviceValue<string | null>('bench.session', null);
  const query = useEndpoint(sessionEndpoints.listVerificationSessions, { query: { mine: 'true', day: today as never, limit: 50 } });
  const sessions = query.data?.items ?? [];
  return { session: sessions.find(({ id }) => id === chosen) ?? sessions[0], sessions, choose: setChosen, isPending: query.isPending };
}

type Props = { readonly today: string; readonly active: ActiveSession };

/** The conditions of the session, once on top of the day's work: they hold for every record taken up in it. */
export function SessionBar({ today, active }: Props): ReactElement {
  const text = useTexts(texts);
  const [open, setOpen] = useState<'begin' | 'change'>();
  const { session, sessions, choose } = active;
  return (
    <section className="session-bar no-print" aria-label={text.session}>
      <div className="line">
        <h2>{text.session}</h2>
        {session === undefined ? (
          <span className="soft">{active.isPending ? '' : text.noSession}</span>
        ) : (
          <>
            {sessions.length > 1 ? (
              <select aria-label={text.session} value={session.id} onChange={(event) => choose(event.target.value)}>
                {sessions.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.day} {one.place}
                  </option>
                ))}
              </select>
            ) : (
              <b>
                {session.day} {session.place}
              </b>
            )}
            <Environment session={session} />
            <span className="soft">{fill(text.sessionCount, { n: session.recordCount })}</span>
            {session.mayChange ? <Button onClick={() => setOpen('change')}>{text.changeSession}</Button> : null}
          </>
        )}
        <Button type={session === undefined ? 'primary' : 'default'} onClick={() => setOpen('begin')}>
          {text.beginSession}
        </Button>
      </div>
      {session === undefined ? null : <StandardList standards={session.standards} day={session.day} />}
      {open === undefined ? null : (
        <SessionForm
          today={today}
          {...(open === 'change' && session !== undefined ? { session } : {})}
          onClose={() => setOpen(undefined)}
          onDone={(done) => {
            choose(done.id);
            setOpen(undefined);
          }}
        />
      )}
    </section>
  );
}

function Environment({ session }: { session: Session }): ReactElement {
  const say = useSay();
  return (
    <>
      {Object.entries(session.environment)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => {
          const field = environmentFields.find(({ id }) => id === name);
          return (
            <span key={name}>
              {field === undefined ? name : say(field.label)} <b>{value}</b> {field?.unit}
            </span>
          );
        })}
    </>
  );
}
