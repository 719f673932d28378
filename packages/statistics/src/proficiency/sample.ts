/** What every estimator of this folder starts from: a checked list of numbers, its order statistics, mean and standard deviation. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';

/** More results than any comparison has; the limit keeps hostile input from costing time. */
export const largestSample = 100_000;

/**
 * The values in ascending order, so that no estimate depends on the order in which results arrive.
 * Throws InvalidInput for fewer than `least` values, for more than 100 000, and for what is not a finite number.
 * @example sorted([3, 1, 2], 1, 'results') // [1, 2, 3]
 */
export function sorted(values: readonly number[], least: number, place: string): number[] {
  if (!Array.isArray(values) || values.length < least) {
    throw new InvalidInput(place, [`至少需要 ${least} 个数值`, `at least ${least} values are needed`]);
  }
  if (values.length > largestSample) {
    throw new InvalidInput(place, [`数值多于 ${largestSample} 个，请分批计算`, `more than ${largestSample} values: compute them in parts`]);
  }
  values.forEach((value, index) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new InvalidInput(`${place}[${index}]`, ['不是有限的数值', 'not a finite number']);
    }
  });
  return [...values].sort((a, b) => a - b);
}

/** The quantile of ordered values, type 7 of Hyndman and Fan (that of R and of spreadsheets). @param p 0 to 1 */
export function quantile(ordered: readonly number[], p: number): number {
  const position = (ordered.length - 1) * p;
  const below = Math.floor(position);
  const [low = 0, high = low] = [ordered[below], ordered[below + 1]];
  return position === below ? low : low + (position - below) * (high - low);
}

/** The median of ordered values. @example median([1, 2, 4, 9]) // 3 */
export function median(ordered: readonly number[]): number {
  const half = ordered.length >> 1;
  const [low = 0, high = 0] = [ordered[half - 1], ordered[half]];
  return ordered.length % 2 === 1 ? high : (low + high) / 2;
}

/** The arithmetic mean; the second pass takes back what the first lost by rounding. */
export function mean(values: readonly number[]): number {
  const first = values.reduce((sum, value) => sum + value, 0) / values.length;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}

/** Σ(x − x̄)² over the values. */
export function sumOfSquares(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
}

/** The experimental standard deviation with n − 1 (JCGM 100 4.2.2); 0 of a single value. */
export const standardDeviation = (values: readonly number[]): number =>
  values.length < 2 ? 0 : Math.sqrt(sumOfSquares(values) / (values.length - 1));
