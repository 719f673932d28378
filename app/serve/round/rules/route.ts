/**
 * A route through places with a workload: which place on which day with which team, and in which order. As few team-days as do, then as
 * little travel as possible. Places are assigned to team-days around seeds (a programme with capacities), each day is ordered by its
 * shortest tour; a set of places that does not fit its day is excluded and assigned anew (logic-based Benders cuts). Few places are also
 * solved as one programme, which tells how good that is.
 */
import type { Day } from '../../../kernel/day.ts';
import { addBinary, atMost, emptyProgramme, exactly, gapOf, type Solver } from '../../../kernel/programme.ts';
import { jointRoute } from './joint-route.ts';
import { shortestTour, tourLength, type Tour } from './tour.ts';
import { travelMinutes, travelTable, type Point } from './travel.ts';

export type RouteStop = {
  readonly id: string;
  readonly point: Point;
  /** Minutes of work there. */
  readonly minutes: number;
  /** The earliest due day of its instruments; null: something there was never verified. */
  readonly dueOn: Day | null;
  readonly kinds: readonly string[];
  /** Fixed by hand. */
  readonly fixed: { readonly day: Day; readonly team: number; readonly position: number } | null;
};

export type TeamDay = {
  readonly day: Day;
  readonly team: number;
  /** Minutes that the team works on that day, travel included. */
  readonly minutes: number;
  /** The kinds for which its people are qualified; null: not restricted. */
  readonly kinds: readonly string[] | null;
};

export type Visit = { readonly stop: string; readonly day: Day; readonly team: number; readonly position: number };
export type RouteDay = { readonly day: Day; readonly team: number; readonly workMinutes: number; readonly travelMinutes: number };
export type RouteAnswer =
  | {
      readonly outcome: 'planned';
      readonly visits: readonly Visit[];
      readonly days: readonly RouteDay[];
      readonly travelMinutes: number;
      /** What the travel may at most be too long, as a share of it. */
      readonly gap: number;
      /** Fewer team-days were proven not to do. */
      readonly fewestDays: boolean;
    }
  | {
      readonly outcome: 'infeasible';
      /** Places that no team is qualified for, or that take longer than any day. */
      readonly unqualified: readonly string[];
      readonly tooLong: readonly string[];
      /** That the days do not hold it is certain; otherwise no arrangement was found in the time. */
      readonly proven: boolean;
      readonly teamDays: number;
      /** How many team-days did; null: none was found in the time. */
      readonly needed: number | null;
    };

/** With more of them there is no time to look at every number of days. */
const manyStops = 40;
const fewStops = 12;

const key = ({ day, team }: { readonly day: Day; readonly team: number }): string => `${day} ${team}`;
const inOrder = (days: readonly TeamDay[]): TeamDay[] => [...days].sort((a, b) => a.day.localeCompare(b.day) || a.team - b.team);
const isQualified = (stop: RouteStop, { kinds }: TeamDay): boolean => kinds === null || stop.kinds.every((kind) => kinds.includes(kind));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export function proposeRoute(
  { stops, teamDays, start }: { readonly stops: readonly RouteStop[]; readonly teamDays: readonly TeamDay[]; readonly start: Point | null },
  solver: Solver,
): RouteAnswer {
  const days = inOrder(teamDays);
  const there = (stop: RouteStop): number => (start === null ? 0 : 2 * travelMinutes(start, stop.point));
  const free = stops.filter(({ fixed }) => fixed === null);
  const unqualified = free.filter((stop) => !days.some((day) => isQualified(stop, day))).map(({ id }) => id);
  const tooLong = free
    .filter(({ id }) => !unqualified.includes(id))
    .filter((stop) => !days.some((day) => isQualified(stop, day) && stop.minutes + there(stop) <= day.minutes))
    .map(({ id }) => id);
  if (unqualified.length + tooLong.length > 0)
    return { outcome: 'infeasible', unqualified, tooLong, proven: true, teamDays: days.length, needed: null };
  if (stops.length === 0) return { outcome: 'planned', visits: [], days: [], travelMinutes: 0, gap: 0, fewestDays: true };
  const fixedDays = new Set(stops.flatMap(({ fixed }) => (fixed === null ? [] : [key(fixed)])));
  const first = (count: number): TeamDay[] => {
    const must = days.filter((day) => fixedDays.has(key(day)));
    const others = days.filter((day) => !fixedDays.has(key(day)));
    return inOrder([...must, ...others.slice(0, Math.max(0, count - must.length))]);
  };
  const whole = solver.secondsLeft();
  let [fewestDays, proven] = [true, false];
  for (let count = Math.max(1, fixedDays.size, fewest(stops, days, start)); count <= days.length;) {
    const chosen = first(count);
    const plan = planOn(stops, chosen, start, shareOf(solver, count === days.length ? 1 : 4));
    if (plan.outcome === 'planned') return toAnswer(stops, plan, fewestDays);
    proven = plan.proven;
    if (!plan.proven) fewestDays = false;
    // What the last division really took says how many days to try next; before the time runs out all of them are tried.
    const likely =
      plan.proven || stops.length <= manyStops ? 0 : Math.floor((count * plan.minutes) / sum(chosen.map(({ minutes }) => minutes)));
    const late = solver.secondsLeft() < whole / 2 ? days.length : 0;
    count = count === days.length ? count + 1 : Math.min(days.length, Math.max(count + 1, likely, late));
  }
  return { outcome: 'infeasible', unqualified, tooLong, proven, teamDays: days.length, needed: neededDays(stops, days, start, solver) };
}

