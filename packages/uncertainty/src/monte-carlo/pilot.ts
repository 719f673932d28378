/** Where the values of each output lie, from the first trials. */
import type { Engine } from './engine.ts';
import type { Draws, Scale } from './job.ts';
import { tailOf, type IntervalKind } from './order.ts';
import { Session, trialsOfBlock } from './session.ts';

const pilotBlocks = 4;
export const pilotTrials = pilotBlocks * trialsOfBlock;
const view = new DataView(new ArrayBuffer(8));

/** Biased exponent of a positive double. */
function exponentOf(x: number): number {
  view.setFloat64(0, x);
  return (view.getUint32(0) >>> 20) & 2047;
}

/** The lowest exponent of the logarithmic cells, so that distances up to 2^40 of the given one are told apart. */
export const lowestOf = (distance: number): number => Math.max(1, Math.min(2046 - 127, exponentOf(distance) + 40 - 127));

export type Pilot = { readonly scales: readonly Scale[]; readonly notFinite: readonly number[]; readonly room: number };

/**
 * Scales for a job, the share of trials that a tail must have room for, and the number of pilot values that are no finite numbers.
 * The tails are taken five standard deviations of the pilot's estimate wider than needed.
 */
export async function pilotOf(engine: Engine, draws: Draws, trials: number, probability: number, kind: IntervalKind): Promise<Pilot> {
  const session = await Session.open(engine, draws.program, draws.starts, draws.sampling);
  const { memory, outputAddresses } = session;
  const sorted = outputAddresses.map(() => memory.reserve(pilotTrials * 8));
  const counts = outputAddresses.map(() => 0);
  session.begin(draws.seed, 0);
  for (let block = 0; block < pilotBlocks; block++) {
    session.block(trialsOfBlock);
    outputAddresses.forEach((address, output) => {
      const target = memory.doubles(sorted[output] as number, pilotTrials);
      let count = counts[output] as number;
      for (const value of memory.doubles(address, trialsOfBlock)) if (Number.isFinite(value)) target[count++] = value;
      counts[output] = count;
    });
  }
  const share = tailOf(trials, probability, kind) / trials;
  const spread = Math.sqrt((share * (1 - share)) / pilotTrials);
  const kept = Math.min(1, share + 5 * spread + 2 / pilotTrials);
  const scales = sorted.map((address, output) => {
    engine.sort(address, counts[output] as number);
    return scaleOf(memory.doubles(address, counts[output] as number), kept);
  });
  session.close();
  return {
    scales,
    notFinite: counts.map((count) => pilotTrials - count),
    room: Math.min(1, share + 10 * spread + 8 / pilotTrials),
  };
}

/** @param sorted finite values in ascending order */
function scaleOf(sorted: Float64Array, kept: number): Scale {
  const count = sorted.length;
  const [least = 0, greatest = 0] = [sorted[0], sorted[count - 1]];
  let sum = 0;
  for (const value of sorted) sum += value - least;
  const mean = least + (count === 0 ? 0 : sum / count);
  const range = greatest - least;
  const at = Math.floor(kept * count);
  return {
    centre: Number.isFinite(mean) ? mean : least,
    least,
    greatest,
    low: at >= count ? Infinity : (sorted[at] as number),
    high: at >= count ? -Infinity : (sorted[count - 1 - at] as number),
    lowest: lowestOf(range > 0 && Number.isFinite(range) ? range : Math.abs(mean) || 1),
  };
}
