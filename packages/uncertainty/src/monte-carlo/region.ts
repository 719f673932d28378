/** Coverage regions of several outputs from the trials (JCGM 102 7.7): the ellipsoid's kp and the box's kq. */
import { cholesky } from '../matrix/cholesky.ts';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { quantileOfDistances } from './cells.ts';
import { chunksOf, type Hand } from './hand.ts';
import type { Job } from './job.ts';
import type { Moments } from './moments.ts';
import { lowestOf } from './pilot.ts';
import { Cancelled, shares, sumCounts, type Crew, type RunOptions } from './run.ts';

/** Null where the covariance matrix is singular: the outputs depend on each other exactly, and no ellipsoid has a volume. */
export type Region = { readonly kp: number | null; readonly kq: number | null };

/** Rows of L⁻¹ for the lower triangular L; undefined where it has no inverse. */
function inverseFactor(covariance: readonly (readonly number[])[]): Float64Array | undefined {
  const n = covariance.length;
  const scale = covariance.map((row, index) => Math.sqrt(row[index] as number));
  if (scale.some((u) => !(u > 0))) return undefined;
  const correlation = Float64Array.from({ length: n * n }, (_, index) => {
    const [row, column] = [Math.floor(index / n), index % n];
    return row === column ? 1 : ((covariance[row] as number[])[column] as number) / (scale[row] as number) / (scale[column] as number);
  });
  let lower: Float64Array;
  try {
    lower = cholesky(correlation, n, 'covariance');
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    for (let row = column; row < n; row++) {
      let rest = row === column ? 1 : 0;
      for (let k = column; k < row; k++) rest -= (lower[row * n + k] as number) * (inverse[k * n + column] as number);
      const pivot = lower[row * n + row] as number;
      // Correlations so near to ±1 that the distances would be rounding errors.
      if (!(pivot > 1e-7)) return undefined;
      inverse[row * n + column] = rest / pivot;
    }
  }
  for (let row = 0; row < n; row++)
    for (let column = 0; column <= row; column++)
      inverse[row * n + column] = (inverse[row * n + column] as number) / (scale[column] as number);
  return inverse;
}

/** A second pass over the same trials, once their mean and covariance are known. */
export async function regionOf(
  crew: Crew,
  job: Job,
  { means, covariance, deviations }: Moments,
  options: Pick<RunOptions, 'probability' | 'progress' | 'signal'>,
): Promise<Region> {
  if (deviations.some((u) => !(u > 0))) return { kp: null, kq: null };
  const factor = inverseFactor(covariance) ?? null;
  const lowest = lowestOf(1);
  const measure = { centres: means, factor, scales: deviations.map((u) => 1 / u), lowest };
  let done = 0;
  const progress = (trials: number): void => {
    done += trials;
    if (options.signal?.aborted === true) throw new Cancelled('cancelled');
    options.progress?.(done, job.trials);
  };
  const parts = await Promise.all(
    shares(chunksOf(job.trials), crew.hands.length).map(([from, to], index) =>
      (crew.hands[index] as Hand).distances(job, from, to, measure, progress),
    ),
  );
  const quantile = (counts: readonly Float64Array[]): number =>
    quantileOfDistances(sumCounts(counts), lowest, job.trials, options.probability);
  return {
    kp: factor === null ? null : quantile(parts.map(({ elliptic }) => elliptic)),
    kq: quantile(parts.map(({ rectangular }) => rectangular)),
  };
}
