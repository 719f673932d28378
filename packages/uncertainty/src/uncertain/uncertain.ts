/**
 * An uncertain quantity: an estimate that knows which elementary influences it depends on, and how strongly (linear propagation,
 * JCGM 100 5.1 and 5.2, defined by running ordinary code). Quantities are immutable. Each remembers the operation that made it; its
 * components are found in one backward pass when they are asked for. So that neither memory nor a pass can grow without bound, a quantity
 * whose pass would be long for what it yields is settled when it is made; this depends on how it was made and on nothing that is asked
 * later, so that asking never changes a digit.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { DofRule } from '../gum/degrees-of-freedom.ts';
import { combined, nothing, sizeOf, work, type Term } from './components.ts';
import { requireSameInfluence, requireSameResult, type Components, type Dependence, type Influence, type Result } from './influence.ts';
import { summaryOf, type Summary } from './summary.ts';

type Origin = { readonly influence: Influence } | { readonly result: Result };
type Operand = { readonly of: Uncertain; readonly slope: number };

/** A pass over fewer entries than this is never worth settling. */
const shortPass = 64;
/** Larger lists of components are found again rather than kept for each quantity that was asked. */
const mostKept = 4096;

const one = Float64Array.of(1);
const alone = (influence: Influence): Components => ({ influences: { items: [influence], slopes: one }, results: nothing.results });

/**
 * An immutable quantity with its estimate, standard uncertainty, effective degrees of freedom and its dependence on elementary influences.
 * `elementary`, `constant`, `result` and the operations make them.
 */
export class Uncertain {
  /** The estimate. */
  readonly value: number;
  readonly #origin: Origin | undefined;
  readonly #operands: readonly Operand[];
  /** Components as they take part in whatever is computed from this quantity. */
  readonly #settled: Components | undefined;
  /** Entries that a backward pass from here would handle, counted too high rather than too low. */
  readonly #cost: number;
  /** Components of the largest settled quantity that it would reach. */
  readonly #largest: number;
  #kept: Components | undefined;
  #summary: Summary | undefined;

