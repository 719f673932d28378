import type { Context } from '../../../platform/context.ts';
import type { Standing } from '../contract.ts';
import { listStandings, type StandingFilter } from '../store/report.ts';

type Rows = Awaited<ReturnType<typeof listStandings>>['rows'];

const toStanding = (row: Rows[number]): Standing =>
  ({
    organization: { id: row.organizationId, name: row.organizationName },
    comparison: { id: row.comparisonId, title: row.title },
    duty: row.duty,
    result: row.result,
    isMissing: row.isMissing,
    correction: row.correction,
    openedAt: new Date(row.openedAt).toISOString(),
  }) as Standing;

/** Laboratories in rounds whose results are opened, the newest round first, with the key of each row. */
export async function standingsOf(ctx: Context, filter: StandingFilter): Promise<{ items: (Standing & { key: string })[]; total: number }> {
  const { rows, total } = await listStandings(ctx.db, ctx.caller.scope, ctx.caller.organizationId, filter, ctx.now);
  return { items: rows.map((row) => ({ ...toStanding(row), key: row.id })), total };
}

/**
 * How an institute stands in comparisons: the mandatory rounds that have nothing of it, and corrective action that is not closed. For the
 * pages of other terms, within what the caller may see; what follows is for people to decide.
 */
export async function comparisonStandingOf(
  ctx: Context,
  instituteId: string,
): Promise<{ readonly missing: readonly Standing[]; readonly openCorrections: readonly Standing[]; readonly rounds: number }> {
  const { items, total } = await standingsOf(ctx, { institute: instituteId, limit: 500 });
  return {
    missing: items.filter(({ isMissing }) => isMissing),
    openCorrections: items.filter(({ correction }) => correction !== null && correction !== 'closed'),
    rounds: total,
  };
}
