/**
 * What an uncertain quantity depends on, and what tells two of them apart: elementary influences and named results, each under a globally
 * unique identifier that its author gives ("certificate 2026-0117/mass"). The same identifier always means the same thing; where two
 * definitions of it contradict each other nothing is computed, because their correlation would be a guess.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';

/** An elementary quantity as its author states it; u, value in `unit`. */
export type Definition = {
  readonly id: string;
  readonly value: number;
  readonly u: number;
  /** Infinity where u is exact (JCGM 100 4.3.6 note). */
  readonly dof: number;
  readonly label: string | undefined;
  readonly unit: string | undefined;
};

/** Elementary quantities that are correlated among each other, and with nothing else. */
export type Group = {
  /** Through stated coefficients (JCGM 100 5.2), or through readings taken together (JCGM 100 H.2): those share n − 1 degrees of freedom. */
  readonly kind: 'given' | 'simultaneous';
  /** Two or more, sorted by identifier. */
  readonly members: readonly Definition[];
  /** Correlation coefficients of the members, row by row. */
  readonly correlation: Float64Array;
  /** How many readings were taken together; 0 for stated coefficients. */
  readonly readings: number;
};

export type Influence = Definition & {
  readonly group: Group | undefined;
  /** Its row in the group. */
  readonly position: number;
};

/** Things under identifiers, sorted by them, with the derivative of a quantity with respect to each. */
export type Dependence<T extends { readonly id: string }> = { readonly items: readonly T[]; readonly slopes: Float64Array };

/** What a quantity depends on: elementary influences, and the named results it was computed from (directly or through other results). */
export type Components = { readonly influences: Dependence<Influence>; readonly results: Dependence<Result> };

/** A named intermediate or final result, frozen: traceability chains are made of these. */
export type Result = {
  readonly id: string;
  readonly value: number;
  readonly label: string | undefined;
  readonly unit: string | undefined;
  readonly components: Components;
};

/** Order of identifiers: by UTF-16 code units, the same on every machine. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const written = (value: number | string | undefined): string => (value === undefined ? '—' : String(value));

/** The refusal of two definitions under one identifier: what differs, and how. */
export function contradiction(
  place: string,
  what: readonly [zh: string, en: string],
  a?: number | string,
  b?: number | string,
): InvalidInput {
  const both = a === undefined && b === undefined ? '' : ` (${written(a)} ≠ ${written(b)})`;
  return new InvalidInput(place, [
    `同一标识的两个定义互相矛盾：${what[0]}不同${both}；请核对来源，为不同的量使用不同的标识`,
    `two definitions under this identifier contradict each other: ${what[1]} differ${both}; check where they come from, and name different quantities differently`,
  ]);
}

/** Pairs found equal: results and groups are compared once, not at each operation. */
const agreed = new WeakMap<object, WeakSet<object>>();
function once(a: object, b: object, compare: () => void): void {
  if (agreed.get(a)?.has(b) === true) return;
  compare();
  const known = agreed.get(a) ?? new WeakSet<object>();
  known.add(b);
  agreed.set(a, known);
}

function requireSameDefinition(a: Definition, b: Definition): void {
  const place = `influences.${a.id}`;
  if (a.value !== b.value) throw contradiction(`${place}.value`, ['估计值', 'the estimates'], a.value, b.value);
  if (a.u !== b.u) throw contradiction(`${place}.u`, ['标准不确定度', 'the standard uncertainties'], a.u, b.u);
  if (a.dof !== b.dof) throw contradiction(`${place}.dof`, ['自由度', 'the degrees of freedom'], a.dof, b.dof);
  if (a.unit !== b.unit) throw contradiction(`${place}.unit`, ['单位', 'the units'], a.unit, b.unit);
}

const idsOf = (group: Group): string => {
  const ids = group.members.map(({ id }) => id);
  return ids.length > 5 ? `${ids.slice(0, 5).join(', ')}, … ${ids.length}` : ids.join(', ');
};

/** @throws InvalidInput at the influence, where the two are not the same set with the same coefficients */
export function requireSameGroup(id: string, a: Group | undefined, b: Group | undefined): void {
  if (a === b) return;
  const place = `influences.${id}.correlation`;
  const sets: readonly [string, string] = ['与之相关的量', 'the quantities it is correlated with'];
  if (a === undefined || b === undefined)
    throw contradiction(place, sets, a === undefined ? undefined : idsOf(a), b === undefined ? undefined : idsOf(b));
  once(a, b, () => {
    if (a.kind !== b.kind || a.readings !== b.readings)
      throw contradiction(place, ['相关性的来源', 'the grounds of the correlation'], `${a.kind} ${a.readings}`, `${b.kind} ${b.readings}`);
    if (a.members.length !== b.members.length || a.members.some((member, index) => member.id !== b.members[index]?.id))
      throw contradiction(place, sets, idsOf(a), idsOf(b));
    a.members.forEach((member, index) => requireSameDefinition(member, b.members[index] ?? member));
    a.correlation.forEach((r, index) => {
      if (r !== b.correlation[index]) throw contradiction(place, ['相关系数', 'the correlation coefficients'], r, b.correlation[index]);
    });
  });
}

/** @throws InvalidInput naming identifier and field where one identifier has two meanings */
export function requireSameInfluence(a: Influence, b: Influence): void {
  if (a === b) return;
  requireSameDefinition(a, b);
  requireSameGroup(a.id, a.group, b.group);
}

function requireSameSlopes<T extends { readonly id: string }>(place: string, a: Dependence<T>, b: Dependence<T>): void {
  const what: readonly [string, string] = ['对影响量的依赖关系', 'what they depend on'];
  if (a.items.length !== b.items.length) throw contradiction(place, what, a.items.length, b.items.length);
  a.items.forEach((item, index) => {
    const other = b.items[index];
    if (item.id !== other?.id) throw contradiction(place, what, item.id, other?.id);
    if (a.slopes[index] !== b.slopes[index]) throw contradiction(`${place}.${item.id}`, what, a.slopes[index], b.slopes[index]);
  });
}

/** @throws InvalidInput naming identifier and field where one identifier has two meanings */
export function requireSameResult(a: Result, b: Result): void {
  if (a === b) return;
  once(a, b, () => {
    const place = `results.${a.id}`;
    if (a.value !== b.value) throw contradiction(`${place}.value`, ['估计值', 'the estimates'], a.value, b.value);
    if (a.unit !== b.unit) throw contradiction(`${place}.unit`, ['单位', 'the units'], a.unit, b.unit);
    requireSameSlopes(`${place}.influences`, a.components.influences, b.components.influences);
    requireSameSlopes(`${place}.results`, a.components.results, b.components.results);
    a.components.influences.items.forEach((item, index) => requireSameInfluence(item, b.components.influences.items[index] ?? item));
  });
}
