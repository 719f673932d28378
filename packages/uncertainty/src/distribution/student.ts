/**
 * Student's t distribution for any real number of degrees of freedom greater than 0, Infinity (the normal distribution) included.
 * P(T > t) = ½ I_x(dof/2, ½) with x = dof / (dof + t²).
 */
import { exp } from '../elementary/exponential.ts';
import { logGamma } from '../elementary/gamma.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { requireFreedom, requireNumber, requireProbability } from './argument.ts';
import { betaOdds } from './beta.ts';
import { regularizedBeta } from './incomplete-beta.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
import { stirlingRemainder } from './saddle-point.ts';

/** From here on the distribution is the normal one to the last digit. */
const normalFrom = 1e19;
/** ½ ln π and ½ ln 2π. */
const [halfLogPi, halfLogTwoPi] = [0.5723649429247001, 0.9189385332046728];

/** ln of the density at 0. */
function logPeak(dof: number): number {
  if (dof < 20) return logGamma((dof + 1) / 2) - logGamma(dof / 2) - halfLogPi - 0.5 * log(dof);
  // Γ((ν+1)/2) / Γ(ν/2) by Stirling's formula for both, so that large logarithms cancel on paper.
  const half = dof / 2;
  const above = half - 0.5;
  return stirlingRemainder(above) - stirlingRemainder(half) + 0.5 + half * log1p(-0.5 / half) - halfLogTwoPi;
}

/** The density of t. Range: all numbers, dof > 0 or Infinity. @throws RangeError naming the argument @example studentDensity(0, 1) // 0.3183098861837907 */
export function studentDensity(t: number, dof: number): number {
  requireNumber(t, 't');
  requireFreedom(dof);
  if (dof > normalFrom) return normalDensity(t);
  const root = t / Math.sqrt(dof);
  const square = root * root;
  const logarithm = square < 1e16 ? log1p(square) : 2 * log(Math.abs(root));
  return exp(logPeak(dof) - 0.5 * (dof + 1) * logarithm);
}

/** P(T > |t|), at most ½. */
function tailBeyond(t: number, dof: number): number {
  const root = Math.abs(t) / Math.sqrt(dof);
  const square = root * root;
  // There the tail is a pure power: x^(dof/2) / (dof B(dof/2, ½)).
  if (square > 1e17) return root === Infinity ? 0 : exp(logPeak(dof) + 0.5 * log(dof) - dof * log(root)) / dof;
  return 0.5 * regularizedBeta(dof / 2, 0.5, 1 / (1 + square), square / (1 + square), false);
}

/** P(T ≤ t). Range: all numbers and ±Infinity, dof > 0 or Infinity. @throws RangeError naming the argument @example studentCdf(2, 5) // 0.9490302605850708 */
export function studentCdf(t: number, dof: number): number {
  requireNumber(t, 't');
  requireFreedom(dof);
  if (dof > normalFrom) return normalCdf(t);
  const tail = tailBeyond(t, dof);
  return t < 0 ? tail : 1 - tail;
}

/** P(T > t), without cancellation. @throws RangeError naming the argument @example studentUpper(30, 5) // 3.8593243102480e-7 */
export function studentUpper(t: number, dof: number): number {
  return studentCdf(-t, dof);
}

/**
 * The t with P(T ≤ t) = p. Range: p in [0, 1], dof > 0 or Infinity; ∓Infinity at the ends. Relative error about 1e-14.
 * @throws RangeError naming the argument
 * @example studentQuantile(0.975, 16) // 2.1199052992213
 */
export function studentQuantile(p: number, dof: number): number {
  requireProbability(p);
  requireFreedom(dof);
  if (dof > normalFrom || p === 0 || p === 1) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  // Beyond ¼ what lies between -t and t is the smaller part, and 1 - 2p is exact.
  const odds = tail < 0.25 ? betaOdds(2 * tail, false, dof / 2, 0.5) : betaOdds(1 - 2 * tail, true, dof / 2, 0.5);
  const t = Math.sqrt(dof) / Math.sqrt(odds);
  return p < 0.5 ? -t : t;
}
