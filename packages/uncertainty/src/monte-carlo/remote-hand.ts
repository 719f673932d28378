/**
 * A hand in another thread. The host brings the thread (a Web Worker, a worker of Node) and carries plain messages; both ends of the
 * conversation are here: `RemoteHand` where the run is directed, `serveHand` in the thread.
 */
import type { Engine } from './engine.ts';
import { LocalHand, type Hand, type Measure, type Progress } from './hand.ts';
import type { Distances, Job, Tally } from './job.ts';

export type Question =
  | { readonly id: number; readonly ask: 'tally'; readonly job: Job; readonly from: number; readonly to: number }
  | {
      readonly id: number;
      readonly ask: 'distances';
      readonly job: Job;
      readonly from: number;
      readonly to: number;
      readonly measure: Measure;
    };
export type Reply =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly answer: Tally | Distances }
  | { readonly id: number; readonly failure: string };

type Waiting = {
  readonly progress: Progress | undefined;
  readonly resolve: (answer: Tally | Distances) => void;
  readonly reject: (error: Error) => void;
};

/**
 * The end of the conversation where the run is directed: give `receive` every message of the thread, and call `fail` when the thread has
 * ended.
 */
export class RemoteHand implements Hand {
  readonly #post: (question: Question) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  /** @param post sends a question to the thread; its replies go to `receive` */
  constructor(post: (question: Question) => void) {
    this.#post = post;
  }

  receive(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if ('progress' in reply) {
      try {
        waiting.progress?.(reply.progress);
      } catch (error) {
        this.#waiting.delete(reply.id);
        waiting.reject(error as Error);
      }
      return;
    }
    this.#waiting.delete(reply.id);
    if ('answer' in reply) waiting.resolve(reply.answer);
    else waiting.reject(new Error(reply.failure));
  }

  /** The thread has ended: whatever waits is refused. */
  fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #ask(question: Question, progress: Progress | undefined): Promise<Tally | Distances> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { progress, resolve, reject });
      this.#post(question);
    });
  }

  tally(job: Job, from: number, to: number, progress?: Progress): Promise<Tally> {
    return this.#ask({ id: ++this.#last, ask: 'tally', job, from, to }, progress) as Promise<Tally>;
  }

  distances(job: Job, from: number, to: number, measure: Measure, progress?: Progress): Promise<Distances> {
    return this.#ask({ id: ++this.#last, ask: 'distances', job, from, to, measure }, progress) as Promise<Distances>;
  }
}

/** The memory behind an answer, to be handed over instead of copied. */
const buffersOf = (answer: Tally | Distances): ArrayBuffer[] => {
  const arrays =
    'sums' in answer
      ? [...answer.sums, ...answer.cells, ...answer.picture, ...(answer.tails ?? []).flatMap(({ lowest, highest }) => [lowest, highest])]
      : [answer.elliptic, answer.rectangular];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
};

/**
 * Answers one question in the thread; replies go through `post`, with the memory that may be transferred.
 * @example parentPort.on('message', (question) => void serveHand(engine, question, (reply, memory) => parentPort.postMessage(reply, memory)))
 */
export async function serveHand(engine: Engine, question: Question, post: (reply: Reply, memory: ArrayBuffer[]) => void): Promise<void> {
  const hand = new LocalHand(engine);
  const { id } = question;
  const progress = (trials: number): void => post({ id, progress: trials }, []);
  try {
    const answer =
      question.ask === 'tally'
        ? await hand.tally(question.job, question.from, question.to, progress)
        : await hand.distances(question.job, question.from, question.to, question.measure, progress);
    post({ id, answer }, buffersOf(answer));
  } catch (error) {
    post({ id, failure: error instanceof Error ? error.message : String(error) }, []);
  }
}