/** No fewer days can hold the work and the least travel of each place; days that hands have overfilled are left out of the count. */
function fewest(stops: readonly RouteStop[], days: readonly TeamDay[], start: Point | null): number {
  const table = travelTable(
    start,
    stops.map(({ point }) => point),
  );
  const longest = days.map(({ minutes }) => minutes).sort((a, b) => b - a);
  const needed = sum(stops.map(({ minutes, fixed }, index) => (fixed === null ? minutes + leastTravel(table, index + 1) : 0)));
  let count = 0;
  for (let held = 0; held < needed - 1e-6 && count < longest.length; count += 1) held += longest[count] ?? 0;
  return count;
}

/** With more days of the same length, as long as there is time to look. */
function neededDays(stops: readonly RouteStop[], days: readonly TeamDay[], start: Point | null, solver: Solver): number | null {
  const pattern = days.filter(({ day }) => day === days[days.length - 1]?.day);
  if (pattern.length === 0) return null;
  const more = [...days];
  while (solver.secondsLeft() > 0 && more.length < days.length * 3 + 60) {
    const next = pattern[(more.length - days.length) % pattern.length];
    if (next !== undefined) more.push({ ...next, day: `9${String(more.length).padStart(9, '0')}` });
    if (planOn(stops, more, start, solver).outcome === 'planned') return more.length;
  }
  return null;
}

/** A part of the time that is left, so that a hard question leaves time for the next. */
function shareOf(solver: Solver, parts: number): Solver {
  const reserved = solver.secondsLeft() * (1 - 1 / parts);
  return { ...solver, secondsLeft: () => Math.max(0, solver.secondsLeft() - reserved) };
}

type Group = { readonly day: TeamDay; readonly members: readonly number[]; readonly tour: Tour };
type Plan = { readonly outcome: 'planned'; readonly groups: readonly Group[]; readonly gap: number };
/** `minutes`: what the last division took, work and travel. */
type NoPlan = { readonly outcome: 'none'; readonly proven: boolean; readonly minutes: number };

