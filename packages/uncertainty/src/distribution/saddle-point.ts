/**
 * The terms x^a e^-x / Γ(a + 1) and x^a y^b Γ(a+b+1) / (Γ(a+1) Γ(b+1)) without the cancellation of large logarithms:
 * C. Loader, "Fast and accurate computation of binomial probabilities" (2000): e to the minus deviance, times Stirling's remainder.
 * Relative error about 1e-15 plus one rounding of the exponent.
 */
import { expOfSum, exp } from '../elementary/exponential.ts';
import { logGamma } from '../elementary/gamma.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { pow } from '../elementary/power.ts';
import { productError } from '../elementary/product-error.ts';

const twoPi = 6.283185307179586;
/** Below this the powers themselves are taken; they are in range there. */
const small = 10;

/** What the rounding of a product took away; 0 where the parts of a huge factor would overflow. */
function lostIn(x: number, y: number, product: number): number {
  const error = productError(x, y, product);
  return error - error === 0 ? error : 0;
}

/** e^(a + b) without the rounding of the sum. */
function expOfBoth(a: number, b: number): number {
  const sum = a + b;
  const back = sum - a;
  return expOfSum(sum, a - (sum - back) + (b - back));
}

/** a·b - c·d with one rounding of the result. */
export function productDifference(a: number, b: number, c: number, d: number): number {
  const [first, second] = [a * b, c * d];
  return first - second + (lostIn(a, b, first) - lostIn(c, d, second));
}

/** ln Γ(n + 1) - (n + ½) ln n + n - ½ ln 2π for n > 0; the series from 8 on, below it the recurrence in n. */
export function stirlingRemainder(n: number): number {
  let sum = 0;
  let at = n;
  for (; at < 8; at++) sum += (at + 0.5) * log1p(1 / at) - 1;
  const z = 1 / at;
  const y = z * z;
  const series =
    0.08333333333333333 +
    y *
      (-0.002777777777777778 +
        y *
          (0.0007936507936507937 +
            y *
              (-0.0005952380952380953 +
                y *
                  (0.0008417508417508417 +
                    y * (-0.0019175269175269176 + y * (0.00641025641025641 + y * (-0.029550653594771242 + y * 0.17964437236883057)))))));
  return sum + z * series;
}

/** k ln(k / m) + m - k for positive k and m, where the difference k - m is known better than k and m are. */
export function deviance(k: number, m: number, difference: number): number {
  const v = difference / (k + m);
  if (Math.abs(v) >= 0.3) {
    const ratio = k / m;
    return k * (ratio < Infinity ? log(ratio) : log(k) - log(m)) - difference;
  }
  const square = v * v;
  let term = 2 * k * v * square;
  let sum = difference * v;
  for (let odd = 3; odd < 60; odd += 2) {
    const next = sum + term / odd;
    if (next === sum) break;
    sum = next;
    term *= square;
  }
  return sum;
}

/** x^a e^-x / Γ(a + 1), the Poisson probability where a is an integer. Range: a ≥ 0, x > 0. */
export function poissonTerm(a: number, x: number): number {
  if (a <= small) return pow(x, a) * expOfBoth(-x, -logGamma(a + 1));
  return poissonTermAt(a, a - x);
}

/** The same at x = a - difference, for a large a. */
export const poissonTermAt = (a: number, difference: number): number =>
  exp(-deviance(a, a - difference, difference) - stirlingRemainder(a)) / Math.sqrt(twoPi * a);

/** x^a y^b Γ(a+b+1) / (Γ(a+1) Γ(b+1)) from the expected numbers (a + b) x and (a + b) y and the difference of a from the first. */
function binomialTermOf(a: number, b: number, expectedA: number, expectedB: number, difference: number): number {
  const n = a + b;
  const exponent = deviance(a, expectedA, difference) + deviance(b, expectedB, -difference);
  const remainders = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  return (expOfBoth(-exponent, remainders) * Math.sqrt(n / (twoPi * a))) / Math.sqrt(b);
}

/** The same with x = (a - difference) / (a + b), for differences far below a and b. */
export const binomialTermAt = (a: number, b: number, difference: number): number =>
  binomialTermOf(a, b, a - difference, b + difference, difference);

/** a - (a + b) x, taken from the smaller of x and y = 1 - x, which is the exact one. */
export function excess(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const lost = a > b ? b - (n - a) : a - (n - b);
  if (x <= y) {
    const product = n * x;
    return a - product - (lostIn(n, x, product) + lost * x);
  }
  const product = n * y;
  return product - b + (lostIn(n, y, product) + lost * y);
}

/** The binomial probability of a among a + b for positive a, b and x + y = 1. */
export const binomialTerm = (a: number, b: number, x: number, y: number): number =>
  binomialTermOf(a, b, (a + b) * x, (a + b) * y, excess(a, b, x, y));

/** x^a y^b / B(a, b), which is the density of the beta distribution times x y. */
export function betaTerm(a: number, b: number, x: number, y: number): number {
  if (a <= small && b <= small) return pow(x, a) * pow(y, b) * exp(logGamma(a + b) - logGamma(a) - logGamma(b));
  return binomialTerm(a, b, x, y) * (a / (a + b)) * b;
}
