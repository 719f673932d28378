import { platformProblems, type ProblemDefinition } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { requestProblems } from '../contract/problems.ts';
import { allowedRequestActions, requestLifeCycle, type RequestStatus } from '../rules.ts';
import { findRequest, lockRequest } from '../store/request.ts';
import { decide } from './decide.ts';

type Outcome = { readonly id: string; readonly problem: { readonly code: string; readonly title: string; readonly next: string } | null };

/** Why a locked request cannot be accepted by the caller; undefined: it can. */
async function obstacleTo(ctx: Context, id: string): Promise<ProblemDefinition | undefined> {
  const row = await findRequest(ctx.db, ctx.caller.scope, id);
  if (row === undefined) return platformProblems.notFound;
  const status = row.status as RequestStatus;
  if (!('accept' in requestLifeCycle[status])) return requestProblems.decided;
  return allowedRequestActions({ ...row, status }, ctx.caller).includes('accept') ? undefined : platformProblems.forbidden;
}

/** Accepts each of a selection; one that cannot be accepted says why and the others stay. Locked in the order of their ids. */
export async function acceptMany(ctx: Context, ids: readonly string[]): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  for (const id of [...new Set(ids)].sort()) {
    await lockRequest(ctx.db, id);
    const obstacle = await obstacleTo(ctx, id);
    if (obstacle === undefined) await decide(ctx, id, 'accept', null);
    const problem =
      obstacle === undefined
        ? null
        : { code: obstacle.code, title: inLanguage(obstacle.text, ctx.language), next: inLanguage(obstacle.next, ctx.language) };
    outcomes.set(id, { id, problem });
  }
  const refused = [...outcomes.values()].filter(({ problem }) => problem !== null).length;
  // Also a selection of which nothing could be accepted leaves a trace of having been tried.
  ctx.record({ kind: 'request.batched', subject: ctx.caller.organizationId, detail: { count: outcomes.size, refused } });
  return ids.flatMap((id) => outcomes.get(id) ?? []);
}
