import { addBinary, atLeast, emptyProgramme, exactly, type Solver } from '../../../kernel/programme.ts';

export type Tour = {
  /** Numbers of the places from 1, in the order of the visit. */
  readonly order: readonly number[];
  readonly minutes: number;
  /** No tour is shorter than this. */
  readonly bound: number;
};

const cell = (table: readonly (readonly number[])[], from: number, to: number): number => table[from]?.[to] ?? 0;

/** The length of a tour from 0 through the places and back. */
export const tourLength = (table: readonly (readonly number[])[], order: readonly number[]): number =>
  order.length === 0
    ? 0
    : [...order, 0].reduce((sum, place, index) => sum + cell(table, index === 0 ? 0 : (order[index - 1] ?? 0), place), 0);

/**
 * The shortest tour from 0 through all places and back (travelling salesman, symmetric): two edges at each place, and every set of
 * places that an answer leaves apart gets its cut (Dantzig, Fulkerson and Johnson 1954) until the tour is one. When the time is up, the
 * nearest place comes next, and the bound tells how far that may be from the best.
 */
export function shortestTour(table: readonly (readonly number[])[], solver: Solver): Tour {
  const places = table.length - 1;
  if (places <= 2) {
    const order = Array.from({ length: places }, (_, index) => index + 1);
    const minutes = tourLength(table, order);
    return { order, minutes, bound: minutes };
  }
  const programme = emptyProgramme();
  const edges: { readonly ends: readonly [number, number]; readonly column: number }[] = [];
  for (let from = 0; from <= places; from += 1)
    for (let to = from + 1; to <= places; to += 1) edges.push({ ends: [from, to], column: addBinary(programme, cell(table, from, to)) });
  for (let node = 0; node <= places; node += 1)
    exactly(
      programme,
      2,
      edges.filter(({ ends }) => ends.includes(node)).map(({ column }) => [column, 1]),
    );
  let bound = 0;
  while (solver.secondsLeft() > 0) {
    const answer = solver.solve(programme, solver.secondsLeft());
    if (answer.status === 'infeasible' || answer.status === 'nothing') break;
    bound = Math.max(bound, answer.bound);
    const used = edges.filter(({ column }) => (answer.values[column] ?? 0) > 0.5).map(({ ends }) => ends);
    const parts = componentsOf(places + 1, used);
    if (parts.length === 1) {
      const order = walk(used);
      return { order, minutes: tourLength(table, order), bound };
    }
    if (answer.status === 'feasible') break;
    for (const part of parts) {
      const inside = new Set(part);
      atLeast(
        programme,
        2,
        edges.filter(({ ends: [from, to] }) => inside.has(from) !== inside.has(to)).map(({ column }) => [column, 1]),
      );
    }
  }
  const order = nearestNext(table);
  return { order, minutes: tourLength(table, order), bound };
}

function componentsOf(count: number, edges: readonly (readonly [number, number])[]): number[][] {
  const parent = Array.from({ length: count }, (_, index) => index);
  const root = (node: number): number => (parent[node] === node ? node : root(parent[node] ?? node));
  for (const [from, to] of edges) parent[root(from)] = root(to);
  const parts = new Map<number, number[]>();
  for (let node = 0; node < count; node += 1) parts.set(root(node), [...(parts.get(root(node)) ?? []), node]);
  return [...parts.values()];
}

/** The places of a closed tour in order, from 0 into the direction of the smaller number. */
function walk(edges: readonly (readonly [number, number])[]): number[] {
  const beside = new Map<number, number[]>();
  for (const [from, to] of edges) {
    beside.set(from, [...(beside.get(from) ?? []), to]);
    beside.set(to, [...(beside.get(to) ?? []), from]);
  }
  const order: number[] = [];
  let [last, here] = [0, Math.min(...(beside.get(0) ?? [0]))];
  while (here !== 0) {
    order.push(here);
    const next: number = (beside.get(here) ?? []).find((node) => node !== last) ?? 0;
    [last, here] = [here, next];
  }
  return order;
}

function nearestNext(table: readonly (readonly number[])[]): number[] {
  const left = new Set(Array.from({ length: table.length - 1 }, (_, index) => index + 1));
  const order: number[] = [];
  let here = 0;
  while (left.size > 0) {
    here = [...left].reduce((best, place) => (cell(table, here, place) < cell(table, here, best) ? place : best));
    left.delete(here);
    order.push(here);
  }
  return order;
}
