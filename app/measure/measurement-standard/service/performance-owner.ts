import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { performanceProblems } from '../contract/performance.ts';
import * as store from '../store/performance.ts';

export async function getOwner(ctx: Context, id: string): Promise<store.Owner> {
  const owner = await store.findOwner(ctx.db, ctx.caller.scope, id);
  if (owner === undefined) throw new Problem(platformProblems.notFound);
  return owner;
}

/** For a change: the institute's own, locked, and not withdrawn. */
export async function openOwner(ctx: Context, id: string): Promise<store.Owner> {
  const owner = await getOwner(ctx, id);
  if (owner.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
  await store.lockOwner(ctx.db, id);
  if (owner.state === 'withdrawn') throw new Problem(performanceProblems.testClosed);
  return owner;
}

export const refuseField = (ctx: Context, path: readonly (string | number)[], text: Text): Problem =>
  new Problem(platformProblems.invalid, { issues: [{ path, message: inLanguage(text, ctx.language) }] });
