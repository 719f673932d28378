import type { Context } from '../../../platform/context.ts';
import { findOrganization, listInstitutes, type OrganizationRow } from '../store.ts';

export type { OrganizationRow };

/** The organizations of these ids that there are, for a slice that names them in its own records. */
export async function findOrganizations(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<OrganizationRow[]> {
  const found = await Promise.all(ids.map((id) => findOrganization(ctx.db, id)));
  return found.filter((row) => row !== undefined);
}

/** Institutes and authorised companies that a caller may see on a day, by region and name. */
export const institutesWithin = (ctx: Pick<Context, 'db' | 'caller'>, day: string): ReturnType<typeof listInstitutes> =>
  listInstitutes(ctx.db, ctx.caller.scope, day);
