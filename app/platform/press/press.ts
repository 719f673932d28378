import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** A file that a PDF carries inside, and what it is to the paper (ISO 32000-2, 7.11.3: AFRelationship). */
export type Attachment = {
  readonly name: string;
  readonly content: Uint8Array;
  readonly type: string;
  readonly relationship: 'source' | 'data' | 'alternative' | 'supplement';
  readonly description: string;
};

export type PrintJob = {
  /** The path of the template, a Typst file that stands alone: it reads `json("/sheet")`. */
  readonly template: string;
  /** Everything that the paper says, as JSON: a template decides nothing. Characters that the fonts lack are named by their code. */
  readonly sheet: object;
  readonly attachment?: Attachment;
  /** The day that the PDF says it was made, so that the same paper has the same bytes. */
  readonly day: string;
  /**
   * Level U: every character can be read as text. Level A is for papers that nobody signs afterwards, since the field of a signature stands
   * outside of the structure for screen readers.
   */
  readonly standard: 'a-3u' | 'a-3a';
  /** The structure for screen readers. Lists of thousands of lines go without: they would be four times as large. */
  readonly tags: boolean;
};
/** As a thread gets it: one long text is handed over faster than a thousand short ones. */
export type ThreadJob = Omit<PrintJob, 'sheet'> & { readonly sheet: string };
export type Answer = { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly error: string };

/** Why a paper could not be printed; what it is a paper of is not touched by it. */
export class PrintFailure extends Error {
  constructor(why: string) {
    super(`the paper could not be printed: ${why}`);
    this.name = 'PrintFailure';
  }
}

type Waiting = {
  readonly job: PrintJob;
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
  print(job: PrintJob, seconds: number): Promise<Uint8Array> {
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
    // A laid-out paper is a small object for the engine and a large one for the typesetter: it is given back soon where the young generation is small.
    const worker = new Worker(new URL('press-thread.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 3 } });
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
    worker.postMessage({ ...job, sheet: JSON.stringify(job.sheet) } satisfies ThreadJob);
  }
}

let press: Press | undefined;

/**
 * Sets a paper with Typst in a thread: the same bytes for the same job. The family is "Noto Sans S Chinese" in regular, medium and bold.
 * Throws PrintFailure when it cannot be set, or not within the seconds.
 *
 * @example await printPdf({ template: join(import.meta.dirname, 'report.typ'), sheet, day: ctx.today, standard: 'a-3u', tags: true }, 30)
 */
export const printPdf = (job: PrintJob, seconds: number): Promise<Uint8Array> =>
  (press ??= new Press(availableParallelism())).print(job, seconds);
