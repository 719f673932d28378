/**
 * The regularized incomplete beta function I_x(a, b) and its complement, each with its own relative accuracy (about 1e-14). x and y = 1 - x
 * are both given, since one of them has lost digits: a continued fraction, integration of the density where both
 * parameters are large.
 */
import { betaTerm, binomialTermAt, excess } from './saddle-point.ts';
import { tailIntegral } from './tail-integral.ts';

const large = 2000;

/**
 * What x^a y^b / B(a, b) has to be multiplied by: the contracted fraction of A. R. DiDonato and A. H. Morris (ACM TOMS 18, 1992, BFRAC),
 * whose terms have no cancellation where a is large and x is close to 1.
 * @param difference a - (a + b) x
 */
function fraction(a: number, b: number, x: number, y: number, difference: number): number {
  let c = (a * (difference + 1)) / (a + 1);
  let d = 0;
  let value = c;
  for (let m = 1; m < 20_000; m++) {
    const odd = a + 2 * m - 1;
    const top = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * (m * (b - m) * x * x);
    const bottom = m + (m * (b - m) * x) / odd + ((a + m) / (a + 2 * m + 1)) * (difference + 1 + m * (1 + y));
    d = 1 / (top * d + bottom);
    c = bottom + top / c;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return 1 / value;
}

/** The tail beyond x on the side where x lies from the mean, for two large parameters. */
function integrated(a: number, b: number, difference: number): number {
  const deviation = Math.sqrt(a / (a + b)) * Math.sqrt(b);
  const density = (at: number): number => (at >= a || at <= -b ? 0 : binomialTermAt(a, b, at) * (a / (a - at)) * (b / (b + at)));
  return tailIntegral(density, difference, difference > 0 ? 1 : -1, Math.abs(difference) / deviation, deviation);
}

/** I_x(a, b), or 1 - I_x(a, b) where `upper`. Range: a, b > 0, x + y = 1. */
export function regularizedBeta(a: number, b: number, x: number, y: number, upper: boolean): number {
  if (!(x > 0)) return upper ? 1 : 0;
  if (!(y > 0)) return upper ? 0 : 1;
  const difference = excess(a, b, x, y);
  if (Math.min(a, b) > large) {
    return difference > 0 === upper ? 1 - integrated(a, b, difference) : integrated(a, b, difference);
  }
  // x < (a + 1) / (a + b + 2), asked so that an x next to 1 is told from 1.
  const isLower = difference + 1 > 2 * x;
  const value = isLower
    ? betaTerm(a, b, x, y) * fraction(a, b, x, y, difference)
    : betaTerm(b, a, y, x) * fraction(b, a, y, x, -difference);
  return isLower === upper ? 1 - value : value;
}
