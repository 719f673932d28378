import type { Context } from '../../../platform/context.ts';
import { recordAnnex } from '../../../measure/capability/service/annex.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import { indicatorsOf } from '../../plan/rules/clauses.ts';
import { annexOf } from '../rules/annex.ts';
import { entryRule } from '../rules/counting.ts';
import { adoptRules } from '../store/figures.ts';

/** What the registers need of a plan document, recorded at every start; what is there already stays. */
export async function recordPlan(ctx: Pick<Context, 'db' | 'now'>, plan: PlanDocument): Promise<void> {
  await recordAnnex(ctx, annexOf(plan));
  const rules = indicatorsOf(plan).flatMap((indicator) => entryRule(indicator, plan.period) ?? []);
  await adoptRules(ctx.db, plan.id, rules);
}
