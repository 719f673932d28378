/**
 * Interval from in-tolerance records: the interval test of NCSLI RP-1, method A3. The observed reliability R = passed/calibrated is
 * compared with the target R*; the interval changes by the factor 10^((R − R*)·C), C being the confidence with which the target is
 * rejected (binomial, two-sided), and by no more than a largest factor either way.
 * Shortening reproduces the published NCSLI tutorial; lengthening follows the same formula by symmetry and is not confirmed against RP-1.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { betaQuantile } from '../distribution/beta.ts';
import { binomialCdf } from '../distribution/discrete.ts';
import { pow } from '../elementary/power.ts';
import { positiveNumber } from '../type-a/readings.ts';

export type AttributesRule = {
  /** Wanted share found in tolerance, between 0 and 1. */
  readonly target: number;
  /** Confidence of the two-sided range of the observed reliability, default 0.5. */
  readonly confidence?: number;
  /** Largest factor of change either way, default 2. */
  readonly largestChange?: number;
  /** Bounds of the interval, in its unit. */
  readonly shortest?: number;
  readonly longest?: number;
};

export type AttributesAdjustment = {
  /** In the unit of the present interval, unrounded. */
  readonly interval: number;
  readonly observedReliability: number;
  /** Two-sided range of the true reliability (Clopper and Pearson). */
  readonly reliabilityRange: readonly [low: number, high: number];
  /** Confidence with which the target is rejected as the true reliability; 0 when the data do not speak against it. */
  readonly rejectionConfidence: number;
  /** False where the formula is not confirmed against the published method: lengthening. */
  readonly isConfirmed: boolean;
};

/** A number strictly between 0 and 1. Throws InvalidInput. */
export function share(value: unknown, place: string): number {
  if (typeof value === 'number' && value > 0 && value < 1) return value;
  throw new InvalidInput(place, ['应大于 0 且小于 1', 'a number between 0 and 1 is expected']);
}

function requireCounts(passed: number, calibrated: number, place: string): void {
  if (!Number.isInteger(calibrated) || calibrated < 1 || calibrated > 1_000_000) {
    throw new InvalidInput(`${place}.calibrated`, ['校准次数应为正整数', 'the number of calibrations is a whole number of 1 or more']);
  }
  if (!Number.isInteger(passed) || passed < 0 || passed > calibrated) {
    throw new InvalidInput(`${place}.passed`, [
      '合格次数应为 0 至校准次数的整数',
      'the number found in tolerance is a whole number from 0 to the number of calibrations',
    ]);
  }
}

/**
 * The interval after `calibrated` calibrations at `interval`, of which `passed` found the instrument in tolerance.
 * @example adjustByAttributes({ passed: 15, calibrated: 20, interval: 365 }, { target: 0.95 }).interval // 230.8…
 */
export function adjustByAttributes(
  { passed, calibrated, interval }: { readonly passed: number; readonly calibrated: number; readonly interval: number },
  { target, confidence = 0.5, largestChange = 2, shortest = 0, longest = Infinity }: AttributesRule,
  place = 'history',
): AttributesAdjustment {
  requireCounts(passed, calibrated, place);
  const present = positiveNumber(interval, `${place}.interval`);
  const wanted = share(target, 'rule.target');
  const tail = (1 - share(confidence, 'rule.confidence')) / 2;
  if (!(largestChange >= 1 && Number.isFinite(largestChange))) {
    throw new InvalidInput('rule.largestChange', ['应不小于 1', 'a factor of 1 or more is expected']);
  }
  if (!(shortest >= 0 && longest > 0 && shortest <= longest)) {
    throw new InvalidInput('rule.shortest', ['最短间隔不能大于最长间隔', 'the shortest interval cannot exceed the longest']);
  }
  const observed = passed / calibrated;
  const atMost = binomialCdf(passed, calibrated, wanted);
  const atLeast = passed === 0 ? 1 : 1 - binomialCdf(passed - 1, calibrated, wanted);
  const rejection = Math.max(0, 1 - 2 * (observed < wanted ? atMost : atLeast));
  const factor = pow(10, (observed - wanted) * rejection);
  const bounded = present * Math.min(largestChange, Math.max(1 / largestChange, factor));
  return {
    interval: Math.min(longest, Math.max(shortest, bounded)),
    observedReliability: observed,
    reliabilityRange: [
      passed === 0 ? 0 : betaQuantile(tail, passed, calibrated - passed + 1),
      passed === calibrated ? 1 : betaQuantile(1 - tail, passed + 1, calibrated - passed),
    ],
    rejectionConfidence: rejection,
    isConfirmed: observed <= wanted,
  };
}
