/** Hyperbolic functions and their inverses from exp, expm1, log and log1p, in forms without cancellation. Error below 2 ulp. */
import { exp, expm1 } from './exponential.ts';
import { log, log1p } from './logarithm.ts';

const ln2 = 0.6931471805599453;

/** sinh x. Range: all numbers; ±Infinity beyond 710.47. @example sinh(0.5) // 0.5210953054937474 */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size < 3.725290298461914e-9 || x !== x) return x;
  const half = x < 0 ? -0.5 : 0.5;
  if (size < 22) {
    const t = expm1(size);
    return half * (size < 1 ? 2 * t - (t * t) / (t + 1) : t + t / (t + 1));
  }
  if (size < 709) return half * exp(size);
  const root = exp(0.5 * size);
  return half * root * root;
}

/** cosh x. Range: all numbers; Infinity beyond 710.47. @example cosh(0.5) // 1.1276259652063807 */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.34657359) {
    const t = expm1(size);
    const w = 1 + t;
    return 1 + (t * t) / (w + w);
  }
  if (size < 22) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (size < 709) return 0.5 * exp(size);
  const root = exp(0.5 * size);
  return 0.5 * root * root;
}

/** tanh x in [-1, 1]. Range: all numbers. @example tanh(0.5) // 0.46211715726000973 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 3.725290298461914e-9 || x !== x) return x;
  let value = 1;
  if (size < 1) {
    const t = expm1(-2 * size);
    value = -t / (t + 2);
  } else if (size < 22) {
    value = 1 - 2 / (expm1(2 * size) + 2);
  }
  return x < 0 ? -value : value;
}

/** asinh x. Range: all numbers. @example asinh(100) // 5.298342365610589 */
export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < 3.725290298461914e-9 || x - x !== 0) return x;
  let value: number;
  if (size > 268435456) value = log(size) + ln2;
  else if (size > 2) value = log(2 * size + 1 / (Math.sqrt(size * size + 1) + size));
  else value = log1p(size + (size * size) / (1 + Math.sqrt(1 + size * size)));
  return x < 0 ? -value : value;
}

/** acosh x ≥ 0. Range: x ≥ 1, else NaN. @example acosh(30) // 4.0940666686320855 */
export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x > 268435456) return log(x) + ln2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

/** atanh x. Range: [-1, 1], ±Infinity at the ends, else NaN. @example atanh(0.2) // 0.2027325540540822 */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size === 1) return x * Infinity;
  if (size < 3.725290298461914e-9) return x;
  const twice = size + size;
  const value = 0.5 * log1p(size < 0.5 ? twice + (twice * size) / (1 - size) : twice / (1 - size));
  return x < 0 ? -value : value;
}
