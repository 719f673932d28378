/**
 * Scores of a proficiency test (ISO 13528:2022, clause 9; ISO/IEC 17043) and of a comparison after JJF 1117-2010.
 * A score is compared with its limit in exact decimals, squared where the score has a root: |z| = 2 is satisfactory, not a matter
 * of the last bit.
 */
import { add, compare, multiply, parse, subtract, whole, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { numberOf } from '../sample/decimal-text.ts';

export type Verdict = 'satisfactory' | 'questionable' | 'unsatisfactory';
export type Score = { readonly score: number; readonly verdict: Verdict };

const square = (value: Decimal): Decimal => multiply(value, value);

/** difference / √variance with its sign, and whether its size is at most, or less than, a limit: exact. */
function standardized(difference: Decimal, variance: Decimal): { readonly score: number; readonly order: (limit: number) => -1 | 0 | 1 } {
  if (compare(variance, whole(0)) <= 0) {
    throw new InvalidInput('', [
      '分母为零或为负：请检查不确定度和能力评定标准差',
      'the denominator is not greater than 0: check the uncertainties and the standard deviation for proficiency assessment',
    ]);
  }
  return {
    score: numberOf(difference) / Math.sqrt(numberOf(variance)),
    order: (limit) => compare(square(difference), multiply(whole(limit * limit), variance)),
  };
}

/** ISO 13528:2022, 9.4.2: |z| ≤ 2 satisfactory, 2 < |z| < 3 questionable, |z| ≥ 3 unsatisfactory. */
function inThree(difference: Decimal, variance: Decimal): Score {
  const { score, order } = standardized(difference, variance);
  return { score, verdict: order(2) <= 0 ? 'satisfactory' : order(3) < 0 ? 'questionable' : 'unsatisfactory' };
}

/** |En| ≤ 1 satisfactory, else unsatisfactory (ISO 13528:2022, 9.7; JJF 1117-2010). */
function inTwo(difference: Decimal, variance: Decimal): Score {
  const { score, order } = standardized(difference, variance);
  return { score, verdict: order(1) <= 0 ? 'satisfactory' : 'unsatisfactory' };
}

/** z = (x − x_pt)/σ_pt. All values in one unit, σ_pt > 0. @example zScore(parse('10.6'), parse('10'), parse('0.25')).score // 2.4 */
export const zScore = (x: Decimal, assigned: Decimal, sigma: Decimal): Score => inThree(subtract(x, assigned), square(sigma));

/** z′ = (x − x_pt)/√(σ_pt² + u²(x_pt)). */
export const zPrimeScore = (x: Decimal, assigned: Decimal, sigma: Decimal, u: Decimal): Score =>
  inThree(subtract(x, assigned), add(square(sigma), square(u)));

/** ζ = (x − x_pt)/√(u²(x) + u²(x_pt)) with standard uncertainties. */
export const zetaScore = (x: Decimal, assigned: Decimal, u: Decimal, uAssigned: Decimal): Score =>
  inThree(subtract(x, assigned), add(square(u), square(uAssigned)));

/** E_n = (x − x_pt)/√(U²(x) + U²(x_pt)) with expanded uncertainties. */
export const enScore = (x: Decimal, assigned: Decimal, U: Decimal, UAssigned: Decimal): Score =>
  inTwo(subtract(x, assigned), add(square(U), square(UAssigned)));

/** ISO 13528:2022, 9.2.1: u(x_pt) may be left out of the score while u(x_pt) ≤ 0.3 σ_pt. */
export const needsZPrime = (u: Decimal, sigma: Decimal): boolean => compare(u, multiply(parse('0.3'), sigma)) > 0;

export type ComparisonUncertainty = {
  /** Standard uncertainties of the laboratory's result, of the reference value, and of the instability of the transfer standard. */
  readonly u: Decimal;
  readonly uReference: Decimal;
  readonly uTransfer: Decimal;
  /** Coverage factor. */
  readonly k: Decimal;
  /** The reference value is the weighted mean that contains this laboratory's result: the two are correlated. */
  readonly correlated: boolean;
};

/**
 * E_n = (Y_j − Y_r)/(k √(u_j² ± u_r² + u_e²)) after JJF 1117-2010; minus where the reference value contains the laboratory's result.
 * Throws InvalidInput where the variance is not greater than 0.
 */
export function comparisonScore(x: Decimal, reference: Decimal, { u, uReference, uTransfer, k, correlated }: ComparisonUncertainty): Score {
  const own = add(square(u), square(uTransfer));
  const variance = correlated ? subtract(own, square(uReference)) : add(own, square(uReference));
  return inTwo(subtract(x, reference), multiply(square(k), variance));
}
