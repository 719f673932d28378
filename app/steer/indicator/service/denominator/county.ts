import type { Context } from '../../../../platform/context.ts';
import type { PlanDocument } from '../../../plan/contract/document.ts';
import type { Counted } from '../../rules/denominator/count.ts';
import type { Definition } from '../../rules/denominator/definition.ts';
import type { Moment } from '../moment.ts';
import { countOn, readEvidence, type Evidence } from './count.ts';

export type County = { readonly code: string; readonly name: [string, string]; readonly counted: Counted | null };

/** Regions of the plan in its order, then what lies in none of them, so that nothing that counts is out of sight. */
function regionsOf(plan: PlanDocument, evidence: Evidence): { code: string; name: [string, string] }[] {
  const own = plan.regions.map(({ code, name }) => ({ code, name: [name[0], name[1]] as [string, string] }));
  const known = new Set(own.map(({ code }) => code));
  const found = [...evidence.scopes, ...evidence.ledger, ...evidence.requests, ...evidence.demand].map(({ region }) => region);
  const others = [...new Set(found)].filter((code) => !known.has(code)).sort();
  return [...own, ...others.map((code) => ({ code, name: [`其他（${code}）`, `Other (${code})`] as [string, string] }))];
}

/** A denominator on one day, told apart by region. */
export async function countsOfCounties(
  ctx: Pick<Context, 'db'>,
  plan: PlanDocument,
  definition: Definition,
  at: Moment,
): Promise<County[]> {
  const evidence = await readEvidence(ctx, definition, [at.asOf], at);
  return regionsOf(plan, evidence).map(({ code, name }) => ({
    code,
    name,
    counted: evidence.isRecorded ? countOn(definition, at.asOf, evidence, code) : null,
  }));
}
