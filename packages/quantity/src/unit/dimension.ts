/**
 * Dimensions: exponents of the seven base quantities in the order of the base units m, kg, s, A, K, mol, cd (L, M, T, I, Θ, N, J), as rational
 * numbers because noise is stated in V/√Hz. The plane angle has the dimension one (SI Brochure, 9th edition, 2.3.3 and 5.4.8).
 */
import { add, equals, isZero, multiply, one, zero } from '../rational.ts';
import type { Rational } from '../rational.ts';

export type Dimension = readonly Rational[];

const letters = ['L', 'M', 'T', 'I', 'Θ', 'N', 'J'] as const;
export const baseSymbols = ['m', 'kg', 's', 'A', 'K', 'mol', 'cd'] as const;

export const dimensionless: Dimension = letters.map(() => zero);

/** The dimension of a base unit by its place, 0 (metre) to 6 (candela). */
export const baseDimension = (place: number): Dimension => letters.map((_, index) => (index === place ? one : zero));

/** Dimension of a product of two quantities. */
export const joinDimensions = (a: Dimension, b: Dimension): Dimension => a.map((exponent, index) => add(exponent, b[index] ?? zero));

/** Dimension of a power. @example raiseDimension(length, rational(2)) // of an area */
export const raiseDimension = (a: Dimension, exponent: Rational): Dimension => a.map((own) => multiply(own, exponent));

/** Whether all seven exponents agree. */
export const equalDimensions = (a: Dimension, b: Dimension): boolean => a.every((exponent, index) => equals(exponent, b[index] ?? zero));

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
};

/** An exponent as it is written behind a symbol: '' for 1, '²', '⁻¹', '^(1/2)'. */
export function printExponent({ top, bottom }: Rational): string {
  if (bottom !== 1n) return `^(${top}/${bottom})`;
  return top === 1n ? '' : String(top).replace(/[-0-9]/g, (digit) => superscripts[digit] ?? digit);
}

const product = (names: readonly string[], dimension: Dimension): string =>
  dimension.flatMap((exponent, index) => (isZero(exponent) ? [] : [`${names[index] ?? ''}${printExponent(exponent)}`])).join('·') || '1';

/** @example printDimension(parseUnit('N').dimension) // 'L·M·T⁻²' */
export const printDimension = (dimension: Dimension): string => product(letters, dimension);
