/**
 * Interval from drift: the variables method of NASA-HDBK-8739.19-5 chapter 7. The changes found at calibrations are fitted by a
 * polynomial through the origin, δ(t) = b1·t + b2·t² …; the uncertainty t after a calibration is that of the calibration and of the
 * prediction together, √(u0² + s²(1 + xᵀ(XᵀX)⁻¹x)). The interval ends when that uncertainty, or the reliability, is used up.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { studentQuantile } from '../distribution/student.ts';
import type { Curve } from '../regression/curve.ts';
import { fitPolynomial } from '../regression/linear.ts';
import { decimalReadings, positiveNumber } from '../type-a/readings.ts';
import { share } from './attributes.ts';

/** What was found: the time since the calibration before, and the change of the value in that time. */
export type Drift = { readonly elapsed: number; readonly change: number };

export type DriftCurve = {
  readonly curve: Curve;
  /** Expected change after t. */
  readonly change: (t: number) => number;
  /** Standard uncertainty of one future change after t. */
  readonly uncertainty: (t: number) => number;
  readonly dof: number;
  readonly longestElapsed: number;
};

/**
 * Fits drifts by a polynomial through the origin (degree 1 to 4, default 2), from at least degree + 1 calibrations.
 * Times are greater than 0 in one unit. Throws InvalidInput.
 */
export function fitDrift(history: readonly Drift[], degree = 2, place = 'history'): DriftCurve {
  if (!Array.isArray(history)) throw new InvalidInput(place, ['应为历次校准的列表', 'a list of calibrations is expected']);
  if (!Number.isInteger(degree) || degree < 1 || degree > 4)
    throw new InvalidInput('rule.degree', ['应为 1 至 4 的整数', 'an integer from 1 to 4 is expected']);
  history.forEach(({ elapsed }, index) => positiveNumber(elapsed, `${place}[${index}].elapsed`));
  const x = history.map(({ elapsed }) => elapsed);
  const y = history.map(({ change }) => change);
  decimalReadings(y, place, degree + 1);
  const curve = fitPolynomial({ x, y, degree, hasIntercept: false });
  const s = curve.residualStandardDeviation ?? 0;
  return {
    curve,
    change: (t) => curve.at([t]).y,
    uncertainty(t) {
      const { u } = curve.at([t]);
      return Math.sqrt(s * s + u * u);
    },
    dof: curve.dof,
    longestElapsed: Math.max(...x),
  };
}

/** Predictions reach at most this many times the longest time that was observed. */
const farthest = 10;
const steps = 2000;

/** The first time at which `isUsedUp`, between 0 and the farthest prediction; null when it does not come. */
function firstTime(drift: DriftCurve, isUsedUp: (t: number) => boolean): number | null {
  const end = farthest * drift.longestElapsed;
  if (isUsedUp(0)) {
    throw new InvalidInput('rule', [
      '校准刚完成时已不满足要求：目标过严',
      'the requirement is not met even right after a calibration: the target is too strict',
    ]);
  }
  for (let k = 1; k <= steps; k++) {
    const to = (end * k) / steps;
    if (!isUsedUp(to)) continue;
    let [low, high] = [(end * (k - 1)) / steps, to];
    for (let count = 0; count < 100 && high - low > 1e-14 * high; count++) {
      const middle = low / 2 + high / 2;
      if (isUsedUp(middle)) high = middle;
      else low = middle;
    }
    return high;
  }
  return null;
}

export type VariablesInterval = {
  /** In the unit of the elapsed times; null when the target is not reached within ten times the longest observed time. */
  readonly interval: number | null;
  readonly drift: DriftCurve;
  /** Whether the interval is longer than any time that was observed. */
  readonly isExtrapolated: boolean;
};

const conclude = (drift: DriftCurve, interval: number | null): VariablesInterval => ({
  interval,
  drift,
  isExtrapolated: interval === null || interval > drift.longestElapsed,
});

/**
 * The time after which the standard uncertainty exceeds `largest`, u0 being that of the calibration itself.
 * @example intervalForUncertainty(fitDrift(history), { u0: 0.28, largest: 0.5 }).interval
 */
export function intervalForUncertainty(
  drift: DriftCurve,
  { u0, largest }: { readonly u0: number; readonly largest: number },
): VariablesInterval {
  const own = positiveNumber(u0, 'rule.u0', { zeroAllowed: true });
  const bound = positiveNumber(largest, 'rule.largest');
  return conclude(
    drift,
    firstTime(drift, (t) => Math.sqrt(own * own + drift.uncertainty(t) * drift.uncertainty(t)) > bound),
  );
}

export type ReliabilityTarget = {
  /** Value and standard uncertainty found at the last calibration. */
  readonly value: number;
  readonly u0: number;
  /** Tolerance limits; one may be missing. */
  readonly lower?: number;
  readonly upper?: number;
  /** Wanted probability of being within the limits, two-sided where there are two. */
  readonly confidence: number;
};

/**
 * The time after which the predicted value, extended by t·u (Student's t), leaves the tolerance limits.
 * @example intervalForReliability(fitDrift(history), { value: 10.03, u0: 0.28, lower: 9, upper: 11, confidence: 0.9 }).interval
 */
export function intervalForReliability(drift: DriftCurve, { value, u0, lower, upper, confidence }: ReliabilityTarget): VariablesInterval {
  const own = positiveNumber(u0, 'rule.u0', { zeroAllowed: true });
  const p = share(confidence, 'rule.confidence');
  if (!Number.isFinite(value)) throw new InvalidInput('rule.value', ['应为有限的数', 'a finite number is expected']);
  const limits = [lower, upper].filter((limit) => limit !== undefined);
  if (limits.length === 0 || !limits.every(Number.isFinite)) {
    throw new InvalidInput('rule', [
      '至少需要一个有限的容许限（lower 或 upper）',
      'at least one finite tolerance limit (lower or upper) is needed',
    ]);
  }
  if (lower !== undefined && upper !== undefined && lower >= upper) {
    throw new InvalidInput('rule.lower', ['下限应小于上限', 'the lower limit must be below the upper one']);
  }
  const k = studentQuantile(limits.length === 2 ? (1 + p) / 2 : p, drift.dof);
  const leaves = (t: number): boolean => {
    const extended = k * Math.sqrt(own * own + drift.uncertainty(t) * drift.uncertainty(t));
    const expected = value + drift.change(t);
    return (upper !== undefined && expected + extended > upper) || (lower !== undefined && expected - extended < lower);
  };
  return conclude(drift, firstTime(drift, leaves));
}
