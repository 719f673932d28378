import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { recordSteps } from '../../../measure/request/service/step.ts';
import { mayFollow, type RequestStep } from '../../../measure/request/rules/step.ts';
import { scheduleProblems } from '../contract/problems.ts';
import {
  allowedBookingActions,
  bookingLifeCycle,
  itemRefusal,
  itemRefusals,
  slotsOf,
  type BookingAction,
  type BookingKind,
  type BookingStatus,
} from '../rules.ts';
import * as bookingStore from '../store/booking.ts';
import * as placeStore from '../store/place.ts';
import { isInstitute, lockResources } from '../store/resource.ts';
import { checkPlan, resourcesOf, type Checked, type Plan } from './plan.ts';

export type VisitToBook = {
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly entranceNote: string;
};

export type ToBook = {
  readonly itemIds: readonly string[];
  readonly days: readonly string[];
  readonly half?: Plan['half'];
  readonly benchId?: string | null;
  readonly vanId?: string | null;
  readonly personIds: readonly string[];
  readonly visit?: VisitToBook | null;
  readonly note?: string | null;
  /** Why a day off is chosen. */
  readonly holidayReason?: string | null;
};

export type Booked = { readonly bookingId: string; readonly warnings: readonly Text[] };

/** What two at once may only find in the database, as the problem that it is. */
async function withConstraints<Result>(part: () => Promise<Result>): Promise<Result> {
  try {
    return await part();
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'schedule_post_once') throw new Problem(scheduleProblems.busy);
    if (constraint === 'schedule_load_within_capacity') throw new Problem(scheduleProblems.benchFull);
    if (constraint === 'schedule_item_booked_once') throw new Problem(scheduleProblems.cannotBook);
    throw error;
  }
}

async function lockBookable(ctx: Context, itemIds: readonly string[], kind: BookingKind): Promise<placeStore.WantedRow[]> {
  const ids = [...new Set(itemIds)];
  const rows = await placeStore.lockWanted(ctx.db, ids);
  const own = rows.filter(({ instituteId }) => instituteId === ctx.caller.organizationId);
  if (own.length === 0 || own.length < ids.length) throw new Problem(platformProblems.notFound);
  const refused = own.flatMap((row) => {
    const why = itemRefusal({ step: row.step as RequestStep, isBooked: row.isBooked }, kind);
    return why === null ? [] : [{ path: ['items', row.id], message: `${row.serial}：${inLanguage(itemRefusals[why], ctx.language)}` }];
  });
  if (refused.length > 0) throw new Problem(scheduleProblems.cannotBook, { issues: refused });
  // Those due first come first where they are spread over several days.
  return own.sort((one, other) => ((one.dueBy ?? '9') < (other.dueBy ?? '9') ? -1 : 1));
}

async function insertPlaces(
  ctx: Context,
  bookingId: string,
  plan: Plan,
  { days, itemDays }: Checked,
  itemIds: readonly string[],
): Promise<void> {
  await placeStore.insertItems(
    ctx.db,
    itemIds.map((itemId, index) => ({ id: ctx.newId(), bookingId, itemId, benchId: plan.benchId, day: itemDays[index] ?? null })),
  );
  const moving = [plan.vanId, ...new Set(plan.personIds)].filter((id): id is string => id !== null);
  await placeStore.insertUses(
    ctx.db,
    // In one order for everybody: resources by id, then days and halves.
    [...moving]
      .sort()
      .flatMap((resourceId) =>
        days.flatMap((day) =>
          slotsOf(plan.half).map((half) => ({ id: ctx.newId(), bookingId, resourceId, day, half, postId: plan.benchId ?? bookingId })),
        ),
      ),
  );
}

const describe = (days: readonly string[]): string => days.join('、');

/**
 * Books requested instruments of the caller's institute, for days at a bench or on a visit. Instruments, bench, van and persons are locked in
 * one order, so that two that want the same wait for each other; the database refuses besides.
 *
 * @example await bookItems(ctx, { itemIds, days: ['2026-11-26'], benchId, personIds: [] })
 */
