/**
 * What verification 检定 says about the same value: simple acceptance against the maximum permissible error, with an expanded uncertainty of at most a third
 * of it (JJF 1094-2002, 5.3). Guard bands serve calibration and triage; they never fail an instrument in verification.
 */
import { compare, divideExactly, multiply, whole, type Decimal } from '@tongheng/quantity/decimal';
import { numberOf } from './decimal-number.ts';
import type { Purpose } from './input.ts';

export type VerificationCheck = {
  /** Whether this answer is a decision of verification, or only says what verification would do. */
  readonly applies: boolean;
  readonly decision: 'pass' | 'fail';
  /** U / MPE, half of the tolerance interval being the MPE; null for one limit. */
  readonly ratio: number | null;
  readonly largestRatio: '1/3';
  /** U ≤ MPE / 3, compared exactly. */
  readonly met: boolean | null;
  readonly source: string;
  readonly confidence: 'H' | 'M' | 'L';
  readonly confirmed: boolean;
};

/** @param tolerance upper minus lower limit @param expanded U */
export function verificationOf(isWithin: boolean, tolerance: Decimal | undefined, expanded: Decimal, purpose: Purpose): VerificationCheck {
  const exact = tolerance && divideExactly(multiply(expanded, whole(2)), tolerance);
  const ratio = tolerance ? (exact ? numberOf(exact) : (2 * numberOf(expanded)) / numberOf(tolerance)) : null;
  return {
    applies: purpose === 'verification',
    decision: isWithin ? 'pass' : 'fail',
    ratio,
    largestRatio: '1/3',
    met: tolerance ? compare(multiply(expanded, whole(6)), tolerance) <= 0 : null,
    source: 'JJF 1094-2002, 5.3',
    confidence: 'M',
    confirmed: false,
  };
}
