/**
 * Rounding after GB/T 8170-2008 (数值修约规则与极限数值的表示和判定), clause 3: to the nearest multiple of a rounding
 * interval, a tie going to the even multiple, once and never in steps. Any interval is allowed (0.1, 0.2, 0.5, 5, 20);
 * the sign is set aside and put back. Worked example: 1.10 to the interval 0.2 lies between 5 × 0.2 and 6 × 0.2, so 1.2.
 */
import { parse, powerOfTen, print, whole } from './decimal.ts';
import type { Decimal } from './decimal.ts';

/** The nearest integer to top / bottom, ties to the even one; bottom is greater than 0. */
function nearestEven(top: bigint, bottom: bigint): bigint {
  const size = top < 0n ? -top : top;
  const floor = size / bottom;
  const twice = (size % bottom) * 2n;
  const up = twice > bottom || (twice === bottom && floor % 2n === 1n);
  const rounded = up ? floor + 1n : floor;
  return top < 0n ? -rounded : rounded;
}

/**
 * dividend / divisor to the nearest multiple of the interval, without an inexact quotient in between.
 * The result has the decimals of the interval. Throws RangeError unless divisor and interval are greater than 0.
 * @example print(roundQuotient(parse('10000'), parse('3'), parse('5'))) // '3335'
 */
export function roundQuotient(dividend: Decimal, divisor: Decimal, interval: Decimal): Decimal {
  if (interval.digits <= 0n) throw new RangeError('the rounding interval must be greater than 0');
  if (divisor.digits <= 0n) throw new RangeError('the divisor must be greater than 0');
  const shift = divisor.scale + interval.scale - dividend.scale;
  const top = shift > 0 ? dividend.digits * powerOfTen(shift) : dividend.digits;
  const product = divisor.digits * interval.digits;
  const bottom = shift < 0 ? product * powerOfTen(-shift) : product;
  return { digits: nearestEven(top, bottom) * interval.digits, scale: interval.scale };
}

/** @example print(roundTo(parse('5.85'), parse('0.1'))) // '5.8' */
export const roundTo = (value: Decimal, interval: Decimal): Decimal => roundQuotient(value, whole(1), interval);

/**
 * Whether a value is a whole number of intervals, as a reading is of the steps of its display. Throws RangeError unless the interval is
 * greater than 0.
 * @example isMultipleOf(parse('15.005'), parse('0.005')) // true
 */
export function isMultipleOf(value: Decimal, interval: Decimal): boolean {
  if (interval.digits <= 0n) throw new RangeError('the interval must be greater than 0');
  const shift = interval.scale - value.scale;
  if (shift === 0) return value.digits % interval.digits === 0n;
  return shift > 0
    ? (value.digits * powerOfTen(shift)) % interval.digits === 0n
    : value.digits % (interval.digits * powerOfTen(-shift)) === 0n;
}

/** The same on texts. Throws DecimalError or RangeError. @example round('1.15', '0.1') // '1.2' */
export const round = (value: string, interval: string): string => print(roundTo(parse(value), parse(interval)));