export async function bookItems(ctx: Context, toBook: ToBook): Promise<Booked> {
  const institute = ctx.caller.organizationId;
  if (!(await isInstitute(ctx.db, institute))) throw new Problem(scheduleProblems.notAnInstitute);
  const { visit = null } = toBook;
  const kind: BookingKind = visit === null ? 'bench' : 'visit';
  if (visit !== null && visit.from !== null && visit.to !== null && visit.from >= visit.to) throw new Problem(scheduleProblems.dayTwice);
  const plan: Plan = {
    days: toBook.days,
    half: toBook.half ?? 'whole',
    benchId: toBook.benchId ?? null,
    vanId: toBook.vanId ?? null,
    personIds: [...new Set(toBook.personIds)],
    holidayReason: toBook.holidayReason ?? null,
  };
  const rows = await lockBookable(ctx, toBook.itemIds, kind);
  const bookingId = ctx.newId();
  const instrumentKinds = [...new Set(rows.map((row) => row.kind))];
  const checked = await checkPlan(ctx, plan, { kind, bookingId, count: rows.length, instrumentKinds });
  const [firstDay = '', lastDay = ''] = [checked.days[0], checked.days[checked.days.length - 1]];
  const common = { half: plan.half, benchId: plan.benchId, vanId: plan.vanId };
  await withConstraints(async () => {
    await bookingStore.insertBooking(ctx.db, {
      ...common,
      id: bookingId,
      instituteId: institute,
      region: ctx.caller.region,
      kind,
      firstDay,
      lastDay,
      holidayReason: plan.holidayReason,
      address: visit?.address ?? null,
      contactName: visit?.contactName ?? null,
      contactPhone: visit?.contactPhone ?? null,
      fromTime: visit?.from ?? null,
      toTime: visit?.to ?? null,
      entranceNote: visit === null || visit.entranceNote === '' ? null : visit.entranceNote,
      note: toBook.note === undefined || toBook.note === '' ? null : toBook.note,
      bookedBy: ctx.caller.personId,
      bookedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    await bookingStore.insertRevision(ctx.db, {
      ...common,
      bookingId,
      revision: 1,
      days: [...checked.days],
      persons: [...plan.personIds],
      reason: null,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    await insertPlaces(
      ctx,
      bookingId,
      plan,
      checked,
      rows.map(({ id }) => id),
    );
  });
  // What is held already stays received: it waits for its day at the institute.
  const waiting = rows.filter(({ step }) => step === 'accepted' || step === 'visited').map(({ id }) => id);
  if (waiting.length > 0) await recordSteps(ctx, waiting, 'scheduled', { note: describe(checked.days) });
  ctx.record({
    kind: 'schedule.booked',
    subject: bookingId,
    detail: { days: checked.days, half: plan.half, instruments: rows.length, kind },
  });
  return { bookingId, warnings: checked.warnings };
}

export async function getBooking(ctx: Context, id: string): Promise<bookingStore.BookingRow> {
  const row = await bookingStore.findBooking(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** Locks a booking for a change by this caller, then its instruments: none of them may be past its booking. */
async function lockForChange(ctx: Context, id: string, action: BookingAction) {
  await getBooking(ctx, id);
  await bookingStore.lockBooking(ctx.db, id);
  const row = await getBooking(ctx, id);
  const status = row.status as BookingStatus;
  if (!(action in bookingLifeCycle[status])) throw new Problem(scheduleProblems.decided);
  if (!allowedBookingActions({ status, instituteId: row.instituteId }, ctx.caller).includes(action))
    throw new Problem(platformProblems.forbidden);
  const booked = await placeStore.listBooked(ctx.db, id);
  const items =
    booked.length === 0
      ? []
      : await placeStore.lockWanted(
          ctx.db,
          booked.map(({ itemId }) => itemId),
        );
  const begun = items.filter(({ step }) => !['accepted', 'scheduled', 'received'].includes(step));
  if (begun.length > 0)
    throw new Problem(scheduleProblems.begun, {
      issues: begun.map(({ id: item, serial }) => ({ path: ['items', item], message: serial })),
    });
  return { row, items };
}

const heldBy = (row: bookingStore.BookingRow): string[] => resourcesOf({ benchId: row.benchId, vanId: row.vanId, personIds: row.persons });

export type Move = Omit<Plan, 'days'> & { readonly days: readonly string[]; readonly reason: string };

/** The same booking on other days, at another bench or with others; the plan before stays in its history. */
export async function moveBooking(ctx: Context, id: string, move: Move): Promise<Booked> {
  const { row, items } = await lockForChange(ctx, id, 'move');
  const plan: Plan = { ...move, personIds: [...new Set(move.personIds)] };
  const sorted = [...items].sort((one, other) => ((one.dueBy ?? '9') < (other.dueBy ?? '9') ? -1 : 1));
  const instrumentKinds = [...new Set(items.map(({ kind }) => kind))];
  const checked = await checkPlan(ctx, plan, {
    kind: row.kind as BookingKind,
    bookingId: id,
    count: items.length,
    instrumentKinds,
    before: { held: heldBy(row), release: () => placeStore.release(ctx.db, id, 'moved', ctx.now) },
  });
  const [firstDay = '', lastDay = ''] = [checked.days[0], checked.days[checked.days.length - 1]];
  const common = { half: plan.half, benchId: plan.benchId, vanId: plan.vanId };
  const revision = row.revision + 1;
  await withConstraints(async () => {
    await bookingStore.movePlan(ctx.db, id, { ...common, firstDay, lastDay, holidayReason: plan.holidayReason, revision });
    await bookingStore.insertRevision(ctx.db, {
      ...common,
      bookingId: id,
      revision,
      days: [...checked.days],
      persons: [...plan.personIds],
      reason: move.reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    await insertPlaces(
      ctx,
      id,
      plan,
      checked,
      sorted.map((item) => item.id),
    );
  });
  ctx.record({
    kind: 'schedule.rescheduled',
    subject: id,
    reason: move.reason,
    detail: { from: row.days, to: checked.days, half: plan.half },
  });
  return { bookingId: id, warnings: checked.warnings };
}

/** Nothing is booked any more; the instruments wait to be booked again. */
export async function cancelBooking(ctx: Context, id: string, reason: string): Promise<void> {
  const { row, items } = await lockForChange(ctx, id, 'cancel');
  await lockResources(ctx.db, heldBy(row));
  await placeStore.release(ctx.db, id, 'cancelled', ctx.now);
  await bookingStore.setCancelled(ctx.db, id, { cancelledBy: ctx.caller.personId, cancelledAt: ctx.now, cancelReason: reason });
  const back = items.filter(({ step }) => step === 'scheduled' && mayFollow(step, 'accepted')).map((item) => item.id);
  if (back.length > 0) await recordSteps(ctx, back, 'accepted', { note: reason });
  ctx.record({ kind: 'schedule.cancelled', subject: id, reason, detail: { instruments: items.length } });
}

/** Takes single instruments out of a booking; the others keep their days. */
export async function removeFromBooking(ctx: Context, id: string, itemIds: readonly string[], reason: string): Promise<void> {
  await getBooking(ctx, id);
  await bookingStore.lockBooking(ctx.db, id);
  const row = await getBooking(ctx, id);
  const status = row.status as BookingStatus;
  if (!('move' in bookingLifeCycle[status])) throw new Problem(scheduleProblems.decided);
  if (!allowedBookingActions({ status, instituteId: row.instituteId }, ctx.caller).includes('move'))
    throw new Problem(platformProblems.forbidden);
  const booked = new Set((await placeStore.listBooked(ctx.db, id)).map(({ itemId }) => itemId));
  const ids = [...new Set(itemIds)];
  if (ids.some((one) => !booked.has(one))) throw new Problem(platformProblems.notFound);
  const items = await placeStore.lockWanted(ctx.db, ids);
  const begun = items.filter(({ step }) => !['accepted', 'scheduled', 'received'].includes(step));
  if (begun.length > 0)
    throw new Problem(scheduleProblems.begun, {
      issues: begun.map(({ id: item, serial }) => ({ path: ['items', item], message: serial })),
    });
  await lockResources(ctx.db, heldBy(row));
  await placeStore.releaseItems(ctx.db, id, ids, ctx.now);
  const back = items.filter(({ step }) => step === 'scheduled').map((item) => item.id);
  if (back.length > 0) await recordSteps(ctx, back, 'accepted', { note: reason });
  ctx.record({ kind: 'schedule.reduced', subject: id, reason, detail: { instruments: ids.length } });
}
