/**
 * Binomial, Poisson and hypergeometric probabilities, also of large arguments (whole numbers up to 2^53). A cumulative probability takes any
 * real k and counts up to the next whole number below; a single probability asks for a whole k.
 */
import { exp } from '../elementary/exponential.ts';
import { log1p } from '../elementary/logarithm.ts';
import { pow } from '../elementary/power.ts';
import { requireCount, requireNumber, requireProbability } from './argument.ts';
import { regularizedBeta } from './incomplete-beta.ts';
import { regularizedGamma } from './incomplete-gamma.ts';
import { binomialTerm, poissonTerm } from './saddle-point.ts';

function requireWhole(k: number): void {
  if (!Number.isSafeInteger(k)) throw new RangeError(`k: a whole number is needed, not ${k}`);
}

/** P(K = k) of k successes in n trials of probability p. @throws RangeError naming the argument @example binomialMass(1, 2, 0.5) // 0.5 */
export function binomialMass(k: number, n: number, p: number): number {
  requireWhole(k);
  requireCount(n, 'n');
  requireProbability(p);
  if (k < 0 || k > n) return 0;
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;
  if (k === 0) return exp(n * log1p(-p));
  if (k === n) return pow(p, n);
  return binomialTerm(k, n - k, p, 1 - p);
}

/** P(K ≤ k) of k successes in n trials of probability p. @throws RangeError naming the argument @example binomialCdf(1, 2, 0.5) // 0.75 */
export function binomialCdf(k: number, n: number, p: number): number {
  requireNumber(k, 'k');
  requireCount(n, 'n');
  requireProbability(p);
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return regularizedBeta(n - whole, whole + 1, 1 - p, p, false);
}

function requireMean(mean: number): void {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`mean: a finite number of 0 or more is needed, not ${mean}`);
}

/** P(K = k) of the Poisson distribution. @throws RangeError naming the argument @example poissonMass(0, 1) // 0.36787944117144233 */
export function poissonMass(k: number, mean: number): number {
  requireWhole(k);
  requireMean(mean);
  if (k < 0) return 0;
  if (mean === 0) return k === 0 ? 1 : 0;
  return poissonTerm(k, mean);
}

/** P(K ≤ k) of the Poisson distribution. @throws RangeError naming the argument @example poissonCdf(1, 1) // 0.7357588823428847 */
export function poissonCdf(k: number, mean: number): number {
  requireNumber(k, 'k');
  requireMean(mean);
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole === Infinity ? 1 : regularizedGamma(whole + 1, mean, true);
}

export { hypergeometricCdf, hypergeometricMass } from './hypergeometric.ts';
