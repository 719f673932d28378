import type { Service } from '../../platform/context.ts';
import { goalClauses } from '../plan/rules/clauses.ts';
import { cityPlan } from '../plan/service/city-plan.ts';
import type { indicatorEndpoints } from './contract.ts';
import { indicatorsAtStake } from './service/at-stake.ts';
import { denominatorService } from './service/denominator/denominator.ts';
import { momentOf, readFigures } from './service/figures.ts';
import { getIndicator } from './service/indicator.ts';
import { openService } from './service/open.ts';
import { toIndicator, toPage } from './service/page.ts';
import { publicationService, readPublished } from './service/publication.ts';
import { listRecords } from './service/records.ts';
import { snapshotService } from './service/snapshot.ts';
import { targetService } from './service/target.ts';

export const indicatorService: Service<typeof indicatorEndpoints> = {
  ...targetService,
  ...publicationService,
  ...snapshotService,
  ...openService,
  ...denominatorService,

  readIndicatorsAtStake: ({ params }, ctx) => indicatorsAtStake(ctx, params.id),

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
    return listRecords(ctx, plan, indicator, at, query);
  },
};
