/**
 * Square roots of exact fractions, rounded once: the integer square root decides each digit, so that no binary fraction takes part.
 * Ties, which only an exact root can make, go to the even digit (GB/T 8170-2008, clause 3).
 */
import { powerOfTen, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';

/** A fraction in lowest or other terms; bottom is greater than 0. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

/** A decimal as a fraction. @example fractionOf(parse('0.25')) // 25/100 */
export const fractionOf = ({ digits, scale }: Decimal): Fraction => ({ top: digits, bottom: powerOfTen(scale) });

const bitLength = (value: bigint): number => value.toString(16).length * 4;

/** The largest integer whose square is at most the value; value ≥ 0. @example integerRoot(99n) // 9n */
export function integerRoot(value: bigint): bigint {
  if (value < 0n) throw new RangeError('a square root of less than 0');
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(bitLength(value) / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

const floorDivide = (top: bigint, bottom: bigint): bigint => (top >= 0n ? top / bottom : -((bottom - 1n - top) / bottom));

/** Nearest integer to (whole − √root) / bottom, ties to the even one; bottom > 0. The root is of an integer, hence whole or without end. */
function nearestAfterRoot(whole: bigint, root: bigint, bottom: bigint): bigint {
  const floor = integerRoot(root);
  const isExact = floor * floor === root;
  // floor of (2·whole − 2√root): an irrational root leaves the next integer below.
  const doubled = integerRoot(4n * root);
  const twice = 2n * whole - (isExact ? 2n * floor : doubled + 1n);
  const nearest = floorDivide(twice + bottom, 2n * bottom);
  const isTie = isExact && nearest * 2n * bottom === twice + bottom;
  return isTie && nearest % 2n !== 0n ? nearest - 1n : nearest;
}

/**
 * minuend − √fraction, rounded once to the given decimals; fraction ≥ 0. Throws RangeError for a fraction below 0.
 * @example print(subtractRoot(parse('500'), { top: 2n, bottom: 1n }, 5)) // '498.58579'
 */
export function subtractRoot(minuend: Decimal, { top, bottom }: Fraction, decimals: number): Decimal {
  if (top < 0n || bottom <= 0n) throw new RangeError('a square root of less than 0');
  const denominator = bottom * powerOfTen(minuend.scale);
  const whole = minuend.digits * bottom * powerOfTen(decimals);
  // √(top/bottom) = √(top·bottom)/bottom, over the common denominator.
  const root = top * bottom * powerOfTen(2 * (minuend.scale + decimals));
  return { digits: nearestAfterRoot(whole, root, denominator), scale: decimals };
}

/** √fraction rounded once to the given decimals. @example print(roundedRoot({ top: 2n, bottom: 1n }, 5)) // '1.41421' */
export function roundedRoot(fraction: Fraction, decimals: number): Decimal {
  const { digits, scale } = subtractRoot({ digits: 0n, scale: 0 }, fraction, decimals);
  return { digits: -digits, scale };
}

/**
 * √fraction to a number of significant digits, trailing zeros cut. Zero stays 0.
 * @example print(significantRoot({ top: 24n, bottom: 1_000_000_000n }, 5)) // '0.00015492'
 */
export function significantRoot(fraction: Fraction, significantDigits: number): Decimal {
  if (fraction.top === 0n) return { digits: 0n, scale: 0 };
  // Of √(top/bottom) the leading digit stands near half the difference of the lengths; one more decimal is then put right.
  const magnitude = Math.floor((String(fraction.top).length - String(fraction.bottom).length) / 2);
  let decimals = Math.max(0, significantDigits - magnitude);
  let rounded = roundedRoot(fraction, decimals);
  while (decimals > 0 && String(rounded.digits).length > significantDigits) rounded = roundedRoot(fraction, --decimals);
  return trim(rounded);
}
