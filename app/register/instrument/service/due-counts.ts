import type { Day } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import type { Pair } from '../store/due.ts';
import { sumDue, type DueCount } from '../store/due-counts.ts';
import { sumTally } from '../store/tally.ts';

type Reading = Pick<Context, 'db'>;

/** How many instruments of some regions and kinds fall due in each week or month of a span of days. */
export const countDue = async (
  ctx: Reading,
  pairs: readonly Pair[],
  span: { readonly from: Day; readonly to: Day },
  by: 'week' | 'month',
): Promise<readonly DueCount[]> => (pairs.length === 0 ? [] : sumDue(ctx.db, pairs, span, by));

export type Backlog = { readonly kind: string; readonly overdue: number; readonly neverVerified: number; readonly failed: number };

/** What should have been done already, by kind: overdue, never verified, failed or repaired and not verified since. */
export async function countBacklog(ctx: Reading, pairs: readonly Pair[], today: Day): Promise<Backlog[]> {
  if (pairs.length === 0) return [];
  const rows = await sumTally(ctx.db, { pairs }, ['kind'], today);
  return rows.map(({ kind, counts }) => ({
    kind: kind ?? '',
    overdue: counts['overdue'] ?? 0,
    neverVerified: counts['never-verified'] ?? 0,
    failed: (counts['failed'] ?? 0) + (counts['repaired'] ?? 0),
  }));
}
