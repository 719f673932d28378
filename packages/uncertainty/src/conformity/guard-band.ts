/** Acceptance limits where the uncertainty grows with the measured value, as in speed enforcement (JCGM 106:2012, 8.3.3). */
import { normalQuantile } from '../distribution/normal.ts';

/**
 * The smallest measured value from which the true value exceeds an upper limit with a given probability, for a standard uncertainty that
 * is a fixed part of the measured value. Range: limit > 0, relative > 0, 0 < probability < 1.
 * @throws RangeError where no measured value reaches the probability
 * @example rejectionLimit(100, 0.02, 0.999) // 106.5876, printed as 107 km/h
 */
export function rejectionLimit(limit: number, relative: number, probability: number): number {
  if (!(limit > 0 && relative > 0)) throw new RangeError('relative: limit and relative uncertainty must be greater than 0');
  const share = 1 - normalQuantile(probability) * relative;
  if (!(share > 0)) throw new RangeError('relative: no measured value reaches this probability');
  return limit / share;
}
