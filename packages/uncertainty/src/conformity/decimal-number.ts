/** The border between decimals that were written and numbers that were computed. */
import { powerOfTen, print, trim, type Decimal } from '@tongheng/quantity/decimal';

/** The nearest double. @example numberOf(parse('0.10')) // 0.1 */
export const numberOf = ({ digits, scale }: Decimal): number => Number(`${digits}e${-scale}`);

/** A finite number with 15 significant digits, the most that a double always keeps. @example print(decimalOf(0.1 + 0.2)) // '0.3' */
export function decimalOf(value: number): Decimal {
  const [mantissa = '0', power = '0'] = value.toExponential(14).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const scale = 14 - Number(power);
  return trim(scale >= 0 ? { digits, scale } : { digits: digits * powerOfTen(-scale), scale: 0 });
}

/** @example textOf(2 / 3) // '0.666666666666667' */
export const textOf = (value: number): string => print(decimalOf(value));
