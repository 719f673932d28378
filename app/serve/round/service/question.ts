import { toDayNumber, type Day } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import { freeDays } from '../../schedule/service.ts';
import type { LoadGroup, LoadInput } from '../rules/load.ts';
import { minutesOf } from '../rules/minutes.ts';
import { partsOf } from '../rules/part.ts';
import type { RouteStop, TeamDay } from '../rules/route.ts';
import { travelMinutes, type Point } from '../rules/travel.ts';
import { listStops } from '../store/item.ts';
import type { RoundRow } from '../store/round.ts';
import { findResources, listArranged, listSlots, type ArrangedItem, type SlotRow } from '../store/slot.ts';
import { qualifiedKinds, recordedMinutes, workOf } from './setting.ts';
import type { RouteInput } from './solve.ts';

/** What of the round a line of the question stands for: so many instruments of a place, or a slot that a person has fixed. */
export type Part = { readonly id: string; readonly stop: string; readonly slot: string | null; readonly items: readonly string[] };
export type Asked =
  | { readonly kind: 'route'; readonly seconds: number; readonly input: RouteInput; readonly parts: readonly Part[] }
  | { readonly kind: 'load'; readonly seconds: number; readonly input: LoadInput; readonly parts: readonly Part[] };

/** Steps at which an instrument still waits to be visited or brought. */
const stillToCome: ReadonlySet<string | null> = new Set([null, 'submitted', 'referred', 'accepted', 'scheduled']);

export const pointOf = ({ longitude, latitude }: { readonly longitude: string | null; readonly latitude: string | null }): Point | null =>
  longitude === null || latitude === null ? null : { longitude: Number(longitude), latitude: Number(latitude) };

type Known = {
  readonly round: RoundRow;
  readonly days: readonly Day[];
  readonly recorded: ReadonlyMap<string, number>;
  readonly slots: readonly SlotRow[];
  /** Neither booked nor fixed nor done. */
  readonly free: readonly ArrangedItem[];
  readonly kinds: readonly string[];
};

async function gatherKnown(ctx: Context, round: RoundRow, days: readonly Day[]): Promise<Known> {
  const slots = await listSlots(ctx.db, { kind: 'city' }, round.id);
  const kept = new Set(slots.filter(({ locked, bookingId }) => locked || bookingId !== null).map(({ id }) => id));
  const items = await listArranged(ctx.db, round.id);
  const free = items.filter(({ slotId, step }) => stillToCome.has(step) && (slotId === null || !kept.has(slotId)));
  return {
    round,
    days,
    recorded: await recordedMinutes(ctx, round.instituteId),
    slots,
    free,
    kinds: [...new Set(items.map(({ kind }) => kind))],
  };
}

const fixedOf = (slots: readonly SlotRow[]): SlotRow[] => slots.filter(({ locked, bookingId }) => locked && bookingId === null);

async function freeOn(ctx: Context, { round, days }: Known) {
  const [first = ctx.today, last = ctx.today] = [days[0], days[days.length - 1]];
  const { days: found } = await freeDays(ctx, {
    instituteId: round.instituteId,
    from: first,
    days: toDayNumber(last) - toDayNumber(first) + 1,
    half: 'whole',
    instrumentKinds: [],
  });
  return found.filter(({ day }) => days.includes(day));
}

