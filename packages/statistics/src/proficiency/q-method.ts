/**
 * The Q method (ISO 13528:2022, C.5.2; DIN 38402-45): reproducibility and repeatability standard deviations from the distribution
 * of all absolute differences between laboratories, and within them. Nothing is iterated; up to half of the laboratories may be wrong.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { normalQuantile } from '@tongheng/uncertainty/distribution/normal';
import { sorted } from './sample.ts';

/** Laboratories in rows, the replicates of each in its row. */
export type Laboratories = readonly (readonly number[])[];

/** Pairs of results; their differences are held in memory and ordered. */
const mostPairs = 5_000_000;

type Difference = { readonly size: number; readonly weight: number };

function weighedDifferences(pairs: Iterable<Difference>): { readonly sizes: number[]; readonly cumulative: number[] } {
  const ordered = [...pairs].sort((a, b) => a.size - b.size);
  const total = ordered.reduce((sum, { weight }) => sum + weight, 0);
  const [sizes, cumulative]: [number[], number[]] = [[], []];
  let sum = 0;
  ordered.forEach(({ size, weight }, index) => {
    sum += weight;
    if (ordered[index + 1]?.size === size) return;
    sizes.push(size);
    cumulative.push(sum / total);
  });
  return { sizes, cumulative };
}

/** The share of differences that are 0, and G⁻¹(at(share)) with G linear between the midpoints of the steps, G(0) = 0. */
function inverse(pairs: Iterable<Difference>, at: (zero: number) => number): { readonly zero: number; readonly size: number } {
  const { sizes, cumulative } = weighedDifferences(pairs);
  const zero = sizes[0] === 0 ? (cumulative[0] ?? 0) : 0;
  const target = at(zero);
  let [lowSize, lowShare, before] = [0, 0, 0];
  for (let index = 0; index < sizes.length; index += 1) {
    const [size = 0, share = 0] = [sizes[index], cumulative[index]];
    if (size > 0) {
      const middle = (share + before) / 2;
      if (middle >= target) return { zero, size: lowSize + ((target - lowShare) / (middle - lowShare)) * (size - lowSize) };
      [lowSize, lowShare] = [size, middle];
    }
    before = share;
  }
  return { zero, size: lowSize };
}

function* between(laboratories: Laboratories): Generator<Difference> {
  // With equal numbers of replicates the weights are whole, and the steps of the distribution are exact.
  const equal = laboratories.every((row) => row.length === laboratories[0]?.length);
  for (let i = 0; i < laboratories.length; i += 1) {
    for (let j = i + 1; j < laboratories.length; j += 1) {
      const [one = [], other = []] = [laboratories[i], laboratories[j]];
      const weight = equal ? 1 : 1 / (one.length * other.length);
      for (const a of one) for (const b of other) yield { size: Math.abs(a - b), weight };
    }
  }
}

function* within(laboratories: Laboratories): Generator<Difference> {
  const equal = laboratories.every((row) => row.length === laboratories[0]?.length);
  for (const row of laboratories) {
    const weight = equal ? 1 : 2 / (row.length * (row.length - 1));
    for (let k = 0; k < row.length; k += 1) {
      for (let m = k + 1; m < row.length; m += 1) yield { size: Math.abs((row[k] ?? 0) - (row[m] ?? 0)), weight };
    }
  }
}

export type QEstimate = {
  /** Reproducibility standard deviation s_R*; with one result per laboratory the standard deviation between laboratories. */
  readonly sR: number;
  /** Repeatability standard deviation s_r*; null unless every laboratory has at least two results. */
  readonly sr: number | null;
};

/**
 * s_R* and s_r* in the unit of the results. Throws InvalidInput for fewer than 2 laboratories, an empty row, or more than five million pairs.
 * @example qMethod([[1], [2], [3], [4], [100]]).sr // null
 */
export function qMethod(laboratories: Laboratories): QEstimate {
  if (laboratories.length < 2) throw new InvalidInput('results', ['至少需要 2 个实验室', 'at least 2 laboratories are needed']);
  const rows = laboratories.map((row, index) => sorted(row, 1, `results[${index}]`));
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  if ((count * (count - 1)) / 2 > mostPairs) {
    throw new InvalidInput('results', [
      '结果太多，Q 方法比较的是每一对结果，请改用 algorithm-a',
      'too many results: the Q method compares each pair; use algorithm-a',
    ]);
  }
  const across = inverse(between(rows), (zero) => 0.25 + 0.75 * zero);
  const sR = across.size === 0 ? 0 : across.size / (Math.SQRT2 * normalQuantile(0.625 + 0.375 * across.zero));
  if (rows.some((row) => row.length < 2)) return { sR, sr: null };
  const inside = inverse(within(rows), (zero) => 0.5 + 0.5 * zero);
  return { sR, sr: inside.size === 0 ? 0 : inside.size / (Math.SQRT2 * normalQuantile(0.75 + 0.25 * inside.zero)) };
}
