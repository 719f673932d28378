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

/** Sizes of differences; weights only where laboratories have different numbers of replicates. */
type Differences = { readonly sizes: number[]; readonly weights: number[] | null };

/** The distinct sizes in order, and the share of differences up to each. */
function distribution({ sizes, weights }: Differences): { readonly sizes: number[]; readonly cumulative: number[] } {
  const order = weights === null ? null : sizes.map((_, index) => index).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const ordered = order === null ? Float64Array.from(sizes).sort() : Float64Array.from(order, (index) => sizes[index] ?? 0);
  // Weights of 1 add up exactly, so that the steps of the distribution are exact.
  const weightAt = (rank: number): number => (weights === null || order === null ? 1 : (weights[order[rank] ?? 0] ?? 0));
  const [distinct, sums]: [number[], number[]] = [[], []];
  let sum = 0;
  ordered.forEach((size, rank) => {
    sum += weightAt(rank);
    if (ordered[rank + 1] === size) return;
    distinct.push(size);
    sums.push(sum);
  });
  return { sizes: distinct, cumulative: sums.map((own) => own / sum) };
}

/** The share of differences that are 0, and G⁻¹(at(share)) with G linear between the midpoints of the steps, G(0) = 0. */
function inverse(differences: Differences, at: (zero: number) => number): { readonly zero: number; readonly size: number } {
  const { sizes, cumulative } = distribution(differences);
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

const haveEqualReplicates = (laboratories: Laboratories): boolean => laboratories.every((row) => row.length === laboratories[0]?.length);

function between(laboratories: Laboratories): Differences {
  const [sizes, weights]: [number[], number[] | null] = [[], haveEqualReplicates(laboratories) ? null : []];
  laboratories.forEach((one, index) => {
    for (const other of laboratories.slice(index + 1)) {
      for (const a of one) {
        for (const b of other) {
          sizes.push(Math.abs(a - b));
          weights?.push(1 / (one.length * other.length));
        }
      }
    }
  });
  return { sizes, weights };
}

function within(laboratories: Laboratories): Differences {
  const [sizes, weights]: [number[], number[] | null] = [[], haveEqualReplicates(laboratories) ? null : []];
  for (const row of laboratories) {
    row.forEach((a, index) => {
      for (const b of row.slice(index + 1)) {
        sizes.push(Math.abs(a - b));
        weights?.push(2 / (row.length * (row.length - 1)));
      }
    });
  }
  return { sizes, weights };
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
