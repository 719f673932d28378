/**
 * Errors in percent of a reference, their mean, range and standard deviation. Most have no end as decimals, so they are exact rational
 * numbers; for a check they are written with as many digits as it takes to lie on the right side of the limit (see quotient.ts).
 * Worked example: 20 L shown, 30 L delivered: E = (20 − 30) / 30 × 100 = −100/3 %, written −33.333.
 */
import { compare, negate, powerOfTen, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { add, compare as compareRational, fromDecimal, multiply, rational, subtract, wholeRoot, zero } from '@tongheng/quantity/rational';
import type { Rational } from '@tongheng/quantity/rational';
import { quotient } from './quotient.ts';

/** (measured − reference) / reference × 100, exactly. Throws RangeError unless the reference is greater than 0. @example percentError(parse('10.15'), parse('10')) // 3/2 */
export function percentError(measured: Decimal, reference: Decimal): Rational {
  if (reference.digits <= 0n) throw new RangeError('the reference must be greater than 0');
  const scale = Math.max(measured.scale, reference.scale);
  const top = measured.digits * powerOfTen(scale - measured.scale);
  const bottom = reference.digits * powerOfTen(scale - reference.scale);
  return rational((top - bottom) * 100n, bottom);
}

/** The exact mean of one value or more. @example meanOf([rational(1), rational(2)]) // 3/2 */
export const meanOf = (values: readonly Rational[]): Rational => multiply(values.reduce(add, zero), rational(1, values.length));

/** The largest less the smallest of one value or more. @example rangeOf([rational(1), rational(4), rational(2)]) // 3/1 */
export function rangeOf(values: readonly Rational[]): Rational {
  let [largest, smallest] = [values[0] ?? zero, values[0] ?? zero];
  for (const value of values) {
    if (compareRational(value, largest) > 0) largest = value;
    if (compareRational(value, smallest) < 0) smallest = value;
  }
  return subtract(largest, smallest);
}

/** The square of the experimental standard deviation, Σ(x − x̄)²/(n − 1), of two values or more. @example varianceOf([rational(1), rational(3)]) // 2/1 */
export function varianceOf(values: readonly Rational[]): Rational {
  const mean = meanOf(values);
  const squares = values.map((value) => multiply(subtract(value, mean), subtract(value, mean)));
  return multiply(squares.reduce(add, zero), rational(1, values.length - 1));
}

const known = (bounds: readonly (Decimal | undefined)[]): readonly Decimal[] =>
  bounds.flatMap((bound) => (bound === undefined ? [] : [bound, negate(bound)]));

/**
 * A value written with `decimals`, and with more where it would otherwise stand on another side of a bound or its negative than it does.
 * @example print(writtenTo(rational(1, 3), 2, parse('0.33'))) // '0.333'
 */
export const writtenTo = ({ top, bottom }: Rational, decimals: number, ...bounds: readonly (Decimal | undefined)[]): Decimal =>
  quotient(whole(top), whole(bottom), { digits: 1n, scale: decimals }, known(bounds));

/** The root of a square, such as a standard deviation, written likewise. @example print(rootWrittenTo(rational(2), 2, parse('1'))) // '1.41' */
export function rootWrittenTo(square: Rational, decimals: number, ...bounds: readonly (Decimal | undefined)[]): Decimal {
  // The root in half steps, cut off; adding one and halving rounds it to the nearest step.
  const halves = wholeRoot((square.top * 4n * powerOfTen(2 * decimals)) / square.bottom, 2);
  const value: Decimal = { digits: (halves + 1n) / 2n, scale: decimals };
  const moved = known(bounds).some(
    (bound) => bound.digits >= 0n && compare(value, bound) !== compareRational(square, multiply(fromDecimal(bound), fromDecimal(bound))),
  );
  return moved ? rootWrittenTo(square, decimals + 1, ...bounds) : value;
}
