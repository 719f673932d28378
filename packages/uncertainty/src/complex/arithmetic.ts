/**
 * Arithmetic and functions of complex quantities. Derivatives of analytic functions are complex numbers (Cauchy–Riemann), which keeps
 * identities exact: z − z = 0 and z/z = 1 without uncertainty.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { exp as realExp } from '../elementary/exponential.ts';
import { atan2 } from '../elementary/inverse-trigonometric.ts';
import { log as realLog, log1p } from '../elementary/logarithm.ts';
import { hypot } from '../elementary/power.ts';
import { cos, sin } from '../elementary/trigonometric.ts';
import { derived, type Uncertain } from '../uncertain/uncertain.ts';
import { asComplex, complexValue, type Complex, type ComplexQuantity } from './complex.ts';

type Pair = readonly [re: number, im: number];

const times = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c - b * d, a * d + b * c];
const negative = ([a, b]: Pair): Pair => [-a, -b];

/** The nearest power of two below, which scales without rounding. */
function powerBelow(x: number): number {
  if (!(x > 0) || x === Infinity) return 1;
  let power = 1;
  // At most 1074 exact steps, and usually none or few.
  while (power > x) power /= 2;
  while (power <= x / 2) power *= 2;
  return power;
}

/** Quotient of numbers; scaled, so that squares of the divisor neither overflow nor vanish. */
function quotient([a, b]: Pair, [c, d]: Pair): Pair {
  const scale = powerBelow(Math.max(Math.abs(c), Math.abs(d)));
  const [x, y] = [c / scale, d / scale];
  const size = x * x + y * y;
  return [(a * x + b * y) / size / scale, (b * x - a * y) / size / scale];
}

/** A function of complex arguments from its value and its complex derivative with respect to each of them. */
function analytic([re, im]: Pair, dependence: readonly (readonly [slope: Pair, on: Complex])[], place: string): Complex {
  const real = dependence.flatMap(([[a, b], on]): [number, Uncertain][] => [
    [a, on.real],
    [-b, on.imaginary],
  ]);
  const imaginary = dependence.flatMap(([[a, b], on]): [number, Uncertain][] => [
    [b, on.real],
    [a, on.imaginary],
  ]);
  return { real: derived(re, real, place), imaginary: derived(im, imaginary, place) };
}

type Binary = (a: ComplexQuantity, b: ComplexQuantity) => Complex;
type Unary = (z: ComplexQuantity) => Complex;

const one: Pair = [1, 0];

/** Sum. @example complexValue(add([1, 2], [3, -1])) // [4, 1] */
export const add: Binary = (left, right) => {
  const [a, b] = [asComplex(left, 'add'), asComplex(right, 'add')];
  const [[p, q], [r, s]] = [complexValue(a), complexValue(b)];
  return analytic(
    [p + r, q + s],
    [
      [one, a],
      [one, b],
    ],
    'add',
  );
};
/** Difference; of a quantity from itself certainly 0. @example complexValue(subtract([1, 2], [3, -1])) // [-2, 3] */
export const subtract: Binary = (left, right) => {
  const [a, b] = [asComplex(left, 'subtract'), asComplex(right, 'subtract')];
  const [[p, q], [r, s]] = [complexValue(a), complexValue(b)];
  return analytic(
    [p - r, q - s],
    [
      [one, a],
      [[-1, 0], b],
    ],
    'subtract',
  );
};
/** Product. @example complexValue(multiply([1, 2], [3, -1])) // [5, 5] */
export const multiply: Binary = (left, right) => {
  const [a, b] = [asComplex(left, 'multiply'), asComplex(right, 'multiply')];
  const [x, y] = [complexValue(a), complexValue(b)];
  return analytic(
    times(x, y),
    [
      [y, a],
      [x, b],
    ],
    'multiply',
  );
};
/** Quotient; of a quantity by itself certainly 1. @throws InvalidInput where the divisor is 0 @example complexValue(divide([5, 5], [1, 2])) // [3, -1] */
export const divide: Binary = (left, right) => {
  const [a, b] = [asComplex(left, 'divide'), asComplex(right, 'divide')];
  const [x, y] = [complexValue(a), complexValue(b)];
  requireNotZero(y, 'divide', ['在估计值处除数为 0', 'division by zero at the estimate']);
  const ratio = quotient(x, y);
  const inverse = quotient(one, y);
  return analytic(
    ratio,
    [
      [inverse, a],
      [negative(times(ratio, inverse)), b],
    ],
    'divide',
  );
};

