/**
 * A load per bench and day: which instruments come on which day to which bench. First as few instrument-days late as do, then the
 * highest load of a bench as low as can be. Benches hold one instrument or a rack of them; people must be qualified for what is tested.
 */
import type { Day } from '../../../kernel/day.ts';
import { toDayNumber } from '../../../kernel/day.ts';
import { addBinary, addVariable, atMost, emptyProgramme, exactly, gapOf, type Programme, type Solver } from '../../../kernel/programme.ts';

/** Instruments of one kind at one place that are due on the same day. */
export type LoadGroup = {
  readonly id: string;
  /** Whoever brings them comes once, where a day holds them. */
  readonly stop: string;
  readonly kind: string;
  /** null: never verified, due at once. */
  readonly dueOn: Day | null;
  readonly count: number;
  /** Fixed by hand. */
  readonly fixed: { readonly day: Day; readonly bench: string } | null;
};
export type Bench = {
  readonly id: string;
  readonly minutes: number;
  /** What it takes of each kind: a rack of so many positions is one run. */
  readonly kinds: Readonly<Record<string, { readonly minutes: number; readonly positions: number }>>;
  /** What is left of each day beside what is booked; a day that is not named has nothing left. Left out: every day is free. */
  readonly free?: Readonly<Record<Day, { readonly minutes: number; readonly instruments: number }>>;
};
export type Tester = { readonly id: string; readonly minutes: number; readonly kinds: readonly string[] };
export type LoadInput = {
  readonly groups: readonly LoadGroup[];
  readonly benches: readonly Bench[];
  /** Working days only. */
  readonly days: readonly Day[];
  /** None: people are not looked at. */
  readonly testers: readonly Tester[];
  /** Whoever brings instruments of a stop comes on one day, where one day holds them. */
  readonly together: boolean;
};
export type Load = { readonly group: string; readonly day: Day; readonly bench: string; readonly count: number };
export type LoadAnswer =
  | {
      readonly outcome: 'planned';
      readonly loads: readonly Load[];
      /** Days late, over all instruments. */
      readonly lateDays: number;
      /** Minutes of the fullest bench on its fullest day. */
      readonly peakMinutes: number;
      readonly gap: number;
    }
  | {
      readonly outcome: 'infeasible';
      /** Kinds that no bench takes, or nobody is qualified for. */
      readonly noBench: readonly string[];
      readonly noTester: readonly string[];
      readonly left: number;
      readonly days: number;
      readonly needed: number | null;
    };

/** A day of the calendar is not later; those that a search adds are. */
const lastKnownDay = '3000';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How late a day is for a group: what was never verified or is overdue counts from the first day on. */
export const daysLate = (dueOn: Day | null, day: Day, first: Day): number =>
  Math.max(0, toDayNumber(day) - Math.max(toDayNumber(first), dueOn === null ? 0 : toDayNumber(dueOn)));

export function proposeLoad(input: LoadInput, solver: Solver): LoadAnswer {
  const { groups, benches, days, testers } = input;
  const kinds = [...new Set(groups.map(({ kind }) => kind))];
  const noBench = kinds.filter((kind) => !benches.some((bench) => bench.kinds[kind] !== undefined));
  const noTester = testers.length === 0 ? [] : kinds.filter((kind) => !testers.some((tester) => tester.kinds.includes(kind)));
  const whole = sum(groups.map(({ count }) => count));
  if (noBench.length + noTester.length > 0 || (days.length === 0 && whole > 0))
    return { outcome: 'infeasible', noBench, noTester, left: whole, days: days.length, needed: null };
  if (whole === 0) return { outcome: 'planned', loads: [], lateDays: 0, peakMinutes: 0, gap: 0 };
  const model = build(input);
  const least = solveFor(model, model.late, solver);
  if (least === undefined) {
    const left = leftOver(input, solver);
    return { outcome: 'infeasible', noBench, noTester, left, days: days.length, needed: neededDays(input, solver) };
  }
  // One twentieth of an instrument-day is below what can differ and above what the solver rounds.
  atMost(model.programme, least.objective + 0.05, entriesOf(model.late));
  const lowest = solveFor(model, new Map([[model.peak, 1]]), solver) ?? least;
  return {
    outcome: 'planned',
    loads: model.columns.flatMap(({ group, day, bench, column }) => {
      const count = Math.round(lowest.values[column] ?? 0);
      return count === 0 ? [] : [{ group: group.id, day, bench: bench.id, count }];
    }),
    lateDays: Math.round(sum([...model.late].map(([column, cost]) => cost * (lowest.values[column] ?? 0)))),
    peakMinutes: Math.round(lowest.values[model.peak] ?? 0),
    gap: Math.max(gapOf(least.objective, least.bound), lowest === least ? 0 : gapOf(lowest.objective, lowest.bound)),
  };
}

