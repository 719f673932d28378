/** Computed numbers as decimal text, and exact decimals as numbers: the border between what was written and what is estimated. */
import { add, parse, powerOfTen, print, subtract, trim, type Decimal } from '@tongheng/quantity/decimal';
import { roundTo } from '@tongheng/quantity/rounding';

/** Digits in which a double is told from its neighbours by any computation, not by the last bit. */
const digitsOfAnswer = 15;

/** A finite number with so many significant digits as an exact decimal. */
function decimalOfNumber(value: number, digits: number): Decimal {
  const [mantissa = '0', power = '0'] = value.toExponential(digits - 1).split('e');
  const scale = digits - 1 - Number(power);
  const written = BigInt(mantissa.replace('.', ''));
  return trim(scale >= 0 ? { digits: written, scale } : { digits: written * powerOfTen(-scale), scale: 0 });
}

/** Plain decimal text with 15 significant digits and no trailing zeros. @example textOf(0.1 + 0.2) // '0.3' */
export const textOf = (value: number, digits: number = digitsOfAnswer): string => print(decimalOfNumber(value, digits));

/** The nearest double. @example numberOf(parse('1.50')) // 1.5 */
export const numberOf = (value: Decimal): number => Number(print(value));

/** The value with 15 significant digits. */
function significant(value: Decimal): Decimal {
  const size = String(value.digits).replace('-', '').length;
  const scale = value.scale - Math.max(0, size - digitsOfAnswer);
  return trim(roundTo(value, scale >= 0 ? { digits: 1n, scale } : { digits: powerOfTen(-scale), scale: 0 }));
}

/**
 * Results as whole numbers of their last decimal place, counted from the first result: differences are exact, equal results are
 * equal, and a large common part costs no digits. `location` and `spread` lead back to the unit of the results.
 */
export type Sample = {
  /** origin + a difference in the unit of the results. */
  readonly restore: (difference: number) => string;
  readonly offsets: readonly number[];
  readonly location: (offset: number) => string;
  readonly spread: (size: number) => string;
  /** One unit of the offsets in the unit of the results. */
  readonly unit: number;
  /** A value of the same unit as an offset. */
  readonly offsetOf: (value: Decimal) => number;
};

/**
 * Decimals as exact offsets from the first of them, counted in their last decimal, with the way back to decimal text in their unit. At
 * least one value.
 */
export function sampleOf(values: readonly Decimal[]): Sample {
  const scale = values.reduce((most, value) => Math.max(most, value.scale), 0);
  const origin = values[0] ?? parse('0');
  const unit = { digits: 1n, scale };
  const shifted = ({ digits, scale: own }: Decimal): Decimal => ({ digits, scale: own + scale });
  const offsetOf = (value: Decimal): number => {
    const { digits, scale: own } = subtract(value, origin);
    return own <= scale ? Number(digits * powerOfTen(scale - own)) : Number(print({ digits: digits * powerOfTen(scale), scale: own }));
  };
  return {
    restore: (difference) => print(significant(add(origin, decimalOfNumber(difference, 17)))),
    offsets: values.map(offsetOf),
    location: (offset) => print(significant(add(origin, shifted(decimalOfNumber(offset, 17))))),
    spread: (size) => print(significant(shifted(decimalOfNumber(size, 17)))),
    unit: numberOf(unit),
    offsetOf,
  };
}
