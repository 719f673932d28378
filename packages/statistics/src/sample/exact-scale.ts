/**
 * Readings as whole numbers of their last decimal, counted from an origin near them. A chart or an estimate subtracts, sums and compares
 * means; on such counts that is exact up to 2^53, so that a point that lies on the centre line is seen to lie there, equal results are
 * equal, and readings like 1000000.01 lose nothing. Results go back to decimal text with at most 15 significant digits and without the
 * last digits that binary arithmetic invents.
 */
import { add, print, subtract, timesPowerOfTen, trim, whole, type Decimal } from '@tongheng/quantity/decimal';
import { decimalOfNumber, numberOf, shortest, significant } from './decimal-text.ts';

export type ExactScale = { readonly origin: Decimal; readonly decimals: number };

/** More decimals than this would leave a count no bits for its digits. */
const mostDecimals = 40;

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
export const lengthOf = (value: Decimal, { decimals }: ExactScale): number => numberOf(timesPowerOfTen(value, decimals));

/** A place on the axis of the readings. */
export const printPlace = (count: number, scale: ExactScale): string => printFrom(shortest(count), scale);

/** A length on that axis: a range, a standard deviation. */
export const printLength = (count: number, { decimals }: ExactScale): string =>
  print(significant(timesPowerOfTen(shortest(count), -decimals)));

const printFrom = (count: Decimal, { origin, decimals }: ExactScale): string =>
  print(significant(add(origin, timesPowerOfTen(count, -decimals))));

/** Results on a scale of their own; `location` and `spread` lead back to the unit of the results. */
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

/** Every digit of a double: an estimate that lies far from the origin is rounded once, after the origin was added. */
const digitsOfDouble = 17;

/**
 * Decimals as exact offsets from the first of them, counted in the last decimal that is written, with the way back to decimal text in
 * their unit. At least one value.
 */
export function sampleOf(values: readonly Decimal[]): Sample {
  const decimals = values.reduce((most, value) => Math.max(most, value.scale), 0);
  const scale: ExactScale = { origin: values[0] ?? whole(0), decimals };
  const offsetOf = (value: Decimal): number => countOf(value, scale);
  return {
    restore: (difference) => printFrom(decimalOfNumber(difference, digitsOfDouble), { ...scale, decimals: 0 }),
    offsets: values.map(offsetOf),
    location: (offset) => printFrom(decimalOfNumber(offset, digitsOfDouble), scale),
    spread: (size) => print(significant(timesPowerOfTen(decimalOfNumber(size, digitsOfDouble), -decimals))),
    unit: numberOf({ digits: 1n, scale: decimals }),
    offsetOf,
  };
}
