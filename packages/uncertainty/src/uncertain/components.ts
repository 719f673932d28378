/**
 * Sparse dependence on influences and results, as arrays sorted by identifier: merging two takes one step for each entry. Sums of many
 * are merged in pairs, as merge sort does, so that n terms cost n·log n and not n² steps.
 */
import {
  byId,
  requireSameInfluence,
  requireSameResult,
  type Components,
  type Dependence,
  type Influence,
  type Result,
} from './influence.ts';

type Named = { readonly id: string };

/** The dependence of a constant. */
export const nothing: Components = {
  influences: { items: [], slopes: new Float64Array(0) },
  results: { items: [], slopes: new Float64Array(0) },
};

/** Entries that were handled since the program began: tests of growth read it, because clocks are noisy. */
export const work = { steps: 0 };

/** How many entries it has. */
export const sizeOf = ({ influences, results }: Components): number => influences.items.length + results.items.length;

function scaled<T extends Named>({ items, slopes }: Dependence<T>, factor: number): Dependence<T> {
  work.steps += items.length;
  return { items, slopes: slopes.map((slope) => slope * factor) };
}

function merged<T extends Named>(a: Dependence<T>, b: Dependence<T>, requireSame: (one: T, other: T) => void): Dependence<T> {
  if (a.items.length === 0) return b;
  if (b.items.length === 0) return a;
  work.steps += a.items.length + b.items.length;
  const items: T[] = [];
  const slopes = new Float64Array(a.items.length + b.items.length);
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [a.items[i], b.items[j]];
    if (one === undefined && other === undefined) break;
    if (other === undefined || (one !== undefined && one.id < other.id)) {
      slopes[items.length] = a.slopes[i++] as number;
      items.push(one as T);
    } else if (one === undefined || other.id < one.id) {
      slopes[items.length] = b.slopes[j++] as number;
      items.push(other);
    } else {
      if (one !== other) requireSame(one, other);
      slopes[items.length] = (a.slopes[i++] as number) + (b.slopes[j++] as number);
      items.push(one);
    }
  }
  return { items, slopes: slopes.slice(0, items.length) };
}

const mergedComponents = (a: Components, b: Components): Components => ({
  influences: merged(a.influences, b.influences, requireSameInfluence),
  results: merged(a.results, b.results, requireSameResult),
});

/** A term of a sum: something known, times a factor. */
export type Term<T> = { readonly of: T; readonly factor: number };

function sorted<T extends Named>(terms: readonly Term<T>[]): Dependence<T> {
  const inOrder = [...terms].sort((a, b) => byId(a.of, b.of));
  work.steps += terms.length;
  return { items: inOrder.map(({ of }) => of), slopes: Float64Array.from(inOrder, ({ factor }) => factor) };
}

/**
 * The dependence of a linear combination of influences, named results and other dependences. Each identifier stands at most once among
 * the influences, and once among the results. Results are taken in the order of their names, so that the digits do not depend on who asks.
 */
export function combined(
  influences: readonly Term<Influence>[],
  results: readonly Term<Result>[],
  others: readonly Term<Components>[],
): Components {
  const direct: Components = { influences: sorted(influences), results: sorted(results) };
  const throughResults = [...results].sort((a, b) => byId(a.of, b.of)).map(({ of, factor }) => ({ of: of.components, factor }));
  let terms = [...throughResults, ...others].map(({ of, factor }): Components => ({
    influences: scaled(of.influences, factor),
    results: scaled(of.results, factor),
  }));
  while (terms.length > 1) {
    const pairs: Components[] = [];
    for (let index = 0; index < terms.length; index += 2) {
      const [one = nothing, other = nothing] = [terms[index], terms[index + 1]];
      pairs.push(mergedComponents(one, other));
    }
    terms = pairs;
  }
  return mergedComponents(direct, terms[0] ?? nothing);
}
