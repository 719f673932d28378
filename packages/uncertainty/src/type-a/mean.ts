/**
 * Type A evaluation of repeated readings: mean, experimental standard deviation, standard uncertainty of the mean (JCGM 100 4.2),
 * pooled standard deviation (4.2.4, H.1.3.2), lag-1 autocorrelation (NIST StRD's definition), weighted mean.
 * Sums are double-double over the decimals as written: readings such as 10000000.2 keep all their digits (NIST StRD NumAcc4).
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { add, divide, multiply, squareRoot, subtract, toNumber, zero, type DoubleDouble } from '../matrix/double-double.ts';
import { sum } from '../matrix/double-double-vector.ts';
import { decimalReadings, positiveNumber, type Reading } from './readings.ts';

const quotient = (a: DoubleDouble, count: number): DoubleDouble => divide(a, [count, 0]);

/** Mean and sum of squared deviations from it; the mean's own rounding is corrected for. */
export function momentsOf(values: readonly DoubleDouble[]): { readonly mean: DoubleDouble; readonly squares: DoubleDouble } {
  const mean = quotient(sum(values), values.length);
  let squares = zero;
  let rest = zero;
  for (const value of values) {
    const deviation = subtract(value, mean);
    squares = add(squares, multiply(deviation, deviation));
    rest = add(rest, deviation);
  }
  return { mean, squares: subtract(squares, quotient(multiply(rest, rest), values.length)) };
}

export type TypeA = {
  readonly n: number;
  readonly mean: number;
  /** Experimental standard deviation of one reading, JCGM 100 4.2.2. */
  readonly s: number;
  /** Standard uncertainty of the mean s/√n, JCGM 100 4.2.3. */
  readonly u: number;
  readonly dof: number;
};

/**
 * Mean, s, u and degrees of freedom of at least two readings, all in the unit of the readings.
 * Throws InvalidInput naming the reading; one reading needs a pooled standard deviation instead.
 * @example evaluateTypeA([9.99, 10.01, 10.03]) // { n: 3, mean: 10.01, s: 0.02, u: 0.0115…, dof: 2 }
 */
export function evaluateTypeA(readings: readonly Reading[], place = 'readings'): TypeA {
  const values = decimalReadings(readings, place, 2);
  const n = values.length;
  const { mean, squares } = momentsOf(values);
  const variance = quotient(squares, n - 1);
  const u = squareRoot(quotient(variance, n));
  return { n, mean: toNumber(mean), s: toNumber(squareRoot(variance)), u: toNumber(u), dof: n - 1 };
}

/**
 * Lag-1 autocorrelation Σ(xᵢ−x̄)(xᵢ₋₁−x̄)/Σ(xᵢ−x̄)²; null when all readings are equal. Near 0 for independent readings, and JCGM 100
 * 4.2.3 holds for those only (4.2.7).
 */
export function lagOneAutocorrelation(readings: readonly Reading[], place = 'readings'): number | null {
  const values = decimalReadings(readings, place, 2);
  const { mean, squares } = momentsOf(values);
  if (squares[0] === 0) return null;
  let products = zero;
  let before: DoubleDouble | undefined;
  for (const value of values) {
    const deviation = subtract(value, mean);
    if (before !== undefined) products = add(products, multiply(deviation, before));
    before = deviation;
  }
  return toNumber(divide(products, squares));
}

/**
 * Pooled standard deviation √(Σ νᵢsᵢ²/Σ νᵢ) with Σ νᵢ degrees of freedom, JCGM 100 4.2.4; `u` of a mean of n readings is s/√n.
 * @example pooledStandardDeviation([{ s: 3, dof: 4 }, { s: 4, dof: 4 }]) // { s: 3.5355…, dof: 8 }
 */
export function pooledStandardDeviation(
  series: readonly { readonly s: number; readonly dof: number }[],
  place = 'series',
): { readonly s: number; readonly dof: number } {
  if (!Array.isArray(series) || series.length === 0) throw new InvalidInput(place, ['至少需要一组数据', 'at least one series is needed']);
  let squares = 0;
  let total = 0;
  series.forEach(({ s, dof }, index) => {
    const deviation = positiveNumber(s, `${place}[${index}].s`, { zeroAllowed: true });
    const freedom = positiveNumber(dof, `${place}[${index}].dof`);
    squares += freedom * deviation * deviation;
    total += freedom;
  });
  return { s: Math.sqrt(squares / total), dof: total };
}

export type WeightedMean = {
  readonly mean: number;
  /** From the stated uncertainties alone: (Σ uᵢ⁻²)^(−1/2). */
  readonly u: number;
  /** Observed Σ((xᵢ−x̄)/uᵢ)², to be compared with χ² of `dof`. */
  readonly chiSquare: number;
  readonly dof: number;
};

/**
 * Mean of independent values weighted by 1/u² (at least one value; u in their unit, greater than 0).
 * @example weightedMean([10, 12], [1, 1]) // { mean: 11, u: 0.7071…, chiSquare: 2, dof: 1 }
 */
export function weightedMean(values: readonly Reading[], uncertainties: readonly number[], place = 'values'): WeightedMean {
  const exact = decimalReadings(values, place);
  if (!Array.isArray(uncertainties) || uncertainties.length !== exact.length) {
    throw new InvalidInput(place, ['每个值都要有一个标准不确定度', 'each value needs one standard uncertainty']);
  }
  const weights = uncertainties.map((u, index): DoubleDouble => {
    const checked = positiveNumber(u, `u[${index}]`);
    return divide([1, 0], multiply([checked, 0], [checked, 0]));
  });
  const total = sum(weights);
  const weightOf = (index: number): DoubleDouble => weights[index] ?? zero;
  const mean = divide(sum(exact.map((value, index) => multiply(value, weightOf(index)))), total);
  const chiSquare = sum(
    exact.map((value, index) => {
      const deviation = subtract(value, mean);
      return multiply(weightOf(index), multiply(deviation, deviation));
    }),
  );
  return { mean: toNumber(mean), u: toNumber(squareRoot(divide([1, 0], total))), chiSquare: toNumber(chiSquare), dof: exact.length - 1 };
}
