import type { Context } from '../../../platform/context.ts';

/** The background works for the person who began it: what it records carries their name. */
export function actingFor(
  ctx: Context,
  { personId, organizationId, region }: { personId: string; organizationId: string; region: string },
): Context {
  return {
    ...ctx,
    caller: { ...ctx.caller, personId, organizationId, region, scope: { kind: 'organization', organization: organizationId } },
    record: (event) => ctx.record({ by: { personId, organizationId }, ...event }),
  };
}
