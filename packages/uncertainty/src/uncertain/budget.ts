/** Uncertainty budgets: by elementary influence, and by named intermediate result. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { contradiction } from './influence.ts';
import { quantityOf } from './elementary.ts';
import { quantityOfResult } from './result.ts';
import { eachBlock, scaleOf } from './summary.ts';
import { asUncertain, type Quantity, type Uncertain } from './uncertain.ts';

export type BudgetEntry = {
  readonly id: string;
  readonly label: string | undefined;
  readonly unit: string | undefined;
  readonly value: number;
  readonly u: number;
  /** Infinity where u is exact. */
  readonly dof: number;
  /** Derivative of the quantity with respect to this one, along all paths. */
  readonly sensitivity: number;
  /** c·u, with its sign. */
  readonly contribution: number;
  /** c·cov(this, quantity)/u²: the part of u² that comes through it, correlations included; 0 where u is 0. */
  readonly share: number;
};

function entryOf(line: Uncertain, sensitivity: number, whole: Uncertain): BudgetEntry {
  const quantities = [line.components, whole.components] as const;
  const scales = [scaleOf(quantities[0]), scaleOf(quantities[1])] as const;
  let [products, variance] = [0, 0];
  eachBlock(quantities, scales, ({ covariance }) => {
    products += covariance[1] as number;
    variance += covariance[3] as number;
  });
  const { id = '', label, unit, value, u, dof } = line;
  const share = variance === 0 ? 0 : ((sensitivity * scales[0]) / scales[1]) * (products / variance);
  return { id, label, unit, value, u, dof, sensitivity, contribution: u === 0 ? 0 : sensitivity * u, share };
}

const descending = (a: BudgetEntry, b: BudgetEntry): number =>
  Math.abs(b.contribution) - Math.abs(a.contribution) || (a.id < b.id ? -1 : 1);

/** Budget by influence in time proportional to their number, correlated ones by their group. */
function byInfluence(whole: Uncertain): BudgetEntry[] {
  const { items, slopes } = whole.components.influences;
  const contributions = items.map(({ u }, index) => (u === 0 ? 0 : (slopes[index] as number) * u));
  const scale = scaleOf(whole.components);
  const positions = new Map(items.map(({ id }, index) => [id, index]));
  let variance = 0;
  eachBlock([whole.components], [scale], ({ covariance }) => {
    variance += covariance[0] as number;
  });
  return items.map(({ id, label, unit, value, u, dof, group, position }, index) => {
    const contribution = contributions[index] as number;
    let partner = contribution;
    if (group !== undefined) {
      const n = group.members.length;
      partner = group.members.reduce((sum, member, column) => {
        const at = positions.get(member.id);
        if (at === undefined) return sum;
        if (items[at]?.group === undefined) throw contradiction(`influences.${member.id}.correlation`, ['相关性', 'the correlations']);
        return sum + (group.correlation[position * n + column] as number) * (contributions[at] as number);
      }, 0);
    }
    const share = variance === 0 ? 0 : ((contribution / scale) * (partner / scale)) / variance;
    return { id, label, unit, value, u, dof, sensitivity: slopes[index] as number, contribution, share };
  });
}

/**
 * The budget of a quantity, largest contribution first.
 * @param by `influences` (default): all elementary influences, whose shares sum to 1; `results`: every named result that it was computed
 *   from, directly or through others: these overlap; or a list of quantities that it may depend on, influences and results
 * @example budget(length, { by: 'results' })
 */
export function budget(
  quantity: Quantity,
  { by = 'influences' }: { readonly by?: 'influences' | 'results' | readonly Uncertain[] } = {},
): BudgetEntry[] {
  const whole = asUncertain(quantity, 'budget');
  if (by === 'influences') return byInfluence(whole).sort(descending);
  const { influences, results } = whole.components;
  const ofResults = (): BudgetEntry[] =>
    results.items.map((item, index) => entryOf(quantityOfResult(item), results.slopes[index] as number, whole));
  if (by === 'results') return ofResults().sort(descending);
  const wanted = new Set(
    by.map((line, index) => {
      if (line.id !== undefined) return line.id;
      throw new InvalidInput(`by[${index}]`, [
        '分量表只能按影响量或有名称的结果列出，请先用 result 命名',
        'a budget lists influences and named results; name this with result first',
      ]);
    }),
  );
  const own = influences.items.flatMap((item, index) =>
    wanted.has(item.id) ? [entryOf(quantityOf(item), influences.slopes[index] as number, whole)] : [],
  );
  return [...own, ...ofResults().filter(({ id }) => wanted.has(id))].sort(descending);
}
