/** Expanded uncertainty and coverage interval of a quantity (JCGM 100 clause 6, G.3, G.4). */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { coverageFactor } from '../gum/coverage.ts';
import type { DofRule } from '../gum/degrees-of-freedom.ts';
import { asUncertain, type Quantity } from './uncertain.ts';

export type Expanded = {
  readonly value: number;
  readonly u: number;
  /** Effective degrees of freedom, unrounded; Infinity where u is exact. */
  readonly dof: number;
  readonly dofRule: DofRule;
  readonly k: number;
  readonly U: number;
  readonly interval: readonly [number, number];
};

/**
 * Expanded uncertainty for a coverage probability (default 0.95; k from the degrees of freedom truncated to an integer, G.4.1), or for a
 * stated k.
 * @throws InvalidInput for a probability outside (0, 1) or k not greater than 0
 * @example expanded(gauge, { coverage: 0.99 }).U
 */
export function expanded(quantity: Quantity, how: { readonly coverage?: number } | { readonly k: number } = {}): Expanded {
  const { value, u, dof, dofRule } = asUncertain(quantity, 'expanded');
  const k = 'k' in how ? statedFactor(how.k) : coverageFactor(coverageOf(how.coverage), dof);
  const U = k * u;
  const interval = [value - U, value + U] as const;
  if (interval.every(Number.isFinite)) return { value, u, dof, dofRule, k, U, interval };
  throw new InvalidInput('U', [
    '扩展不确定度超出可表示的范围，请改用更合适的单位',
    'the expanded uncertainty is beyond what can be represented; choose other units',
  ]);
}

function statedFactor(k: unknown): number {
  if (typeof k === 'number' && Number.isFinite(k) && k > 0) return k;
  throw new InvalidInput('k', ['包含因子应为大于 0 的数', 'a coverage factor is a number greater than 0']);
}

/** A coverage probability, 0.95 where none is given. */
export function coverageOf(coverage: unknown = 0.95): number {
  if (typeof coverage === 'number' && coverage > 0 && coverage < 1) return coverage;
  throw new InvalidInput('coverage', ['包含概率应大于 0 且小于 1', 'the coverage probability lies between 0 and 1']);
}
