import type { Context } from '../../../platform/context.ts';
import { findOrganization, type OrganizationRow } from '../store.ts';

export type { OrganizationRow };

/** The organizations of these ids that there are, for a slice that names them in its own records. */
export async function findOrganizations(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<OrganizationRow[]> {
  const found = await Promise.all(ids.map((id) => findOrganization(ctx.db, id)));
  return found.filter((row) => row !== undefined);
}
