/**
 * Numerical tolerance of a standard uncertainty (JCGM 101 7.9.2): u is written c × 10^l with `digits` significant digits c; δ = ½ · 10^l.
 * @example numericalTolerance(0.00035, 2) // 0.000005
 */
export function numericalTolerance(u: number, digits: number): number {
  if (!(u > 0) || !Number.isFinite(u)) return 0;
  // 0.0996 to two digits is 0.10: the exponent is that of the rounded number.
  const exponent = Number(u.toExponential(digits - 1).split('e')[1]) - (digits - 1);
  return Number(`0.5e${exponent}`);
}
