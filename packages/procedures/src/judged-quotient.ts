/**
 * Quotients that a verdict rests on, such as a relative error or a mean. Most of them have no end as decimals, so that they are rounded for the
 * record; the digits are refined until rounding cannot move the value across a limit.
 */
import { compare, multiply, negate, subtract, timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';

/**
 * dividend / divisor to the nearest multiple of `interval`, or of a tenth, a hundredth … of it where the value would otherwise stand on another
 * side of a limit than the exact quotient does. The limits count with both signs; unknown ones are left out. The divisor is greater than 0.
 * @example print(judgedQuotient(parse('100003'), parse('100000'), parse('0.0001'), parse('1'))) // '1.00003'
 */
export function judgedQuotient(dividend: Decimal, divisor: Decimal, interval: Decimal, ...limits: readonly (Decimal | undefined)[]): Decimal {
  const rounded = roundQuotient(dividend, divisor, interval);
  const moved = limits.some(
    (limit) =>
      limit !== undefined &&
      [limit, negate(limit)].some((bound) => compare(rounded, bound) !== compare(dividend, multiply(bound, divisor))),
  );
  return moved ? judgedQuotient(dividend, divisor, timesPowerOfTen(interval, -1), ...limits) : rounded;
}

/**
 * (value − reference) / reference in %, as `judgedQuotient`. The reference is greater than 0.
 * @example print(relativeError(parse('20.1'), parse('20'), parse('0.001'))) // '0.500'
 */
export const relativeError = (value: Decimal, reference: Decimal, interval: Decimal, ...limits: readonly (Decimal | undefined)[]): Decimal =>
  judgedQuotient(timesPowerOfTen(subtract(value, reference), 2), reference, interval, ...limits);
