/**
 * Variance, covariance and effective degrees of freedom of quantities from their components (JCGM 100 5.2.2, G.4.1). Influences fall into
 * blocks that are independent of each other: a single influence, or a group of correlated ones; the rule for degrees of freedom is the one
 * of gum/degrees-of-freedom.ts.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { DofRule } from '../gum/degrees-of-freedom.ts';
import { contradiction, requireSameGroup, requireSameInfluence, type Components, type Group, type Influence } from './influence.ts';

/** What one independent block contributes to the covariances of k quantities, k × k row by row, relative to their scales. */
export type Block = {
  readonly covariance: Float64Array;
  readonly dof: number;
  /** Undefined for one influence alone, also where only one of its group takes part. */
  readonly correlated: Group['kind'] | undefined;
};

/** The largest contribution |c·u|; 0 where nothing contributes. @throws InvalidInput where it cannot be represented */
export function largestContribution({ influences: { items, slopes } }: Components): number {
  let largest = 0;
  for (let index = 0; index < items.length; index++)
    largest = Math.max(largest, Math.abs((slopes[index] as number) * (items[index] as Influence).u));
  if (largest < Infinity) return largest;
  throw new InvalidInput('u', tooLarge);
}
const tooLarge = [
  '不确定度超出可表示的范围，请改用更合适的单位',
  'the uncertainty is beyond what can be represented; choose other units',
] as const;

/** What contributions are divided by to keep their squares from overflow and underflow: the largest one, 1 where all are 0. */
export const scaleOf = (components: Components): number => largestContribution(components) || 1;

type Gathered = { readonly group: Group; readonly rows: (Float64Array | undefined)[] };

function has({ influences: { items } }: Components, id: string): boolean {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as Influence).id < id) low = middle + 1;
    else high = middle;
  }
  return items[low]?.id === id;
}

/** Of correlated influences that are in the sum: how many degrees of freedom they have together. */
function groupDof({ kind, members, readings }: Group, isTouched: (position: number) => boolean): number {
  if (kind === 'simultaneous') return readings - 1;
  return members.reduce((least, { dof }, position) => (isTouched(position) ? Math.min(least, dof) : least), Infinity);
}

/** One identifier stands in one group only, and what stands in a group stands nowhere else. */
function requireDisjoint(groups: Iterable<Gathered>, quantities: readonly Components[]): void {
  const owner = new Map<string, Group>();
  for (const { group, rows } of groups) {
    group.members.forEach(({ id }, position) => {
      const other = owner.get(id);
      if (other !== undefined) requireSameGroup(id, other, group);
      owner.set(id, group);
      quantities.forEach((quantity, index) => {
        if (Number.isNaN(rows[index]?.[position] ?? Number.NaN) && has(quantity, id))
          throw contradiction(`influences.${id}.correlation`, ['与之相关的量', 'the quantities it is correlated with']);
      });
    });
  }
}

/**
 * Calls `visit` for every independent block of influences that any of the quantities depends on, in the order of identifiers, groups last.
 * The covariance handed over is overwritten by the next one.
 * @param scales contributions are divided by these
 * @throws InvalidInput where one identifier has two meanings
 */
