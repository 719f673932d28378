/**
 * A mixed integer linear programme as plain data, and what a solver answers. Models are built in rules without a solver;
 * the service gives HiGHS to them (platform/solver), a test may give anything.
 */
export type Row = {
  readonly lower: number;
  readonly upper: number;
  readonly entries: readonly (readonly [column: number, value: number])[];
};

export type Programme = {
  readonly cost: number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly integer: boolean[];
  readonly rows: Row[];
};

/** `feasible`: the time was up, and this is the best so far; `nothing`: the time was up before any solution was found. */
export type Answer =
  | { readonly status: 'optimal' | 'feasible'; readonly values: readonly number[]; readonly objective: number; readonly bound: number }
  | { readonly status: 'infeasible' }
  | { readonly status: 'nothing' };

export type Solver = {
  /** Minimises, at most for so many seconds; an answer within `gap` (a share) of the best is good enough. */
  readonly solve: (programme: Programme, seconds: number, gap?: number) => Answer;
  readonly secondsLeft: () => number;
};

export const emptyProgramme = (): Programme => ({ cost: [], lower: [], upper: [], integer: [], rows: [] });

/** Adds a variable and answers its column. */
export function addVariable(
  programme: Programme,
  { cost = 0, lower = 0, upper = Infinity, integer = false }: { cost?: number; lower?: number; upper?: number; integer?: boolean },
): number {
  programme.cost.push(cost);
  programme.lower.push(lower);
  programme.upper.push(upper);
  programme.integer.push(integer);
  return programme.cost.length - 1;
}

export const addBinary = (programme: Programme, cost = 0, upper = 1): number => addVariable(programme, { cost, upper, integer: true });

export const atMost = (programme: Programme, upper: number, entries: Row['entries']): void =>
  void programme.rows.push({ lower: -Infinity, upper, entries });
export const atLeast = (programme: Programme, lower: number, entries: Row['entries']): void =>
  void programme.rows.push({ lower, upper: Infinity, entries });
export const exactly = (programme: Programme, value: number, entries: Row['entries']): void =>
  void programme.rows.push({ lower: value, upper: value, entries });

/** How far the value may still be from the best, as a share of the value; 0: proven best. */
export const gapOf = (objective: number, bound: number): number =>
  objective <= bound + 1e-6 ? 0 : (objective - bound) / Math.max(Math.abs(objective), 1e-9);