/** The stops on exactly these team-days. */
function planOn(stops: readonly RouteStop[], days: readonly TeamDay[], start: Point | null, solver: Solver): Plan | NoPlan {
  const table = travelTable(
    start,
    stops.map(({ point }) => point),
  );
  const minutes = (from: number, to: number): number => table[from + 1]?.[to + 1] ?? 0;
  const tours = new Map<string, Tour>();
  const tourOf = (members: readonly number[]): Tour => {
    const known = tours.get(members.join(' '));
    if (known !== undefined) return known;
    const tour = tourThrough(stops, members, table, solver);
    tours.set(members.join(' '), tour);
    return tour;
  };
  const workOf = (members: readonly number[]): number => sum(members.map((member) => stops[member]?.minutes ?? 0));
  // What a person fixed stands, even where it is too much: nothing is added then.
  const capacity = days.map((day) => {
    const fixed = stops.flatMap((stop, index) => (stop.fixed !== null && key(stop.fixed) === key(day) ? [index] : []));
    return fixed.length === 0 ? day.minutes : Math.max(day.minutes, workOf(fixed) + tourOf(fixed).minutes);
  });
  const reserve = stops.map((_, index) => leastTravel(table, index + 1));
  const excluded: { readonly members: readonly number[]; readonly least: number }[] = [];
  let seeds = firstSeeds(stops, days, table);
  let [stretch, proven, taken, best] = [1, true, 0, undefined as readonly Group[] | undefined];
  // True cuts prove that a number of days does not do; with many places that would take too long.
  const patience = stops.length <= fewStops ? 30 : stops.length <= manyStops ? 5 : 1;
  for (let round = 0, better = 0; round < 40 && better < 3 && solver.secondsLeft() > 0; round += 1) {
    const programme = emptyProgramme();
    const columns = stops.map((stop) =>
      days.map((day, at) => {
        const possible = stop.fixed === null ? isQualified(stop, day) : key(stop.fixed) === key(day);
        return addBinary(programme, minutes(stops.indexOf(stop), seeds[at] ?? 0), possible ? 1 : 0);
      }),
    );
    for (const row of columns)
      exactly(
        programme,
        1,
        row.map((column) => [column, 1]),
      );
    days.forEach((_, at) =>
      atMost(
        programme,
        capacity[at] ?? 0,
        stops.map((stop, index) => [columns[index]?.[at] ?? 0, stop.minutes + (stop.fixed === null ? stretch * (reserve[index] ?? 0) : 0)]),
      ),
    );
    for (const { members, least } of excluded)
      days.forEach((_, at) => {
        if ((capacity[at] ?? 0) < least)
          atMost(
            programme,
            members.length - 1,
            members.map((member) => [columns[member]?.[at] ?? 0, 1]),
          );
      });
    // Distances to a seed only stand for the travel: a hundredth more of them says nothing.
    const answer = solver.solve(programme, solver.secondsLeft() / 2, 0.01);
    if (answer.status === 'infeasible' || answer.status === 'nothing') {
      if (best !== undefined) break;
      return { outcome: 'none', proven: proven && answer.status === 'infeasible', minutes: taken };
    }
    const groups = days.map((day, at): Group => {
      const members = stops.flatMap((_, index) => ((answer.values[columns[index]?.[at] ?? 0] ?? 0) > 0.5 ? [index] : []));
      return { day, members, tour: tourOf(members) };
    });
    const over = groups.filter(({ members, tour }, at) => workOf(members) + tour.minutes > (capacity[at] ?? 0) + 1e-6);
    if (over.length > 0) {
      for (const { members, tour } of over) excluded.push({ members, least: workOf(members) + tour.minutes });
      taken = workOf(stops.map((_, index) => index)) + travelOf(groups);
      // The cut is true only where the tour is proven, and after a few of them the travel that was really found leads to a plan sooner.
      if (round >= patience || over.some(({ tour }) => gapOf(tour.minutes, tour.bound) > 1e-6))
        [stretch, proven] = [Math.max(stretch * 1.05, travelOf(groups) / Math.max(1e-9, sum(reserve))), false];
      continue;
    }
    better += 1;
    if (best === undefined || travelOf(groups) < travelOf(best) - 1e-6) best = groups;
    seeds = middles(groups, seeds, minutes);
  }
  if (best === undefined) return { outcome: 'none', proven: false, minutes: taken };
  const used = best.filter(({ members }) => members.length > 0);
  const inTours = gapOf(travelOf(best), sum(best.map(({ tour }) => tour.bound)));
  if (used.length === 1) return { outcome: 'planned', groups: best, gap: inTours };
  const joint = jointRoute(stops, days, capacity, table, isQualified, solver);
  // However the places are divided, each costs its least travel.
  const least = sum(reserve);
  if (joint === undefined) return { outcome: 'planned', groups: best, gap: gapOf(travelOf(best), least) };
  const shorter = joint.groups !== undefined && joint.minutes < travelOf(best) - 1e-6;
  const groups = shorter
    ? days.map((day, at): Group => {
        const members = joint.groups?.[at] ?? [];
        return { day, members, tour: tourOf(members) };
      })
    : best;
  return { outcome: 'planned', groups, gap: gapOf(travelOf(groups), Math.max(least, joint.bound)) };
}

const travelOf = (groups: readonly Group[]): number => sum(groups.map(({ tour }) => tour.minutes));

