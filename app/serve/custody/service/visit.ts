import type { Context } from '../../../platform/context.ts';
import { recordSteps } from '../../../measure/request/service/step.ts';
import { lockCandidates } from '../store/candidate.ts';

/** The work on site has begun: for what was accepted or scheduled; what is held at the institute or went further stays as it is. */
export async function recordVisit(ctx: Context, itemIds: readonly string[]): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const rows = await lockCandidates(ctx.db, [...new Set(itemIds)]);
  const begun = rows.filter(({ step, isHeld }) => !isHeld && (step === 'accepted' || step === 'scheduled')).map(({ id }) => id);
  if (begun.length > 0) await recordSteps(ctx, begun, 'visited');
  return begun;
}
