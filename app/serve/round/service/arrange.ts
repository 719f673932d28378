import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { isWorkingDay } from '../../../register/calendar/rules.ts';
import { calendarExceptions } from '../../../register/calendar/service.ts';
import type { arrangementEndpoints } from '../contract/arrangement.ts';
import { roundProblems } from '../contract/problems.ts';
import type { RoundRow } from '../store/round.ts';
import {
  endEmptySlots,
  findResources,
  findSlot,
  insertSlots,
  listArranged,
  listSlots,
  setLocked,
  setPositions,
  setSlots,
} from '../store/slot.ts';
import { openFor, replyRound } from './round.ts';

type Target = { readonly day: string; readonly team: number | null; readonly bench: string | null; readonly position: number | null };

/** A day that is worked and not past, and a team or a bench that the round has. */
async function checkTarget(ctx: Context, round: RoundRow, { day, team, bench }: Target): Promise<void> {
  if (day < ctx.today || !isWorkingDay(day, await calendarExceptions(ctx, day, day)))
    throw new Problem(roundProblems.dayOff, { issues: [{ path: ['day'], message: day }] });
  const refuse = (path: string, zh: string, en: string): Problem =>
    new Problem(roundProblems.settingMissing, { issues: [{ path: [path], message: inLanguage([zh, en], ctx.language) }] });
  if (round.way === 'on-site') {
    if (team === null || team > round.setting.teams.length || bench !== null)
      throw refuse('team', '请选择已设定的组', 'choose a team of the setting');
    return;
  }
  const found = bench === null || team !== null ? [] : await findResources(ctx.db, round.instituteId, [bench]);
  const [resource] = found;
  if (resource?.kind !== 'bench' || !round.setting.benches.some((one) => one.bench === resource.id))
    throw refuse('bench', '请选择已设定的台位', 'choose a bench of the setting');
}

/** Puts items into a slot of their own on the target, fixed since a person put them there, and counts the order of that day anew. */
async function put(ctx: Context, round: RoundRow, stopId: string, items: readonly string[], target: Target): Promise<string> {
  const there = (await listSlots(ctx.db, { kind: 'city' }, round.id))
    .filter((slot) => slot.day === target.day && slot.team === target.team && slot.benchId === target.bench)
    .map(({ id }) => id);
  const id = ctx.newId();
  const at = target.position === null ? there.length : Math.min(target.position - 1, there.length);
  await insertSlots(ctx.db, [
    {
      id,
      roundId: round.id,
      stopId,
      day: target.day,
      team: target.team,
      benchId: target.bench,
      position: at + 1,
      locked: true,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    },
  ]);
  await setSlots(
    ctx.db,
    items.map((item) => ({ item, slot: id })),
  );
  await endEmptySlots(ctx.db, round.id, ctx.now);
  const left = new Set((await listSlots(ctx.db, { kind: 'city' }, round.id)).map((slot) => slot.id));
  const order = [...there.slice(0, at), id, ...there.slice(at)].filter((one) => left.has(one));
  await setPositions(
    ctx.db,
    order.map((one, index) => ({ id: one, position: index + 1 })),
  );
  return id;
}

export const arrangeService: Pick<Service<typeof arrangementEndpoints>, 'arrangeStop' | 'moveSlot' | 'lockSlots'> = {
  async arrangeStop({ params, body }, ctx) {
    const { stop, ...target } = body;
    const row = await openFor(ctx, params.id, 'plan');
    await checkTarget(ctx, row, target);
    const items = (await listArranged(ctx.db, row.id)).filter((item) => item.stopId === stop && item.slotId === null);
    if (items.length === 0) throw new Problem(roundProblems.empty);
    await put(
      ctx,
      row,
      stop,
      items.map(({ id }) => id),
      target,
    );
    ctx.record({ kind: 'round.arrangementMoved', subject: row.id, detail: { stop, day: target.day, instruments: items.length } });
    return replyRound(ctx, row.id);
  },

  async moveSlot({ params, body }, ctx) {
    const { count, ...target } = body;
    const known = await findSlot(ctx.db, params.id);
    if (known === undefined) throw new Problem(platformProblems.notFound);
    const row = await openFor(ctx, known.roundId, 'plan');
    const slot = (await listSlots(ctx.db, { kind: 'city' }, row.id)).find(({ id }) => id === params.id);
    if (slot === undefined) throw new Problem(platformProblems.notFound);
    if (slot.bookingId !== null) throw new Problem(roundProblems.bookedAlready);
    await checkTarget(ctx, row, target);
    const items = (await listArranged(ctx.db, row.id)).filter(({ slotId }) => slotId === slot.id).map(({ id }) => id);
    const moving = items.slice(0, count ?? items.length);
    await put(ctx, row, slot.stopId, moving, target);
    ctx.record({
      kind: 'round.arrangementMoved',
      subject: row.id,
      detail: { stop: slot.stopId, from: slot.day, day: target.day, instruments: moving.length },
    });
    return replyRound(ctx, row.id);
  },

  async lockSlots({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'plan');
    const changed = await setLocked(ctx.db, row.id, body.slots, body.locked);
    if (changed.length < new Set(body.slots).size) throw new Problem(platformProblems.notFound);
    ctx.record({ kind: body.locked ? 'round.locked' : 'round.unlocked', subject: row.id, detail: { slots: changed.length } });
    return replyRound(ctx, row.id);
  },
};