/** The route that is asked for: places with coordinates, and every team on each day on which it and its van are free. */
export async function routeQuestion(ctx: Context, round: RoundRow, days: readonly Day[]): Promise<Asked> {
  const known = await gatherKnown(ctx, round, days);
  const { setting } = round;
  const start = setting.start === null ? null : pointOf(setting.start);
  const qualified = await qualifiedKinds(
    ctx,
    round.instituteId,
    [...new Set(setting.teams.flatMap(({ persons }) => persons))],
    known.kinds,
    days,
  );
  const fixed = fixedOf(known.slots);
  const teamDays: TeamDay[] = (await freeOn(ctx, known)).flatMap(({ day, vans, persons }) =>
    setting.teams.flatMap((team, index): TeamDay[] => {
      const present =
        team.persons.every((person) => persons.some(({ id }) => id === person)) && (team.van === null || vans.includes(team.van));
      if (!present) return [];
      // A place without coordinates that a person has put on the day takes its work there, its travel is not known.
      const apart = fixed.filter((slot) => slot.day === day && slot.team === index + 1 && pointOf(slot) === null);
      const taken = apart.reduce((sum, slot) => sum + workOf(slot.kinds, known.recorded), 0);
      const kinds = team.persons.length === 0 ? null : [...new Set(team.persons.flatMap((person) => qualified.get(person) ?? []))];
      return [{ day, team: index + 1, minutes: Math.max(0, setting.minutesPerDay - taken), kinds }];
    }),
  );
  const isOffered = (slot: SlotRow): boolean => teamDays.some(({ day, team }) => day === slot.day && team === slot.team);
  const stops = await listStops(ctx.db, { kind: 'city' }, round.id);
  const longest = Math.max(0, ...teamDays.map(({ minutes }) => minutes));
  const lines: { stop: RouteStop; part: Part }[] = [];
  for (const slot of fixed) {
    const point = pointOf(slot);
    if (point === null || slot.team === null || !isOffered(slot)) continue;
    lines.push({
      stop: {
        id: slot.id,
        point,
        minutes: workOf(slot.kinds, known.recorded),
        dueOn: null,
        kinds: slot.kinds.map(({ kind }) => kind),
        fixed: { day: slot.day, team: slot.team, position: slot.position },
      },
      part: { id: slot.id, stop: slot.stopId, slot: slot.id, items: [] },
    });
  }
  for (const stop of stops) {
    const point = pointOf(stop);
    if (point === null) continue;
    const there = known.free
      .filter(({ stopId }) => stopId === stop.id)
      .map((item) => ({ ...item, minutes: minutesOf(known.recorded, item.kind).minutes }));
    const travel = start === null ? 0 : 2 * travelMinutes(start, point);
    partsOf(there, longest - travel).forEach((items, index) => {
      const id = `${stop.id} ${index + 1}`;
      const due = items.map(({ dueOn }) => dueOn);
      lines.push({
        stop: {
          id,
          point,
          minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
          dueOn: due.includes(null) ? null : due.filter((day): day is string => day !== null).reduce((a, b) => (a < b ? a : b)),
          kinds: [...new Set(items.map(({ kind }) => kind))],
          fixed: null,
        },
        part: { id, stop: stop.id, slot: null, items: items.map((item) => item.id) },
      });
    });
  }
  const input = { stops: lines.map(({ stop }) => stop), teamDays, start };
  return { kind: 'route', seconds: setting.seconds, input, parts: lines.map(({ part }) => part) };
}

/** The load that is asked for: instruments by place, kind and due day, on the benches with what is left of each day. */
export async function loadQuestion(ctx: Context, round: RoundRow, days: readonly Day[]): Promise<Asked> {
  const known = await gatherKnown(ctx, round, days);
  const { setting } = round;
  const resources = await findResources(
    ctx.db,
    round.instituteId,
    setting.benches.map(({ bench }) => bench),
  );
  const freeDaysOf = await freeOn(ctx, known);
  const benches = setting.benches.flatMap(({ bench, minutes, positions }) => {
    const resource = resources.find(({ id }) => id === bench);
    if (resource === undefined) return [];
    const takes = known.kinds.filter((kind) => resource.instrumentKinds.length === 0 || resource.instrumentKinds.includes(kind));
    const free = freeDaysOf.flatMap(({ day, benches: there }) => {
      const one = there.find(({ id }) => id === bench);
      if (one === undefined) return [];
      const share = resource.load === null || resource.load === 0 ? 1 : one.free / resource.load;
      return [[day, { minutes: Math.floor(minutes * share), instruments: one.free }] as const];
    });
    return [
      {
        id: bench as string,
        minutes,
        kinds: Object.fromEntries(takes.map((kind) => [kind, { minutes: minutesOf(known.recorded, kind).minutes, positions }])),
        free: Object.fromEntries(free),
      },
    ];
  });
  const qualified = await qualifiedKinds(ctx, round.instituteId, setting.testers, known.kinds, days);
  const groups = new Map<string, { group: LoadGroup; items: string[] }>();
  for (const item of known.free) {
    const id = `${item.stopId} ${item.kind} ${item.dueOn ?? 'never'}`;
    const entry = groups.get(id) ?? {
      group: { id, stop: item.stopId, kind: item.kind, dueOn: item.dueOn, count: 0, fixed: null },
      items: [],
    };
    entry.items.push(item.id);
    groups.set(id, { ...entry, group: { ...entry.group, count: entry.items.length } });
  }
  const parts: Part[] = [...groups.values()].map(({ group, items }) => ({ id: group.id, stop: group.stop, slot: null, items }));
  const fixedGroups = fixedOf(known.slots).flatMap((slot): LoadGroup[] => {
    const { benchId, day, stopId } = slot;
    if (benchId === null || !days.includes(day) || !benches.some(({ id }) => id === benchId)) return [];
    return slot.kinds.map(({ kind, count }) => ({
      id: `${slot.id} ${kind}`,
      stop: stopId,
      kind,
      dueOn: null,
      count,
      fixed: { day, bench: benchId },
    }));
  });
  return {
    kind: 'load',
    seconds: setting.seconds,
    input: {
      groups: [...[...groups.values()].map(({ group }) => group), ...fixedGroups],
      benches,
      days,
      testers: setting.testers.map((id) => ({ id, minutes: setting.testerMinutes, kinds: qualified.get(id) ?? [] })),
      together: round.way === 'institute',
    },
    parts,
  };
}
