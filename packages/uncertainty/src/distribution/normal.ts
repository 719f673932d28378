/**
 * The standard normal distribution. Both tails keep their relative accuracy (about 1e-15) down to the smallest doubles; the quantile is
 * M. J. Wichura's AS 241 (Applied Statistics 37, 1988), improved by one Newton step in the tails.
 */
import { erfc } from '../elementary/error-function.ts';
import { expOfSum } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { requireNumber, requireProbability } from './argument.ts';

const perRootTwoPi = 0.3989422804014327;
/** 1/√2 in two parts of 26 and 53 bits. */
const [rootHalfHigh, rootHalfLow] = [0.707106776535511, 4.651036507555142e-9];

/** φ(z) = e^(-z²/2) / √2π. Range: all numbers. @throws RangeError for NaN @example normalDensity(0) // 0.3989422804014327 */
export function normalDensity(z: number): number {
  requireNumber(z, 'z');
  if (Math.abs(z) > 40) return 0;
  // z² = w² + (z - w)(z + w) with a w of 24 bits, whose square is exact.
  const w = Math.fround(z);
  return perRootTwoPi * expOfSum(-0.5 * w * w, -0.5 * (z - w) * (z + w));
}

/** ½ erfc(z/√2) with what the quotient's rounding takes away given back. */
function upperTail(z: number): number {
  if (Math.abs(z) > 40) return z > 0 ? 0 : 1;
  const w = Math.fround(z);
  const lead = w * rootHalfHigh;
  const rest = (z - w) * rootHalfHigh + z * rootHalfLow;
  const x = lead + rest;
  const value = 0.5 * erfc(x);
  if (x < 1 || x > 28) return value;
  const lost = lead - x + rest;
  return value - lost * 1.4142135623730951 * normalDensity(z);
}

/** P(Z ≤ z). Range: all numbers and ±Infinity. @throws RangeError for NaN @example normalCdf(2) // 0.9772498680518208 */
export function normalCdf(z: number): number {
  requireNumber(z, 'z');
  return upperTail(-z);
}

/** P(Z > z), without cancellation. Range: all numbers and ±Infinity. @throws RangeError for NaN @example normalUpper(10) // 7.6198530241605e-24 */
export function normalUpper(z: number): number {
  requireNumber(z, 'z');
  return upperTail(z);
}

function central(q: number): number {
  const r = 0.180625 - q * q;
  const top =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r + 13731.69376550946) * r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const bottom =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r + 5394.196021424751) * r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return (q * top) / bottom;
}

/** The |z| of a tail of at most 0.075, r = √(-ln tail). */
function tailQuantile(rootOfLog: number): number {
  if (rootOfLog <= 5) {
    const r = rootOfLog - 1.6;
    const top =
      ((((((7.745450142783414e-4 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r + 3.6478483247632045) *
        r +
        5.769497221460691) *
        r +
        4.630337846156546) *
        r +
      1.4234371107496835;
    const bottom =
      ((((((1.0507500716444169e-9 * r + 5.475938084995345e-4) * r + 0.015198666563616457) * r + 0.14810397642748008) * r +
        0.6897673349851) *
        r +
        1.6763848301838038) *
        r +
        2.053191626637759) *
        r +
      1;
    return top / bottom;
  }
  const r = rootOfLog - 5;
  const top =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) * r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const bottom =
    ((((((2.0442631033899397e-15 * r + 1.4215117583164459e-7) * r + 1.8463183175100548e-5) * r + 7.868691311456133e-4) * r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return top / bottom;
}

/**
 * The z with P(Z ≤ z) = p. Range: [0, 1]; ∓Infinity at the ends. Relative error about 1e-15.
 * @throws RangeError when p is no probability
 * @example normalQuantile(0.975) // 1.9599639845400538
 */
export function normalQuantile(p: number): number {
  requireProbability(p);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return central(q);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  let z = tailQuantile(Math.sqrt(-log(tail)));
  const density = normalDensity(z);
  if (density > 1e-300) z += (upperTail(z) - tail) / density;
  return q < 0 ? -z : z;
}
