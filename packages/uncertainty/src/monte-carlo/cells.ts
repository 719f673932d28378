/**
 * Order statistics from counts over logarithmic cells, when the values themselves are not kept: inside a cell the distribution function is
 * taken as linear. A cell is at most 1/4096 of its distance from the centre wide, far below what the number of trials can resolve.
 */
import { cellDistance, cellsOfSide } from './job.ts';
import { ranks, type IntervalKind } from './order.ts';

/** The cells that hold something, from low to high: bounds, and how many values lie below each bound. */
type Ladder = { readonly bounds: Float64Array; readonly below: Float64Array };

function ladderOf(counts: ArrayLike<number>, centre: number, lowest: number): Ladder {
  const [bounds, below]: [number[], number[]] = [[], []];
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] as number;
    if (count === 0) continue;
    const isLeft = cell < cellsOfSide;
    const index = isLeft ? cellsOfSide - 1 - cell : cell - cellsOfSide;
    const [near, far] = [cellDistance(index, lowest), cellDistance(index + 1, lowest)];
    const [from, to] = isLeft ? [centre - far, centre - near] : [centre + near, centre + far];
    if (bounds.length === 0 || bounds[bounds.length - 1] !== from) {
      bounds.push(from);
      below.push(sum);
    }
    sum += count;
    bounds.push(to);
    below.push(sum);
  }
  return { bounds: Float64Array.from(bounds), below: Float64Array.from(below) };
}

/** The value below which `count` values lie; `from` is a rung to begin at. */
function valueAt({ bounds, below }: Ladder, count: number, from = 0): { readonly value: number; readonly rung: number } {
  let rung = from;
  while (rung < below.length - 1 && (below[rung + 1] as number) < count) rung++;
  if (rung >= below.length - 1) return { value: bounds[bounds.length - 1] as number, rung };
  const [a, b] = [below[rung] as number, below[rung + 1] as number];
  const [x, y] = [bounds[rung] as number, bounds[rung + 1] as number];
  return { value: b > a ? x + ((count - a) / (b - a)) * (y - x) : x, rung };
}

/** Coverage interval from the counts of both sides of the centre. */
export function intervalOfCells(
  counts: ArrayLike<number>,
  centre: number,
  lowest: number,
  trials: number,
  probability: number,
  kind: IntervalKind,
): readonly [number, number] {
  const ladder = ladderOf(counts, centre, lowest);
  const { q, r } = ranks(trials, probability);
  if (kind === 'symmetric') return [valueAt(ladder, r).value, valueAt(ladder, r + q).value];
  let [best, least]: [readonly [number, number], number] = [[valueAt(ladder, 0).value, valueAt(ladder, q).value], Infinity];
  let [rung, back] = [0, 0];
  // The narrowest interval of a piecewise linear distribution function begins or ends at a bound.
  for (let index = 0; index < ladder.bounds.length; index++) {
    const count = ladder.below[index] as number;
    const bound = ladder.bounds[index] as number;
    if (count + q <= trials) {
      const end = valueAt(ladder, count + q, rung);
      rung = end.rung;
      if (end.value - bound < least) [best, least] = [[bound, end.value], end.value - bound];
    }
    if (count - q >= 0) {
      const begin = valueAt(ladder, count - q, back);
      back = begin.rung;
      if (bound - begin.value < least) [best, least] = [[begin.value, bound], bound - begin.value];
    }
  }
  return best;
}

/** The p-quantile of distances (all at or above 0) counted over the upper side. */
export function quantileOfDistances(counts: ArrayLike<number>, lowest: number, trials: number, probability: number): number {
  return valueAt(ladderOf(counts, 0, lowest), probability * trials).value;
}

function countBelow({ bounds, below }: Ladder, value: number): number {
  let [low, high] = [0, bounds.length - 1];
  if (value <= (bounds[0] as number)) return 0;
  if (value >= (bounds[high] as number)) return below[high] as number;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as number) <= value) low = middle;
    else high = middle;
  }
  const share = (value - (bounds[low] as number)) / ((bounds[high] as number) - (bounds[low] as number));
  return (below[low] as number) + share * ((below[high] as number) - (below[low] as number));
}

export type Histogram = { readonly edges: readonly number[]; readonly counts: readonly number[] };

/**
 * The picture of an output in `bins` equal bins over its central part (0.05 % to 99.95 %, a twentieth wider).
 * @param counts over equal cells from `least` to `greatest`
 */
export function histogramOf(counts: ArrayLike<number>, least: number, greatest: number, trials: number, bins: number): Histogram {
  const bounds = Float64Array.from({ length: counts.length + 1 }, (_, index) => least + ((greatest - least) * index) / counts.length);
  const below = new Float64Array(counts.length + 1);
  for (let cell = 0; cell < counts.length; cell++) below[cell + 1] = (below[cell] as number) + (counts[cell] as number);
  const ladder = { bounds, below };
  const [from, to] = [valueAt(ladder, 0.0005 * trials).value, valueAt(ladder, 0.9995 * trials).value];
  const start = from - 0.05 * (to - from);
  const edges = Array.from({ length: bins + 1 }, (_, index) => start + (1.1 * (to - from) * index) / bins);
  return {
    edges,
    counts: edges.slice(1).map((edge, index) => Math.round(countBelow(ladder, edge) - countBelow(ladder, edges[index] as number))),
  };
}
