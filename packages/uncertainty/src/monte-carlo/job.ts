/** What a run of trials is, as plain data that can be sent to another thread, and what comes back from each part of it. */
import type { Program } from '../expression/program.ts';
import type { Sampling } from './sampler.ts';

/** The model, ready to be drawn. */
export type Draws = {
  readonly program: Program;
  /** Values of the implicit outputs at the estimate. */
  readonly starts: readonly number[];
  readonly sampling: Sampling;
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number;
};

/** Where the values of one output lie, found from a pilot. */
export type Scale = {
  /** Centre of the sums and of the logarithmic cells. */
  readonly centre: number;
  /** Least and greatest value of the pilot. */
  readonly least: number;
  readonly greatest: number;
  /** Values up to `low` and from `high` on are kept: a little more than the tails that a coverage interval leaves out. */
  readonly low: number;
  readonly high: number;
  /** Exponent (biased) of the narrowest logarithmic cell. */
  readonly lowest: number;
};

/** Trials [0, trials) of the draws. */
export type Job = Draws & {
  readonly trials: number;
  /** Order statistics are exact from kept tails, or come from counts over logarithmic cells. */
  readonly order: 'tails' | 'cells';
  readonly scales: readonly Scale[];
  /** The share of trials for which a tail has room. */
  readonly room: number;
  /** Whether values are also counted over equal cells, for a picture. */
  readonly isPictured: boolean;
};

/** Answer to the first pass over a range of chunks. */
export type Tally = {
  /** For each chunk: Σd of each output, then Σd·d′ in the order (0,0) (0,1) … (1,1) …. */
  readonly sums: readonly Float64Array[];
  /** Values that are no finite numbers, per output. */
  readonly notFinite: readonly number[];
  /** The kept values of each output, unsorted; null when a tail had no room. */
  readonly tails: readonly Tails[] | null;
  /** Logarithmic cell counts of each output, when there are no tails. */
  readonly cells: readonly Float64Array[];
  /** Counts over `pictureCells` equal cells from the least to the greatest value of the pilot. */
  readonly picture: readonly Uint32Array[];
};
export type Tails = { readonly lowest: Float64Array; readonly highest: Float64Array };

/** Counts of the distances of JCGM 102 7.7 over logarithmic cells: Mahalanobis distance, largest |d|/u. */
export type Distances = { readonly elliptic: Float64Array; readonly rectangular: Float64Array };

/** Equal cells of a picture. */
export const pictureCells = 4096;

/** Bounds of the cells of the logarithmic count (engine/accumulate.ts): 12 bits of the significand, 128 powers of two, mirrored. */
export const cellsOfSide = 128 * 4096;
const view = new DataView(new ArrayBuffer(8));

/** Distance from the centre at which cell `index` of a side begins. */
export function cellDistance(index: number, lowest: number): number {
  if (index <= 0) return 0;
  // The leading 24 bits of a double are its sign, exponent and 12 bits of the significand.
  view.setUint32(0, (lowest * 4096 + index) * 256);
  return view.getFloat64(0);
}
