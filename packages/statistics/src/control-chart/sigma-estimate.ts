/**
 * The standard deviation within subgroups, estimated without bias for normal readings, and the degrees of freedom of the chi
 * distribution that has the same relative standard deviation (the approach of Patnaik, Biometrika 37, 1950, for the mean range).
 * Units are those of the readings that are passed in.
 */
import { c4, c4OfDegrees } from './chart-constants.ts';
import { rangeMoments } from './range-distribution.ts';

export type SigmaMethod = 'range' | 'deviation' | 'moving-range';

export type SigmaEstimate = {
  readonly sigma: number;
  /** Degrees of freedom, seldom whole; 0 when there is one value only. */
  readonly dof: number;
  readonly method: SigmaMethod;
};

/** The sum of the values; 0 of none. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The arithmetic mean, in the unit of the values; one at least. @example mean([1, 2, 6]) // 3 */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The largest value less the smallest, in their unit; one at least. @example rangeOf([3, 1, 2]) // 2 */
export const rangeOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) -
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);

/** Sum of squares about the mean, in two passes with the correction for a rounded mean (Chan, Golub and LeVeque 1983). */
export function squaresAboutMean(values: readonly number[]): number {
  const middle = mean(values);
  let [squares, rest] = [0, 0];
  for (const value of values) {
    squares += (value - middle) * (value - middle);
    rest += value - middle;
  }
  return squares - (rest * rest) / values.length;
}

/** The sample standard deviation; 0 for fewer than two values. */
export const deviationOf = (values: readonly number[]): number =>
  values.length < 2 ? 0 : Math.sqrt(Math.max(0, squaresAboutMean(values)) / (values.length - 1));

/** Absolute differences of neighbours: the moving range of two. */
export const movingRanges = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));

/**
 * Degrees of freedom ν of a chi distribution with this squared relative standard deviation: 1 / c4(ν + 1)² − 1 = cv².
 * @param cvSquared greater than 0
 * @example effectiveDegrees(1 / c4(5) ** 2 - 1) // 4
 */
export function effectiveDegrees(cvSquared: number): number {
  const excess = (dof: number): number => 1 / (c4OfDegrees(dof) * c4OfDegrees(dof)) - 1 - cvSquared;
  let [low, high] = [1e-3, 1];
  while (excess(high) > 0 && high < 1e12) [low, high] = [high, high * 2];
  for (let turn = 0; turn < 200 && high - low > 1e-13 * high; turn += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Mean range over d2, for subgroups of one size n from 2 to 100. */
export function sigmaFromRanges(groups: readonly (readonly number[])[], n: number): SigmaEstimate {
  const { d2, d3 } = rangeMoments(n);
  const cvSquared = (d3 * d3) / (d2 * d2 * groups.length);
  return { sigma: mean(groups.map(rangeOf)) / d2, dof: effectiveDegrees(cvSquared), method: 'range' };
}

/**
 * Weighted mean of s / c4(n) with weights c4² / (1 − c4²), the linear combination of least variance (Burr, Journal of Quality
 * Technology 1, 1969); for subgroups of one size it is the mean of s over c4. Every subgroup has two readings at least.
 */
export function sigmaFromDeviations(groups: readonly (readonly number[])[]): SigmaEstimate {
  const parts = groups.map((group) => {
    const factor = c4(group.length);
    return { weight: (factor * factor) / (1 - factor * factor), sigma: deviationOf(group) / factor };
  });
  const total = sum(parts.map(({ weight }) => weight));
  const sigma = sum(parts.map((part) => part.weight * part.sigma)) / total;
  return { sigma, dof: effectiveDegrees(1 / total), method: 'deviation' };
}

/**
 * Mean moving range over d2(2) = 2 / √π. Neighbouring ranges share a reading: cov |X1 − X2|, |X2 − X3| = (4/π)(√3/2 + π/12) − 4/π
 * in units of sigma², which gives the relative variance 0.826 / m of Cryer and Ryan (Journal of Quality Technology 22, 1990).
 */
export function sigmaFromMovingRanges(values: readonly number[]): SigmaEstimate {
  const ranges = movingRanges(values);
  const count = ranges.length;
  const { d2 } = rangeMoments(2);
  const overPi = 1.2732395447351628;
  const [variance, covariance] = [2 - overPi, overPi * (Math.sqrt(0.75) + 0.2617993877991494) - overPi];
  const ofMean = (count * variance + 2 * (count - 1) * covariance) / (count * count);
  return { sigma: mean(ranges) / d2, dof: effectiveDegrees(ofMean / (d2 * d2)), method: 'moving-range' };
}
