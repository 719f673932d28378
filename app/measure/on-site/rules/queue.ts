/** The queue of a device: what is sent next, and what an answer makes of it. Decides on plain data, so that it runs anywhere. */
import { refusal } from './refusals.ts';
import { localLifeCycle, type LocalRecord, type LocalState, type Outcome } from './local.ts';

/** What came back for one delivery. `unclear`: nothing came, or something that says nothing about the record. */
export type Answer =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'session' }
  | { readonly kind: 'network' }
  | { readonly kind: 'server' }
  /** The server stumbled over this one: it stays in the queue, and those behind it need not wait. */
  | { readonly kind: 'fault' }
  /** The server cannot read this delivery at all, now or later: kept here, shown with its words. */
  | { readonly kind: 'unreadable'; readonly title: string };

/**
 * Reads a status as an answer about the record. Whatever may be otherwise later (no network, a session that ended, a busy or broken
 * server, a right that is missing) leaves the record in the queue; only what will never be accepted as it is ends its waiting.
 *
 * @example readStatus(0, '') // { kind: 'network' }
 */
export function readStatus(status: number, title: string): Answer {
  if (status === 0) return { kind: 'network' };
  if (status === 401) return { kind: 'session' };
  if (status === 500) return { kind: 'fault' };
  const isFinal = [400, 404, 409, 413, 415, 422].includes(status);
  return isFinal ? { kind: 'unreadable', title } : { kind: 'server' };
}

const afterOutcome: Readonly<Record<Outcome['state'], LocalState>> = {
  accepted: localLifeCycle.queued.accept,
  refused: localLifeCycle.queued.refuse,
  conflict: localLifeCycle.queued.contest,
  'set-aside': localLifeCycle.conflict.keepStanding,
};

/** The record as it is written before it is sent: from now on it may be there already. */
export const attempt = (record: LocalRecord): LocalRecord => ({
  ...record,
  attempts: record.attempts + 1,
  hindrance: null,
  revision: record.revision + 1,
});

/** The record after an answer. An answer that says nothing about it leaves it queued, with the same signed bytes. */
export function afterAnswer(record: LocalRecord, answer: Answer): LocalRecord {
  const revision = record.revision + 1;
  switch (answer.kind) {
    case 'outcome':
      return { ...record, revision, state: afterOutcome[answer.outcome.state], outcome: answer.outcome, hindrance: null };
    case 'unreadable': {
      const outcome: Outcome = {
        state: 'refused',
        refusals: [refusal('form', [answer.title, answer.title])],
        verification: null,
        networkCheck: null,
      };
      return { ...record, revision, state: localLifeCycle.queued.refuse, outcome, hindrance: null };
    }
    default:
      return { ...record, revision, hindrance: answer.kind === 'fault' ? 'server' : answer.kind };
  }
}

/** Whether to go on with the next record after this answer, or to wait for the network, the session or the server. */
export const goesOn = ({ kind }: Answer): boolean => kind === 'outcome' || kind === 'unreadable' || kind === 'fault';

/** In the order in which they were finished. */
export const queueOf = (records: readonly LocalRecord[]): LocalRecord[] =>
  records
    .filter(({ state }) => state === 'queued')
    .sort((one, other) => ((one.sealed?.at ?? '') < (other.sealed?.at ?? '') ? -1 : one.sealed?.at === other.sealed?.at ? 0 : 1));

/** Records that this device is not done with: what would be lost with it. */
export const undelivered = (records: readonly LocalRecord[]): LocalRecord[] =>
  records.filter(({ state }) => state === 'local' || state === 'queued' || state === 'refused');

/** How long until the next attempt, in milliseconds: 2 s, doubled with each one that failed, at most five minutes. */
export const pauseAfter = (failures: number): number => Math.min(300_000, 2_000 * 2 ** Math.min(failures, 8));

/** What an outcome that was decided afterwards makes of a record that waits for the decision. */
export function afterDecision(record: LocalRecord, outcome: Outcome): LocalRecord {
  if (record.state !== 'conflict' || outcome.state === 'conflict') return record;
  return { ...record, revision: record.revision + 1, state: afterOutcome[outcome.state], outcome };
}
