import { Problem } from '../../../kernel/problem.ts';
import { reaches } from '../../../kernel/scope.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import { indicatorsOf } from '../../plan/rules/clauses.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { indicatorEndpoints } from '../contract.ts';
import { indicatorProblems } from '../contract/problems.ts';
import type { Target } from '../contract/shapes.ts';
import { checkSums, isAdditive } from '../rules/breakdown.ts';
import * as store from '../store/target.ts';
import { momentOf } from './figures.ts';
import { getIndicator } from './indicator.ts';

/** The plan office records for every region, a county for itself. */
const mayRecord = (ctx: Context, region: string): boolean =>
  ctx.caller.permits.has('indicator.target') && reaches(ctx.caller.scope, { organizations: [], region });

async function toTarget(ctx: Context, row: store.TargetRow): Promise<Target> {
  const { id, indicator, region, year, documentNumber, reason, person, recordedAt } = row;
  return {
    id,
    indicator,
    region,
    year,
    amount: Number(row.amount),
    documentNumber,
    files: await cardsOf(ctx, row.files),
    reason,
    person,
    recordedAt,
  };
}

type TargetService = Pick<Service<typeof indicatorEndpoints>, 'listTargets' | 'recordTarget'>;

export const targetService: TargetService = {
  async listTargets({ query }, ctx) {
    const plan = cityPlan();
    const { asOf, knownAt } = momentOf(ctx, query);
    const rows = (await store.listTargets(ctx.db, plan.id, knownAt, query.indicator)).filter((row) => row.amount !== null);
    const targets = await Promise.all(rows.map((row) => toTarget(ctx, row)));
    const [first, last] = [Number(plan.period.from.slice(0, 4)), Number(plan.period.to.slice(0, 4))];
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return {
      asOf,
      knownAt,
      years: [...new Set([...years, ...targets.map((target) => target.year)])].sort((one, other) => one - other),
      regions: plan.regions.map(({ code, name }) => ({
        code,
        name: [name[0], name[1]] as [string, string],
        mayRecord: mayRecord(ctx, code),
      })),
      items: indicatorsOf(plan)
        .filter((indicator) => query.indicator === undefined || indicator.id === query.indicator)
        .map((indicator) => {
          const own = targets.filter((target) => target.indicator === indicator.id);
          return {
            id: indicator.id,
            title: [indicator.title[0], indicator.title[1]] as [string, string],
            unit: [indicator.unit[0], indicator.unit[1]] as [string, string],
            target: indicator.target,
            due: indicator.due,
            additive: isAdditive(indicator),
            targets: own,
            sums: checkSums(indicator, own),
          };
        }),
    };
  },

  async recordTarget({ params, body }, ctx) {
    const plan = cityPlan();
    const indicator = getIndicator(plan, params.id);
    if (!plan.regions.some((region) => region.code === body.region)) throw new Problem(indicatorProblems.notShared);
    if (!mayRecord(ctx, body.region)) throw new Problem(indicatorProblems.otherCounty);
    await getFiles(ctx, body.files);
    const id = ctx.newId();
    await store.insertTarget(ctx.db, {
      ...body,
      id,
      amount: body.amount === null ? null : String(body.amount),
      planId: plan.id,
      indicator: indicator.id,
      personId: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    const detail = {
      indicator: indicator.id,
      region: body.region,
      year: body.year,
      amount: body.amount,
      documentNumber: body.documentNumber,
    };
    ctx.record({ kind: 'indicator.shared', subject: id, reason: body.reason, detail });
    return { id };
  },
};
