/**
 * Numbers as answers print them: exact ones with all their digits, others to a number of significant digits; an exponent where plain digits
 * would be long (below 1e-7; exact ones from 1e21, as JavaScript prints numbers, rounded ones beyond their last significant digit). decimal.ts reads both forms with `exponent: true`.
 */
import { powerOfTen, print } from './decimal.ts';
import { orderOfMagnitude, roundToPosition, toDecimal } from './rational.ts';
import type { Rational } from './rational.ts';

function write(digits: bigint, position: number, longest = 21): string {
  if (digits === 0n) return print({ digits, scale: Math.max(0, -position) });
  const size = String(digits < 0n ? -digits : digits);
  const order = position + size.length - 1;
  if (order >= -7 && order < longest) {
    return position <= 0 ? print({ digits, scale: -position }) : print({ digits: digits * powerOfTen(position), scale: 0 });
  }
  const fraction = size.slice(1);
  return `${digits < 0n ? '-' : ''}${size.charAt(0)}${fraction === '' ? '' : `.${fraction}`}e${order < 0 ? '-' : '+'}${Math.abs(order)}`;
}

/** All digits of a value that ends as a decimal, else undefined. @example printExactly(rational(1, 8)) // '0.125' */
export function printExactly(value: Rational): string | undefined {
  const decimal = toDecimal(value);
  if (decimal === undefined) return undefined;
  let [digits, position] = [decimal.digits, -decimal.scale];
  // Trailing zeros of large numbers go to the exponent: 1e+30.
  if (String(digits).length > 21) while (digits % 10n === 0n && digits !== 0n) [digits, position] = [digits / 10n, position + 1];
  return write(digits, position);
}

/** Rounded half to even to significant digits, which are all printed. @example printRounded(rational(2, 3), 15) // '0.666666666666667' */
export function printRounded(value: Rational, significant: number): string {
  if (value.top === 0n) return '0';
  const position = orderOfMagnitude(value) - significant + 1;
  const digits = roundToPosition(value, position);
  // 9.99…96 rounds to 10.0…0, one digit too many.
  const carried = String(digits < 0n ? -digits : digits).length > significant;
  // A zero before the point that is no digit of the value would look like one.
  return carried ? write(digits / 10n, position + 1, significant) : write(digits, position, significant);
}
