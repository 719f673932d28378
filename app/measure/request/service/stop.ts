import { Problem, platformProblems, type ProblemDefinition } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { calendarExceptions, exceptionsAround } from '../../../register/calendar/service.ts';
import { requestProblems } from '../contract/problems.ts';
import { dueBy, stoppedWorkingDays, verificationPeriod, type StopCause } from '../rules/period.ts';
import { listOpenItems } from '../store/item.ts';
import { lockItems, type LockedItem } from '../store/step.ts';
import * as store from '../store/stop.ts';
import { getRequest } from './get-request.ts';

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

/** The instruments of a request that this institute has in hand and whose period runs or stands still, locked. */
async function lockPeriods(ctx: Context, requestId: string, wanted: readonly string[] | null): Promise<LockedItem[]> {
  const row = await getRequest(ctx, requestId);
  if (row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
  const open = await listOpenItems(ctx.db, requestId);
  const chosen = wanted === null ? open : open.filter(({ id }) => wanted.includes(id));
  if (wanted !== null && chosen.length < new Set(wanted).size) throw new Problem(requestProblems.notInHand);
  return lockItems(
    ctx.db,
    chosen.map(({ id }) => id),
  );
}

const about = (definition: ProblemDefinition, items: readonly LockedItem[]): Problem =>
  new Problem(definition, { issues: items.map(({ id }) => ({ path: ['items', id], message: id })) });

/** Stops the clock of some instruments of a request, or of all whose clock runs. */
export async function stopPeriods(
  ctx: Context,
  requestId: string,
  { items: wanted, cause, note }: { readonly items: readonly string[] | null; readonly cause: StopCause; readonly note: string },
): Promise<void> {
  const locked = await lockPeriods(ctx, requestId, wanted);
  const isRunning = ({ outcome, periodFrom, stoppedSince }: LockedItem): boolean =>
    outcome === 'accepted' && periodFrom !== null && stoppedSince === null;
  const running = locked.filter(isRunning);
  const other = wanted === null ? [] : locked.filter((item) => !isRunning(item));
  const stopped = other.filter(({ stoppedSince }) => stoppedSince !== null);
  if (stopped.length > 0) throw about(requestProblems.stoppedAlready, stopped);
  if (other.length > 0 || running.length === 0) throw about(requestProblems.notInHand, other);
  await store.insertStops(
    ctx.db,
    running.map(({ id }) => id),
    { cause, note, day: ctx.today, personId: ctx.caller.personId, at: ctx.now },
  );
  ctx.record({ kind: 'request.periodStopped', subject: requestId, reason: note, detail: { cause, instruments: running.length } });
}

/** Lets the clock of some instruments of a request go on, or of all that stand still. */
export async function resumePeriods(ctx: Context, requestId: string, wanted: readonly string[] | null): Promise<void> {
  const locked = await lockPeriods(ctx, requestId, wanted);
  const stopped = locked.filter(({ stoppedSince }) => stoppedSince !== null);
  if (stopped.length === 0 || (wanted !== null && stopped.length < locked.length))
    throw about(
      requestProblems.notStopped,
      locked.filter(({ stoppedSince }) => stoppedSince === null),
    );
  await resumeLocked(ctx, stopped);
  ctx.record({ kind: 'request.periodResumed', subject: requestId, detail: { instruments: stopped.length } });
}
