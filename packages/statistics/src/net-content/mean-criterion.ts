/**
 * The test of the mean: q̄ ≥ Qn − λ·s with s of n − 1 (JJF 1070-2005; OIML R 87:2004). It is decided on exact values: q̄ ≥ Qn passes,
 * otherwise λ²·s² is compared with (Qn − q̄)². What is printed is rounded once to five decimals and decides nothing.
 */
import { multiply, parse, powerOfTen, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { compareFractions, exactSample, meanFraction, printDeviation, printMean, variance } from '../sample/exact-sample.ts';
import { fractionOf, subtractRoot, type Fraction } from '../sample/rounded-root.ts';

/** Decimals of s and of the limit. */
const decimals = 5;

export type MeanCriterion = {
  readonly mean: string;
  /** null for one unit. */
  readonly s: string | null;
  /** Qn − λ·s; null where every unit of the lot is inspected. */
  readonly limit: string | null;
  readonly meanOk: boolean | null;
};

const difference = (one: Fraction, other: Fraction): Fraction => ({
  top: one.top * other.bottom - other.top * one.bottom,
  bottom: one.bottom * other.bottom,
});

/**
 * @param contents at least one, in the unit of the nominal quantity
 * @example meanCriterion(contents, parse('500'), '0.379').meanOk
 */
export function meanCriterion(contents: readonly Decimal[], nominal: Decimal, lambda: string | null): MeanCriterion {
  const sample = exactSample(contents);
  const printed = { mean: printMean(sample, decimals), s: printDeviation(sample, decimals) };
  const squared = variance(sample);
  if (lambda === null || squared === undefined) return { ...printed, limit: null, meanOk: null };
  const factor = parse(lambda);
  const allowance: Fraction = {
    top: multiply(factor, factor).digits * squared.top,
    bottom: powerOfTen(2 * factor.scale) * squared.bottom,
  };
  const shortfall = difference(fractionOf(nominal), meanFraction(sample));
  const meanOk = shortfall.top <= 0n || compareFractions({ top: shortfall.top ** 2n, bottom: shortfall.bottom ** 2n }, allowance) <= 0;
  return { ...printed, limit: print(subtractRoot(nominal, allowance, decimals)), meanOk };
}
