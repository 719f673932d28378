/**
 * Effective degrees of freedom (JCGM 100 G.4.1, Welch–Satterthwaite). The formula wants independent components; correlated inputs count as one
 * component: readings taken together with n − 1 degrees of freedom, as each of them has, and other correlated inputs with the least of theirs,
 * which never promises more than the data hold.
 */
import type { Model } from '../model/model.ts';

export type DofRule = 'welch-satterthwaite' | 'welch-satterthwaite-simultaneous' | 'welch-satterthwaite-least-of-correlated';

/** Variance that the members of a group contribute together. */
function groupVariance(members: readonly number[], matrix: Float64Array, contributions: Float64Array): number {
  const n = contributions.length;
  let sum = 0;
  for (const a of members)
    for (const b of members) sum += (matrix[a * n + b] as number) * (contributions[a] as number) * (contributions[b] as number);
  return Math.max(0, sum);
}

/** @param contributions c·u of each input */
export function effectiveDof(
  { inputs, correlations }: Pick<Model, 'inputs' | 'correlations'>,
  contributions: Float64Array,
  variance: number,
): { readonly dof: number; readonly rule: DofRule } {
  let sum = 0;
  let rule: DofRule = 'welch-satterthwaite';
  // The shares of u² keep the fourth powers from underflow.
  const add = (part: number, dof: number): void => {
    if (Number.isFinite(dof) && part > 0) sum += ((part / variance) * (part / variance)) / dof;
  };
  const grouped = new Set<number>();
  for (const group of correlations.groups) {
    for (const member of group.members) grouped.add(member);
    const dof =
      group.kind === 'simultaneous' ? group.readings - 1 : Math.min(...group.members.map((member) => inputs[member]?.dof ?? Infinity));
    if (Number.isFinite(dof) && rule !== 'welch-satterthwaite-least-of-correlated')
      rule = group.kind === 'simultaneous' ? 'welch-satterthwaite-simultaneous' : 'welch-satterthwaite-least-of-correlated';
    if (variance > 0) add(groupVariance(group.members, correlations.matrix, contributions), dof);
  }
  if (variance === 0) return { dof: Infinity, rule };
  for (let input = 0; input < inputs.length; input++) {
    if (grouped.has(input)) continue;
    const contribution = contributions[input] as number;
    add(contribution * contribution, inputs[input]?.dof ?? Infinity);
  }
  return { dof: sum === 0 ? Infinity : 1 / sum, rule };
}
