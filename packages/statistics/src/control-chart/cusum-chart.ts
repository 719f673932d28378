/**
 * The tabular cumulative sums (Page 1954; NIST/SEMATECH e-Handbook 6.3.2.3; ISO 7870-4): above C⁺ = max(0, C⁺ + x − target − k), below
 * C⁻ = max(0, C⁻ + target − k − x), both from 0 and going on after a signal; a signal is a sum greater than h. k and h in the unit of
 * the readings. A point breaks rule 1 when either sum signals.
 */
import type { Panel } from './chart.ts';
import { rulesFor } from './rule-choice.ts';
import { mean } from './sigma-estimate.ts';
import type { Groups, Judging } from './variables-chart.ts';

export type CusumSetting = { readonly target: number; readonly k: number; readonly h: number };

/** @example cusumChart([[1], [3]], { target: 0, k: 0.5, h: 2 }, …).points.map(({ value }) => value) // [0.5, 3] */
export function cusumChart(groups: Groups, { target, k, h }: CusumSetting, judging: Judging): Panel {
  const applied = rulesFor('cusum', judging.ruleSet, judging.rules);
  const ids = applied.map(({ id }) => id);
  const slack = 1e-12 * h;
  let [above, below] = [0, 0];
  return {
    statistic: 'cusum',
    axis: 'length',
    varying: false,
    applied,
    points: groups.map((group, index) => {
      const away = mean(group) - target;
      above = Math.max(0, above + away - k);
      below = Math.max(0, below - away - k);
      const signals = above > h + slack || below > h + slack;
      return { index, value: above, below, centre: 0, sigma: 0, lower: -h, upper: h, rules: signals ? ids : [] };
    }),
  };
}
