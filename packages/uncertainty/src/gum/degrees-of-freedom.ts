/**
 * Components for the effective degrees of freedom (JCGM 100 G.4.1, Welch–Satterthwaite). The formula wants independent components; correlated
 * inputs count as one component: readings taken together with n − 1 degrees of freedom, as each of them has, and other correlated inputs with
 * the least of those that contribute, which never promises more than the data hold.
 */
import type { Model } from '../model/model.ts';

export type DofRule = 'welch-satterthwaite' | 'welch-satterthwaite-simultaneous' | 'welch-satterthwaite-least-of-correlated';
/** Correlated inputs that count as one; a group depends on no input outside of it, so that its part of u² is the sum of its members' parts. */
export type Component = {
  readonly members: readonly number[];
  /** Undefined: the least of its contributing members. */ readonly dof: number | undefined;
};

/**
 * The components that count by themselves: groups of correlated inputs with their degrees of freedom, the indices of the inputs that
 * stand alone, and the rule that was used.
 */
export function componentsOf(
  inputs: Model['inputs'],
  { groups }: Model['correlations'],
): { readonly groups: readonly Component[]; readonly single: Int32Array; readonly rule: DofRule } {
  const components = groups.map((group): Component & { readonly kind: string } => ({
    kind: group.kind,
    members: group.members,
    dof: group.kind === 'simultaneous' ? group.readings - 1 : undefined,
  }));
  const finite = components.filter(
    ({ dof, members }) => dof !== undefined || members.some((member) => Number.isFinite(inputs[member]?.dof)),
  );
  const grouped = new Set(groups.flatMap(({ members }) => members));
  return {
    groups: components,
    single: Int32Array.from(inputs.map((_, index) => index).filter((index) => !grouped.has(index))),
    rule: finite.some(({ kind }) => kind === 'given')
      ? 'welch-satterthwaite-least-of-correlated'
      : finite.length > 0
        ? 'welch-satterthwaite-simultaneous'
        : 'welch-satterthwaite',
  };
}
