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
};

/** The groups that a set of ways breaks. */
export function brokenBy(scenario: Scenario, groups: readonly Group[], ways: readonly Way[]): Group[] {
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
  index: number,
  coverPrice: number,
): Reasons {
  const { limits } = scenario;
  const own = picked.find(({ gap }) => gap === index);
  const rest = picked.filter(({ gap }) => gap !== index);
  const month = coverPrice + scenario.general.waiting;
  const priceOf = (way: Way | undefined): number =>
    way === undefined ? month * limits.months : way.capital + way.running + month * way.done;
  const breaks = (way: Way | undefined): Group[] => brokenBy(scenario, groups, way === undefined ? rest : [...rest, way]);
  const more = (way: Way | undefined): number => priceOf(way) - priceOf(own);
  const ways = chances.ways.filter(({ gap }) => gap === index);
  const others = optionNames
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
  return {
    others,
    notEarlier: broken,
    earlierCosts: earlier === undefined || broken.length > 0 ? null : more(earlier),
    neededFor: open,
    openCosts: own === undefined || open.length > 0 ? null : more(undefined),
  };
}
