/** The beta distribution on [0, 1] with parameters a and b. */
import { requireNumber, requirePositive, requireProbability } from './argument.ts';
import { regularizedBeta } from './incomplete-beta.ts';
import { normalQuantile } from './normal.ts';
import { betaTerm } from './saddle-point.ts';
import { scaleRoot } from './scale-root.ts';

function check(x: number, a: number, b: number): void {
  requireNumber(x, 'x');
  requirePositive(a, 'a');
  requirePositive(b, 'b');
}

/** P(X ≤ x). Range: a, b > 0. @throws RangeError naming the argument @example betaCdf(0.9, 1, 3) // 0.999 */
export function betaCdf(x: number, a: number, b: number): number {
  check(x, a, b);
  return regularizedBeta(a, b, Math.min(x, 1), 1 - x, false);
}

/** P(X > x), without cancellation. Range: a, b > 0. @throws RangeError naming the argument @example betaUpper(0.5, 1, 2) // 0.25 */
export function betaUpper(x: number, a: number, b: number): number {
  check(x, a, b);
  return regularizedBeta(a, b, Math.min(x, 1), 1 - x, true);
}

/**
 * The odds x / (1 - x) at which a tail of the beta distribution has a probability: both x and 1 - x come from them without lost digits.
 * @param probability of the upper tail where `upper`, else of the lower one; 0 < probability < 1
 */
export function betaOdds(probability: number, upper: boolean, a: number, b: number): number {
  const split = (odds: number, work: (x: number, y: number) => number): number => {
    const whole = 1 + odds;
    return odds < Infinity ? work(odds / whole, 1 / whole) : work(1, 0);
  };
  const n = a + b;
  const z = normalQuantile(probability) * (upper ? -1 : 1);
  // The logit of a beta variable has mean ln(a/b) and variance 1/a + 1/b, nearly; the bounds keep a rough start in range.
  const spread = Math.max(-3, Math.min(3, z * Math.sqrt(n / a / b)));
  const grown = 1 + spread + (spread * spread) / 2;
  return scaleRoot(
    {
      probability: (odds) => split(odds, (x, y) => regularizedBeta(a, b, x, y, upper)),
      slope: (odds) => split(odds, (x, y) => betaTerm(a, b, x, y)),
      rising: !upper,
    },
    probability,
    (a / b) * grown,
  );
}

/**
 * The x with P(X ≤ x) = p. Range: p in [0, 1], a, b > 0. Relative error about 1e-14.
 * @throws RangeError naming the argument
 * @example betaQuantile(0.999, 1, 3) // 0.9
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability(p);
  check(0, a, b);
  if (p === 0 || p === 1) return p;
  const upper = p > 0.5;
  const odds = betaOdds(upper ? 1 - p : p, upper, a, b);
  return odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds);
}
