import { addBinary, addVariable, atLeast, atMost, emptyProgramme, type Programme } from '../../../kernel/programme.ts';
import { coversOf, keyOf, monthsBetween, waysOf, yearOf, type Cover, type Scenario, type Target, type Way } from './scenario.ts';

/** A constraint that has a name: what may conflict with others, and what may bind. */
export type Group =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'budget'; readonly year: number }
  | { readonly kind: 'people'; readonly region: string }
  | { readonly kind: 'examinations' }
  | { readonly kind: 'forced'; readonly region: string; readonly item: string };

export const priceOf = (scenario: Scenario, cover: Cover): number => cover.yuan + cover.kilometres * scenario.general.kilometre;

export type Chances = {
  readonly ways: readonly Way[];
  /** Of each gap, the cheapest first. */
  readonly covers: readonly (readonly Cover[])[];
};

export function chancesOf(scenario: Scenario): Chances {
  const covers = coversOf(scenario);
  return {
    ways: waysOf(scenario),
    covers: scenario.gaps.map((_, gap) =>
      covers.filter((cover) => cover.gap === gap).sort((one, other) => priceOf(scenario, one) - priceOf(scenario, other)),
    ),
  };
}

export function groupsOf(scenario: Scenario): Group[] {
  const { limits } = scenario;
  const regions = [...new Set(scenario.gaps.map(({ region }) => region))];
  const forced = limits.forced.filter(({ option }) => option !== 'none');
  return [
    ...limits.targets.map((target): Group => ({ kind: 'target', target })),
    ...limits.budgets.map(({ year }): Group => ({ kind: 'budget', year })),
    ...(limits.people === null ? [] : regions.map((region): Group => ({ kind: 'people', region }))),
    ...(limits.examinationsPerMonth === null ? [] : [{ kind: 'examinations' } as const]),
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
  /** Of each gap the column that says whether the mobile laboratory goes there; null where that is not a question. */
  readonly mobileColumns: readonly (number | null)[];
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
  const waits = scenario.gaps.map((_, gap) => {
    const [best, next] = chances.covers[gap] ?? [];
    const isMobile = best?.kind === 'mobile-laboratory' && limits.visitsPerMonth !== null && best.visits > 0;
    // Where the mobile laboratory is the cheapest but has only so many visits, the next best is what everybody can have.
    const base = isMobile && next !== undefined ? next : best;
    return { price: base === undefined ? 0 : priceOf(scenario, base), best, next: isMobile ? next : undefined };
  });
  const priceOfMonth = (gap: number): number => (waits[gap]?.price ?? 0) + scenario.general.waiting;
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
    } else {
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

  const visits: Entries = [];
  const mobileColumns = waits.map(({ best, next }, gap): number | null => {
    if (best === undefined || next === undefined || !counts) return null;
    const chosen = addBinary(programme);
    const saved = priceOf(scenario, next) - priceOf(scenario, best);
    const months = addVariable(programme, { cost: -saved, upper: limits.months });
    atMost(programme, 0, [
      [months, 1],
      [chosen, -limits.months],
    ]);
    atMost(programme, limits.months, [
      [months, 1],
      ...waysWhere(
        (way) => way.gap === gap,
        (way) => limits.months - way.done,
      ),
    ]);
    visits.push([chosen, best.visits]);
    return chosen;
  });
  if (visits.length > 0) atMost(programme, limits.visitsPerMonth ?? 0, visits);
  return {
    programme,
    wayColumns,
    mobileColumns,
    constant: counts ? scenario.gaps.reduce((sum, _, gap) => sum + priceOfMonth(gap) * limits.months, 0) : 0,
    slack,
  };
}
