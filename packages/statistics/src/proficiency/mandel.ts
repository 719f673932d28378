/**
 * Mandel's statistics (ISO 5725-2:2019, 8.3.2): h, how far a laboratory's mean lies from the mean of means; k, its spread against the
 * pooled one. Critical values are computed, from Student's t for h and from F for k.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { fisherQuantile } from '@tongheng/uncertainty/distribution/fisher';
import { studentQuantile } from '@tongheng/uncertainty/distribution/student';
import { mean, sorted, standardDeviation } from './sample.ts';
import type { Laboratories } from './q-method.ts';

/** @example mandelHCritical(10, 0.05) // 1.798… @param p laboratories, 3 or more */
export function mandelHCritical(p: number, alpha: number): number {
  const t = studentQuantile(1 - alpha / 2, p - 2);
  return ((p - 1) * t) / Math.sqrt(p * (t * t + p - 2));
}

/** @param n results per laboratory, 2 or more */
export function mandelKCritical(p: number, n: number, alpha: number): number {
  const f = fisherQuantile(1 - alpha, n - 1, (p - 1) * (n - 1));
  return Math.sqrt(p / (1 + (p - 1) / f));
}

export type Mandel = {
  readonly laboratories: readonly { readonly mean: number; readonly s: number; readonly h: number; readonly k: number }[];
  readonly h: { readonly critical5: number; readonly critical1: number };
  readonly k: { readonly critical5: number; readonly critical1: number };
};

/**
 * h and k of each laboratory. Throws InvalidInput for fewer than 3 laboratories, unequal or single replicates, and where a spread is 0.
 * @example mandel([[1, 2], [2, 3], [9, 9.5]]).laboratories[2].h // 1.146…
 */
export function mandel(laboratories: Laboratories): Mandel {
  const [p, n] = [laboratories.length, laboratories[0]?.length ?? 0];
  if (p < 3) throw new InvalidInput('results', ['至少需要 3 个实验室', 'at least 3 laboratories are needed']);
  laboratories.forEach((row, index) => {
    sorted(row, 2, `results[${index}]`);
    if (row.length !== n)
      throw new InvalidInput(`results[${index}]`, ['各实验室重复次数应相同', 'all laboratories need the same number of replicates']);
  });
  const means = laboratories.map(mean);
  const deviations = laboratories.map(standardDeviation);
  const [centre, between] = [mean(means), standardDeviation(means)];
  const pooled = Math.sqrt(deviations.reduce((sum, s) => sum + s * s, 0) / p);
  if (between === 0 || pooled === 0)
    throw new InvalidInput('results', ['离散为 0，无法计算 h 或 k', 'there is no spread: h or k cannot be computed']);
  return {
    laboratories: means.map((value, index) => ({
      mean: value,
      s: deviations[index] ?? 0,
      h: (value - centre) / between,
      k: (deviations[index] ?? 0) / pooled,
    })),
    h: { critical5: mandelHCritical(p, 0.05), critical1: mandelHCritical(p, 0.01) },
    k: { critical5: mandelKCritical(p, n, 0.05), critical1: mandelKCritical(p, n, 0.01) },
  };
}
