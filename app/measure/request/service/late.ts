import type { Context } from '../../../platform/context.ts';
import { recordEvents } from '../../../register/event/service.ts';
import { relate } from '../../../register/instrument/service.ts';
import { listLate, markLate, type LateRow } from '../store/item.ts';

/**
 * Of some instruments, those asked for in time and not done in time by the institute 已按期申请、机构未按期完成, each with the latest such
 * request. A fact about the past; whether an instrument may be used is never said by it.
 */
export async function lateByInstitute(
  ctx: Pick<Context, 'db' | 'today'>,
  instrumentIds: readonly string[],
): Promise<ReadonlyMap<string, LateRow>> {
  const rows = await listLate(ctx.db, instrumentIds, ctx.today);
  return new Map(rows.map((row) => [row.instrumentId, row]));
}

const perTurn = 1000;

/** Tells the fact in the history of each instrument on the day after it was due, once. Answers how many. */
export async function noteLate(ctx: Context): Promise<number> {
  let told = 0;
  for (;;) {
    const items = await markLate(ctx.db, ctx.today, perTurn);
    if (items.length === 0) return told;
    await relate(
      ctx,
      items.map(({ id, instrumentId }) => ({ instrumentId, subject: id })),
    );
    await recordEvents(
      ctx,
      items.map(({ id, askedDueOn }) => ({ kind: 'request.missedByInstitute', subject: id, detail: { dueOn: askedDueOn } }) as const),
    );
    told += items.length;
  }
}
