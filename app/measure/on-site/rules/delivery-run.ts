/** One run through the queue. The browser, the tests and the bench give it their storage and their network; the order of steps is here. */
import { afterAnswer, attempt, goesOn, queueOf, type Answer } from './queue.ts';
import type { LocalRecord, Sealed } from './local.ts';

export type DeliveryPorts = {
  /** The records as they are stored now. */
  readonly list: () => Promise<readonly LocalRecord[]>;
  /** Writes a record if it still has this revision; false when another page has written it meanwhile. */
  readonly put: (record: LocalRecord, fromRevision: number) => Promise<boolean>;
  /** Brings the photos of a record to the server; undefined when all are there. */
  readonly sendPhotos: (record: LocalRecord) => Promise<Answer | undefined>;
  readonly send: (sealed: Sealed, record: LocalRecord) => Promise<Answer>;
};

export type RunResult = { readonly delivered: number; readonly stoppedBy: Answer['kind'] | null };

/**
 * Sends what is queued, one after the other, until nothing is left or an answer says to wait. That a record was sent is written before
 * it is sent, and its answer before the next one: a run that is killed anywhere is continued by the next.
 */
export async function runDeliveries(ports: DeliveryPorts): Promise<RunResult> {
  let delivered = 0;
  let stumbled = false;
  const seen = new Set<string>();
  for (;;) {
    const next = queueOf(await ports.list()).find(({ id }) => !seen.has(id));
    if (next === undefined || next.sealed === null) return { delivered, stoppedBy: stumbled ? 'fault' : null };
    seen.add(next.id);
    const sent = attempt(next);
    if (!(await ports.put(sent, next.revision))) continue;
    const answer = (await ports.sendPhotos(sent)) ?? (await ports.send(next.sealed, sent));
    await ports.put(afterAnswer(sent, answer), sent.revision);
    if (answer.kind === 'outcome') delivered += 1;
    if (answer.kind === 'fault') stumbled = true;
    if (!goesOn(answer)) return { delivered, stoppedBy: answer.kind };
  }
}