type Column = { readonly group: LoadGroup; readonly day: Day; readonly bench: Bench; readonly column: number };
type Model = {
  readonly programme: Programme;
  readonly columns: readonly Column[];
  /** The columns whose value costs days, and how many. */
  readonly late: ReadonlyMap<number, number>;
  readonly peak: number;
};
const entriesOf = (costs: ReadonlyMap<number, number>): [number, number][] => [...costs];

function solveFor({ programme }: Model, costs: ReadonlyMap<number, number>, solver: Solver) {
  programme.cost.fill(0);
  for (const [column, cost] of costs) programme.cost[column] = cost;
  const answer = solver.solve(programme, solver.secondsLeft() / 2);
  return answer.status === 'infeasible' || answer.status === 'nothing' ? undefined : answer;
}

/** With `slack` an instrument may stay over: its column then counts what is left. */
function build(
  { groups, benches, days, testers, together }: LoadInput,
  slack = false,
): Model & { readonly left: ReadonlyMap<number, number> } {
  const programme = emptyProgramme();
  const first = days[0] ?? '';
  const left = new Map<number, number>();
  const late = new Map<number, number>();
  const columns: Column[] = [];
  for (const group of groups) {
    const own: number[] = [];
    for (const day of days)
      for (const bench of benches) {
        if (bench.kinds[group.kind] === undefined) continue;
        const possible = group.fixed === null || (group.fixed.day === day && group.fixed.bench === bench.id);
        const column = addVariable(programme, { upper: possible ? group.count : 0, integer: true });
        columns.push({ group, day, bench, column });
        own.push(column);
        if (daysLate(group.dueOn, day, first) > 0) late.set(column, daysLate(group.dueOn, day, first));
      }
    const over = addVariable(programme, { upper: slack ? group.count : 0 });
    left.set(over, 1);
    exactly(
      programme,
      group.count,
      [...own, over].map((column): [number, number] => [column, 1]),
    );
  }
  const peak = addVariable(programme, {});
  const worked = new Map<string, [number, number][]>();
  for (const day of days)
    for (const bench of benches) {
      const minutes: [number, number][] = [];
      const taken: [number, number][] = [];
      for (const [kind, { minutes: each, positions }] of Object.entries(bench.kinds)) {
        const here = columns.filter((one) => one.day === day && one.bench === bench && one.group.kind === kind);
        if (here.length === 0) continue;
        const runs = addVariable(programme, { integer: true });
        taken.push(...here.map(({ column }): [number, number] => [column, 1]));
        atMost(programme, 0, [...here.map(({ column }): [number, number] => [column, 1]), [runs, -positions]]);
        minutes.push([runs, each]);
        worked.set(`${day} ${kind}`, [...(worked.get(`${day} ${kind}`) ?? []), [runs, each]]);
      }
      // Days that stand for those to come are free.
      const left = bench.free === undefined || day > lastKnownDay ? undefined : (bench.free[day] ?? { minutes: 0, instruments: 0 });
      atMost(programme, left?.minutes ?? bench.minutes, minutes);
      if (left !== undefined) atMost(programme, left.instruments, taken);
      atMost(programme, 0, [...minutes, [peak, -1]]);
    }
  if (testers.length > 0) byQualified(programme, { days, testers, worked });
  if (together) onOneDay(programme, columns, { groups, benches, days });
  return { programme, columns, late, peak, left };
}

