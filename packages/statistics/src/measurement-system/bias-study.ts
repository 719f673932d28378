/**
 * Bias of a gauge at one reference value (AIAG, Measurement Systems Analysis, 4th edition, chapter III B, independent sample method): t test
 * of the mean against the reference with n − 1 degrees of freedom. The standard uncertainty of the reference, where it is given, is
 * added in squares, with the degrees of freedom of Welch and Satterthwaite (JCGM 100 G.4.1); the manual leaves it out.
 */
import { studentQuantile, studentUpper } from '@tongheng/uncertainty/distribution/student';
import { deviationOf, mean } from '../control-chart/sigma-estimate.ts';

export type BiasStudy = {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  readonly bias: number;
  /** Standard uncertainty of the bias. */
  readonly standardError: number;
  readonly dof: number;
  /** null when the readings do not differ and the reference has no uncertainty. */
  readonly t: number | null;
  readonly p: number | null;
  readonly interval: readonly [number, number];
  /** The interval does not hold 0. */
  readonly significant: boolean;
};

/**
 * At least two values; numbers of one unit. @param reference in the unit of the values
 * @example biasStudy([1, 2, 3], 2, 0, 0.95).bias // 0
 */
export function biasStudy(values: readonly number[], reference: number, referenceUncertainty: number, level: number): BiasStudy {
  const [middle, deviation, count] = [mean(values), deviationOf(values), values.length];
  const bias = middle - reference;
  const ofMean = (deviation * deviation) / count;
  const total = ofMean + referenceUncertainty * referenceUncertainty;
  const standardError = Math.sqrt(total);
  const dof = ofMean > 0 ? (count - 1) * (total / ofMean) * (total / ofMean) : Number.POSITIVE_INFINITY;
  const reach = standardError > 0 ? studentQuantile((1 + level) / 2, dof) * standardError : 0;
  const t = standardError > 0 ? bias / standardError : null;
  return {
    count,
    mean: middle,
    deviation,
    bias,
    standardError,
    dof,
    t,
    p: t === null ? null : Math.min(1, 2 * studentUpper(Math.abs(t), dof)),
    interval: [bias - reach, bias + reach],
    significant: Math.abs(bias) > reach,
  };
}
