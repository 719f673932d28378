import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { organizationProblems } from '../contract.ts';
import { isCreditCode } from '../rules.ts';
import { insertOrganization } from '../store.ts';

/** Registers a holder that a list names by its credit code; undefined where the code is registered already. Who lists it has checked the rest. */
export async function registerEnterprise(
  ctx: Context,
  { name, creditCode, region }: { readonly name: string; readonly creditCode: string; readonly region: string },
): Promise<string | undefined> {
  if (!isCreditCode(creditCode)) throw new Problem(organizationProblems.creditCode);
  const id = ctx.newId();
  const holder = { id, kind: 'enterprise', name, creditCode, region, demonstration: ctx.demonstration, recordedAt: ctx.now };
  if (!(await insertOrganization(ctx.db, holder))) return undefined;
  ctx.record({ kind: 'organization.registered', subject: id, detail: { kind: 'enterprise', region, imported: true } });
  return id;
}
