import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LabelSheet } from './label-sheet.ts';
import type { LotSheet } from './lot-annex.ts';
import type { Sheet } from './sheet.ts';

export type Job = (
  | { readonly template: 'certificate'; readonly sheet: Sheet }
  | { readonly template: 'labels'; readonly sheet: LabelSheet }
  | { readonly template: 'lot'; readonly sheet: LotSheet }
) & {
  /** Becomes `dcc.xml` in the PDF. */
  readonly dcc?: string;
  /** The day that the PDF says it was made, so that the same paper has the same bytes. */
  readonly day: string;
};
export type Answer = { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly error: string };

/** Why a paper could not be printed; the certificate itself is not touched by it. */
export class PrintFailure extends Error {
  constructor(why: string) {
    super(`the paper could not be printed: ${why}`);
    this.name = 'PrintFailure';
  }
}

type Waiting = {
  readonly job: Job;
  readonly seconds: number;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (failure: PrintFailure) => void;
};

/** Threads that print side by side, as many as are asked for at most; each is started when there is work for it. */
export class Press {
  readonly #most: number;
  readonly #idle: Worker[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #all = new Set<Worker>();

  constructor(most: number) {
    this.#most = Math.max(1, most);
  }

  /** A job that is not done within the seconds ends its thread, and only that job. */
  print(job: Job, seconds: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, seconds, resolve, reject });
      this.#next();
    });
  }

  /** Ends all threads; what waits is refused. */
  async close(): Promise<void> {
    for (const { reject } of this.#waiting.splice(0)) reject(new PrintFailure('the press is closed'));
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const worker = this.#idle.pop() ?? (this.#all.size < this.#most ? this.#start() : undefined);
    const waiting = worker === undefined ? undefined : this.#waiting.shift();
    if (worker !== undefined && waiting !== undefined) this.#run(worker, waiting);
  }

  #start(): Worker {
    const worker = new Worker(new URL('press-thread.ts', import.meta.url));
    this.#all.add(worker);
    // One that ends while nothing is printed is forgotten; the next job starts another.
    worker
      .on('error', () => undefined)
      .once('exit', () => {
        this.#all.delete(worker);
        const place = this.#idle.indexOf(worker);
        if (place >= 0) this.#idle.splice(place, 1);
      });
    return worker;
  }

  #run(worker: Worker, { job, seconds, resolve, reject }: Waiting): void {
    worker.ref();
    const fail = (why: string): void => {
      end(false);
      reject(new PrintFailure(why));
    };
    const onMessage = (answer: Answer): void => {
      end(true);
      if ('error' in answer) reject(new PrintFailure(answer.error));
      else resolve(answer.pdf);
    };
    const onError = (error: unknown): void => fail(error instanceof Error ? error.message : String(error));
    const onExit = (code: number): void => fail(`its thread ended with ${code}`);
    const timer = setTimeout(() => fail(`not done within ${seconds} s`), seconds * 1000);
    const end = (isUsable: boolean): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (isUsable) {
        // An idle thread keeps no process alive.
        worker.unref();
        this.#idle.push(worker);
      } else {
        this.#all.delete(worker);
        void worker.terminate();
      }
      this.#next();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  }
}

let press: Press | undefined;

/** The press of this process. */
export const thePress = (): Press => (press ??= new Press(availableParallelism()));
