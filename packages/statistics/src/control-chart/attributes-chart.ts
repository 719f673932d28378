/**
 * Charts of counts (ISO 7870-2:2013 clause 8): proportion nonconforming p, number nonconforming np, nonconformities c, nonconformities
 * for each unit u. Sigma follows from the centre by the binomial or the Poisson distribution; limits end at 0 and, for p and np, at
 * the whole. With unequal sizes every point has its own limits.
 */
import type { Panel } from './chart.ts';
import { panelOf } from './panel.ts';
import { rulesFor } from './rule-choice.ts';
import { sum } from './sigma-estimate.ts';
import type { Judging } from './variables-chart.ts';

export type AttributesKind = 'p' | 'np' | 'c' | 'u';

/** Counts with their sizes: items inspected for p and np, units for u, 1 for c. */
export type Counts = { readonly counts: readonly number[]; readonly sizes: readonly number[] };

/** The pooled proportion or rate. @example rateOf({ counts: [1, 3], sizes: [50, 50] }) // 0.04 */
export const rateOf = ({ counts, sizes }: Counts): number => sum(counts) / sum(sizes);

/**
 * @param rate of the data themselves or of the established set
 * @example attributesChart('c', { counts: [9, 9], sizes: [1, 1] }, 9, { ruleSet: 'nelson' }).points[0].upper // 18
 */
export function attributesChart(kind: AttributesKind, { counts, sizes }: Counts, rate: number, judging: Judging): Panel {
  const binomial = kind === 'p' || kind === 'np';
  const statistic = ({ p: 'proportion', np: 'number', c: 'count', u: 'rate' } as const)[kind];
  const points = counts.map((count, index) => {
    const size = sizes[index] ?? 1;
    // np and c plot the count itself, p and u the count over its size.
    const plotted = kind === 'np' || kind === 'c' ? 1 : size;
    const centre = plotted === size ? rate : rate * size;
    const sigma = Math.sqrt(rate * (binomial ? 1 - rate : 1) * size) / plotted;
    const most = binomial ? size / plotted : Number.POSITIVE_INFINITY;
    return {
      value: count / plotted,
      centre,
      sigma,
      lower: Math.max(0, centre - 3 * sigma),
      upper: Math.min(most, centre + 3 * sigma),
    };
  });
  return panelOf(statistic, 'ratio', points, rulesFor(statistic, judging.ruleSet, judging.rules));
}
