/**
 * The weighted mean of results with their standard uncertainties as reference value, its consistency (chi-square test, Birge ratio),
 * and degrees of equivalence (Cox, Metrologia 39 (2002) 589, procedure A; JJF 1117-2010; Cox, Metrologia 44 (2007) 187 for the
 * largest consistent subset). Who contributed is correlated with the reference: u²(d) = u² − u_ref²; who did not: u² + u_ref².
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareUpper } from '@tongheng/uncertainty/distribution/chi-square';
import { mean } from './sample.ts';

export type Result = { readonly id: string; readonly x: number; readonly u: number };

/**
 * What is done about results that do not agree with the others.
 * none: nothing, the test speaks for itself. sequential: leave out the one with the largest |d|/u(d) until the rest agrees.
 * largest-consistent-subset: of all subsets that agree, the largest; among those of one size, that with the smallest chi-square.
 */
export type Rejection = 'none' | 'sequential' | 'largest-consistent-subset';
export const rejections: readonly Rejection[] = ['none', 'sequential', 'largest-consistent-subset'];

export type WeightedMean = { readonly x: number; readonly u: number; readonly chiSquare: number; readonly dof: number; readonly p: number };

export type Equivalence = {
  readonly id: string;
  readonly d: number;
  readonly u: number;
  /** d / (2 u(d)). */
  readonly En: number;
  readonly isContributor: boolean;
};

export type ReferenceValue = WeightedMean & {
  /** √(χ²/ν): above 1, the results scatter more than their uncertainties say. */
  readonly birge: number;
  /** u · Birge ratio where that is above 1 (external consistency). */
  readonly uExternal: number;
  /** P(χ²(ν) > χ²) ≥ the significance level. */
  readonly isConsistent: boolean;
  readonly rejected: readonly string[];
  readonly equivalence: readonly Equivalence[];
};

/** Subsets that are tried for the largest consistent one; beyond, sequential rejection answers at once. */
const mostSubsets = 200_000;

/** Σ(x/u²)/Σ(1/u²), u = 1/√Σ(1/u²), χ² = Σ((x − x̄)/u)². Values in one unit, u > 0. */
export function weightedMean(results: readonly Result[]): WeightedMean {
  const centre = mean(results.map(({ x }) => x));
  const smallest = results.reduce((least, { u }) => Math.min(least, u), Infinity);
  // Relative to the smallest uncertainty, so that no weight overflows.
  const weights = results.map(({ u }) => (smallest / u) * (smallest / u));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const x = centre + results.reduce((sum, result, index) => sum + (weights[index] ?? 0) * (result.x - centre), 0) / total;
  const chiSquare = results.reduce((sum, result) => sum + ((result.x - x) / result.u) * ((result.x - x) / result.u), 0);
  const dof = results.length - 1;
  return { x, u: smallest / Math.sqrt(total), chiSquare, dof, p: dof === 0 ? 1 : chiSquareUpper(chiSquare, dof) };
}

function equivalence({ x, u }: WeightedMean, result: Result, isContributor: boolean): Equivalence {
  const [d, sign] = [result.x - x, isContributor ? -1 : 1];
  const own = Math.sqrt(Math.max(0, result.u * result.u + sign * u * u));
  return { id: result.id, d, u: own, En: own === 0 ? 0 : d / (2 * own), isContributor };
}

function* subsetsWithout<Item>(items: readonly Item[], count: number, from = 0): Generator<Item[]> {
  if (count === 0) yield items.slice(from);
  else {
    for (let index = from; index <= items.length - count; index += 1) {
      for (const rest of subsetsWithout(items, count - 1, index + 1)) yield [...items.slice(from, index), ...rest];
    }
  }
}

function largestConsistent(results: readonly Result[], alpha: number): readonly Result[] {
  let tried = 0;
  for (let left = 0; left <= results.length - 2; left += 1) {
    let best: { readonly kept: readonly Result[]; readonly chiSquare: number } | undefined;
    for (const kept of subsetsWithout(results, left)) {
      tried += 1;
      if (tried > mostSubsets) {
        throw new InvalidInput('reject', ['可能的子集过多，请改用 sequential', 'too many subsets to try: use sequential']);
      }
      const found = weightedMean(kept);
      if (found.p >= alpha && (best === undefined || found.chiSquare < best.chiSquare)) best = { kept, chiSquare: found.chiSquare };
    }
    if (best !== undefined) return best.kept;
  }
  throw new InvalidInput('results', ['没有任何两个结果相互一致', 'no two results agree with each other']);
}

function sequential(results: readonly Result[], alpha: number): readonly Result[] {
  let kept = results;
  for (;;) {
    const found = weightedMean(kept);
    if (found.p >= alpha) return kept;
    if (kept.length === 2) throw new InvalidInput('results', ['没有任何两个结果相互一致', 'no two results agree with each other']);
    const worst = kept
      .map((result) => equivalence(found, result, true))
      .reduce((most, own) => (Math.abs(own.En) > Math.abs(most.En) ? own : most));
    kept = kept.filter(({ id }) => id !== worst.id);
  }
}

/**
 * The reference value, its consistency and the degree of equivalence of everyone, also of those left out.
 * @param results two or more with u > 0, ids told apart; values in one unit
 * @param exclude ids left out beforehand, by a reason outside the numbers
 * @example referenceValue([{ id: 'A', x: 100.01, u: 0.005 }, { id: 'B', x: 100.004, u: 0.004 }]).birge // 0.937…
 */
export function referenceValue(
  results: readonly Result[],
  { alpha = 0.05, reject = 'none', exclude = [] }: { alpha?: number; reject?: Rejection; exclude?: readonly string[] } = {},
): ReferenceValue {
  if (!(alpha > 0 && alpha < 1)) throw new InvalidInput('alpha', ['显著性水平应在 0 与 1 之间', 'a significance level between 0 and 1']);
  results.forEach(({ x, u }, index) => {
    if (!Number.isFinite(x)) throw new InvalidInput(`results[${index}].x`, ['不是有限的数值', 'not a finite number']);
    if (!(u > 0 && u < Infinity))
      throw new InvalidInput(`results[${index}].u`, ['标准不确定度必须大于 0', 'the standard uncertainty must be greater than 0']);
  });
  const offered = results.filter(({ id }) => !exclude.includes(id));
  if (offered.length < 2)
    throw new InvalidInput('results', ['至少需要 2 个参与计算的结果', 'at least 2 results that take part are needed']);
  const kept = reject === 'none' ? offered : reject === 'sequential' ? sequential(offered, alpha) : largestConsistent(offered, alpha);
  const reference = weightedMean(kept);
  const birge = Math.sqrt(reference.chiSquare / reference.dof);
  return {
    ...reference,
    birge,
    uExternal: reference.u * Math.max(1, birge),
    isConsistent: reference.p >= alpha,
    rejected: results.filter((result) => !kept.includes(result)).map(({ id }) => id),
    equivalence: results.map((result) => equivalence(reference, result, kept.includes(result))),
  };
}
