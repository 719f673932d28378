import type { ReactElement } from 'react';
import type { Text } from '../../kernel/text.ts';
import { useSay } from '../language.ts';

/** What a state asks of the reader; each tone has a shape of its own, so that colour never speaks alone. */
export type Tone = 'done' | 'doing' | 'waiting' | 'attention' | 'bad' | 'ended';
/** The closed list of a term's states: one word each, the same in list, page, print and export. */
export type StateTable<State extends string> = Readonly<Record<State, { readonly text: Text; readonly tone: Tone }>>;

const shapes: Readonly<Record<Tone, ReactElement>> = {
  done: (
    <>
      <circle cx="6" cy="6" r="6" fill="currentColor" />
      <path d="M3 6.2 5.2 8.4 9 4" fill="none" stroke="#fff" strokeWidth="1.6" />
    </>
  ),
  doing: (
    <>
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  waiting: <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 1.6" />,
  attention: (
    <>
      <path d="M6 0.5 12 11.5H0z" fill="currentColor" />
      <path d="M6 4v4M6 9v1.4" stroke="#fff" strokeWidth="1.4" />
    </>
  ),
  bad: (
    <>
      <rect width="12" height="12" rx="2" fill="currentColor" />
      <path d="m3.5 3.5 5 5m0-5-5 5" stroke="#fff" strokeWidth="1.6" />
    </>
  ),
  ended: (
    <>
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M3.2 6h5.6" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
};

export function StatusTag<State extends string>({ states, state }: { states: StateTable<State>; state: State }): ReactElement {
  const say = useSay();
  const { text, tone } = states[state];
  return (
    <span className={`status tone-${tone}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {say(text)}
    </span>
  );
}
