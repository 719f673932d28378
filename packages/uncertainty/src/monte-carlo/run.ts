/**
 * Monte Carlo runs (JCGM 101 clause 7, JCGM 102 clause 7): a fixed number of trials, or the adaptive procedure of 7.9, by one hand or by a crew.
 * Up to `mostExact` trials the tails are kept and coverage intervals are exact order statistics; beyond, counts over narrow cells take their
 * place, so that memory does not grow with the trials.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { histogramOf, intervalOfCells, type Histogram } from './cells.ts';
import type { Engine } from './engine.ts';
import { chunksOf, LocalHand, type Hand, type Pause } from './hand.ts';
import type { Draws, Job, Scale, Tails, Tally } from './job.ts';
import { momentsOf, type Moments } from './moments.ts';
import { intervalOfTails, type IntervalKind } from './order.ts';
import { pilotOf, pilotTrials } from './pilot.ts';
import { Memory } from './session.ts';

/** Above this number of trials values are counted, not kept. */
export const mostExact = 8_388_608;

export type RunOptions = {
  readonly probability: number;
  readonly interval: IntervalKind;
  /** Bins of a histogram to answer. */
  readonly histogram?: number | undefined;
  /** Told how many trials are done, of how many. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
  readonly signal?: { readonly aborted: boolean } | undefined;
  readonly pause?: Pause | undefined;
};

export type RunAnswer = Moments & {
  readonly trials: number;
  readonly intervals: readonly (readonly [number, number])[];
  readonly histograms: readonly (Histogram | null)[];
};

/** The run was given up by the caller. */
export class Cancelled extends Error {}

/** Hands and the engine that puts their parts together. */
export type Crew = { readonly engine: Engine; readonly hands: readonly Hand[] };

/** A crew that works in this thread with one engine. `pause`, where given, is awaited between chunks. */
export const crewOfOne = (engine: Engine, pause?: Pause): Crew => ({ engine, hands: [new LocalHand(engine, pause)] });

/** Shares chunks out evenly, in order. */
export function shares(chunks: number, hands: number): readonly (readonly [from: number, to: number])[] {
  const count = Math.min(hands, chunks);
  return Array.from(
    { length: count },
    (_, index) => [Math.floor((chunks * index) / count), Math.floor((chunks * (index + 1)) / count)] as const,
  );
}

/** Throws InvalidInput at the first output, `outputs.<name>`, of whose trials some gave no finite number. */
export function requireFinite(names: readonly string[], notFinite: readonly number[], trials: number): void {
  const output = notFinite.findIndex((count) => count > 0);
  if (output < 0) return;
  const count = notFinite[output] ?? 0;
  throw new InvalidInput(`outputs.${names[output]}`, [
    `蒙特卡洛的 ${trials} 次试验中有 ${count} 次结果不是有限数：输入量的分布伸展到公式无意义之处，请检查分布或公式`,
    `${count} of ${trials} Monte Carlo trials gave no finite value: a distribution reaches where the formula has no meaning; check the distributions or the formula`,
  ]);
}

/** Pilot and job for a number of trials. */
export async function jobOf({ engine }: Crew, draws: Draws, trials: number, options: RunOptions): Promise<Job> {
  const { scales, notFinite, room } = await pilotOf(engine, draws, trials, options.probability, options.interval);
  requireFinite(draws.program.outputs, notFinite, pilotTrials);
  const isPictured = options.histogram !== undefined;
  return { ...draws, trials, order: trials <= mostExact ? 'tails' : 'cells', scales, room, isPictured };
}

/**
 * Shares the chunks of a job among the hands of a crew and answers their tallies. Throws Cancelled when `signal` is aborted, and what
 * the model makes a hand throw.
 */
export async function tallyAll(crew: Crew, job: Job, options: Pick<RunOptions, 'progress' | 'signal'>): Promise<readonly Tally[]> {
  let done = 0;
  const progress = (trials: number): void => {
    done += trials;
    if (options.signal?.aborted === true) throw new Cancelled('cancelled');
    options.progress?.(done, job.trials);
  };
  const parts = shares(chunksOf(job.trials), crew.hands.length);
  return Promise.all(parts.map(([from, to], index) => (crew.hands[index] as Hand).tally(job, from, to, progress)));
}

/** Adds the counts of all hands. */
export function sumCounts(parts: readonly (Uint32Array | Float64Array)[]): Uint32Array | Float64Array {
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first ?? new Float64Array(0);
  const sum = first.slice();
  for (const part of others) for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] as number) + (part[cell] as number);
  return sum;
}

