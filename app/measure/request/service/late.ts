import type { Context } from '../../../platform/context.ts';
import { listLate, type LateRow } from '../store/item.ts';

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
