/**
 * The test of Anderson and Darling for a normal distribution with estimated mean and standard deviation: A²* = A² (1 + 0.75/n + 2.25/n²)
 * and its p-value after D'Agostino and Stephens, Goodness-of-Fit Techniques (1986), table 4.9 (case 3). For 8 readings or more.
 */
import { exp } from '@tongheng/uncertainty/elementary/exponential';
import { log } from '@tongheng/uncertainty/elementary/logarithm';
import { normalCdf, normalUpper } from '@tongheng/uncertainty/distribution/normal';
import { deviationOf, mean } from '../control-chart/sigma-estimate.ts';

export type NormalityTest = { readonly statistic: number; readonly p: number };

/** The p-value of a corrected statistic, from 0 to 1. @example pOfAndersonDarling(0.752) // about 0.05 */
export function pOfAndersonDarling(a: number): number {
  const value =
    a >= 0.6
      ? exp(1.2937 - 5.709 * a + 0.0186 * a * a)
      : a >= 0.34
        ? exp(0.9177 - 4.279 * a - 1.38 * a * a)
        : a >= 0.2
          ? 1 - exp(-8.318 + 42.796 * a - 59.938 * a * a)
          : 1 - exp(-13.436 + 101.14 * a - 223.73 * a * a);
  // The first branch is a fit up to about 13 and would rise again beyond.
  return a > 13 ? 0 : Math.min(1, Math.max(0, value));
}

/** Undefined for fewer than 8 readings or readings without any spread. */
export function andersonDarling(values: readonly number[]): NormalityTest | undefined {
  const [middle, deviation, n] = [mean(values), deviationOf(values), values.length];
  if (n < 8 || !(deviation > 0)) return undefined;
  const z = values.map((value) => (value - middle) / deviation).sort((one, other) => one - other);
  // A reading far out in the tail has a probability that rounds to 0.
  const logOf = (probability: number): number => log(Math.max(probability, 1e-300));
  let sum = 0;
  z.forEach((low, index) => {
    sum += (2 * index + 1) * (logOf(normalCdf(low)) + logOf(normalUpper(z[n - 1 - index] ?? 0)));
  });
  const raw = -n - sum / n;
  const statistic = raw * (1 + 0.75 / n + 2.25 / (n * n));
  return { statistic, p: pOfAndersonDarling(statistic) };
}