export function eachBlock(quantities: readonly Components[], scales: readonly number[], visit: (block: Block) => void): void {
  const k = quantities.length;
  const heads = Array.from({ length: k }, () => 0);
  const covariance = new Float64Array(k * k);
  const weights = new Float64Array(k);
  const groups = new Map<string, Gathered>();
  for (;;) {
    let first: Influence | undefined;
    for (let index = 0; index < k; index++) {
      const head = quantities[index]?.influences.items[heads[index] as number];
      if (head !== undefined && (first === undefined || head.id < first.id)) first = head;
    }
    if (first === undefined) break;
    const gathered = first.group === undefined ? undefined : gather(groups, first.group, k);
    for (let index = 0; index < k; index++) {
      const { items, slopes } = (quantities[index] as Components).influences;
      const at = heads[index] as number;
      const head = items[at];
      weights[index] = 0;
      if (head === undefined || head.id !== first.id) continue;
      if (head !== first) requireSameInfluence(first, head);
      weights[index] = ((slopes[at] as number) * head.u) / (scales[index] as number);
      heads[index] = at + 1;
      if (gathered === undefined) continue;
      const row = (gathered.rows[index] ??= new Float64Array(gathered.group.members.length).fill(Number.NaN));
      row[head.position] = weights[index] as number;
    }
    if (gathered !== undefined) continue;
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) covariance[a * k + b] = (weights[a] as number) * (weights[b] as number);
    visit({ covariance, dof: first.dof, correlated: undefined });
  }
  requireDisjoint(groups.values(), quantities);
  for (const { group, rows } of groups.values()) visitGroup(group, rows, k, covariance, visit);
}

function gather(groups: Map<string, Gathered>, group: Group, k: number): Gathered {
  const key = group.members[0]?.id ?? '';
  const known = groups.get(key);
  if (known === undefined) {
    const gathered: Gathered = { group, rows: Array.from({ length: k }, () => undefined) };
    groups.set(key, gathered);
    return gathered;
  }
  requireSameGroup(key, known.group, group);
  return known;
}

function visitGroup(
  group: Group,
  rows: readonly (Float64Array | undefined)[],
  k: number,
  covariance: Float64Array,
  visit: (block: Block) => void,
): void {
  const n = group.members.length;
  const isTouched = (position: number): boolean => rows.some((row) => Math.abs(row?.[position] ?? 0) > 0);
  const touched = Array.from({ length: n }, (_, position) => position).filter(isTouched);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      const [left, right] = [rows[a], rows[b]];
      let sum = 0;
      if (left !== undefined && right !== undefined) {
        for (const i of touched) {
          const weight = left[i] as number;
          if (Number.isNaN(weight)) continue;
          for (const j of touched) {
            const other = right[j] as number;
            if (!Number.isNaN(other)) sum += (group.correlation[i * n + j] as number) * (weight * other);
          }
        }
      }
      // Rounding can leave a tiny negative variance of what cancels.
      covariance[a * k + b] = covariance[b * k + a] = a === b ? Math.max(0, sum) : sum;
    }
  }
  visit({ covariance, dof: groupDof(group, isTouched), correlated: touched.length > 1 ? group.kind : undefined });
}

export type Summary = { readonly u: number; readonly dof: number; readonly rule: DofRule };

/** The name of the rule, from the correlated blocks of finite degrees of freedom that took part. */
export class RuleName {
  rule: DofRule = 'welch-satterthwaite';
  add({ correlated, dof }: Block): void {
    if (correlated === undefined || dof === Infinity || this.rule === 'welch-satterthwaite-least-of-correlated') return;
    this.rule = correlated === 'simultaneous' ? 'welch-satterthwaite-simultaneous' : 'welch-satterthwaite-least-of-correlated';
  }
}

/** @throws InvalidInput where u cannot be represented */
export function summaryOf(components: Components): Summary {
  const scale = scaleOf(components);
  const parts: number[] = [];
  const dofs: number[] = [];
  const name = new RuleName();
  let variance = 0;
  eachBlock([components], [scale], (block) => {
    const part = block.covariance[0] as number;
    variance += part;
    name.add(block);
    if (block.dof === Infinity || part === 0) return;
    parts.push(part);
    dofs.push(block.dof);
  });
  const u = scale * Math.sqrt(variance);
  if (u === Infinity) throw new InvalidInput('u', tooLarge);
  // Shares of u² keep the fourth powers from underflow.
  const sum = parts.reduce((total, part, index) => total + ((part / variance) * (part / variance)) / (dofs[index] as number), 0);
  return { u, dof: sum === 0 ? Infinity : 1 / sum, rule: name.rule };
}
