import type { Context } from '../../../platform/context.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import type { PlacedIndicator } from '../../plan/rules/clauses.ts';
import { entryRule } from '../rules/counting.ts';
import type { Step } from '../rules/course.ts';
import { count } from '../rules/value.ts';
import * as store from '../store/figures.ts';
import { readShareCourse } from './denominator/course.ts';
import type { Moment } from './moment.ts';

/** How an indicator went, day by day where it changed, as known at a moment. */
export async function readCourse(ctx: Pick<Context, 'db'>, plan: PlanDocument, indicator: PlacedIndicator, at: Moment): Promise<Step[]> {
  const { counting } = indicator;
  switch (counting.rule) {
    case 'entries': {
      const rule = entryRule(indicator, plan.period);
      if (rule === undefined) return [];
      const steps = at.isNow
        ? await store.readEntryCourseNow(ctx.db, plan.id, rule.id)
        : await store.readEntryCourse(ctx.db, rule, at.knownAt);
      return steps.map((step) => ({ day: step.day, value: count(step.value) }));
    }
    case 'measurementStandards':
      return (await store.readStandardCourse(ctx.db, at.knownAt)).map((step) => ({ day: step.day, value: count(step.value) }));
    case 'cells':
      return (await store.readCellCourse(ctx.db, plan.id, counting.list, at.knownAt)).map((step) => ({
        day: step.day,
        value: count(step.value),
      }));
    case 'demandServed':
    case 'catalogueCoverage':
      return readShareCourse(ctx, plan, indicator, at);
  }
}
