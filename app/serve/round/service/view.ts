import type { Context } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { Demand, Setting, type Details, type RoundDay, type RoundItem, type Slot, type Stop } from '../contract/shapes.ts';
import { minutesOf } from '../rules/minutes.ts';
import { tourLength } from '../rules/tour.ts';
import { travelTable } from '../rules/travel.ts';
import { allowedRoundActions, type RoundState } from '../rules.ts';
import { listLeftOutReasons, listStops, type ListedItem, type StopRow } from '../store/item.ts';
import { listProposals } from '../store/proposal.ts';
import type { RoundRow } from '../store/round.ts';
import { listDayProgress, listSlots, type SlotRow } from '../store/slot.ts';
import { toProposal } from './proposal.ts';
import { pointOf } from './question.ts';
import { toProgress, toRound } from './round.ts';
import { lackingOf, recordedMinutes, workingDaysOf, workOf } from './setting.ts';

const degrees = (text: string | null): string | null => (text === null ? null : text.replace(/\.?0+$/, ''));

const toStop = (row: StopRow, recorded: ReadonlyMap<string, number>): Stop =>
  ({
    id: row.id,
    placeId: row.placeId,
    placeKind: row.placeKind,
    holder: row.holderId === null ? null : { id: row.holderId, name: row.holderName ?? '' },
    region: row.region,
    townshipName: row.townshipName,
    name: row.name,
    address: row.address,
    longitude: degrees(row.longitude),
    latitude: degrees(row.latitude),
    minutes: workOf(row.kinds, recorded),
    earliestDue: row.earliestDue,
    neverVerified: row.neverVerified,
    unarranged: row.unarranged,
    kinds: row.kinds,
    progress: toProgress(row),
  }) as Stop;

/** What a slot takes: at a bench with a rack, a run takes as many as it has positions. */
function minutesOfSlot(slot: SlotRow, recorded: ReadonlyMap<string, number>, setting: Setting): number {
  const positions = slot.benchId === null ? 1 : (setting.benches.find(({ bench }) => bench === slot.benchId)?.positions ?? 1);
  return slot.kinds.reduce((sum, { kind, count }) => sum + Math.ceil(count / positions) * minutesOf(recorded, kind).minutes, 0);
}

const benchOf = ({ benchId, benchName }: Pick<SlotRow, 'benchId' | 'benchName'>) =>
  benchId === null ? null : { id: benchId, name: benchName ?? '' };

/** The estimated travel of a team's day in the order of its slots; null where a place has no coordinates. */
function travelOf(slots: readonly SlotRow[], setting: Setting): number | null {
  const points = slots.flatMap((slot) => pointOf(slot) ?? []);
  if (points.length < slots.length) return null;
  const start = setting.start === null ? null : pointOf(setting.start);
  return Math.round(
    tourLength(
      travelTable(start, points),
      points.map((_, index) => index + 1),
    ),
  );
}

export async function daysOf(
  ctx: Context,
  row: RoundRow,
  slots: readonly SlotRow[],
  recorded: ReadonlyMap<string, number>,
): Promise<RoundDay[]> {
  const progress = await listDayProgress(ctx.db, ctx.caller.scope, row.id);
  const groups = new Map<string, SlotRow[]>();
  for (const slot of slots) {
    const key = `${slot.day} ${slot.team ?? ''} ${slot.benchId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), slot]);
  }
  const none = { planned: 0, booked: 0, reached: 0, tested: 0, issued: 0, failed: 0, leftOut: 0 };
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const known = progress.find(({ day, team, benchId }) => day === first.day && team === first.team && benchId === first.benchId);
    const bench = row.setting.benches.find((one) => one.bench === first.benchId);
    return [
      {
        day: first.day,
        team: first.team,
        bench: benchOf(first),
        workMinutes: some.reduce((sum, slot) => sum + minutesOfSlot(slot, recorded, row.setting), 0),
        travelMinutes: first.team === null ? null : travelOf(some, row.setting),
        mostMinutes: bench?.minutes ?? row.setting.minutesPerDay,
        progress: known === undefined ? none : toProgress(known),
      } as RoundDay,
    ];
  });
}

export async function detailsOf(ctx: Context, row: RoundRow): Promise<Details & { timeline: Awaited<ReturnType<typeof timelineOf>> }> {
  const { scope } = ctx.caller;
  const recorded = await recordedMinutes(ctx, row.instituteId);
  const slots = await listSlots(ctx.db, scope, row.id);
  const stops = await listStops(ctx.db, scope, row.id);
  const kinds = [...new Set(stops.flatMap((stop) => stop.kinds.map(({ kind }) => kind)))].sort();
  // A holder sees what concerns its instruments: neither the people of the institute nor the other holders in the events.
  const inside = scope.kind !== 'organization' || row.instituteId === scope.organization;
  return {
    ...toRound(row),
    demand: inside ? Demand.parse(row.demand) : Demand.parse({ dueBy: row.demand.dueBy }),
    setting: inside ? Setting.parse(row.setting) : Setting.parse({}),
    days: await daysOf(ctx, row, slots, recorded),
    slots: slots.map((slot) => ({
      id: slot.id,
      stop: slot.stopId,
      stopName: slot.stopName,
      day: slot.day,
      team: slot.team,
      bench: benchOf(slot),
      position: slot.position,
      count: slot.count,
      minutes: minutesOfSlot(slot, recorded, row.setting),
      isLocked: slot.locked,
      isBooked: slot.bookingId !== null,
    })) as Slot[],
    stopList: stops.map((stop) => toStop(stop, recorded)),
    proposals: inside ? (await listProposals(ctx.db, row.id)).map(toProposal) : [],
    lacking: inside ? lackingOf(row, await workingDaysOf(ctx, row.setting)).map(([zh, en]): [string, string] => [zh, en]) : [],
    minutes: inside ? (kinds.map((kind) => ({ kind, ...minutesOf(recorded, kind) })) as Details['minutes']) : [],
    leftOutReasons: await listLeftOutReasons(ctx.db, scope, row.id),
    allowed: allowedRoundActions({ state: row.state as RoundState, instituteId: row.instituteId }, ctx.caller),
    timeline: inside ? await timelineOf(ctx, row.id) : [],
  };
}

export const toItem = (row: ListedItem): RoundItem =>
  ({
    id: row.id,
    instrument: {
      id: row.instrumentId,
      code: row.code,
      kind: row.kind,
      name: row.name,
      model: row.model,
      serial: row.serial,
      place: row.place,
    },
    holder: { id: row.holderId, name: row.holderName },
    stop: { id: row.stopId, name: row.stopName },
    verificationKind: row.verificationKind,
    dueOn: row.dueOn,
    origin: row.origin,
    leftOut: row.leftOutReason === null ? null : { reason: row.leftOutReason, by: row.leftOutPerson, at: row.leftOutAt },
    day: row.day,
    team: row.team,
    bench: row.benchName,
    request: row.requestItemId === null ? null : { id: row.requestId, item: row.requestItemId, step: row.step, joined: row.joined },
    failed: row.failed,
  }) as RoundItem;
