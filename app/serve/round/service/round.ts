import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { roundProblems } from '../contract/problems.ts';
import type { Progress, Round } from '../contract/shapes.ts';
import { allowedRoundActions, roundLifeCycle, type RoundAction, type RoundState } from '../rules.ts';
import type { ProgressRow } from '../store/reach.ts';
import { findRound, lockRound, type RoundRow } from '../store/round.ts';

export const toProgress = ({ planned, booked, reached, tested, issued, failed, leftOut }: ProgressRow): Progress => ({
  planned,
  booked,
  reached,
  tested,
  issued,
  failed,
  leftOut,
});

export const toRound = (row: RoundRow): Round =>
  ({
    id: row.id,
    name: row.name,
    institute: { id: row.instituteId, name: row.instituteName },
    region: row.region,
    way: row.way,
    state: row.state,
    isDefault: row.defaultKey !== null,
    progress: toProgress(row),
    stops: row.stops,
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    version: row.version,
    recordedAt: row.recordedAt,
    demonstration: row.demonstration,
  }) as Round;

export async function getRound(ctx: Context, id: string): Promise<RoundRow> {
  const row = await findRound(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** Locks a round for an action of this caller; a version that is given must still hold. */
export async function openFor(ctx: Context, id: string, action: RoundAction, version?: number): Promise<RoundRow> {
  await getRound(ctx, id);
  await lockRound(ctx.db, id);
  const row = await getRound(ctx, id);
  const state = row.state as RoundState;
  if (row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
  if (!(action in roundLifeCycle[state])) throw new Problem(roundProblems.wrongState);
  if (!allowedRoundActions({ state, instituteId: row.instituteId }, ctx.caller).includes(action))
    throw new Problem(platformProblems.forbidden);
  if (version !== undefined && version !== row.version) throw new Problem(platformProblems.stale);
  return row;
}

export const replyRound = async (ctx: Context, id: string): Promise<Round> => toRound(await getRound(ctx, id));
