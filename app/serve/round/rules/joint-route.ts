import { addBinary, addVariable, atLeast, atMost, emptyProgramme, exactly, type Solver } from '../../../kernel/programme.ts';
import type { RouteStop, TeamDay } from './route.ts';

/** More places, or more places times days, make the programme longer than anybody waits. */
const mostStops = 9;
const mostPairs = 36;

/**
 * Days and order of a few stops in one programme (arcs with the minutes at which a stop is left, after Miller, Tucker and Zemlin 1960).
 * Undefined: too many, or something is fixed by hand. Without groups the time was up before a plan was found; the bound still holds.
 */
export function jointRoute(
  stops: readonly RouteStop[],
  days: readonly TeamDay[],
  capacity: readonly number[],
  table: readonly (readonly number[])[],
  isQualified: (stop: RouteStop, day: TeamDay) => boolean,
  solver: Solver,
): { readonly groups: readonly (readonly number[])[] | undefined; readonly minutes: number; readonly bound: number } | undefined {
  if (stops.length > mostStops || stops.length * days.length > mostPairs || stops.some(({ fixed }) => fixed !== null)) return undefined;
  const programme = emptyProgramme();
  const minutes = (from: number, to: number): number => table[from]?.[to] ?? 0;
  const longest = Math.max(...capacity);
  const all = stops.map((_, index) => index);
  const arc = all.map((from) => all.map((to) => addBinary(programme, minutes(from + 1, to + 1), from === to ? 0 : 1)));
  const on = stops.map((stop) => days.map((day) => addBinary(programme, 0, isQualified(stop, day) ? 1 : 0)));
  const first = all.map((stop) => days.map(() => addBinary(programme, minutes(0, stop + 1))));
  const last = all.map((stop) => addBinary(programme, minutes(stop + 1, 0)));
  const left = stops.map((stop) => addVariable(programme, { lower: stop.minutes, upper: longest }));
  const at = (rows: readonly (readonly number[])[], row: number, column: number): number => rows[row]?.[column] ?? 0;
  const one = (columns: readonly number[]): [number, number][] => columns.map((column) => [column, 1]);
  for (const stop of all) {
    exactly(programme, 1, one(on[stop] ?? []));
    exactly(programme, 1, [...one(first[stop] ?? []), ...one(all.filter((other) => other !== stop).map((other) => at(arc, other, stop)))]);
    exactly(programme, 1, [[last[stop] ?? 0, 1], ...one(all.filter((other) => other !== stop).map((other) => at(arc, stop, other)))]);
    const whole = stops[stop]?.minutes ?? 0;
    atLeast(programme, whole, [
      [left[stop] ?? 0, 1],
      ...(first[stop] ?? []).map((column): [number, number] => [column, -minutes(0, stop + 1)]),
    ]);
    atMost(programme, 0, [
      [left[stop] ?? 0, 1],
      [last[stop] ?? 0, minutes(stop + 1, 0)],
      ...days.map((_, day): [number, number] => [at(on, stop, day), -(capacity[day] ?? 0)]),
    ]);
    days.forEach((_, day) =>
      atMost(programme, 0, [
        [at(first, stop, day), 1],
        [at(on, stop, day), -1],
      ]),
    );
    for (const next of all) {
      if (next === stop) continue;
      const needed = minutes(stop + 1, next + 1) + (stops[next]?.minutes ?? 0);
      atLeast(programme, -longest, [
        [left[next] ?? 0, 1],
        [left[stop] ?? 0, -1],
        [at(arc, stop, next), -(longest + needed)],
      ]);
      days.forEach((_, day) =>
        atMost(programme, 1, [
          [at(arc, stop, next), 1],
          [at(on, stop, day), 1],
          [at(on, next, day), -1],
        ]),
      );
    }
  }
  days.forEach((_, day) => atMost(programme, 1, one(all.map((stop) => at(first, stop, day)))));
  const answer = solver.solve(programme, solver.secondsLeft());
  if (answer.status === 'infeasible' || answer.status === 'nothing') return { groups: undefined, minutes: Infinity, bound: 0 };
  const groups = days.map((_, day) => all.filter((stop) => (answer.values[at(on, stop, day)] ?? 0) > 0.5));
  return { groups, minutes: answer.objective, bound: answer.bound };
}
