/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x) = 1 - P, each with its own relative accuracy (about 1e-14):
 * power series for x < a + 1, Lentz's continued fraction beyond (DLMF 8.11.4 and 8.9.2), integration of the density for large a.
 */
import { poissonTerm, poissonTermAt } from './saddle-point.ts';
import { tailIntegral } from './tail-integral.ts';

const large = 2000;

function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 10_000 && term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return poissonTerm(a, x) * sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 10_000; i++) {
    const factor = -i * (i - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return poissonTerm(a, x) * a * value;
}

/** The tail beyond x, below it where x lies under a and above it else; a is large. */
function integrated(a: number, x: number): number {
  const difference = a - x;
  const deviation = Math.sqrt(a);
  const density = (at: number): number => (at >= a ? 0 : poissonTermAt(a, at) * (a / (a - at)));
  return tailIntegral(density, difference, difference > 0 ? 1 : -1, Math.abs(difference) / deviation, deviation);
}

/** P(a, x), or Q(a, x) where `upper`. Range: a > 0, 0 ≤ x ≤ Infinity. */
export function regularizedGamma(a: number, x: number, upper: boolean): number {
  if (!(x > 0)) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  const isLower = a > large ? x < a : x < a + 1;
  const value = a > large ? integrated(a, x) : isLower ? series(a, x) : fraction(a, x);
  return isLower === upper ? 1 - value : value;
}
