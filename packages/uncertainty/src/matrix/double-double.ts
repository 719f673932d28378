/**
 * Numbers of about 32 digits as unevaluated sums of two doubles (Dekker 1971; Hida, Li & Bailey 2001), for sums and fits whose result
 * would lose its digits in double precision. Only + − × ÷ and the square root of doubles are used, so every engine gives the same bits.
 * Magnitudes between about 1e-290 and 1e290 keep all digits; outside them the second part is lost.
 */

/** hi + lo with |lo| at most half a unit in the last place of hi. */
export type DoubleDouble = readonly [hi: number, lo: number];

export const zero: DoubleDouble = [0, 0];
export const one: DoubleDouble = [1, 0];

/** The exact sum of two doubles. */
export function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const rest = sum - a;
  return [sum, a - (sum - rest) + (b - rest)];
}

const quickTwoSum = (a: number, b: number): DoubleDouble => {
  const sum = a + b;
  return [sum, b - (sum - a)];
};

const splitter = 134217729; // 2²⁷ + 1

/** The exact product of two doubles (below about 1e300 in size). */
export function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  const scaledA = splitter * a;
  const scaledB = splitter * b;
  const aHigh = scaledA - (scaledA - a);
  const bHigh = scaledB - (scaledB - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return [product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

/** The sum. @example add([1, 0], [1e-20, 0]) // [1, 1e-20] */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [high, highRest] = twoSum(a[0], b[0]);
  const [low, lowRest] = twoSum(a[1], b[1]);
  const [sum, rest] = quickTwoSum(high, highRest + low);
  return quickTwoSum(sum, rest + lowRest);
}

/** The other sign, exactly. */
export const negate = (a: DoubleDouble): DoubleDouble => [-a[0], -a[1]];

/** The difference a − b. */
export const subtract = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => add(a, [-b[0], -b[1]]);

/** The product. @example multiply([3, 0], [2, 0]) // [6, 0] */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [product, rest] = twoProduct(a[0], b[0]);
  return quickTwoSum(product, rest + (a[0] * b[1] + a[1] * b[0]));
}

/** a times a power of two, or any product known to be exact. */
export const scale = (a: DoubleDouble, power: number): DoubleDouble => [a[0] * power, a[1] * power];

/** The quotient a / b; that of the doubles where b is 0. @example divide([1, 0], [4, 0]) // [0.25, 0] */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0];
  if (!Number.isFinite(first)) return [first, 0];
  const afterFirst = subtract(a, multiply([first, 0], b));
  const second = afterFirst[0] / b[0];
  const afterSecond = subtract(afterFirst, multiply([second, 0], b));
  const [high, low] = quickTwoSum(first, second);
  return add([high, low], [afterSecond[0] / b[0], 0]);
}

/** The square root. Range: a ≥ 0; NaN below. @example squareRoot([4, 0]) // [2, 0] */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  if (a[0] <= 0) return a[0] === 0 ? zero : [NaN, NaN];
  const root = Math.sqrt(a[0]);
  const rest = subtract(a, twoProduct(root, root));
  return quickTwoSum(root, rest[0] / (2 * root));
}

/** The nearest double. */
export const toNumber = (a: DoubleDouble): number => a[0] + a[1];

function powerOfTen(exponent: number): DoubleDouble {
  let result: DoubleDouble = one;
  let square: DoubleDouble = [10, 0];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

const written = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const digitsKept = 36;

/**
 * A decimal as it was written: a number counts as the shortest decimal that reads as it, so that 1000000000000.4 is exactly that and not
 * the double beside it (NIST StRD certifies the decimals). Text may have any number of digits; the first 32 count. Not a number: NaN.
 * @example fromDecimal(0.1) // [0.1, -5.55e-18]
 */
export function fromDecimal(value: number | string): DoubleDouble {
  if (typeof value === 'number' && (Number.isInteger(value) ? Math.abs(value) < 2 ** 53 : !Number.isFinite(value))) return [value, 0];
  const parts = written.exec(String(value));
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts ?? [];
  if (whole + fraction === '') return [NaN, NaN];
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.slice(0, digitsKept);
  const power = Number(exponent) - fraction.length + (digits.length - kept.length);
  if (Math.abs(power) > 270 || kept === '') return [Number(value), 0];
  let size: DoubleDouble = zero;
  for (let at = 0; at < kept.length; at += 15) {
    const chunk = kept.slice(at, at + 15);
    size = add(multiply(size, powerOfTen(chunk.length)), [Number(chunk), 0]);
  }
  size = power < 0 ? divide(size, powerOfTen(-power)) : multiply(size, powerOfTen(power));
  return sign === '-' ? negate(size) : size;
}
