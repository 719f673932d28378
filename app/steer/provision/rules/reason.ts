import { doneOf, earliestArrival, hasRoom, visitsOf, waitingPrice, type Arrivals, type Chance } from './cover.ts';
import { isDoneBy, neededFor, type Chances, type Group } from './model.ts';
import { keyOf, optionNames, yearOf, type Option, type Scenario, type Way } from './scenario.ts';

/** Why a choice is what it is: each is found by moving this one alone, all others as they are. */
export type Reasons = {
  /** What each other option would have cost more, at its best month that fits; null: none fits, and what it would break. */
  readonly others: readonly {
    readonly option: Option;
    readonly more: number | null;
    readonly breaks: readonly Group[];
    readonly absent: 'not-authorisable' | 'forbidden' | 'too-long' | null;
  }[];
  /** Why it does not begin a month earlier: what would be broken; empty: it begins at once, or earlier would cost more. */
  readonly notEarlier: readonly Group[];
  readonly earlierCosts: number | null;
  /** Why it does not stay open: the targets that would be missed; empty: closing it is cheaper than covering it. */
  readonly neededFor: readonly Group[];
  readonly openCosts: number | null;
  /** The month, the last before the mobile laboratory comes, in which it has no visit left although it were cheaper; null: none. */
  readonly mobileFull: number | null;
};

/** The groups that a set of ways breaks; `arrivals`: where the mobile laboratory goes although others could cover. */
export function brokenBy(
  scenario: Scenario,
  covers: readonly Chance[],
  groups: readonly Group[],
  ways: readonly Way[],
  arrivals: Arrivals = [],
): Group[] {
  const { limits } = scenario;
  return groups.filter((group) => {
    if (group.kind === 'target') {
      const { needed, weightOf } = neededFor(scenario, group.target);
      const reached = ways.filter((way) => isDoneBy(scenario, way, group.target.month)).reduce((sum, way) => sum + weightOf(way.gap), 0);
      return reached < needed;
    }
    if (group.kind === 'budget') {
      const spent = ways.filter((way) => yearOf(limits, way.start) === group.year).reduce((sum, way) => sum + way.capital, 0);
      return spent > (limits.budgets.find(({ year }) => year === group.year)?.yuan ?? 0) + 1e-6;
    }
    if (group.kind === 'visits')
      return visitsOf(scenario, covers, ways, arrivals).some((visits, month) => !hasRoom(scenario, [], month, visits));
    if (group.kind === 'forced') return !ways.some((way) => keyOf(scenario.gaps[way.gap] ?? group) === keyOf(group));
    return Array.from({ length: limits.months }, (_, month) => month).some((month) =>
      group.kind === 'people'
        ? ways
            .filter((way) => scenario.gaps[way.gap]?.region === group.region && way.start <= month && month < way.done)
            .reduce((sum, way) => sum + way.people, 0) > (limits.people ?? 0)
        : ways.filter((way) => way.option === 'build' && way.examination === month).length > (limits.examinationsPerMonth ?? 0),
    );
  });
}

export function reasonsOf(
  scenario: Scenario,
  chances: Chances,
  groups: readonly Group[],
  picked: readonly Way[],
  arrivals: Arrivals,
  index: number,
): Reasons {
  const { limits } = scenario;
  const own = picked.find(({ gap }) => gap === index);
  const rest = picked.filter(({ gap }) => gap !== index);
  const chance: Chance = chances.covers[index] ?? { kind: 'free', cover: undefined };
  // The visits that all others take stay theirs.
  const taken = visitsOf(scenario, chances.covers, picked, arrivals, index);
  const others = arrivals.map((month, gap) => (gap === index ? null : month));
  const priceOf = (way: Way | undefined, arrival: number | null): number =>
    (way === undefined ? 0 : way.capital + way.running) + waitingPrice(scenario, chance, arrival, way?.done ?? limits.months);
  const now = priceOf(own, arrivals[index] ?? null);
  const breaks = (way: Way | undefined): Group[] =>
    brokenBy(scenario, chances.covers, groups, way === undefined ? rest : [...rest, way], others);
  const more = (way: Way | undefined): number => {
    const done = way?.done ?? limits.months;
    return priceOf(way, chance.kind === 'question' ? earliestArrival(scenario, chance.mobile, taken, done) : null) - now;
  };
  const ways = chances.ways.filter(({ gap }) => gap === index);
  const otherOptions = optionNames
    .filter((option) => option !== own?.option)
    .map((option): Reasons['others'][number] => {
      const gap = scenario.gaps[index];
      const tries = ways.filter((way) => way.option === option).map((way) => ({ way, broken: breaks(way) }));
      const fits = tries.filter(({ broken }) => broken.length === 0).map(({ way }) => more(way));
      const isForbidden = [...limits.forbidden, ...limits.forced].some(
        (rule) =>
          gap !== undefined &&
          keyOf(rule) === keyOf(gap) &&
          (limits.forbidden.includes(rule) ? rule.option === option : rule.option !== option),
      );
      const isAbsent = option === 'authorise' && !limits.authorisable.includes(gap?.item ?? '');
      const least = tries.reduce<readonly Group[] | null>(
        (best, { broken }) => (best === null || broken.length < best.length ? broken : best),
        null,
      );
      return {
        option,
        more: fits.length === 0 ? null : Math.min(...fits),
        breaks: fits.length === 0 ? (least ?? []) : [],
        absent: isAbsent ? 'not-authorisable' : isForbidden ? 'forbidden' : tries.length === 0 ? 'too-long' : null,
      };
    });
  const earlier = own === undefined ? undefined : ways.find((way) => way.option === own.option && way.start === own.start - 1);
  const broken = earlier === undefined ? [] : breaks(earlier);
  const open = own === undefined ? [] : breaks(undefined);
  const done = doneOf(scenario, picked, index);
  const last = Math.min(arrivals[index] ?? done, done) - 1;
  return {
    others: otherOptions,
    notEarlier: broken,
    earlierCosts: earlier === undefined || broken.length > 0 ? null : more(earlier),
    neededFor: open,
    openCosts: own === undefined || open.length > 0 ? null : more(undefined),
    mobileFull: chance.kind === 'question' && last >= 0 && !hasRoom(scenario, taken, last, chance.mobile.visits) ? last : null,
  };
}