  /** Quantities are made by `elementary`, `constant`, `result` and the operations, not by this constructor. */
  constructor(value: number, origin: Origin | undefined, operands: readonly Operand[]) {
    this.value = value;
    this.#origin = origin;
    let [cost, largest] = [0, 0];
    for (const { of } of operands) {
      cost += 1 + of.#cost;
      largest = Math.max(largest, of.#largest);
    }
    this.#operands = operands;
    if (origin !== undefined) this.#settled = 'influence' in origin ? alone(origin.influence) : origin.result.components;
    else if (operands.length === 0) this.#settled = nothing;
    else if (cost > 3 * largest + shortPass) {
      this.#settled = componentsThrough(this);
      this.#operands = [];
    }
    if (this.#settled === undefined) [this.#cost, this.#largest] = [cost, largest];
    else if (origin !== undefined && 'influence' in origin) [this.#cost, this.#largest] = [1, 0];
    else this.#cost = this.#largest = sizeOf(this.#settled);
  }

  /** The identifier of an elementary quantity or of a named result; undefined for anything in between. */
  get id(): string | undefined {
    return this.#named?.id;
  }
  get label(): string | undefined {
    return this.#named?.label;
  }
  /** The unit that its author wrote beside it; operations do not convert. */
  get unit(): string | undefined {
    return this.#named?.unit;
  }
  /** Standard uncertainty, in the unit of the value. */
  get u(): number {
    return this.#summed.u;
  }
  /** Effective degrees of freedom (Welch–Satterthwaite, JCGM 100 G.4.1), unrounded; Infinity where u is exact. */
  get dof(): number {
    return this.#summed.dof;
  }
  /** How the degrees of freedom were found. */
  get dofRule(): DofRule {
    return this.#summed.rule;
  }
  /** Derivatives with respect to every elementary influence and every named result, sorted by identifier. */
  get components(): Components {
    const known = this.#settled ?? this.#kept;
    if (known !== undefined) return known;
    const found = componentsThrough(this);
    if (sizeOf(found) <= mostKept) this.#kept = found;
    return found;
  }
  /** What `result` made, undefined for other quantities. */
  get result(): Result | undefined {
    return this.#origin !== undefined && 'result' in this.#origin ? this.#origin.result : undefined;
  }
  /** The elementary influence that this quantity is, undefined for others. */
  get influence(): Influence | undefined {
    return this.#origin !== undefined && 'influence' in this.#origin ? this.#origin.influence : undefined;
  }
  /** Whether it depends on nothing uncertain at all. */
  get isConstant(): boolean {
    return this.#settled === nothing;
  }
  /** Where a backward pass goes on from here: nowhere from a settled quantity. */
  get operands(): readonly Operand[] {
    return this.#settled === undefined ? this.#operands : [];
  }
  get #named(): Influence | Result | undefined {
    return this.influence ?? this.result;
  }
  get #summed(): Summary {
    this.#summary ??= summaryOf(this.components);
    return this.#summary;
  }
}

/** The unsettled quantities that `from` was computed from, each after all that it was computed from itself. Without recursion: chains are long. */
function inOrder(from: Uncertain): Uncertain[] {
  const order: Uncertain[] = [];
  const seen = new Set<Uncertain>([from]);
  const path: { readonly at: Uncertain; next: number }[] = [{ at: from, next: 0 }];
  for (let top = path[path.length - 1]; top !== undefined; top = path[path.length - 1]) {
    const operand = top.at.operands[top.next++]?.of;
    if (operand === undefined) {
      order.push(top.at);
      path.pop();
    } else if (operand.operands.length > 0 && !seen.has(operand)) {
      seen.add(operand);
      path.push({ at: operand, next: 0 });
    }
  }
  return order;
}

/** Sums of derivatives per identifier: what two archives hold under one name is one thing. */
class Ends<T extends { readonly id: string }> {
  readonly #terms = new Map<string, { readonly of: T; factor: number }>();
  readonly #requireSame: (a: T, b: T) => void;
  constructor(requireSame: (a: T, b: T) => void) {
    this.#requireSame = requireSame;
  }
  add(of: T, factor: number): void {
    const known = this.#terms.get(of.id);
    if (known === undefined) this.#terms.set(of.id, { of, factor });
    else {
      this.#requireSame(known.of, of);
      known.factor += factor;
    }
  }
  get terms(): readonly Term<T>[] {
    return [...this.#terms.values()];
  }
}

/** The backward pass: derivative of `from` with respect to all that it was computed from. */
function componentsThrough(from: Uncertain): Components {
  const adjoints = new Map<Uncertain, number>([[from, 1]]);
  const influences = new Ends<Influence>(requireSameInfluence);
  const results = new Ends<Result>(requireSameResult);
  const others = new Map<Uncertain, number>();
  const order = inOrder(from);
  for (let index = order.length - 1; index >= 0; index--) {
    const quantity = order[index] as Uncertain;
    const adjoint = adjoints.get(quantity) ?? 0;
    work.steps += quantity.operands.length;
    for (const { of, slope } of quantity.operands) {
      const part = adjoint * slope;
      if (of.influence !== undefined) influences.add(of.influence, part);
      else if (of.result !== undefined) results.add(of.result, part);
      else {
        const sums = of.operands.length > 0 ? adjoints : others;
        sums.set(of, (sums.get(of) ?? 0) + part);
      }
    }
  }
  const settled = [...others].map(([of, factor]): Term<Components> => ({ of: of.components, factor }));
  const found = combined(influences.terms, results.terms, settled);
  requireFinite(found.influences);
  requireFinite(found.results);
  return found;
}

function requireFinite({ items, slopes }: Dependence<{ readonly id: string }>): void {
  const at = slopes.findIndex((slope) => !Number.isFinite(slope));
  if (at < 0) return;
  throw new InvalidInput(items[at]?.id ?? '', [
    '灵敏系数超出可表示的范围，请改用更合适的单位',
    'the sensitivity coefficient is beyond what can be represented; choose other units',
  ]);
}

/** A number, or an exact quantity. */
export type Quantity = Uncertain | number;

/** A quantity without uncertainty. @throws InvalidInput unless it is a finite number @example constant(2).u // 0 */
export function constant(value: number): Uncertain {
  if (typeof value === 'number' && Number.isFinite(value)) return new Uncertain(value, undefined, []);
  throw new InvalidInput('value', ['常数应为有限的数', 'a constant is a finite number']);
}

/** The quantity itself, or a number as a constant. @throws InvalidInput naming the operation */
export function asUncertain(quantity: Quantity, place: string): Uncertain {
  if (quantity instanceof Uncertain) return quantity;
  if (typeof quantity === 'number' && Number.isFinite(quantity)) return new Uncertain(quantity, undefined, []);
  throw new InvalidInput(place, ['应为量或有限的数', 'a quantity or a finite number is expected']);
}

/**
 * A quantity computed by other means: its value, and its derivative with respect to each quantity that it depends on (for functions that
 * are not here). Derivatives with respect to constants are not looked at.
 * @param place what an error names
 * @throws InvalidInput where value or derivative is not finite, which is where linear propagation does not apply
 * @example derived(8, [[12, elementary({ id: 'x', value: 2, u: 0.1 })]], 'cube').u // 1.2
 */
export function derived(value: number, dependence: readonly (readonly [slope: number, on: Uncertain])[], place: string): Uncertain {
  if (!Number.isFinite(value))
    throw new InvalidInput(place, [`在估计值处结果不是有限数（${value}）`, `the value at the estimate is not finite (${value})`]);
  const operands: Operand[] = [];
  for (const [slope, of] of dependence) {
    if (of.isConstant) continue;
    if (!Number.isFinite(slope))
      throw new InvalidInput(place, [
        '在估计值处偏导数不是有限数，线性传播不适用',
        'the derivative is not finite at the estimate; linear propagation does not apply there',
      ]);
    operands.push({ of, slope });
  }
  return new Uncertain(value, undefined, operands);
}
