/**
 * One worker of a run: makes ranges of chunks. A crew of hands, each with an engine of its own, shares one job; which hand makes which chunk
 * does not change the result.
 */
import { Collector, wide } from './collector.ts';
import type { Engine } from './engine.ts';
import { cellsOfSide, type Distances, type Job, type Tally } from './job.ts';
import { Session, trialsOfBlock, trialsOfChunk } from './session.ts';

export type Progress = (trials: number) => void;

/** What a hand can be asked for. Promises, so that a hand may stand in another thread. */
export type Hand = {
  /** Makes the chunks [from, to): sums, tails or counts. */
  tally(job: Job, from: number, to: number, progress?: Progress): Promise<Tally>;
  /** Makes the chunks again and counts distances from `centres`. */
  distances(job: Job, from: number, to: number, measure: Measure, progress?: Progress): Promise<Distances>;
};
/** `factor` is the inverse Cholesky factor of the covariance matrix (null where it is singular), `scales` are 1/u. */
export type Measure = {
  readonly centres: readonly number[];
  readonly factor: Float64Array | null;
  readonly scales: readonly number[];
  readonly lowest: number;
};

/** Trials of a chunk of the job: all full but the last. */
export const trialsIn = (job: { readonly trials: number }, chunk: number): number =>
  Math.min(trialsOfChunk, job.trials - chunk * trialsOfChunk);

/** The number of chunks that hold so many trials, the last one perhaps not full. @example chunksOf(65_537) // 2 */
export const chunksOf = (trials: number): number => Math.ceil(trials / trialsOfChunk);

/** A pause between chunks lets the host answer something else; pure code has none of its own. */
export type Pause = () => Promise<void>;

/** A hand in this thread, with an engine of its own. `pause`, where given, is awaited between chunks, so that a page stays alive. */
export class LocalHand implements Hand {
  readonly #engine: Engine;
  readonly #pause: Pause | undefined;
  constructor(engine: Engine, pause?: Pause) {
    this.#engine = engine;
    this.#pause = pause;
  }

  async tally(job: Job, from: number, to: number, progress?: Progress): Promise<Tally> {
    const session = await Session.open(this.#engine, job.program, job.starts, job.sampling);
    try {
      return await this.#tally(session, job, from, to, progress);
    } finally {
      session.close();
    }
  }

  async #tally(session: Session, job: Job, from: number, to: number, progress?: Progress): Promise<Tally> {
    const { memory, outputs } = session;
    const total = Math.min(job.trials, to * trialsOfChunk) - from * trialsOfChunk;
    const collector = new Collector(session, job, total);
    const centres = memory.place(job.scales.map(({ centre }) => centre));
    const size = outputs + (outputs * (outputs + 1)) / 2;
    const sums = memory.reserve(size * 8);
    const notFinite = job.scales.map(() => 0);
    const parts: Float64Array[] = [];
    for (let chunk = from; chunk < to; chunk++) {
      const trials = trialsIn(job, chunk);
      session.begin(job.seed, chunk);
      memory.doubles(sums, size).fill(0);
      for (let at = 0; at < trials; at += trialsOfBlock) {
        const count = Math.min(trialsOfBlock, trials - at);
        session.block(count);
        this.#engine.addMoments(session.outputList, centres, outputs, count, sums);
        collector.add(count);
      }
      const part = memory.doubles(sums, size).slice();
      parts.push(part);
      if (part.some((sum) => !Number.isFinite(sum))) this.#countFaults(session, job, chunk, notFinite);
      progress?.(trials);
      if (this.#pause !== undefined) await this.#pause();
    }
    return { sums: parts, notFinite, ...collector.collected() };
  }

  #countFaults(session: Session, job: Job, chunk: number, notFinite: number[]): void {
    session.begin(job.seed, chunk);
    const trials = trialsIn(job, chunk);
    for (let at = 0; at < trials; at += trialsOfBlock) {
      const count = Math.min(trialsOfBlock, trials - at);
      session.block(count);
      session.outputAddresses.forEach((address, output) => {
        notFinite[output] = (notFinite[output] ?? 0) + this.#engine.countNotFinite(address, count);
      });
    }
  }

  async distances(job: Job, from: number, to: number, measure: Measure, progress?: Progress): Promise<Distances> {
    const session = await Session.open(this.#engine, job.program, job.starts, job.sampling);
    const { memory, outputs } = session;
    const bytes = 2 * cellsOfSide * 8;
    const [elliptic, rectangular] = [memory.reserve(bytes), memory.reserve(bytes)];
    for (const address of [elliptic, rectangular]) memory.bytes(address, bytes).fill(0);
    const centres = memory.place(measure.centres);
    const factor = memory.place(measure.factor ?? new Float64Array(outputs * outputs));
    const scales = memory.place(measure.scales);
    const [first, second] = [memory.reserve(trialsOfBlock * 8), memory.reserve(trialsOfBlock * 8)];
    for (let chunk = from; chunk < to; chunk++) {
      const trials = trialsIn(job, chunk);
      session.begin(job.seed, chunk);
      for (let at = 0; at < trials; at += trialsOfBlock) {
        const count = Math.min(trialsOfBlock, trials - at);
        session.block(count);
        this.#engine.distances(session.outputList, centres, outputs, count, factor, scales, first, second);
        this.#engine.countLogarithmic(first, count, elliptic, 0, measure.lowest);
        this.#engine.countLogarithmic(second, count, rectangular, 0, measure.lowest);
      }
      progress?.(trials);
      if (this.#pause !== undefined) await this.#pause();
    }
    const cells = 4 * cellsOfSide;
    const answer = { elliptic: wide(memory.counts(elliptic, cells)), rectangular: wide(memory.counts(rectangular, cells)) };
    session.close();
    return answer;
  }
}
