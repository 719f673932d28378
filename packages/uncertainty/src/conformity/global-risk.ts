/**
 * Global risks of JCGM 106:2012, 9.5: before an item is measured, the probability that it will be accepted and does not conform (consumer's
 * risk R_C), and that it will be rejected although it conforms (producer's risk R_P). The prior is integrated against the distribution of
 * the measured value (normal, or scaled t where the degrees of freedom are finite), to an error far below 1e-10.
 */
import type { Prior } from './prior.ts';
import { probabilityOutside, probabilityWithin, type Interval, type Spread } from './probability.ts';
import { integrate } from './quadrature.ts';

export type GlobalRisk = {
  /** R_C: accepted and not conforming. */
  readonly consumer: number;
  /** R_P: rejected and conforming. */
  readonly producer: number;
  /** The probability of conforming, from the prior alone. */
  readonly conforming: number;
  readonly accepted: number;
  /** R_C divided by `accepted`: the share of nonconforming items among the accepted ones. */
  readonly consumerAmongAccepted: number;
};

/** Points around a centre at growing distances, where an integrand of the given width is cut into smooth pieces. */
function around(centre: number, width: number, reach: number): readonly number[] {
  if (!(centre - centre === 0)) return [];
  const points = [centre];
  for (let distance = width / 2; distance < reach && points.length < 1500; distance *= 2) points.push(centre - distance, centre + distance);
  return points;
}

/**
 * The global risks of an acceptance interval. All limits are counted from the origin of the prior; open sides are ±Infinity.
 * @example globalRisk(studentPrior(0, 0.12, Infinity), { u: 0.04, dof: Infinity }, { lower: -0.2, upper: 0.2 }, { lower: -0.18, upper: 0.18 })
 * // consumer 0.00988, producer 0.0690 (JCGM 106 9.5.3)
 */
export function globalRisk(prior: Prior, measurement: Spread, tolerance: Interval, acceptance: Interval): GlobalRisk {
  const { support } = prior;
  const span = support.upper - support.lower;
  const cuts = [
    ...around(prior.mean, prior.scale, span),
    ...around(acceptance.lower, measurement.u, span),
    ...around(acceptance.upper, measurement.u, span),
  ];
  const over = (interval: Interval, probability: (limits: Interval, spread: Spread) => number): number => {
    const low = Math.max(interval.lower, support.lower);
    const high = Math.min(interval.upper, support.upper);
    if (!(low < high)) return 0;
    const inside = cuts.filter((cut) => cut > low && cut < high);
    const points = [low, ...inside, high].map(prior.variableOf).sort((one, other) => one - other);
    return integrate((s) => {
      const value = prior.valueAt(s);
      return prior.weight(s) * probability({ lower: acceptance.lower - value, upper: acceptance.upper - value }, measurement);
    }, points);
  };
  const below = over({ lower: -Infinity, upper: tolerance.lower }, probabilityWithin);
  const above = over({ lower: tolerance.upper, upper: Infinity }, probabilityWithin);
  const rightly = over(tolerance, probabilityWithin);
  const consumer = below + above;
  const accepted = consumer + rightly;
  return {
    consumer,
    producer: over(tolerance, probabilityOutside),
    conforming: prior.within(tolerance),
    accepted,
    consumerAmongAccepted: accepted > 0 ? consumer / accepted : 0,
  };
}
