/**
 * pow, cbrt and hypot in arithmetic of doubles alone.
 * pow: x^y = e^(y ln x) with ln x and the product in two parts of together 65 and more bits; error below 0.6 ulp for normal results, and
 * a result that a double can hold exactly is exact. Series coefficients L1..L6 of FreeBSD msun e_pow.c, double-double products after
 * T. J. Dekker (Numer. Math. 18, 1971). Special values are those of ECMAScript, which are those of C99 Annex F except that 1^NaN,
 * 1^±Infinity and (-1)^±Infinity are NaN: a base of 1 is rarely an exact 1 in measurement.
 * cbrt: polynomial and Newton step of FreeBSD msun s_cbrt.c, error below 0.67 ulp.
 * hypot: C. F. Borges, "Algorithm 1014: an improved algorithm for hypot(x, y)", ACM TOMS 47 (2020).
 */
import { exponentOf, fractionOf, parity, powerOfTwo } from './bits.ts';
import { expOfSum } from './exponential.ts';
import { productError } from './product-error.ts';

const [ln2High, ln2Low] = [0.6931471803691238, 1.9082149292705877e-10];
const [thirdsHigh, thirdsLow] = [0.6666666666666666, 3.700743415417188e-17];
const [logHalvesHigh, logHalvesLow] = [0.4054651081081644, -2.8811380259626426e-18];

/** ln x of the last call, in two parts. */
let logHigh = 0;
let logLow = 0;

function logInTwoParts(x: number): void {
  let n = exponentOf(x);
  let m = fractionOf(x, n);
  let centre = 1;
  if (m >= 1.7320508075688772) {
    m *= 0.5;
    n++;
  } else if (m > 1.224744871391589) {
    centre = 1.5;
  }
  // s = (m - c) / (m + c), ln(m / c) = 2/3 s (3 + s² + s⁴ P(s²))
  const u = m - centre;
  const v = m + centre;
  const vLow = m - (v - centre);
  const s = u / v;
  const quotient = s * v;
  const sLow = (u - quotient - productError(s, v, quotient) - s * vLow) / v;
  const square = s * s;
  const squareLow = productError(s, s, square) + 2 * s * sLow;
  const series =
    square *
    square *
    (0.5999999999999946 +
      square *
        (0.4285714285785502 +
          square * (0.33333332981837743 + square * (0.272728123808534 + square * (0.23066074577556175 + square * 0.20697501780033842)))));
  const bracket = 3 + square;
  const bracketTail = square - (bracket - 3) + squareLow + series;
  const b = bracket + bracketTail;
  const bLow = bracket - b + bracketTail;
  const p = s * b;
  const pLow = productError(s, b, p) + (s * bLow + sLow * b);
  const q = p * thirdsHigh;
  const qLow = productError(p, thirdsHigh, q) + (p * thirdsLow + pLow * thirdsHigh);
  const whole = n * ln2High;
  const shift = centre === 1 ? 0 : logHalvesHigh;
  const shiftLow = centre === 1 ? 0 : logHalvesLow;
  const sum = whole + shift;
  const sumBack = sum - whole;
  const sumLow = whole - (sum - sumBack) + (shift - sumBack);
  const total = sum + q;
  const totalBack = total - sum;
  const tail = sum - (total - totalBack) + (q - totalBack) + (sumLow + (n * ln2Low + shiftLow + qLow));
  logHigh = total + tail;
  logLow = total - logHigh + tail;
}

/** Zeros, infinities and NaN on either side, as ECMAScript has them. */
function specialPower(x: number, y: number, kind: 0 | 1 | 2): number {
  if (y !== y) return NaN;
  if (y === 0) return 1;
  if (x !== x) return NaN;
  const size = Math.abs(x);
  if (y === Infinity || y === -Infinity) {
    if (size === 1) return NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  const value = (size === 0) === y > 0 ? 0 : Infinity;
  return kind === 1 && (x < 0 || 1 / x < 0) ? -value : value;
}

/**
 * x^y. Range: all numbers; NaN for a negative base with an exponent that is no integer.
 * @example pow(2, 0.5) // 1.4142135623730951
 * @example pow(10, 22) // 1e22
 */
export function pow(x: number, y: number): number {
  const kind = parity(y);
  if (y - y !== 0 || x - x !== 0 || x === 0 || y === 0) return specialPower(x, y, kind);
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (y === 0.5 && x > 0) return Math.sqrt(x);
  if (x < 0 && kind === 0) return NaN;
  const sign = x < 0 && kind === 1 ? -1 : 1;
  const size = Math.abs(x);
  if (size === 1) return sign;
  logInTwoParts(size);
  const product = y * logHigh;
  if (product > 710) return sign * Infinity;
  if (product < -746) return sign * 0;
  if (Math.abs(product) < 1e-20) return sign;
  return sign * expOfSum(product, productError(y, logHigh, product) + y * logLow);
}

/** The real cube root; cubes of integers come out whole. Range: all numbers. @example cbrt(27) // 3 */
export function cbrt(x: number): number {
  if (x === 0 || x - x !== 0) return x;
  const size = Math.abs(x);
  const third = Math.floor(exponentOf(size) / 3);
  const m = fractionOf(size, 3 * third);
  // Three straight lines through the octaves of [1, 8), within 1/32; a polynomial brings that to 23 bits.
  const line = m < 2 ? m - 1 : m < 4 ? m * 0.5 : 1 + m * 0.25;
  const guess = 0.96693764349 + line / 3;
  const r = guess * guess * (guess / m);
  const t = Math.fround(
    guess *
      (1.87595182427177 + r * (-1.8849797954337717 + r * 1.6214297201053545) + r * r * r * (-0.758397934778766 + r * 0.14599619288661245)),
  );
  const q = m / (t * t);
  const value = (t + t * ((q - t) / (t + t + q))) * powerOfTwo(third);
  return x < 0 ? -value : value;
}

/** √(x² + y²) without overflow or underflow on the way. Range: all numbers; Infinity wins over NaN. @example hypot(3, 4) // 5 */
export function hypot(x: number, y: number): number {
  let a = Math.abs(x);
  let b = Math.abs(y);
  if (a === Infinity || b === Infinity) return Infinity;
  if (a !== a || b !== b) return NaN;
  if (a < b) {
    const smaller = a;
    a = b;
    b = smaller;
  }
  if (b <= a * 5.551115123125783e-17) return a + b;
  // The squares of what is far from 1 leave the range of doubles: 2^∓600 takes it there and back.
  let scale = 1;
  if (a > 6.703903964971299e153) scale = 4.149515568880993e180;
  else if (b < 1.4916681462400413e-154) scale = 2.409919865102884e-181;
  a /= scale;
  b /= scale;
  const aa = a * a;
  const bb = b * b;
  const h = Math.sqrt(aa + bb);
  const hh = h * h;
  const excess = hh - aa - bb + (productError(h, h, hh) - productError(a, a, aa) - productError(b, b, bb));
  return (h - excess / (2 * h)) * scale;
}
