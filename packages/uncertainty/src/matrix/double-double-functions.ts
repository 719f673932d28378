/**
 * Elementary functions of double-doubles, good to about 29 digits (30 where they do not cancel): Taylor series after an exact reduction,
 * and one Newton step on the double result for the inverse functions (Hida, Li & Bailey 2001).
 */
import { atan as atanOfNumber } from '../elementary/inverse-trigonometric.ts';
import { log as logOfNumber } from '../elementary/logarithm.ts';
import { add, divide, multiply, one, scale, squareRoot, subtract, toNumber, zero, type DoubleDouble } from './double-double.ts';

export const pi: DoubleDouble = [3.141592653589793, 1.2246467991473532e-16];
export const e: DoubleDouble = [2.718281828459045, 1.4456468917292502e-16];
export const ln2: DoubleDouble = [0.6931471805599453, 2.3190468138462996e-17];
export const ln10: DoubleDouble = [2.302585092994046, -2.1707562233822494e-16];
const notANumber: DoubleDouble = [NaN, NaN];
const smallestTerm = 1e-36;

/** 2^power as two factors, since 2^1024 is no double. */
function timesPowerOfTwo(a: DoubleDouble, power: number): DoubleDouble {
  const half = Math.trunc(power / 2);
  return scale(scale(a, 2 ** half), 2 ** (power - half));
}

/** e^a. Range: below −745 it is 0, from 709.7 on Infinity. @example exp([1, 0])[0] // 2.718281828459045 */
export function exp(a: DoubleDouble): DoubleDouble {
  if (!(a[0] < 709.7)) return a[0] > 0 ? [Infinity, 0] : notANumber;
  if (a[0] < -745) return zero;
  const power = Math.round(a[0] / ln2[0]);
  const reduced = scale(subtract(a, multiply([power, 0], ln2)), 1 / 512);
  let term = reduced;
  let sum = reduced;
  for (let k = 2; Math.abs(term[0]) > smallestTerm && k < 30; k++) {
    term = divide(multiply(term, reduced), [k, 0]);
    sum = add(sum, term);
  }
  // (1 + s)² − 1 = 2s + s², nine times.
  for (let k = 0; k < 9; k++) sum = add(scale(sum, 2), multiply(sum, sum));
  return timesPowerOfTwo(add(sum, one), power);
}

/** The natural logarithm. Range: a > 0; −Infinity at 0, NaN below. @example log([2, 0])[0] // 0.6931471805599453 */
export function log(a: DoubleDouble): DoubleDouble {
  if (!(a[0] > 0)) return a[0] === 0 ? [-Infinity, 0] : notANumber;
  const near: DoubleDouble = [logOfNumber(a[0]), 0];
  return add(near, subtract(multiply(a, exp([-near[0], 0])), one));
}

/** Sine and cosine; arguments beyond about 1e9 lose the digits that the reduction takes. */
export function sinCos(a: DoubleDouble): readonly [sin: DoubleDouble, cos: DoubleDouble] {
  if (!Number.isFinite(a[0]) || Math.abs(a[0]) > 1e15) return [notANumber, notANumber];
  const quarter = Math.round(a[0] / (pi[0] / 2));
  const reduced = subtract(a, multiply([quarter, 0], scale(pi, 0.5)));
  const square = multiply(reduced, reduced);
  let sinTerm = reduced;
  let cosTerm: DoubleDouble = one;
  let [sin, cos]: [DoubleDouble, DoubleDouble] = [sinTerm, cosTerm];
  for (let k = 1; k < 20; k++) {
    cosTerm = divide(multiply(cosTerm, square), [-(2 * k - 1) * (2 * k), 0]);
    sinTerm = divide(multiply(sinTerm, square), [-(2 * k) * (2 * k + 1), 0]);
    cos = add(cos, cosTerm);
    sin = add(sin, sinTerm);
    if (Math.abs(cosTerm[0]) < smallestTerm) break;
  }
  const turn = ((quarter % 4) + 4) % 4;
  const minus = (value: DoubleDouble): DoubleDouble => scale(value, -1);
  if (turn === 0) return [sin, cos];
  if (turn === 1) return [cos, minus(sin)];
  return turn === 2 ? [minus(sin), minus(cos)] : [minus(cos), sin];
}

/** The arc tangent in radians, between −π/2 and π/2. @example atan([1, 0])[0] // 0.7853981633974483 */
export function atan(a: DoubleDouble): DoubleDouble {
  const near: DoubleDouble = [atanOfNumber(a[0]), 0];
  if (Math.abs(a[0]) > 1e15) return near;
  const [sin, cos] = sinCos(near);
  // tan(atan a − near), which is small enough to be its own arctangent.
  return add(near, divide(subtract(multiply(a, cos), sin), add(cos, multiply(a, sin))));
}

function wholePower(a: DoubleDouble, power: number): DoubleDouble {
  let result: DoubleDouble = one;
  let square = a;
  for (let rest = Math.abs(power); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return power < 0 ? divide(one, result) : result;
}

/** aᵇ; a negative base needs a whole exponent, else the result is NaN. */
export function pow(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  if (b[1] === 0 && Number.isInteger(b[0]) && Math.abs(b[0]) <= 64) return wholePower(a, b[0]);
  if (b[1] === 0 && b[0] === 0.5) return squareRoot(a);
  if (a[0] === 0) return b[0] > 0 ? zero : notANumber;
  if (a[0] > 0) return exp(multiply(b, log(a)));
  if (!Number.isInteger(b[0]) || b[1] !== 0) return notANumber;
  const size = exp(multiply(b, log(scale(a, -1))));
  return toNumber(b) % 2 === 0 ? size : scale(size, -1);
}
