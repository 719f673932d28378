/**
 * Cochran's test of the largest of p variances (ISO 5725-2:2019, 8.3.3): C = s²max / Σs², each from n results.
 * Critical values are computed from the F distribution with the risk shared among the p variances: (1 + (p − 1)/F(1 − α/p))⁻¹.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { fisherQuantile } from '@tongheng/uncertainty/distribution/fisher';
import { sorted } from './sample.ts';

/** outlier: beyond the 1 % value; straggler: between the 5 % and the 1 % value (ISO 5725-2, 8.3.1). */
export type OutlierVerdict = 'none' | 'straggler' | 'outlier';

/** The critical value of C. @param p number of variances, 2 or more; @param n results behind each, 2 or more. @example cochranCritical(5, 2, 0.05) // 0.84125528… */
export function cochranCritical(p: number, n: number, alpha: number): number {
  const f = fisherQuantile(1 - alpha / p, n - 1, (p - 1) * (n - 1));
  return 1 / (1 + (p - 1) / f);
}

export type Cochran = {
  readonly C: number;
  /** Index of the largest variance. */
  readonly index: number;
  readonly critical5: number;
  readonly critical1: number;
  readonly verdict: OutlierVerdict;
};

/**
 * Throws InvalidInput for fewer than 2 variances, negative ones, all 0, or n below 2.
 * @example cochran([0.1, 0.2, 4, 0.1, 0.2], 2).verdict // 'straggler'
 */
export function cochran(variances: readonly number[], n: number): Cochran {
  const ordered = sorted(variances, 2, 'variances');
  const [smallest = 0, largest = 0] = [ordered[0], ordered[ordered.length - 1]];
  if (smallest < 0) throw new InvalidInput('variances', ['方差不能为负', 'a variance cannot be negative']);
  if (largest === 0) throw new InvalidInput('variances', ['所有方差均为 0，无法检验', 'all variances are 0: nothing to test']);
  if (!Number.isInteger(n) || n < 2) throw new InvalidInput('n', ['每组至少 2 个结果', 'at least 2 results in each group']);
  const C = largest / ordered.reduce((sum, value) => sum + value, 0);
  const [critical5, critical1] = [cochranCritical(ordered.length, n, 0.05), cochranCritical(ordered.length, n, 0.01)];
  const verdict = C > critical1 ? 'outlier' : C > critical5 ? 'straggler' : 'none';
  return { C, index: variances.indexOf(largest), critical5, critical1, verdict };
}
