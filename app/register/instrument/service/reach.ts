import type { Context } from '../../../platform/context.ts';
import { servedBy } from '../../designation/service.ts';
import type { Reach } from '../store/reach.ts';

/** An institute sees what it is designated to verify before anybody has asked: a round begins there. */
export async function reachOf(ctx: Pick<Context, 'caller' | 'db' | 'today'>): Promise<Reach> {
  const { scope } = ctx.caller;
  return { scope, pairs: scope.kind === 'organization' ? await servedBy(ctx, scope.organization) : [] };
}