function requireNotZero([re, im]: Pair, place: string, text: readonly [zh: string, en: string]): void {
  if (re === 0 && im === 0) throw new InvalidInput(place, text);
}
const pole: readonly [string, string] = [
  '在 0 处没有导数，线性传播不适用',
  'there is no derivative at 0; linear propagation does not apply',
];

/** The opposite. @example complexValue(negate([1, -2])) // [-1, 2] */
export const negate: Unary = (quantity) => {
  const z = asComplex(quantity, 'negate');
  return analytic(negative(complexValue(z)), [[[-1, 0], z]], 'negate');
};
/** Complex conjugate. Not analytic: the imaginary part changes its sign, and that is all. */
export const conjugate: Unary = (quantity) => {
  const { real, imaginary } = asComplex(quantity, 'conjugate');
  return { real, imaginary: derived(-imaginary.value, [[-1, imaginary]], 'conjugate') };
};
/** The exponential function. @throws InvalidInput where it is beyond what can be represented @example complexValue(exp([0, 0])) // [1, 0] */
export const exp: Unary = (quantity) => {
  const z = asComplex(quantity, 'exp');
  const [x, y] = complexValue(z);
  const size = realExp(x);
  const value: Pair = [size * cos(y), size * sin(y)];
  return analytic(value, [[value, z]], 'exp');
};

/** ln |z|, without cancellation near |z| = 1. */
function logOfSize([x, y]: Pair): number {
  const size = hypot(x, y);
  if (size < 0.5 || size > 2) return realLog(size);
  const [larger, smaller] = Math.abs(x) > Math.abs(y) ? [Math.abs(x), Math.abs(y)] : [Math.abs(y), Math.abs(x)];
  return log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2;
}
/** Natural logarithm, principal value: the imaginary part is the phase, −π to π. @throws InvalidInput at 0 @example complexValue(log([1, 0])) // [0, 0] */
export const log: Unary = (quantity) => {
  const z = asComplex(quantity, 'log');
  const value = complexValue(z);
  requireNotZero(value, 'log', pole);
  return analytic([logOfSize(value), atan2(value[1], value[0])], [[quotient(one, value), z]], 'log');
};

function rootOf([x, y]: Pair): Pair {
  // Scaled by an even power of two, so that |x| + |z| does not overflow or lose digits.
  const power = powerBelow(Math.max(Math.abs(x), Math.abs(y)));
  const root = Math.sqrt(power);
  const scale = root * root === power ? power : power / 2;
  const [a, b] = [x / scale, y / scale];
  const half = Math.sqrt((hypot(a, b) + Math.abs(a)) / 2);
  const other = b / (2 * half);
  const back = Math.sqrt(scale);
  if (x >= 0) return [half * back, other * back];
  return [Math.abs(other) * back, (y < 0 || Object.is(y, -0) ? -half : half) * back];
}
/** Square root, principal value: real part 0 or more. @throws InvalidInput at 0 @example complexValue(sqrt([3, 4])) // [2, 1] */
export const sqrt: Unary = (quantity) => {
  const z = asComplex(quantity, 'sqrt');
  const value = complexValue(z);
  requireNotZero(value, 'sqrt', pole);
  const root = rootOf(value);
  return analytic(root, [[quotient([0.5, 0], root), z]], 'sqrt');
};

/** z to the power of a whole number, by repeated multiplication: pow(z, 0) is 1. @throws InvalidInput for other exponents */
export function pow(quantity: ComplexQuantity, exponent: number): Complex {
  const z = asComplex(quantity, 'pow');
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 1024)
    throw new InvalidInput('pow', [
      '指数应为绝对值不超过 1024 的整数；其他幂用 exp 与 log 表示',
      'the exponent is a whole number of at most 1024; write other powers with exp and log',
    ]);
  if (exponent === 0) return analytic(one, [[[0, 0], z]], 'pow');
  const value = complexValue(z);
  if (exponent < 0) requireNotZero(value, 'pow', pole);
  const base = exponent < 0 ? quotient(one, value) : value;
  let before: Pair = one;
  for (let count = 1; count < Math.abs(exponent); count++) before = times(before, base);
  const power = times(before, base);
  // d zⁿ/dz = n·zⁿ⁻¹
  const slope = exponent < 0 ? times(power, base) : before;
  return analytic(power, [[[exponent * slope[0], exponent * slope[1]], z]], 'pow');
}
