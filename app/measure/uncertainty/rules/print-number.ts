/**
 * How results are printed: the uncertainty with two significant digits, the value to the same place (JCGM 100:2008 7.2.6),
 * ties to even (GB/T 8170-2008), as powers of ten where plain digits would be unreadable.
 */
import { parse, print } from '@tongheng/quantity/decimal';
import { roundTo } from '@tongheng/quantity/rounding';

const minus = '\u2212';
const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const powerText = (power: number): string => String(power).replace(/[-\d]/g, (sign) => (sign === '-' ? '⁻' : digits.charAt(Number(sign))));

/** The power of ten of the first digit. @example exponentOf(0.012) // -2 */
const exponentOf = (value: number): number => (value === 0 ? 0 : Number(value.toExponential().split('e')[1]));

const signed = (text: string): string => text.replace('-', minus);

/** To a multiple of 10^power, in plain digits. */
function plain(value: number, power: number): string {
  const interval = power >= 0 ? `1${'0'.repeat(power)}` : `0.${'0'.repeat(-power - 1)}1`;
  const rounded = print(roundTo(parse(String(value), { exponent: true }), parse(interval)));
  return /^-0(\.0+)?$/.test(rounded) ? rounded.slice(1) : rounded;
}

const longestPlain = 9;

/** Rounded to the place of 10^power. @example printToPlace(50000838.02, 0) // '50000838' */
export function printToPlace(value: number, power: number): string {
  if (!Number.isFinite(value)) return '–';
  const lead = Math.max(exponentOf(value), power);
  const isReadable = power <= 0 && power >= -longestPlain && lead < 12 && (lead >= -5 || value === 0);
  if (isReadable) return signed(plain(value, power));
  // Below the place that counts nothing is left: 0.0004 to the place of 10 is 0.
  if (exponentOf(value) < power - 1) return `0 × 10${powerText(power)}`;
  const [mantissa = '0', exponent = '0'] = value.toExponential(Math.min(15, Math.max(0, lead - power))).split('e');
  return `${signed(mantissa)} × 10${powerText(Number(exponent))}`;
}

/** With so many significant digits. @example printSignificant(0.0316228, 3) // '0.0316' */
export function printSignificant(value: number, digits = 4): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return '–';
  return printToPlace(value, exponentOf(Number(value.toPrecision(digits))) - digits + 1);
}

/** The place to which a result of this uncertainty is rounded: two significant digits of it. */
export const placeOf = (uncertainty: number, digits = 2): number =>
  uncertainty === 0 || !Number.isFinite(uncertainty) ? -6 : exponentOf(Number(uncertainty.toPrecision(digits))) - digits + 1;

/** Value and uncertainty of one result, to the same place. @example printResult(838.0213, 31.71) // { value: '838', uncertainty: '32' } */
export function printResult(value: number, uncertainty: number): { readonly value: string; readonly uncertainty: string } {
  const place = placeOf(uncertainty);
  return { value: printToPlace(value, place), uncertainty: uncertainty === 0 ? '0' : printToPlace(uncertainty, place) };
}

/** A printed number with its unit, which never begins a line. */
export const withUnit = (text: string, unit: string | null | undefined): string =>
  unit === null || unit === undefined || unit === '' || unit === '1' ? text : `${text}\u00A0${unit}`;

/** A share as percent with one decimal. @example printShare(0.7) // '70.0 %' */
export const printShare = (share: number): string => `${signed((share * 100).toFixed(1))}\u00A0%`;

/** Degrees of freedom: null is infinite. */
export const printDof = (dof: number | null): string => (dof === null ? '∞' : printSignificant(dof, 3));
