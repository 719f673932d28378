/** Fisher's F distribution with d1 and d2 degrees of freedom, real and greater than 0; either may be Infinity, not both. */
import { requireFreedom, requireNumber, requireProbability } from './argument.ts';
import { betaOdds } from './beta.ts';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
import { regularizedBeta } from './incomplete-beta.ts';

function check(x: number, d1: number, d2: number): void {
  requireNumber(x, 'x');
  requireFreedom(d1, 'd1');
  requireFreedom(d2, 'd2');
  if (d1 === Infinity && d2 === Infinity) throw new RangeError('d2: one of the two degrees of freedom must be finite');
}

function tail(x: number, d1: number, d2: number, upper: boolean): number {
  check(x, d1, d2);
  if (!(x > 0)) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  if (d2 === Infinity) return upper ? chiSquareUpper(d1 * x, d1) : chiSquareCdf(d1 * x, d1);
  if (d1 === Infinity) return upper ? chiSquareCdf(d2 / x, d2) : chiSquareUpper(d2 / x, d2);
  const odds = (d1 / d2) * x;
  return regularizedBeta(d1 / 2, d2 / 2, odds < Infinity ? odds / (1 + odds) : 1, 1 / (1 + odds), upper);
}

/** P(X ≤ x). @throws RangeError naming the argument @example fisherCdf(1, 1, 1) // 0.5 */
export const fisherCdf = (x: number, d1: number, d2: number): number => tail(x, d1, d2, false);

/** P(X > x), without cancellation. @throws RangeError naming the argument @example fisherUpper(4.102821015130401, 2, 10) // 0.05 */
export const fisherUpper = (x: number, d1: number, d2: number): number => tail(x, d1, d2, true);

/** The x with P(X ≤ x) = p. @throws RangeError naming the argument @example fisherQuantile(0.95, 9, 40) // 2.12402926402 */
export function fisherQuantile(p: number, d1: number, d2: number): number {
  requireProbability(p);
  check(0, d1, d2);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  if (d2 === Infinity) return chiSquareQuantile(p, d1) / d1;
  if (d1 === Infinity) return d2 / chiSquareQuantile(1 - p, d2);
  const upper = p > 0.5;
  return (betaOdds(upper ? 1 - p : p, upper, d1 / 2, d2 / 2) / d1) * d2;
}