const joined = (parts: readonly Float64Array[]): Float64Array => {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

function tailsOf(tallies: readonly Tally[], output: number): Tails | undefined {
  const parts = tallies.map(({ tails }) => tails?.[output]);
  const all = parts.filter((part): part is Tails => part !== undefined);
  if (all.length < parts.length) return undefined;
  return { lowest: joined(all.map(({ lowest }) => lowest)), highest: joined(all.map(({ highest }) => highest)) };
}

/** Moments, intervals and histograms from the tallies of a job; undefined when the kept tails do not hold what an interval needs. */
function answerOf(crew: Crew, job: Job, tallies: readonly Tally[], options: RunOptions): RunAnswer | undefined {
  const names = job.program.outputs;
  const faults = names.map((_, output) => tallies.reduce((sum, tally) => sum + (tally.notFinite[output] ?? 0), 0));
  requireFinite(names, faults, job.trials);
  const moments = momentsOf(
    tallies.flatMap(({ sums }) => sums),
    job.scales,
    job.trials,
  );
  const memory = new Memory(crew.engine);
  const intervals: (readonly [number, number])[] = [];
  const histograms: (Histogram | null)[] = [];
  for (let output = 0; output < names.length; output++) {
    const scale = job.scales[output] as Scale;
    const value = moments.means[output] as number;
    const isOne = moments.deviations[output] === 0;
    const tails = job.order === 'tails' && !isOne ? tailsOf(tallies, output) : undefined;
    const interval = isOne
      ? ([value, value] as const)
      : tails !== undefined
        ? intervalOfTails(memory, tails, scale, job.trials, options.probability, options.interval)
        : job.order === 'cells'
          ? intervalOfCells(
              sumCounts(tallies.map(({ cells }) => cells[output] as Float64Array)),
              scale.centre,
              scale.lowest,
              job.trials,
              options.probability,
              options.interval,
            )
          : undefined;
    if (interval === undefined) return undefined;
    intervals.push(interval);
    const picture = job.isPictured && !isOne ? sumCounts(tallies.map((tally) => tally.picture[output] as Uint32Array)) : undefined;
    histograms.push(picture === undefined ? null : histogramOf(picture, scale.least, scale.greatest, job.trials, options.histogram ?? 60));
  }
  return { ...moments, trials: job.trials, intervals, histograms };
}

/** A job that keeps every value in both tails: for the one in a million whose pilot misled. */
const keepingAll = (job: Job): Job => ({
  ...job,
  room: 1,
  scales: job.scales.map((scale) => ({ ...scale, low: Infinity, high: -Infinity })),
});

/** A run of a fixed number of trials. */
export async function runFixed(
  crew: Crew,
  draws: Draws,
  trials: number,
  options: RunOptions,
): Promise<{ readonly job: Job; readonly answer: RunAnswer }> {
  const job = await jobOf(crew, draws, trials, options);
  const answer = answerOf(crew, job, await tallyAll(crew, job, options), options);
  if (answer !== undefined) return { job, answer };
  const wider = keepingAll(job);
  const second = answerOf(crew, wider, await tallyAll(crew, wider, options), options);
  if (second === undefined) throw new Error('all values are kept, so that an interval can be found');
  return { job: wider, answer: second };
}
