/**
 * Values that have no end as a decimal: percent errors, their means, ranges and standard deviations. They are exact rational numbers,
 * printed rounded, and held against a limit unrounded, so that no rounding can change a verdict.
 * Worked example: 10.15 read, 10.00 put in: E = (10.15 − 10.00) / 10.00 × 100 = 1.5 %; 20 read, 30 put in: E = −100/3 %, printed −33.333.
 */
import { parse, powerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { add, compare, fromDecimal, multiply, rational, subtract, wholeRoot, zero } from '@tongheng/quantity/rational';
import type { Rational } from '@tongheng/quantity/rational';
import type { Judged } from './rule.ts';

/** What `check` takes of a value that is judged unrounded. */
export type Unrounded = Pick<Judged, 'value'> & Required<Pick<Judged, 'against'>>;

/** (measured − reference) / reference × 100, exactly; reference greater than 0, otherwise RangeError. @example percentError(parse('10.15'), parse('10')) // 3/2 */
export function percentError(measured: Decimal, reference: Decimal): Rational {
  if (reference.digits <= 0n) throw new RangeError('the reference must be greater than 0');
  const scale = Math.max(measured.scale, reference.scale);
  const top = measured.digits * powerOfTen(scale - measured.scale);
  const bottom = reference.digits * powerOfTen(scale - reference.scale);
  return rational((top - bottom) * 100n, bottom);
}

/** The exact mean of one value or more. @example meanOf([rational(1), rational(2)]) // 3/2 */
export const meanOf = (values: readonly Rational[]): Rational => multiply(values.reduce(add, zero), rational(1, values.length));

/** The largest less the smallest of one value or more. @example rangeOf([rational(1), rational(4), rational(2)]) // 3 */
export function rangeOf(values: readonly Rational[]): Rational {
  let [largest, smallest] = [values[0] ?? zero, values[0] ?? zero];
  for (const value of values) {
    if (compare(value, largest) > 0) largest = value;
    if (compare(value, smallest) < 0) smallest = value;
  }
  return subtract(largest, smallest);
}

/** The square of the experimental standard deviation, Σ(x − x̄)²/(n − 1), of two values or more. @example varianceOf([rational(1), rational(3)]) // 2 */
export function varianceOf(values: readonly Rational[]): Rational {
  const mean = meanOf(values);
  const squares = values.map((value) => multiply(subtract(value, mean), subtract(value, mean)));
  return multiply(squares.reduce(add, zero), rational(1, values.length - 1));
}

const nearest = (top: bigint, bottom: bigint): bigint => {
  const size = top < 0n ? -top : top;
  const floor = size / bottom;
  const twice = (size % bottom) * 2n;
  const rounded = twice > bottom || (twice === bottom && floor % 2n === 1n) ? floor + 1n : floor;
  return top < 0n ? -rounded : rounded;
};

/** Rounded half to even to `decimals` for print. @example shown(rational(1, 3), 3) // 0.333 */
export const shown = ({ top, bottom }: Rational, decimals: number): Decimal => ({
  digits: nearest(top * powerOfTen(decimals), bottom),
  scale: decimals,
});

/** A rational value for `check`: printed with `decimals`, judged exactly. @example unrounded(rational(1, 3), 3).against(parse('0.333')) // 1 */
export const unrounded = (value: Rational, decimals: number): Unrounded => ({
  value: shown(value, decimals),
  against: (bound) => compare(value, fromDecimal(bound)),
});

/** The root of a square of 0 or more for `check`, such as a standard deviation. @example unroundedRoot(rational(2), 3).value // 1.414 */
export function unroundedRoot(square: Rational, decimals: number): Unrounded {
  // The nearest multiple u of 10^-decimals to the root r: 2u − 1 ≤ 2r < 2u + 1 in units of it, so 2u is the whole root of 4r², halved up.
  const twice = wholeRoot((square.top * 4n * powerOfTen(2 * decimals)) / square.bottom, 2);
  return {
    value: { digits: (twice + 1n) / 2n, scale: decimals },
    against: (bound) => (bound.digits < 0n ? 1 : compare(square, multiply(fromDecimal(bound), fromDecimal(bound)))),
  };
}

/** One hundred, for percentages. */
export const hundred: Decimal = parse('100');
