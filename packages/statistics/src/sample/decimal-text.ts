/** Computed numbers as decimal text, and exact decimals as numbers: the border between what was written and what is estimated. */
import { parse, powerOfTen, print, timesPowerOfTen, trim, whole, type Decimal } from '@tongheng/quantity/decimal';
import { roundTo } from '@tongheng/quantity/rounding';

/** Digits in which a double is told from its neighbours by any computation, not by the last bit. */
const digitsOfAnswer = 15;

/** A finite number with so many significant digits as an exact decimal. */
export function decimalOfNumber(value: number, digits: number): Decimal {
  const [mantissa = '0', power = '0'] = value.toExponential(digits - 1).split('e');
  const scale = digits - 1 - Number(power);
  const written = BigInt(mantissa.replace('.', ''));
  return trim(scale >= 0 ? { digits: written, scale } : { digits: written * powerOfTen(-scale), scale: 0 });
}

/** Plain decimal text with 15 significant digits and no trailing zeros. @example textOf(0.1 + 0.2) // '0.3' */
export const textOf = (value: number, digits: number = digitsOfAnswer): string => print(decimalOfNumber(value, digits));

/** The nearest double. @example numberOf(parse('1.50')) // 1.5 */
export const numberOf = (value: Decimal): number => Number(print(value));

/** The value with at most 15 significant digits and no trailing zeros. @example print(significant(parse('1.50'))) // '1.5' */
export function significant(value: Decimal): Decimal {
  const surplus = String(value.digits).replace('-', '').length - digitsOfAnswer;
  return trim(surplus <= 0 ? value : roundTo(value, timesPowerOfTen(whole(1), surplus - value.scale)));
}

/**
 * The shortest decimal that is within four units of the last binary digit, with at most 15 significant digits. Throws RangeError for NaN
 * and infinities.
 * @example print(shortest(0.1 + 0.2)) // '0.3'
 */
export function shortest(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`no decimal can be printed for ${value}`);
  if (value === 0) return whole(0);
  for (let digits = 1; digits < digitsOfAnswer; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.abs(Number(text) - value) <= 1e-15 * Math.abs(value)) return fromText(text);
  }
  return fromText(value.toPrecision(digitsOfAnswer));
}

/** Number.prototype.toPrecision writes exponents that the reader of decimals limits to two digits. */
function fromText(text: string): Decimal {
  const [digits = '0', power = '0'] = text.split('e');
  return timesPowerOfTen(parse(digits), Number(power));
}

/** A number without a unit, such as Cp, without the last digits that binary arithmetic invents. @example printRatio(0.1 + 0.2) // '0.3' */
export const printRatio = (value: number): string => print(significant(shortest(value)));
