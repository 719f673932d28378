import type { Context } from '../../../platform/context.ts';
import { recordAnnex } from '../../../measure/capability/service/annex.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import { annexOf } from '../rules/annex.ts';

/** What the registers need of a plan document, recorded at every start; what is there already stays. */
export const recordPlan = (ctx: Pick<Context, 'db' | 'now'>, plan: PlanDocument): Promise<void> => recordAnnex(ctx, annexOf(plan));
