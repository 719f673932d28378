/**
 * Mean and experimental standard deviation of decimal readings from exact sums: n, Σx and Σx² are integers of one scale.
 * s² = (n·Σx² − (Σx)²) / (n(n − 1)), JCGM 100:2008, 4.2.2. What is printed is rounded once, what is decided is compared as fractions.
 */
import { compare, divideExactly, powerOfTen, print, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import { roundedRoot, significantRoot, type Fraction } from './rounded-root.ts';

/** Sums of n readings: sum and sumOfSquares count units of 10^-scale and 10^-2·scale. */
export type ExactSample = { readonly n: number; readonly scale: number; readonly sum: bigint; readonly sumOfSquares: bigint };

/** Sums of at least one reading. Throws RangeError for none. @example exactSample([parse('1'), parse('2.0')]).sum // 30n */
export function exactSample(readings: readonly Decimal[]): ExactSample {
  if (readings.length === 0) throw new RangeError('a sample has at least one reading');
  const scale = readings.reduce((largest, reading) => Math.max(largest, reading.scale), 0);
  let [sum, sumOfSquares] = [0n, 0n];
  for (const reading of readings) {
    const digits = reading.digits * powerOfTen(scale - reading.scale);
    sum += digits;
    sumOfSquares += digits * digits;
  }
  return { n: readings.length, scale, sum, sumOfSquares };
}

/** The mean as a fraction. */
export const meanFraction = ({ n, scale, sum }: ExactSample): Fraction => ({ top: sum, bottom: BigInt(n) * powerOfTen(scale) });

/** s² as a fraction; undefined for one reading, which has no spread. */
export function variance({ n, scale, sum, sumOfSquares }: ExactSample): Fraction | undefined {
  if (n < 2) return undefined;
  const count = BigInt(n);
  return { top: count * sumOfSquares - sum * sum, bottom: count * (count - 1n) * powerOfTen(2 * scale) };
}

/**
 * The mean: all its decimals where it ends within `decimals`, otherwise rounded to them (GB/T 8170).
 * @example printMean(exactSample([parse('1'), parse('2')]), 5) // '1.5'
 * @example printMean(exactSample([parse('1'), parse('1'), parse('2')]), 5) // '1.33333'
 */
export function printMean({ n, scale, sum }: ExactSample, decimals: number): string {
  const total: Decimal = { digits: sum, scale };
  const exact = divideExactly(total, whole(n));
  if (exact !== undefined && exact.scale <= decimals) return print(exact);
  return print(roundQuotient(total, whole(n), { digits: 1n, scale: decimals }));
}

/** s to a number of decimals, rounded once; null for one reading. @example printDeviation(exactSample([parse('1'), parse('2')]), 5) // '0.70711' */
export function printDeviation(sample: ExactSample, decimals: number): string | null {
  const squared = variance(sample);
  return squared === undefined ? null : print(roundedRoot(squared, decimals));
}

/** s to a number of significant digits; null for one reading. */
export function printDeviationTo(sample: ExactSample, significantDigits: number): string | null {
  const squared = variance(sample);
  return squared === undefined ? null : print(significantRoot(squared, significantDigits));
}

/** By value, without rounding. @example compareFractions({ top: 1n, bottom: 3n }, { top: 2n, bottom: 6n }) // 0 */
export const compareFractions = (one: Fraction, other: Fraction): -1 | 0 | 1 =>
  compare(whole(one.top * other.bottom), whole(other.top * one.bottom));
