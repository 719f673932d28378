/** A quotient that is written with a few digits and still judged as if it had all of them. */
import { compare, multiply, timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';

/**
 * dividend / divisor to a multiple of `interval`, or of a tenth of it, a hundredth …, as fine as it takes for the rounded value to lie on
 * the same side of every bound as the exact one. So the rounding never changes a verdict. Throws RangeError unless the divisor is
 * greater than 0.
 * @example print(quotient(parse('10.0004'), parse('1'), parse('0.01'), [parse('10')])) // '10.0004'
 */
export function quotient(dividend: Decimal, divisor: Decimal, interval: Decimal, bounds: readonly Decimal[]): Decimal {
  for (let step = interval; ; step = timesPowerOfTen(step, -1)) {
    const value = roundQuotient(dividend, divisor, step);
    if (bounds.every((bound) => compare(value, bound) === compare(dividend, multiply(bound, divisor)))) return value;
  }
}
