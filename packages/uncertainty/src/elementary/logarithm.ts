/**
 * Natural, binary and decimal logarithm in arithmetic of doubles alone. x = 2^k (1 + f) with √½ < 1 + f < √2;
 * ln(1 + f) = f - f²/2 + s (f²/2 + R(s²)), s = f / (2 + f), coefficients Lg1..Lg7 of FreeBSD msun e_log.c; error below 1 ulp.
 */
import { exponentOf, fractionOf, withoutLowWord } from './bits.ts';

const [ln2High, ln2Low] = [0.6931471803691238, 1.9082149292705877e-10];

/** s (f²/2 + R): what ln(1 + f) has beyond f - f²/2. */
function seriesRest(f: number, halfSquare: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return s * (halfSquare + (even + odd));
}

/** Values that need no series: NaN for negative numbers and NaN, the limits at 0 and Infinity; undefined else. */
function special(x: number): number | undefined {
  if (x > 0) return x === Infinity ? Infinity : undefined;
  return x === 0 ? -Infinity : NaN;
}

/** ln x. Range: x ≥ 0; NaN below 0, -Infinity at 0. @example log(10) // 2.302585092994046 */
export function log(x: number): number {
  const known = special(x);
  if (known !== undefined) return known;
  let k = exponentOf(x);
  let value = fractionOf(x, k);
  if (value > 1.4142135623730951) {
    value *= 0.5;
    k++;
  }
  const f = value - 1;
  const halfSquare = 0.5 * f * f;
  if (k === 0) return f - (halfSquare - seriesRest(f, halfSquare));
  return k * ln2High - (halfSquare - (seriesRest(f, halfSquare) + k * ln2Low) - f);
}

/** ln(1 + x) without cancellation near 0. Range: x ≥ -1. @example log1p(1e-10) // 9.9999999995e-11 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (Math.abs(x) < 5.551115123125783e-17) return x;
  if (x === Infinity) return Infinity;
  if (x > -0.2928932188134524 && x < 0.41421356237309503) {
    const halfSquare = 0.5 * x * x;
    return x - (halfSquare - seriesRest(x, halfSquare));
  }
  let value = 1 + x;
  let k = exponentOf(value);
  // What was lost in 1 + x, relative to the sum.
  const lost = (k > 0 ? 1 - (value - x) : x - (value - 1)) / value;
  value = fractionOf(value, k);
  if (value > 1.4142135623730951) {
    value *= 0.5;
    k++;
  }
  const f = value - 1;
  const halfSquare = 0.5 * f * f;
  return k * ln2High - (halfSquare - (seriesRest(f, halfSquare) + (k * ln2Low + lost)) - f);
}

/** k·perTwo + ln(1 + f)·perUnit, both factors in two parts, so that powers of the base come out whole. */
function toBase(x: number, perUnitHigh: number, perUnitLow: number, perTwoHigh: number, perTwoLow: number): number {
  const known = special(x);
  if (known !== undefined) return known;
  let k = exponentOf(x);
  let value = fractionOf(x, k);
  if (value > 1.4142135623730951) {
    value *= 0.5;
    k++;
  }
  const f = value - 1;
  const halfSquare = 0.5 * f * f;
  const high = withoutLowWord(f - halfSquare);
  const low = f - high - halfSquare + seriesRest(f, halfSquare);
  const first = k * perTwoHigh;
  const second = high * perUnitHigh;
  const sum = first + second;
  return sum + (first - sum + second + (k * perTwoLow + ((low + high) * perUnitLow + low * perUnitHigh)));
}

/** log₂ x; whole for powers of two. Range: x ≥ 0. @example log2(8) // 3 */
export const log2 = (x: number): number => toBase(x, 1.4426950407214463, 1.6751713164886512e-10, 1, 0);

/** log₁₀ x; whole for powers of ten. Range: x ≥ 0. @example log10(1000) // 3 */
export const log10 = (x: number): number =>
  toBase(x, 0.4342944818781689, 2.5082946711645275e-11, 0.30102999566361177, 3.694239077158931e-13);
