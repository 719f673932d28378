/**
 * Readings as whole numbers of their last decimal, counted from an origin near them. A chart subtracts, sums and compares
 * means; on such counts that is exact up to 2^53, so that a point that lies on the centre line is seen to lie there and readings
 * like 1000000.01 lose nothing. Results go back to decimal text with at most 15 significant digits and without the last digits
 * that binary arithmetic invents.
 */
import { add, parse, print, subtract, timesPowerOfTen, trim, whole, type Decimal } from '@tongheng/quantity/decimal';
import { roundTo } from '@tongheng/quantity/rounding';

export type ExactScale = { readonly origin: Decimal; readonly decimals: number };

/** More decimals than this would leave a count no bits for its digits. */
const mostDecimals = 40;
const significant = 15;

/** The nearest double. @example toNumber(parse('1.50')) // 1.5 */
export const toNumber = (value: Decimal): number => Number(print(value));

/**
 * The scale of these values; the first is the origin. Values that stand beside the readings (a target, k, h) belong in the list.
 * @example exactScale([parse('74.03'), parse('74.002')]).decimals // 3
 */
export function exactScale(values: readonly Decimal[]): ExactScale {
  const decimals = values.reduce((most, value) => Math.max(most, trim(value).scale), 0);
  return { origin: values[0] ?? whole(0), decimals: Math.min(decimals, mostDecimals) };
}

/** A reading as a count of last decimals from the origin. @example countOf(parse('74.002'), exactScale([parse('74.030'), parse('74.002')])) // -28 */
export const countOf = (value: Decimal, { origin, decimals }: ExactScale): number =>
  lengthOf(subtract(value, origin), { origin, decimals });

/** A difference (a range, a standard deviation, k) as a count; the origin takes no part. */
export const lengthOf = (value: Decimal, { decimals }: ExactScale): number => toNumber(timesPowerOfTen(value, decimals));

/** The shortest decimal that is within four units of the last binary digit, with at most 15 significant digits. */
function shortest(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`no decimal can be printed for ${value}`);
  if (value === 0) return whole(0);
  for (let digits = 1; digits < significant; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.abs(Number(text) - value) <= 1e-15 * Math.abs(value)) return fromText(text);
  }
  return fromText(value.toPrecision(significant));
}

/** Number.prototype.toPrecision writes exponents that the reader of decimals limits to two digits. */
function fromText(text: string): Decimal {
  const [digits = '0', power = '0'] = text.split('e');
  return timesPowerOfTen(parse(digits), Number(power));
}

function significantDigits(value: Decimal): Decimal {
  const digits = String(value.digits < 0n ? -value.digits : value.digits).length;
  const surplus = digits - significant;
  if (surplus <= 0) return value;
  const interval = timesPowerOfTen(whole(1), surplus - value.scale);
  return roundTo(value, interval);
}

const plain = (value: Decimal): string => print(trim(significantDigits(value)));

/** A number without a scale, such as Cp. @example printRatio(0.1 + 0.2) // '0.3' */
export const printRatio = (value: number): string => plain(shortest(value));

/** A place on the axis of the readings. */
export const printPlace = (count: number, { origin, decimals }: ExactScale): string =>
  plain(add(origin, timesPowerOfTen(shortest(count), -decimals)));

/** A length on that axis: a range, a standard deviation. */
export const printLength = (count: number, { decimals }: ExactScale): string => plain(timesPowerOfTen(shortest(count), -decimals));
