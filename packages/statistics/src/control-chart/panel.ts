import type { Axis, Panel, PanelPoint, Statistic } from './chart.ts';
import { brokenRules, type ChartPoint, type RunRule } from './run-rule.ts';

/** A panel from its points, with the rules each of them breaks. Points carry their place in the data where it is not their own. */
export function panelOf(
  statistic: Statistic,
  axis: Axis,
  points: readonly (ChartPoint & { readonly index?: number })[],
  applied: readonly RunRule[],
): Panel {
  const rules = brokenRules(points, applied);
  const [first] = points;
  return {
    statistic,
    axis,
    varying: points.some((point) => point.lower !== first?.lower || point.upper !== first.upper),
    applied,
    points: points.map((point, index): PanelPoint => ({ index, ...point, rules: rules[index] ?? [] })),
  };
}
