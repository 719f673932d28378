import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { findRequest, type RequestRow } from '../store/request.ts';

/** A request within the caller's reach. */
export async function getRequest(ctx: Context, id: string): Promise<RequestRow> {
  const row = await findRequest(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}
