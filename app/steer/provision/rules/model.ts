import { addBinary, addVariable, atLeast, atMost, emptyProgramme, type Programme } from '../../../kernel/programme.ts';
import { coverChancesOf, priceOf, type Chance } from './cover.ts';
import { keyOf, monthsBetween, waysOf, yearOf, type Scenario, type Target, type Way } from './scenario.ts';

/** A constraint that has a name: what may conflict with others, and what may bind. */
export type Group =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'budget'; readonly year: number }
  | { readonly kind: 'people'; readonly region: string }
  | { readonly kind: 'examinations' }
  | { readonly kind: 'visits' }
  | { readonly kind: 'forced'; readonly region: string; readonly item: string };

export type Chances = {
  readonly ways: readonly Way[];
  /** Of each gap. */
  readonly covers: readonly Chance[];
};

export const chancesOf = (scenario: Scenario): Chances => ({ ways: waysOf(scenario), covers: coverChancesOf(scenario) });

export function groupsOf(scenario: Scenario): Group[] {
  const { limits } = scenario;
  const regions = [...new Set(scenario.gaps.map(({ region }) => region))];
  const forced = limits.forced.filter(({ option }) => option !== 'none');
  return [
    ...limits.targets.map((target): Group => ({ kind: 'target', target })),
    ...limits.budgets.map(({ year }): Group => ({ kind: 'budget', year })),
    ...(limits.people === null ? [] : regions.map((region): Group => ({ kind: 'people', region }))),
    ...(limits.examinationsPerMonth === null ? [] : [{ kind: 'examinations' } as const]),
    // Only where somebody has nobody else to go to can the visits stand in the way of a plan.
    ...(coverChancesOf(scenario).some(({ kind }) => kind === 'only') ? [{ kind: 'visits' } as const] : []),
    ...forced
      .filter((rule) => scenario.gaps.some((gap) => keyOf(gap) === keyOf(rule)))
      .map(({ region, item }): Group => ({ kind: 'forced', region, item })),
  ];
}

/** What a target still asks of the gaps: a number of cells, or of instruments. */
export function neededFor(scenario: Scenario, target: Target): { readonly needed: number; readonly weightOf: (gap: number) => number } {
  if (target.list === 'demand') {
    const there = scenario.inPlace.reduce((sum, cell) => sum + (cell.instruments ?? 0), 0);
    const all = scenario.gaps.reduce((sum, gap) => sum + (gap.instruments ?? 0), there);
    return { needed: Math.ceil((all * target.percent) / 100 - 1e-9) - there, weightOf: (gap) => scenario.gaps[gap]?.instruments ?? 0 };
  }
  const there = scenario.inPlace.filter(({ list }) => list === target.list).length;
  const all = there + scenario.gaps.filter(({ list }) => list === target.list).length;
  return {
    needed: Math.ceil((all * target.percent) / 100 - 1e-9) - there,
    weightOf: (gap) => (scenario.gaps[gap]?.list === target.list ? 1 : 0),
  };
}

/** By the end of a month: whether a way is in place then. */
export const isDoneBy = (scenario: Scenario, way: Way, month: string): boolean =>
  way.done <= monthsBetween(scenario.limits.from, month) + 1;

export type Model = {
  readonly programme: Programme;
  readonly wayColumns: readonly number[];
  /** Of each gap a column for each month that says whether the mobile laboratory covers it then; none where that is not a question. */
  readonly mobileColumns: readonly (readonly number[])[];
  /** What is spent whatever is chosen. */
  readonly constant: number;
  readonly slack: number | null;
};

type Entries = (readonly [number, number])[];

/**
 * The programme of a scenario. `groups`: the constraints that hold; `soft`: one of them that may be broken, and its breach alone counts;
 * `isQuestion`: only whether there is a solution.
 */