/** Places that were all fixed by hand keep the order of the hand. */
function tourThrough(stops: readonly RouteStop[], members: readonly number[], table: readonly (readonly number[])[], solver: Solver): Tour {
  const nodes = [0, ...members.map((member) => member + 1)];
  const own = nodes.map((from) => nodes.map((to) => table[from]?.[to] ?? 0));
  const positions = members.map((member) => stops[member]?.fixed?.position);
  if (members.length > 0 && positions.every((position) => position !== undefined)) {
    const order = members.map((_, index) => index + 1).sort((a, b) => (positions[a - 1] ?? 0) - (positions[b - 1] ?? 0));
    const minutes = tourLength(own, order);
    return { order, minutes, bound: minutes };
  }
  return shortestTour(own, shareOf(solver, 2));
}

/** Half of the two shortest ways at a place: no tour spends less on it. */
function leastTravel(table: readonly (readonly number[])[], node: number): number {
  const ways = (table[node] ?? []).filter((_, other) => other !== node).sort((a, b) => a - b);
  return ways.length === 1 ? (ways[0] ?? 0) : ((ways[0] ?? 0) + (ways[1] ?? 0)) / 2;
}

/** A place for each team-day to gather around: one that is fixed there, or the one farthest from those chosen so far. */
function firstSeeds(stops: readonly RouteStop[], days: readonly TeamDay[], table: readonly (readonly number[])[]): number[] {
  const seeds = days.map((day) => stops.findIndex(({ fixed }) => fixed !== null && key(fixed) === key(day)));
  return seeds.reduce<number[]>((chosen, seed, at) => {
    if (seed >= 0) return [...chosen, seed];
    const taken = [...chosen, ...seeds.slice(at).filter((one) => one >= 0)];
    const distance = (index: number): number => Math.min(...taken.map((one) => table[index + 1]?.[one + 1] ?? 0), Infinity);
    const rank = (index: number): number => (taken.length === 0 ? (table[index + 1]?.[0] ?? 0) : distance(index));
    return [...chosen, stops.reduce((far, _, index) => (rank(index) > rank(far) ? index : far), 0)];
  }, []);
}

/** The member of each group that lies nearest to the others. */
function middles(groups: readonly Group[], seeds: readonly number[], minutes: (from: number, to: number) => number): number[] {
  return groups.map(({ members }, at) => {
    const spread = (one: number): number => sum(members.map((other) => minutes(one, other)));
    return members.length === 0 ? (seeds[at] ?? 0) : members.reduce((best, one) => (spread(one) < spread(best) ? one : best));
  });
}

/** Groups that may trade days take them in the order in which something in them is due; what is fixed stays. */
function byUrgency(stops: readonly RouteStop[], groups: readonly Group[]): Group[] {
  const mayTrade = ({ members }: Group): boolean => members.every((member) => stops[member]?.fixed === null);
  const urgency = ({ members }: Group): string =>
    members.length === 0 ? '~' : members.map((member) => stops[member]?.dueOn ?? '').reduce((a, b) => (a < b ? a : b));
  const classOf = ({ day }: Group): string => `${day.team} ${day.minutes}`;
  const queues = new Map<string, Group[]>();
  for (const group of groups.filter(mayTrade)) queues.set(classOf(group), [...(queues.get(classOf(group)) ?? []), group]);
  for (const [name, queue] of queues)
    queues.set(
      name,
      [...queue].sort((a, b) => urgency(a).localeCompare(urgency(b))),
    );
  return groups.map((group) => {
    const next = mayTrade(group) ? queues.get(classOf(group))?.shift() : group;
    return { ...(next ?? group), day: group.day };
  });
}

function toAnswer(stops: readonly RouteStop[], { groups, gap }: Plan, fewestDays: boolean): RouteAnswer {
  const used = byUrgency(stops, groups).filter(({ members }) => members.length > 0);
  return {
    outcome: 'planned',
    visits: used.flatMap(({ day, members, tour }) =>
      tour.order.map((place, index) => ({
        stop: stops[members[place - 1] ?? 0]?.id ?? '',
        day: day.day,
        team: day.team,
        position: index + 1,
      })),
    ),
    days: used.map(({ day, members, tour }) => ({
      day: day.day,
      team: day.team,
      workMinutes: sum(members.map((member) => stops[member]?.minutes ?? 0)),
      travelMinutes: tour.minutes,
    })),
    travelMinutes: travelOf(used),
    gap,
    fewestDays,
  };
}