/** Whoever tests is registered for the kind: the minutes of each kind and day are shared out among those who are. */
function byQualified(
  programme: Programme,
  { days, testers, worked }: { days: readonly Day[]; testers: readonly Tester[]; worked: ReadonlyMap<string, readonly [number, number][]> },
): void {
  for (const day of days) {
    const spent = new Map<string, [number, number][]>();
    for (const [name, minutes] of worked) {
      if (!name.startsWith(`${day} `)) continue;
      const kind = name.slice(day.length + 1);
      const given = testers
        .filter(({ kinds }) => kinds.includes(kind))
        .map((tester): [number, number] => {
          const column = addVariable(programme, { upper: tester.minutes });
          spent.set(tester.id, [...(spent.get(tester.id) ?? []), [column, 1]]);
          return [column, -1];
        });
      atMost(programme, 0, [...minutes, ...given]);
    }
    for (const tester of testers) atMost(programme, tester.minutes, spent.get(tester.id) ?? []);
  }
}

/** What is brought from one place comes on one day, unless the place has more than any day holds or hands have fixed a part of it. */
function onOneDay(
  programme: Programme,
  columns: readonly Column[],
  { groups, benches, days }: Pick<LoadInput, 'groups' | 'benches' | 'days'>,
): void {
  const stops = new Map<string, LoadGroup[]>();
  for (const group of groups) stops.set(group.stop, [...(stops.get(group.stop) ?? []), group]);
  for (const [stop, members] of stops) {
    if (members.some(({ fixed }) => fixed !== null) || !fitsOneDay(members, benches)) continue;
    const chosen = days.map(() => addBinary(programme));
    exactly(
      programme,
      1,
      chosen.map((column) => [column, 1]),
    );
    days.forEach((day, at) => {
      const here = columns.filter((one) => one.group.stop === stop && one.day === day);
      for (const { group, column } of here)
        atMost(programme, 0, [
          [column, 1],
          [chosen[at] ?? 0, -group.count],
        ]);
    });
  }
}

/** Whether the empty benches of one day could take all of it, kind by kind on the benches that take the kind, cautiously: one bench each. */
function fitsOneDay(members: readonly LoadGroup[], benches: readonly Bench[]): boolean {
  const free = new Map(benches.map(({ id, minutes }) => [id, minutes]));
  for (const kind of new Set(members.map((group) => group.kind))) {
    const count = sum(members.filter((group) => group.kind === kind).map((group) => group.count));
    const taker = benches.find((bench) => {
      const one = bench.kinds[kind];
      return one !== undefined && Math.ceil(count / one.positions) * one.minutes <= (free.get(bench.id) ?? 0);
    });
    const one = taker?.kinds[kind];
    if (taker === undefined || one === undefined) return false;
    free.set(taker.id, (free.get(taker.id) ?? 0) - Math.ceil(count / one.positions) * one.minutes);
  }
  return true;
}

/** How many instruments the days do not hold at all. */
function leftOver(input: LoadInput, solver: Solver): number {
  const model = build({ ...input, together: false }, true);
  const answer = solveFor(model, model.left, solver);
  return answer === undefined ? 0 : Math.round(answer.objective);
}

/** How many days would do, as long as there is time to look; the days added stand for working days to come. */
function neededDays(input: LoadInput, solver: Solver): number | null {
  for (let more = 1; solver.secondsLeft() > 0 && more <= input.days.length * 3 + 60; more = Math.ceil(more * 1.3)) {
    const days = [...input.days, ...Array.from({ length: more }, (_, index) => `9${String(index).padStart(9, '0')}`)];
    const model = build({ ...input, days }, false);
    if (solveFor(model, new Map(), solver) !== undefined) return days.length;
  }
  return null;
}
