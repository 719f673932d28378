/**
 * The constants of Shewhart charts from their definitions (ISO 7870-2:2013 clause 6 and Table 2; ASTM E2587), three-sigma limits:
 * A2 = 3 / (d2 √n), D3 = max(0, 1 − 3 d3 / d2), D4 = 1 + 3 d3 / d2; A3 = 3 / (c4 √n), B3 = max(0, 1 − 3 √(1 − c4²) / c4), B4 = 1 + ….
 */
import { exp } from '@tongheng/uncertainty/elementary/exponential';
import { logGamma } from '@tongheng/uncertainty/elementary/gamma';
import { rangeMoments } from './range-distribution.ts';

export const largestGroup = 10_000;

const c4Of: number[] = [Number.NaN, Number.NaN, Math.sqrt(0.6366197723675814)];

/**
 * E(s) / sigma for n normal values, n a whole number from 2 to 10 000; RangeError otherwise. From c4(2) = √(2/π) by
 * c4(n) c4(n + 1) = √((n − 1) / n), which follows from Γ((n + 1)/2) = (n − 1)/2 · Γ((n − 1)/2). @example c4(5) // 0.93998560…
 */
export function c4(n: number): number {
  if (!Number.isInteger(n) || n < 2 || n > largestGroup) throw new RangeError('c4 is used for 2 to 10 000 values');
  for (let size = c4Of.length; size <= n; size += 1) c4Of[size] = Math.sqrt((size - 2) / (size - 1)) / (c4Of[size - 1] ?? Number.NaN);
  return c4Of[n] ?? Number.NaN;
}

/**
 * c4 of a sample with any degrees of freedom greater than 0, also broken ones: √(2/ν) Γ((ν + 1)/2) / Γ(ν/2); its asymptotic series from 100 on.
 * @example c4OfDegrees(4) // 0.93998560…
 */
export function c4OfDegrees(dof: number): number {
  if (!(dof > 0)) throw new RangeError('degrees of freedom are greater than 0');
  if (dof === Number.POSITIVE_INFINITY) return 1;
  if (dof < 100) return Math.sqrt(2 / dof) * exp(logGamma((dof + 1) / 2) - logGamma(dof / 2));
  const t = 1 / dof;
  return Math.sqrt(1 - t / 2 + (t * t) / 8 + (t * t * t) / 16 - (5 * t * t * t * t) / 128);
}

export type ChartConstants = {
  readonly d2: number;
  readonly d3: number;
  readonly A2: number;
  readonly D3: number;
  readonly D4: number;
  readonly c4: number;
  readonly A3: number;
  readonly B3: number;
  readonly B4: number;
};

/**
 * All constants for subgroups of n, n a whole number from 2 to 100; RangeError otherwise.
 * @example chartConstants(5).A2 // 0.5768193…
 */
export function chartConstants(n: number): ChartConstants {
  const { d2, d3 } = rangeMoments(n);
  const mean = c4(n);
  const range = (3 * d3) / d2;
  const deviation = (3 * Math.sqrt(1 - mean * mean)) / mean;
  return {
    d2,
    d3,
    A2: 3 / (d2 * Math.sqrt(n)),
    D3: Math.max(0, 1 - range),
    D4: 1 + range,
    c4: mean,
    A3: 3 / (mean * Math.sqrt(n)),
    B3: Math.max(0, 1 - deviation),
    B4: 1 + deviation,
  };
}
