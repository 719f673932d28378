/** The chi-square distribution: a gamma distribution of shape dof/2 and scale 2. dof is any finite number greater than 0. */
import { requireNumber, requirePositive, requireProbability } from './argument.ts';
import { gammaQuantile } from './gamma.ts';
import { regularizedGamma } from './incomplete-gamma.ts';

/** P(X ≤ x). @throws RangeError naming the argument @example chiSquareCdf(3.841458820694124, 1) // 0.95 */
export function chiSquareCdf(x: number, dof: number): number {
  requireNumber(x, 'x');
  requirePositive(dof, 'dof');
  return regularizedGamma(dof / 2, x / 2, false);
}

/** P(X > x), without cancellation. @throws RangeError naming the argument @example chiSquareUpper(3.841458820694124, 1) // 0.05 */
export function chiSquareUpper(x: number, dof: number): number {
  requireNumber(x, 'x');
  requirePositive(dof, 'dof');
  return regularizedGamma(dof / 2, x / 2, true);
}

/** The x with P(X ≤ x) = p. @throws RangeError naming the argument @example chiSquareQuantile(0.95, 9) // 16.918977604620448 */
export function chiSquareQuantile(p: number, dof: number): number {
  requireProbability(p);
  requirePositive(dof, 'dof');
  return gammaQuantile(p, dof / 2, 2);
}
