import type { Interim, Scenario, Way } from './scenario.ts';

export type Cover = {
  readonly gap: number;
  readonly kind: Interim;
  readonly by: string | null;
  /** Yuan and kilometres of each month that it lasts. */
  readonly yuan: number;
  readonly kilometres: number;
  readonly visits: number;
};

export const priceOf = (scenario: Scenario, cover: Cover): number => cover.yuan + cover.kilometres * scenario.general.kilometre;

/** The interim cover that a gap may have, the cheapest first: whose road is known, and that somebody can give. */
export function coversOf(scenario: Scenario, index: number): Cover[] {
  const gap = scenario.gaps[index];
  const costs = gap === undefined ? undefined : scenario.items[gap.item];
  if (gap === undefined || costs === undefined) return [];
  const monthly = (gap.instruments ?? 0) / costs.intervalMonths;
  const roads = (kilometres: number): number => (2 * kilometres * monthly) / costs.perTrip;
  const visits = monthly / costs.perVisit;
  const covers: Cover[] = [];
  if (gap.toHub !== null)
    covers.push({ gap: index, kind: 'referral', by: null, yuan: monthly * costs.referral, kilometres: roads(gap.toHub), visits: 0 });
  if (gap.neighbour !== null) {
    const { region, kilometres } = gap.neighbour;
    covers.push({
      gap: index,
      kind: 'sharing',
      by: region,
      yuan: monthly * costs.sharing,
      kilometres: roads(kilometres),
      visits: 0,
    });
  }
  covers.push({ gap: index, kind: 'mobile-laboratory', by: null, yuan: visits * scenario.general.visit, kilometres: 0, visits });
  return covers.sort((one, other) => priceOf(scenario, one) - priceOf(scenario, other));
}

/**
 * What covers a gap until it is in place. `free`: its cheapest cover, in every month. `question`: the mobile laboratory is the cheapest, but it
 * has only so many visits a month: it comes in a month that is chosen and stays until the gap is closed, and the next best covers before.
 * `only`: nobody else can be gone to, so its visits are taken before all others.
 */
export type Chance =
  | { readonly kind: 'free'; readonly cover: Cover | undefined }
  | { readonly kind: 'question'; readonly mobile: Cover; readonly before: Cover; readonly saved: number }
  | { readonly kind: 'only'; readonly mobile: Cover };

/** The visits of a month are limited only among the gaps that are open in it. */
export function coverChancesOf(scenario: Scenario): Chance[] {
  const limit = scenario.limits.visitsPerMonth;
  const covers = scenario.gaps.map((_, index) => coversOf(scenario, index));
  const goesThere = covers.map(([best]) => (best !== undefined && best.kind === 'mobile-laboratory' && best.visits > 0 ? best : undefined));
  const all = goesThere.reduce((sum, mobile) => sum + (mobile?.visits ?? 0), 0);
  return covers.map(([best, next], index): Chance => {
    const mobile = goesThere[index];
    // With visits for all gaps at once no month can be short of them.
    if (limit === null || mobile === undefined || all <= limit + tolerance) return { kind: 'free', cover: best };
    return next === undefined
      ? { kind: 'only', mobile }
      : { kind: 'question', mobile, before: next, saved: priceOf(scenario, next) - priceOf(scenario, mobile) };
  });
}

/** Visits are shares of a visit: what adds up to the limit within this keeps it. */
const tolerance = 1e-6;

/** From which month on each gap is covered by the mobile laboratory; null: it does not come, or that is no question there. */
export type Arrivals = readonly (number | null)[];

/** When a gap is in place: the month from which on it needs no cover. */
export const doneOf = (scenario: Scenario, picked: readonly Way[], gap: number): number =>
  picked.find((way) => way.gap === gap)?.done ?? scenario.limits.months;

/** The visits of each month, of the gaps that are still open in it; `but` is left out. */
export function visitsOf(
  scenario: Scenario,
  chances: readonly Chance[],
  picked: readonly Way[],
  arrivals: Arrivals,
  but?: number,
): number[] {
  const visits = Array.from({ length: scenario.limits.months }, () => 0);
  chances.forEach((chance, gap) => {
    if (gap === but || chance.kind === 'free') return;
    const from = chance.kind === 'only' ? 0 : arrivals[gap];
    if (from === null || from === undefined) return;
    const until = Math.min(doneOf(scenario, picked, gap), visits.length);
    for (let month = from; month < until; month += 1) visits[month] = (visits[month] ?? 0) + chance.mobile.visits;
  });
  return visits;
}

/** Whether the mobile laboratory has room for so many more visits in a month, where others take what they take. */
export const hasRoom = (scenario: Scenario, taken: readonly number[], month: number, visits: number): boolean =>
  scenario.limits.visitsPerMonth === null || (taken[month] ?? 0) + visits <= scenario.limits.visitsPerMonth + tolerance;

/** The first month from which on there is room until the gap is closed; null: there is none in the last month before that. */
export function earliestArrival(scenario: Scenario, mobile: Cover, taken: readonly number[], done: number): number | null {
  let from = done;
  while (from > 0 && hasRoom(scenario, taken, from - 1, mobile.visits)) from -= 1;
  return from === done ? null : from;
}

export type CoverPart = { readonly cover: Cover; readonly from: number; readonly until: number };

/** Who covers from which month to before which. */
export function partsOf(chance: Chance, arrival: number | null, done: number): CoverPart[] {
  const parts: CoverPart[] = [];
  if (chance.kind === 'question') {
    const from = Math.min(arrival ?? done, done);
    parts.push({ cover: chance.before, from: 0, until: from }, { cover: chance.mobile, from, until: done });
  } else {
    const cover = chance.kind === 'only' ? chance.mobile : chance.cover;
    if (cover !== undefined) parts.push({ cover, from: 0, until: done });
  }
  return parts.filter(({ from, until }) => until > from);
}

/** Yuan for covering a gap until it is in place, and for its months of waiting. */
export const waitingPrice = (scenario: Scenario, chance: Chance, arrival: number | null, done: number): number =>
  partsOf(chance, arrival, done).reduce((sum, { cover, from, until }) => sum + priceOf(scenario, cover) * (until - from), 0) +
  scenario.general.waiting * done;
