/** Measurement capability (JCGM 106:2012 7.6.3) and process capability, which compare a spread with a tolerance. */
import { normalUpper } from '../distribution/normal.ts';

/**
 * The measurement capability index C_m = T / (4 u), which is T / (2 U) for U = 2 u. Range: T, u > 0; both in the same unit.
 * @example measurementCapability(6, 0.75) // 2
 */
export const measurementCapability = (tolerance: number, u: number): number => tolerance / (4 * u);

export type ProcessCapability = { readonly cpk: number; readonly outside: number };

/**
 * The process capability index Cpk of a normal process and the share of its items outside the tolerance limits. Range: lower < upper,
 * deviation > 0. Limits of confidence of Cpk are a matter of the statistics package.
 * @throws RangeError naming the argument
 * @example processCapability(9, 11, 10, 0.4).cpk // 0.8333333333333334
 */
export function processCapability(lower: number, upper: number, mean: number, deviation: number): ProcessCapability {
  if (!(lower < upper)) throw new RangeError('upper: must be greater than lower');
  if (!(deviation > 0 && deviation < Infinity)) throw new RangeError('deviation: a finite number greater than 0 is needed');
  const [below, above] = [(mean - lower) / deviation, (upper - mean) / deviation];
  return { cpk: Math.min(below, above) / 3, outside: normalUpper(below) + normalUpper(above) };
}
