/**
 * What was known about an item before it was measured (JCGM 106:2012, 7.2 and 9): a distribution of the true values of the production process
 * or of the instruments that come in. Values are counted from an origin that the caller chooses, so that large values lose no digits.
 */
import { asin } from '../elementary/inverse-trigonometric.ts';
import { sin } from '../elementary/trigonometric.ts';
import { studentCdf, studentDensity, studentUpper } from '../distribution/student.ts';
import type { Interval } from './probability.ts';

/**
 * A prior, ready for integration: ∫ f(η) g(η) dη = ∫ f(valueAt(s)) weight(s) ds. For most s is η itself; an arcsine distribution has a
 * density that is infinite at its ends, and is integrated over the angle instead.
 */
export type Prior = {
  readonly mean: number;
  /** A width over which the density changes. */
  readonly scale: number;
  /** Beyond this there is nothing. */
  readonly support: Interval;
  readonly valueAt: (s: number) => number;
  readonly variableOf: (value: number) => number;
  readonly weight: (s: number) => number;
  /** P(lower ≤ η ≤ upper). */
  readonly within: (interval: Interval) => number;
};

const same = (value: number): number => value;

/** A normal prior, or a scaled and shifted t where dof is finite. Range: scale > 0, dof > 0. */
export function studentPrior(mean: number, scale: number, dof: number): Prior {
  // 39 standard deviations are beyond the smallest double; the tails of t end where a probability of 1e-16 is left.
  const reach = dof === Infinity ? 39 * scale : scale * tailEnd(dof);
  return {
    mean,
    scale,
    support: { lower: mean - reach, upper: mean + reach },
    valueAt: same,
    variableOf: same,
    weight: (value) => studentDensity((value - mean) / scale, dof) / scale,
    within: ({ lower, upper }) => {
      const [low, high] = [(lower - mean) / scale, (upper - mean) / scale];
      return low > 0 ? studentUpper(low, dof) - studentUpper(high, dof) : studentCdf(high, dof) - studentCdf(low, dof);
    },
  };
}

function tailEnd(dof: number): number {
  let reach = 39;
  while (reach < 1e150 && studentUpper(reach, dof) > 1e-16) reach *= 2;
  return reach;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

function bounded(mean: number, halfWidth: number, density: (t: number) => number, cumulative: (t: number) => number): Prior {
  const part = (value: number): number => clamp((value - mean) / halfWidth, -1, 1);
  return {
    mean,
    scale: halfWidth,
    support: { lower: mean - halfWidth, upper: mean + halfWidth },
    valueAt: same,
    variableOf: same,
    weight: (value) => density((value - mean) / halfWidth) / halfWidth,
    within: ({ lower, upper }) => Math.max(0, cumulative(part(upper)) - cumulative(part(lower))),
  };
}

/** Every value between mean ± halfWidth equally probable. Range: halfWidth > 0. */
export const rectangularPrior = (mean: number, halfWidth: number): Prior =>
  bounded(
    mean,
    halfWidth,
    (t) => (Math.abs(t) <= 1 ? 0.5 : 0),
    (t) => 0.5 * (1 + t),
  );

/** The probability falls linearly to 0 at mean ± halfWidth. Range: halfWidth > 0. */
export const triangularPrior = (mean: number, halfWidth: number): Prior =>
  bounded(
    mean,
    halfWidth,
    (t) => Math.max(0, 1 - Math.abs(t)),
    (t) => (t < 0 ? 0.5 * (1 + t) * (1 + t) : 1 - 0.5 * (1 - t) * (1 - t)),
  );

const pi = 3.141592653589793;

/** A value that swings like a sine between mean ± halfWidth. Range: halfWidth > 0. */
export function arcsinePrior(mean: number, halfWidth: number): Prior {
  const angleOf = (value: number): number => asin(clamp((value - mean) / halfWidth, -1, 1));
  return {
    mean,
    scale: halfWidth,
    support: { lower: mean - halfWidth, upper: mean + halfWidth },
    valueAt: (s) => mean + halfWidth * sin(s),
    variableOf: angleOf,
    weight: () => 1 / pi,
    within: ({ lower, upper }) => Math.max(0, (angleOf(upper) - angleOf(lower)) / pi),
  };
}
