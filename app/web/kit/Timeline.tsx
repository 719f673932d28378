import type { ReactElement, ReactNode } from 'react';
import type { TimelineEvent } from '../../register/event/contract.ts';
import { eventWord } from '../../register/event/rules.ts';
import { printInstant } from '../figures.ts';
import { useSay } from '../language.ts';

export type Happening = { readonly at: string; readonly title: string; readonly by?: string | undefined; readonly note?: ReactNode };

/** What happened to a record, newest first as it is given. */
export function Timeline({ label, happenings }: { label: string; happenings: readonly Happening[] }): ReactElement {
  return (
    <section className="timeline" aria-label={label}>
      <h2>{label}</h2>
      <ol>
        {happenings.map((one, index) => (
          <li key={`${happenings.length - index} ${one.at}`}>
            <time dateTime={one.at}>{one.at.length === 10 ? one.at : printInstant(one.at)}</time>
            <b>{one.title}</b>
            {one.by === undefined ? null : <span className="soft"> {one.by}</span>}
            {one.note === undefined ? null : <div className="note">{one.note}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The events of a record, newest first: what happened, by whom, and why. */
export function EventTimeline({ label, events }: { label: string; events: readonly TimelineEvent[] }): ReactElement {
  const say = useSay();
  const happenings = [...events].reverse().map(({ at, kind, person, reason }) => ({
    at,
    title: say(eventWord(kind)),
    by: person ?? undefined,
    note: reason ?? undefined,
  }));
  return <Timeline label={label} happenings={happenings} />;
}
