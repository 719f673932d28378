/**
 * Exact rational numbers: top / bottom, reduced, bottom greater than 0. Factors between units and exponents of dimensions are such numbers,
 * because 1 in/1 yd or 5/9 have no end as decimals. Worked example: 1/3 + 1/6 = 1/2.
 */
import { powerOfTen } from './decimal.ts';
import type { Decimal } from './decimal.ts';

export type Rational = { readonly top: bigint; readonly bottom: bigint };

const size = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [size(a), size(b)];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}

/** top / bottom in its lowest terms. Throws RangeError for a bottom of 0. @example rational(6n, -4n) // -3/2 */
export function rational(top: bigint | number, bottom: bigint | number = 1n): Rational {
  const [above, below] = [BigInt(top), BigInt(bottom)];
  if (below === 0n) throw new RangeError('a rational number has no denominator of 0');
  const divisor = greatestCommonDivisor(above, below) * (below < 0n ? -1n : 1n);
  return { top: above / divisor, bottom: below / divisor };
}

export const zero: Rational = { top: 0n, bottom: 1n };
export const one: Rational = { top: 1n, bottom: 1n };

/** @example fromDecimal(parse('0.75')) // 3/4 */
export const fromDecimal = ({ digits, scale }: Decimal): Rational => rational(digits, powerOfTen(scale));

/** The exact sum, reduced. @example add(rational(1, 3), rational(1, 6)) // 1/2 */
export const add = (a: Rational, b: Rational): Rational => rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);

/** The other sign. */
export const negate = (a: Rational): Rational => ({ top: -a.top, bottom: a.bottom });

/** The exact difference a − b, reduced. */
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

/** The exact product, reduced. */
export const multiply = (a: Rational, b: Rational): Rational => rational(a.top * b.top, a.bottom * b.bottom);
/** Throws RangeError for a divisor of 0. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.top * b.bottom, a.bottom * b.top);

/** Which is smaller: −1, 0 or 1, exactly. @example compare(rational(1, 3), rational(1, 2)) // -1 */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Whether both are the same number; both are reduced. @example equals(rational(2, 4), rational(1, 2)) // true */
export const equals = (a: Rational, b: Rational): boolean => a.top === b.top && a.bottom === b.bottom;

/** Whether the number is 0. */
export const isZero = (a: Rational): boolean => a.top === 0n;

/** A whole power, also a negative one. Throws RangeError for 0 to a negative power. @example power(rational(2, 3), -2) // 9/4 */
export function power(value: Rational, exponent: number): Rational {
  const count = BigInt(Math.abs(exponent));
  const raised = { top: value.top ** count, bottom: value.bottom ** count };
  return exponent < 0 ? divide(one, raised) : raised;
}

/** The greatest whole number whose degree-th power is at most value (value 0 or more, degree 1 or more). */
export function wholeRoot(value: bigint, degree: number): bigint {
  if (value < 2n || degree === 1) return value;
  const count = BigInt(degree);
  let guess = 1n << (BigInt(value.toString(2).length) / count + 1n);
  for (;;) {
    const next = ((count - 1n) * guess + value / guess ** (count - 1n)) / count;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The exact degree-th root of a value of 0 or more, or undefined where it is irrational. @example exactRoot(rational(9, 4), 2) // 3/2 */
export function exactRoot({ top, bottom }: Rational, degree: number): Rational | undefined {
  if (top < 0n) return undefined;
  const [above, below] = [wholeRoot(top, degree), wholeRoot(bottom, degree)];
  const count = BigInt(degree);
  return above ** count === top && below ** count === bottom ? { top: above, bottom: below } : undefined;
}

/** The value as a decimal in its shortest form, or undefined when it has no end. @example toDecimal(rational(1, 8)) // 0.125 */
export function toDecimal({ top, bottom }: Rational): Decimal | undefined {
  let [rest, twos, fives] = [bottom, 0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  if (rest !== 1n) return undefined;
  const scale = Math.max(twos, fives);
  return { digits: (top * powerOfTen(scale)) / bottom, scale };
}

/** The power of ten of the leading digit: 0 for 1 … 9.99, -1 for 0.1 … The value is not 0. */
export function orderOfMagnitude({ top, bottom }: Rational): number {
  const above = size(top);
  const guess = above.toString().length - bottom.toString().length;
  const reached = guess >= 0 ? above >= bottom * powerOfTen(guess) : above * powerOfTen(-guess) >= bottom;
  return reached ? guess : guess - 1;
}

/** Rounded half to even to a whole number of 10^position. @example roundToPosition(rational(1, 3), -2) // 33n, that is 33 × 10^-2 */
export function roundToPosition({ top, bottom }: Rational, position: number): bigint {
  const [above, below] = position >= 0 ? [size(top), bottom * powerOfTen(position)] : [size(top) * powerOfTen(-position), bottom];
  const floor = above / below;
  const twice = (above % below) * 2n;
  const rounded = twice > below || (twice === below && floor % 2n === 1n) ? floor + 1n : floor;
  return top < 0n ? -rounded : rounded;
}

const bits = (value: bigint): number => value.toString(2).length;

/** value × 2^exponent for a double and a whole exponent, in exact steps; Infinity beyond the greatest. */
function shifted(value: number, exponent: number): number {
  let [result, rest] = [value, exponent];
  for (; rest >= 30; rest -= 30) result *= 1073741824;
  for (; rest <= -30; rest += 30) result /= 1073741824;
  return rest > 0 ? result * (1 << rest) : result / (1 << -rest);
}

/** Below 2^-1021 every double is a multiple of 2^-1074, and the multiple has 53 bits at most. */
function toSmallNumber(top: bigint, bottom: bigint): number {
  const floor = (top << 1074n) / bottom;
  const twice = ((top << 1074n) % bottom) * 2n;
  const up = twice > bottom || (twice === bottom && floor % 2n === 1n);
  return Number(up ? floor + 1n : floor) * 5e-324;
}

/** The nearest binary double, ties to even, the same on every engine; Infinity beyond the greatest. @example toNumber(rational(1, 3)) */
export function toNumber({ top, bottom }: Rational): number {
  if (top === 0n) return 0;
  const above = size(top);
  const order = bits(above) - bits(bottom);
  const sign = top < 0n ? -1 : 1;
  if (order < -1021) return sign * toSmallNumber(above, bottom);
  // 66 bits of the quotient or more and a sticky bit below them: Number() of a bigint rounds once, and the shift back is exact.
  if (order > 1025) return sign * Infinity;
  const shift = 66 - order;
  const [upper, lower] = shift >= 0 ? [above << BigInt(shift), bottom] : [above, bottom << BigInt(-shift)];
  const quotient = (upper / lower) * 2n + (upper % lower === 0n ? 0n : 1n);
  // The greatest double has 1024 bits: beyond, the steps end in Infinity, also where only the rounding carries.
  return sign * shifted(Number(quotient), -shift - 1);
}
