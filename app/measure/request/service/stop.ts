import type { Context } from '../../../platform/context.ts';
import { calendarExceptions, exceptionsAround } from '../../../register/calendar/service.ts';
import { dueBy, stoppedWorkingDays, verificationPeriod } from '../rules/period.ts';
import type { LockedItem } from '../store/step.ts';
import * as store from '../store/stop.ts';

const least = (days: readonly string[]): string => days.reduce((one, other) => (other < one ? other : one));
const most = (days: readonly string[]): string => days.reduce((one, other) => (other > one ? other : one));

/** The clock of locked items goes on today; the period ends later by the working days for which it stood still. */
export async function resumeLocked(ctx: Context, items: readonly LockedItem[]): Promise<void> {
  const stopped = items.flatMap(({ id, periodFrom, stoppedSince, stoppedDays }) =>
    periodFrom === null || stoppedSince === null ? [] : [{ id, periodFrom, stoppedSince, stoppedDays }],
  );
  if (stopped.length === 0) return;
  const earliest = least(stopped.map(({ periodFrom }) => periodFrom));
  const exceptions = await exceptionsAround(ctx, earliest, ctx.today, verificationPeriod.workingDays.value + 20);
  const counted = stopped.map(({ id, periodFrom, stoppedSince, stoppedDays }) => {
    const days = stoppedDays + stoppedWorkingDays(stoppedSince, ctx.today, exceptions);
    return { itemId: id, stoppedDays: days, dueBy: dueBy(periodFrom, days, exceptions) };
  });
  await store.endStops(ctx.db, counted, {
    day: ctx.today,
    personId: ctx.caller.personId === '' ? null : ctx.caller.personId,
    at: ctx.now,
  });
}

/**
 * Counts every open period anew, after a notice on holidays was recorded: how long it stood still and when it ends. Answers how many
 * were looked at.
 */
export async function countPeriods(ctx: Context): Promise<number> {
  let seen = 0;
  for (let after: string | null = null; ;) {
    const page = await store.lockOpenPeriods(ctx.db, after, 1000);
    if (page.length === 0) return seen;
    const stops = await store.listStops(
      ctx.db,
      page.map(({ id }) => id),
    );
    const days = [...page.map(({ periodFrom }) => periodFrom), ...stops.flatMap(({ toDay }) => toDay ?? [])];
    const from = least(days);
    const last = most([...days, ctx.today]);
    const exceptions = await calendarExceptions(ctx, from, `${Number(last.slice(0, 4)) + 1}-12-31`);
    await store.setPeriods(
      ctx.db,
      page.map(({ id, periodFrom }) => {
        const stoppedDays = stops
          .filter(({ itemId, toDay }) => itemId === id && toDay !== null)
          .reduce((sum, { fromDay, toDay }) => sum + stoppedWorkingDays(fromDay, toDay ?? fromDay, exceptions), 0);
        return { itemId: id, stoppedDays, dueBy: dueBy(periodFrom, stoppedDays, exceptions) };
      }),
    );
    seen += page.length;
    after = page[page.length - 1]?.id ?? null;
  }
}
