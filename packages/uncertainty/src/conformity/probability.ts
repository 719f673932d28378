/**
 * Conformance probability after JCGM 106:2012, clause 7: the probability that the true value of the
 * measurand lies within the tolerance interval, given the measured value with its standard uncertainty. Normal, or the scaled and shifted
 * t distribution where the degrees of freedom are finite. Limits are given as deviations from the measured value, so that a small uncertainty of a
 * large value loses no digits.
 */
import { studentCdf, studentQuantile, studentUpper } from '../distribution/student.ts';

/** A tolerance or acceptance interval; an open side is ±Infinity. */
export type Interval = { readonly lower: number; readonly upper: number };

/** What is known about a measured value besides the value: u > 0, dof > 0 or Infinity. */
export type Spread = { readonly u: number; readonly dof: number };

/**
 * P(lower ≤ Y ≤ upper) for a Y that is spread around 0.
 * @param interval deviations of the limits from the measured value
 * @example probabilityWithin({ lower: -Infinity, upper: 0.07 }, { u: 0.05, dof: Infinity }) // 0.9192 (JCGM 106 7.3, Zener diode)
 */
export function probabilityWithin(interval: Interval, { u, dof }: Spread): number {
  const [low, high] = [interval.lower / u, interval.upper / u];
  // The difference of the smaller tails keeps its digits far from the interval.
  return low > 0 ? studentUpper(low, dof) - studentUpper(high, dof) : studentCdf(high, dof) - studentCdf(low, dof);
}

/** P(Y < lower or Y > upper), without the cancellation of 1 - P. */
export const probabilityOutside = (interval: Interval, { u, dof }: Spread): number =>
  studentCdf(interval.lower / u, dof) + studentUpper(interval.upper / u, dof);

/**
 * How far inside its tolerance interval a measured value must lie to conform with a given probability (JCGM 106 7.7.5 and 8.3.2): the guard
 * band w between tolerance and acceptance limit, negative where the acceptance limit lies outside. Both limits are counted where there are
 * two; undefined where no measured value reaches the probability.
 * @param width of the tolerance interval, Infinity for one limit
 * @example guardBandFor(0.95, Infinity, { u: 1, dof: Infinity }) // 1.6448536269514722
 */
export function guardBandFor(probability: number, width: number, spread: Spread): number | undefined {
  const oneSided = spread.u * studentQuantile(probability, spread.dof);
  if (width === Infinity) return oneSided;
  const reached = (w: number): number => probabilityWithin({ lower: -w, upper: width - w }, spread);
  let [low, high] = [oneSided, width / 2];
  if (!(low < high) || reached(high) < probability) return undefined;
  for (let step = 0; step < 200; step++) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) break;
    if (reached(middle) < probability) low = middle;
    else high = middle;
  }
  return high;
}
