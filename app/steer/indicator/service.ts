import { Problem } from '../../kernel/problem.ts';
import type { Service } from '../../platform/context.ts';
import { getFiles } from '../../register/file/service.ts';
import { goalClauses } from '../plan/rules/clauses.ts';
import { cityPlan } from '../plan/service/city-plan.ts';
import type { indicatorEndpoints } from './contract.ts';
import { indicatorProblems } from './contract/problems.ts';
import { momentOf, readFigures } from './service/figures.ts';
import { getIndicator } from './service/indicator.ts';
import { openService } from './service/open.ts';
import { toDecision, toIndicator, toPage } from './service/page.ts';
import { publicationService, readPublished } from './service/publication.ts';
import { listRecords } from './service/records.ts';
import { snapshotService } from './service/snapshot.ts';
import { targetService } from './service/target.ts';
import { insertDecision, listDecisions } from './store/decision.ts';

export const indicatorService: Service<typeof indicatorEndpoints> = {
  ...targetService,
  ...publicationService,
  ...snapshotService,
  ...openService,

  async listIndicators({ query }, ctx) {
    const plan = cityPlan();
    const at = momentOf(ctx, query);
    const [readings, published] = await Promise.all([readFigures(ctx, plan, at), readPublished(ctx, 'indicators')]);
    return {
      plan: plan.id,
      title: plan.title,
      documentNumber: plan.documentNumber,
      period: plan.period,
      asOf: at.asOf,
      knownAt: at.knownAt,
      published: published.mode,
      goals: goalClauses(plan).map(({ id, clause, title }) => ({ id, clause, title })),
      items: readings.map((reading) => toIndicator(reading, plan)),
    };
  },

  async readIndicator({ params, query }, ctx) {
    const plan = cityPlan();
    const at = momentOf(ctx, query);
    getIndicator(plan, params.id);
    const [reading] = await readFigures(ctx, plan, at, params.id);
    if (reading === undefined) throw new Error(`no figure for ${params.id}`);
    return toPage(ctx, plan, reading, at);
  },

  async listIndicatorRecords({ params, query }, ctx) {
    const plan = cityPlan();
    const at = momentOf(ctx, query);
    const indicator = getIndicator(plan, params.id);
    const [reading] = indicator.counting.rule === 'demandServed' ? await readFigures(ctx, plan, at, params.id) : [];
    return listRecords(ctx, plan, indicator, at, query, reading?.value?.denominator ?? 0);
  },

  async decideCounting({ params, body }, ctx) {
    const plan = cityPlan();
    const indicator = getIndicator(plan, params.id);
    if (indicator.counting.rule !== 'catalogueCoverage') throw new Problem(indicatorProblems.notCoverage);
    await getFiles(ctx, body.files);
    const id = ctx.newId();
    await insertDecision(ctx.db, {
      ...body,
      entries: [...new Set(body.entries)],
      id,
      planId: plan.id,
      indicator: indicator.id,
      personId: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    const detail = { indicator: indicator.id, edition: body.edition, entries: body.entries.length, documentNumber: body.documentNumber };
    ctx.record({ kind: 'indicator.decided', subject: id, reason: body.reason, detail });
    const made = (await listDecisions(ctx.db, plan.id, indicator.id, ctx.now)).find((row) => row.id === id);
    if (made === undefined) throw new Error('the decision was not found');
    return toDecision(ctx, made);
  },
};
