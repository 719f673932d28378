/**
 * The exponentially weighted moving average z_i = λ x̄_i + (1 − λ) z_(i−1), z_0 the target (Roberts 1959; NIST/SEMATECH e-Handbook
 * 6.3.2.4; ISO 7870-6). Asymptotic limits target ± L σ √(λ / (2 − λ)), as the handbook draws them, or those that hold at each point,
 * whose variance follows v_i = λ² σ² / n_i + (1 − λ)² v_(i−1). With unequal subgroups only the latter exist.
 */
import type { Panel } from './chart.ts';
import { panelOf } from './panel.ts';
import { rulesFor } from './rule-choice.ts';
import { mean } from './sigma-estimate.ts';
import type { Groups, Judging } from './variables-chart.ts';

export type EwmaLimits = 'asymptotic' | 'time-varying';

export type EwmaSetting = {
  readonly target: number;
  readonly sigma: number;
  /** Weight of the youngest point, greater than 0 and at most 1. */
  readonly lambda: number;
  /** Width of the limits in sigmas of the average. */
  readonly width: number;
  readonly limits: EwmaLimits;
};

/** @example ewmaChart([[52], [47]], { target: 50, sigma: 2, lambda: 0.3, width: 3, limits: 'asymptotic' }, …).points[0].value // 50.6 */
export function ewmaChart(groups: Groups, { target, sigma, lambda, width, limits }: EwmaSetting, judging: Judging): Panel {
  const asymptotic = (lambda / (2 - lambda)) * ((sigma * sigma) / (groups[0]?.length ?? 1));
  let [average, variance] = [0, 0];
  const points = groups.map((group) => {
    // As a distance from the target, so that nothing is lost in the sums.
    average = lambda * (mean(group) - target) + (1 - lambda) * average;
    variance = lambda * lambda * ((sigma * sigma) / group.length) + (1 - lambda) * (1 - lambda) * variance;
    const deviation = Math.sqrt(limits === 'asymptotic' ? asymptotic : variance);
    return {
      value: target + average,
      centre: target,
      sigma: deviation,
      lower: target - width * deviation,
      upper: target + width * deviation,
    };
  });
  return panelOf('ewma', 'place', points, rulesFor('ewma', judging.ruleSet, judging.rules));
}
