/**
 * The adaptive procedure (JCGM 101 7.9.4, JCGM 102 7.8): runs of M trials until twice the standard deviation of the averages of y, u(y), y_low
 * and y_high is at most δ/5 for every output: the answer always judges the GUM result, and 8.2 asks for a fifth of δ there (as the tables of
 * clause 9 were made). The runs are consecutive pieces of one sequence of trials, so that the result is the same as that
 * of a fixed number of trials.
 */
import { Cancelled, requireFinite, type Crew, type RunOptions } from './run.ts';
import type { Draws } from './job.ts';
import { chunksOf } from './hand.ts';
import { intervalOfValues } from './order.ts';
import { Session, trialsOfBlock, trialsOfChunk } from './session.ts';
import { numericalTolerance } from './tolerance.ts';

/** The procedure gives up here: a model without a finite variance never settles. */
export const mostAdaptive = 100_000_000;

/** M of 7.9.4 b): J is the smallest integer of 100/(1 − p) or above; M = max(J, 10⁴). */
export const trialsOfRun = (probability: number): number => Math.max(Math.ceil(100 / (1 - probability) - 1e-9), 10_000);

/** Average and its standard deviation, updated run by run (7.9.4 f, g). */
class Average {
  #count = 0;
  #mean = 0;
  #squares = 0;
  add(value: number): void {
    this.#count += 1;
    const d = value - this.#mean;
    this.#mean += d / this.#count;
    this.#squares += d * (value - this.#mean);
  }
  get mean(): number {
    return this.#mean;
  }
  /** s of the average. */
  get deviation(): number {
    return Math.sqrt(this.#squares / (this.#count - 1) / this.#count);
  }
}

type Watch = { readonly y: Average; readonly u: Average; readonly low: Average; readonly high: Average };

/** Mean square of all trials so far, for u of h·M values (7.9.4 h). */
class Spread {
  #count = 0;
  #mean = 0;
  #squares = 0;
  add(mean: number, deviation: number, count: number): void {
    const total = this.#count + count;
    const d = mean - this.#mean;
    this.#squares += deviation * deviation * (count - 1) + (d * d * this.#count * count) / total;
    this.#mean += (d * count) / total;
    this.#count = total;
  }
  get deviation(): number {
    return Math.sqrt(this.#squares / (this.#count - 1));
  }
}

/**
 * How many trials the procedure needs: a multiple of M.
 * @param digits significant digits of u that are to stand (1 or 2)
 */
export async function adaptiveTrials(
  { engine }: Crew,
  draws: Draws,
  digits: number,
  options: RunOptions,
): Promise<{ readonly trials: number; readonly settled: boolean }> {
  const session = await Session.open(engine, draws.program, draws.starts, draws.sampling);
  const size = trialsOfRun(options.probability);
  const names = draws.program.outputs;
  const runs = names.map(() => new Float64Array(size));
  const watches: Watch[] = names.map(() => ({ y: new Average(), u: new Average(), low: new Average(), high: new Average() }));
  const spreads = names.map(() => new Spread());
  let filled = 0;
  let count = 0;
  try {
    for (let chunk = 0; chunk < chunksOf(mostAdaptive); chunk++) {
      session.begin(draws.seed, chunk);
      for (let at = 0; at < trialsOfChunk; at += trialsOfBlock) {
        session.block(trialsOfBlock);
        let taken = 0;
        while (taken < trialsOfBlock) {
          const part = Math.min(trialsOfBlock - taken, size - filled);
          session.outputAddresses.forEach((address, output) =>
            (runs[output] as Float64Array).set(session.memory.doubles(address + taken * 8, part), filled),
          );
          taken += part;
          filled += part;
          if (filled < size) continue;
          filled = 0;
          count += 1;
          names.forEach((_, output) =>
            watch(session, runs[output] as Float64Array, watches[output] as Watch, spreads[output] as Spread, names, output, options),
          );
          if (count >= 2 && isSettled(watches, spreads, digits)) return { trials: count * size, settled: true };
        }
      }
      if (options.signal?.aborted === true) throw new Cancelled('cancelled');
      if (options.pause !== undefined) await options.pause();
    }
    return { trials: count * size, settled: false };
  } finally {
    session.close();
  }
}

function watch(
  session: Session,
  values: Float64Array,
  averages: Watch,
  spread: Spread,
  names: readonly string[],
  output: number,
  options: RunOptions,
): void {
  const first = values[0] as number;
  let [sum, squares] = [0, 0];
  for (const value of values) {
    const d = value - first;
    sum += d;
    squares += d * d;
  }
  if (!Number.isFinite(squares)) {
    const faults = names.map((_, index) => (index === output ? values.reduce((n, value) => n + (Number.isFinite(value) ? 0 : 1), 0) : 0));
    requireFinite(names, faults, values.length);
  }
  const mean = first + sum / values.length;
  const deviation = Math.sqrt(Math.max(0, (squares - (sum * sum) / values.length) / (values.length - 1)));
  const [low, high] = intervalOfValues(session.memory, values, options.probability, options.interval);
  averages.y.add(mean);
  averages.u.add(deviation);
  averages.low.add(low);
  averages.high.add(high);
  spread.add(mean, deviation, values.length);
}

const isSettled = (watches: readonly Watch[], spreads: readonly Spread[], digits: number): boolean =>
  watches.every(({ y, u, low, high }, output) => {
    const delta = numericalTolerance((spreads[output] as Spread).deviation, digits) / 5;
    return [y, u, low, high].every((average) => 2 * average.deviation <= delta);
  });