export function modelOf(
  scenario: Scenario,
  chances: Chances,
  { groups, soft, isQuestion = false }: { groups: readonly Group[]; soft?: Group; isQuestion?: boolean },
): Model {
  const { limits } = scenario;
  const programme = emptyProgramme();
  // Nothing to choose is a scenario too: the solver wants a column.
  addVariable(programme, { upper: 0 });
  const counts = soft === undefined && !isQuestion;
  const priceOfMonth = (gap: number): number => {
    const chance = chances.covers[gap];
    const cover = chance?.kind === 'question' ? chance.before : chance?.kind === 'only' ? chance.mobile : chance?.cover;
    return (cover === undefined ? 0 : priceOf(scenario, cover)) + scenario.general.waiting;
  };
  const wayColumns = chances.ways.map((way) =>
    addBinary(programme, counts ? way.capital + way.running - priceOfMonth(way.gap) * (limits.months - way.done) : 0),
  );
  const slack = soft === undefined ? null : addVariable(programme, { cost: 1 });
  const waysWhere = (is: (way: Way) => boolean, valueOf: (way: Way) => number = () => 1): Entries =>
    chances.ways.flatMap((way, index) => (is(way) ? [[wayColumns[index] ?? 0, valueOf(way)] as const] : []));
  const relieved = (group: Group, value: number): Entries => (group === soft && slack !== null ? [[slack, value]] : []);

  scenario.gaps.forEach((_, gap) =>
    atMost(
      programme,
      1,
      waysWhere((way) => way.gap === gap),
    ),
  );
  for (const group of groups) {
    if (group.kind === 'target') {
      const { needed, weightOf } = neededFor(scenario, group.target);
      const entries = waysWhere(
        (way) => weightOf(way.gap) > 0 && isDoneBy(scenario, way, group.target.month),
        (way) => weightOf(way.gap),
      );
      atLeast(programme, needed, [...entries, ...relieved(group, 1)]);
    } else if (group.kind === 'budget') {
      const yuan = limits.budgets.find(({ year }) => year === group.year)?.yuan ?? 0;
      const entries = waysWhere(
        (way) => way.capital > 0 && yearOf(limits, way.start) === group.year,
        (way) => way.capital,
      );
      atMost(programme, yuan, [...entries, ...relieved(group, -1)]);
    } else if (group.kind === 'forced') {
      atLeast(programme, 1, [...waysWhere(({ gap }) => keyOf(scenario.gaps[gap] ?? group) === keyOf(group)), ...relieved(group, 1)]);
    } else if (group.kind !== 'visits') {
      for (let month = 0; month < limits.months; month += 1) {
        const entries =
          group.kind === 'people'
            ? waysWhere(
                (way) => way.people > 0 && scenario.gaps[way.gap]?.region === group.region && way.start <= month && month < way.done,
                (way) => way.people,
              )
            : waysWhere((way) => way.option === 'build' && way.examination === month);
        if (entries.length === 0) continue;
        const upper = group.kind === 'people' ? (limits.people ?? 0) : (limits.examinationsPerMonth ?? 0);
        atMost(programme, upper, [...entries, ...relieved(group, -1)]);
      }
    }
  }

  const isInPlaceBefore = (gap: number, month: number) => (way: Way) => way.gap === gap && way.done <= month;
  const months = Array.from({ length: limits.months }, (_, month) => month);
  const mobileColumns = chances.covers.map((chance, gap): number[] => {
    if (chance.kind !== 'question' || !counts) return [];
    const columns = months.map(() => addBinary(programme, -chance.saved));
    columns.forEach((column, month) => {
      atMost(programme, 1, [[column, 1], ...waysWhere(isInPlaceBefore(gap, month))]);
      const before = columns[month - 1];
      // Once it comes it stays until the gap is closed.
      if (before !== undefined)
        atMost(programme, 0, [
          [before, 1],
          [column, -1],
          ...waysWhere(
            (way) => way.gap === gap && way.done === month,
            () => -1,
          ),
        ]);
    });
    return columns;
  });
  const visits = groups.find(({ kind }) => kind === 'visits');
  const only = visits
    ? chances.covers.flatMap((chance, gap) => (chance.kind === 'only' ? [{ gap, visits: chance.mobile.visits }] : []))
    : [];
  if (limits.visitsPerMonth !== null)
    for (const month of months) {
      const chosen = mobileColumns.flatMap((columns, gap): Entries => {
        const chance = chances.covers[gap];
        const column = columns[month];
        return chance?.kind === 'question' && column !== undefined ? [[column, chance.mobile.visits]] : [];
      });
      const ended = only.flatMap((one) => waysWhere(isInPlaceBefore(one.gap, month), () => -one.visits));
      if (chosen.length + only.length === 0) continue;
      const needed = only.reduce((sum, one) => sum + one.visits, 0);
      atMost(programme, limits.visitsPerMonth - needed, [...chosen, ...ended, ...(visits ? relieved(visits, -1) : [])]);
    }
  return {
    programme,
    wayColumns,
    mobileColumns,
    constant: counts ? scenario.gaps.reduce((sum, _, gap) => sum + priceOfMonth(gap) * limits.months, 0) : 0,
    slack,
  };
}
