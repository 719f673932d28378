/**
 * Factors between units: an exact rational number times whole powers of constants that are no exact rational numbers (π, ln 10, a measured
 * constant such as the mass unit u). The constants are kept by name, so that they cancel: 180° is exactly 200 gon though both hold π.
 */
import { exactRoot, multiply, one, power, rational } from '../rational.ts';
import type { Rational } from '../rational.ts';
import { root } from '../transcendental.ts';

type ConstantPower = { readonly exponent: number; readonly value: Rational };
export type Factor = { readonly rational: Rational; readonly constants: Readonly<Record<string, ConstantPower>> };

/** A factor that is an exact rational number, without constants. */
export const exactly = (value: Rational): Factor => ({ rational: value, constants: {} });
export const unity: Factor = exactly(one);

/** A number that is known to some digits only, kept under its name. */
export const inexactly = (name: string, value: Rational): Factor => ({ rational: one, constants: { [name]: { exponent: 1, value } } });

/** The product of two factors; powers of the same constant are added, and one that cancels is gone. */
export function multiplyFactors(a: Factor, b: Factor): Factor {
  const constants: Record<string, ConstantPower> = { ...a.constants };
  for (const [name, { exponent, value }] of Object.entries(b.constants)) {
    const sum = (constants[name]?.exponent ?? 0) + exponent;
    if (sum === 0) delete constants[name];
    else constants[name] = { exponent: sum, value };
  }
  return { rational: multiply(a.rational, b.rational), constants };
}

/** The number, to 60 digits and more where a constant takes part. */
export const factorValue = ({ rational: own, constants }: Factor): Rational =>
  Object.values(constants).reduce((value, constant) => multiply(value, power(constant.value, constant.exponent)), own);

/** Whether no constant (π, ln 10, a measured one) is left in the factor. */
export const isExact = ({ constants }: Factor): boolean => Object.keys(constants).length === 0;

/** A rational power. Roots that are irrational, or of constants, become a constant of their own name. */
export function raiseFactor(factor: Factor, exponent: Rational): Factor {
  const count = Number(exponent.top);
  const degree = Number(exponent.bottom);
  if (degree === 1) {
    const constants = Object.entries(factor.constants).map(([name, own]) => [name, { ...own, exponent: own.exponent * count }] as const);
    return { rational: power(factor.rational, count), constants: Object.fromEntries(constants.filter(([, own]) => own.exponent !== 0)) };
  }
  const exact = isExact(factor) ? exactRoot(factor.rational, degree) : undefined;
  if (exact !== undefined) return exactly(power(exact, count));
  const radicand = factorValue(factor);
  const name = `root ${degree} of ${radicand.top}/${radicand.bottom}`;
  return raiseFactor(inexactly(name, root(radicand, degree)), rational(count));
}
