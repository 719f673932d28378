import { Problem } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { exceptionsAround } from '../../../register/calendar/service.ts';
import { requestProblems } from '../contract/problems.ts';
import type { PlaceDone } from '../rules.ts';
import { dueBy, verificationPeriod } from '../rules/period.ts';
import { mayFollow, requestSteps, type RequestStep } from '../rules/step.ts';
import * as store from '../store/step.ts';
import { resumeLocked } from './stop.ts';

/** What ends a stop of the clock by itself: the instrument is out of the institute's hands, or done. */
const endsStops: ReadonlySet<RequestStep> = new Set(['accepted', 'withdrawn', 'issued']);

const beginsPeriod = (step: RequestStep, whereDone: string): boolean =>
  verificationPeriod.begins[whereDone as PlaceDone].value === (step === 'received' ? 'receipt' : step === 'accepted' ? 'acceptance' : '');

async function movePeriods(ctx: Context, items: readonly store.LockedItem[], step: RequestStep): Promise<void> {
  if (endsStops.has(step)) {
    await resumeLocked(
      ctx,
      items.filter(({ stoppedSince }) => stoppedSince !== null),
    );
  }
  const back = step === 'accepted' ? items.filter(({ whereDone, periodFrom }) => periodFrom !== null && whereDone === 'institute') : [];
  if (back.length > 0) {
    await store.endPeriod(
      ctx.db,
      back.map(({ id }) => id),
    );
  }
  const begun = items.filter(({ whereDone, periodFrom }) => periodFrom === null && beginsPeriod(step, whereDone));
  if (begun.length > 0) {
    const exceptions = await exceptionsAround(ctx, ctx.today, ctx.today, verificationPeriod.workingDays.value);
    await store.beginPeriod(
      ctx.db,
      begun.map(({ id }) => id),
      ctx.today,
      dueBy(ctx.today, 0, exceptions),
    );
  }
}

/** Appends a step to items that are locked already, whatever the life-cycle says of a repetition. */
export async function appendSteps(ctx: Context, items: readonly store.LockedItem[], step: RequestStep, note: string | null): Promise<void> {
  await store.insertSteps(
    ctx.db,
    items.map(({ id }) => id),
    {
      step,
      note,
      at: ctx.now,
      day: ctx.today,
      personId: ctx.caller.personId === '' ? null : ctx.caller.personId,
      organizationId: ctx.caller.organizationId === '' ? null : ctx.caller.organizationId,
    },
  );
  await movePeriods(ctx, items, step);
}

/**
 * Records what has happened with requested instruments, for many at once and in one transaction: rows are locked in the order of their
 * ids, an item that stands at the step already is left as it is, and where one may not take it none does. Answers the items that moved.
 *
 * @example await recordSteps(ctx, itemIds, 'received', { note: '收样单 SY-2026-00012' })
 */
export async function recordSteps(
  ctx: Context,
  itemIds: readonly string[],
  step: RequestStep,
  options: { readonly note?: string | undefined } = {},
): Promise<string[]> {
  const items = await store.lockItems(ctx.db, [...new Set(itemIds)]);
  const moving = items.filter((item) => item.step !== step);
  const stuck = moving.filter((item) => !mayFollow(item.step as RequestStep, step));
  if (stuck.length > 0) {
    const said = (item: store.LockedItem): Text => {
      const [zh, en] = requestSteps[item.step as RequestStep];
      return [`当前为“${zh}”，不能记为“${requestSteps[step][0]}”`, `stands at “${en}”, which “${requestSteps[step][1]}” does not follow`];
    };
    throw new Problem(requestProblems.stepNotPossible, {
      issues: stuck.map((item) => ({ path: ['items', item.id], message: inLanguage(said(item), ctx.language) })),
    });
  }
  await appendSteps(ctx, moving, step, options.note ?? null);
  return moving.map(({ id }) => id);
}
