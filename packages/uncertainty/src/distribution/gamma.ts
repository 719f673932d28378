/** The gamma distribution with shape a and scale b: density x^(a-1) e^(-x/b) / (b^a Γ(a)). */
import { exp } from '../elementary/exponential.ts';
import { logGamma } from '../elementary/gamma.ts';
import { log } from '../elementary/logarithm.ts';
import { requireNumber, requirePositive, requireProbability } from './argument.ts';
import { regularizedGamma } from './incomplete-gamma.ts';
import { normalQuantile } from './normal.ts';
import { poissonTerm } from './saddle-point.ts';
import { scaleRoot } from './scale-root.ts';

function check(x: number, shape: number, scale: number): void {
  requireNumber(x, 'x');
  requirePositive(shape, 'shape');
  requirePositive(scale, 'scale');
}

/** P(X ≤ x). Range: shape, scale > 0. @throws RangeError naming the argument @example gammaCdf(2, 1, 1) // 0.8646647167633873 */
export function gammaCdf(x: number, shape: number, scale: number): number {
  check(x, shape, scale);
  return regularizedGamma(shape, x / scale, false);
}

/** P(X > x), without cancellation. Range: shape, scale > 0. @throws RangeError naming the argument @example gammaUpper(2, 1, 1) // 0.1353352832366127 */
export function gammaUpper(x: number, shape: number, scale: number): number {
  check(x, shape, scale);
  return regularizedGamma(shape, x / scale, true);
}

/** Wilson and Hilferty's cube, or the power law of the lower end where that is better. */
function start(shape: number, p: number): number {
  const z = normalQuantile(p);
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  if (root > 0.3) return shape * root * root * root;
  return exp((log(p) + logGamma(shape + 1)) / shape);
}

/**
 * The x with P(X ≤ x) = p. Range: p in [0, 1], shape, scale > 0; 0 and Infinity at the ends. Relative error about 1e-14.
 * @throws RangeError naming the argument
 * @example gammaQuantile(0.5, 4, 1) // 3.672060748850897
 */
export function gammaQuantile(p: number, shape: number, scale: number): number {
  requireProbability(p);
  check(0, shape, scale);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const upper = p > 0.5;
  const root = scaleRoot(
    {
      probability: (x) => regularizedGamma(shape, x, upper),
      slope: (x) => poissonTerm(shape, x) * shape,
      rising: !upper,
    },
    upper ? 1 - p : p,
    start(shape, p),
  );
  return root * scale;
}
