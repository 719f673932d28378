import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { reaches } from '../../kernel/scope.ts';
import type { Service } from '../../platform/context.ts';
import type { comparisonEndpoints } from './contract.ts';
import { evaluationService } from './service/evaluation.ts';
import { handoverService } from './service/handover.ts';
import { prepareService } from './service/prepare.ts';
import { printReport } from './service/paper.ts';
import { reportService } from './service/report.ts';
import { getRound, toComparisons } from './service/round.ts';
import { sealService } from './service/seal.ts';
import { comparisonStandingOf, standingsOf } from './service/standing.ts';
import { detailsOf } from './service/view.ts';
import { roundsWorkbook, standingsWorkbook } from './service/workbook.ts';
import { findInstitute } from './store/member.ts';
import * as store from './store/round.ts';

export { comparisonStandingOf };

/** More rows than a workbook of rounds ever has. */
const mostRows = 5000;

export const comparisonService: Service<typeof comparisonEndpoints> = {
  ...prepareService,
  ...sealService,
  ...handoverService,
  ...evaluationService,
  ...reportService,

  async listComparisons({ query }, ctx) {
    const { rows, total } = await store.listRounds(ctx.db, ctx.caller.scope, ctx.caller.organizationId, query, ctx.now);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: await toComparisons(ctx, items),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async downloadComparisons({ query }, ctx) {
    const { rows } = await store.listRounds(ctx.db, ctx.caller.scope, ctx.caller.organizationId, { ...query, limit: mostRows }, ctx.now);
    return roundsWorkbook(await toComparisons(ctx, rows), ctx);
  },

  readComparison: async ({ params }, ctx) => detailsOf(ctx, await getRound(ctx, params.id)),

  async listComparisonStandings({ query }, ctx) {
    const { items, total } = await standingsOf(ctx, query);
    const shown = items.slice(0, query.limit);
    const last = shown[shown.length - 1];
    return {
      items: shown,
      next: items.length > query.limit && last ? printCursor({ at: last.openedAt, id: last.key }) : null,
      total,
    };
  },

  async readComparisonStanding({ params }, ctx) {
    const institute = await findInstitute(ctx.db, params.id);
    // Of an institute beyond the caller's reach nothing is said: no rounds would read as if there were none.
    if (institute === undefined || !reaches(ctx.caller.scope, { organizations: [institute.id], region: institute.region }))
      throw new Problem(platformProblems.notFound);
    const { rounds, missing, openCorrections } = await comparisonStandingOf(ctx, institute.id);
    return { rounds, missing: [...missing], openCorrections: [...openCorrections] };
  },

  async downloadComparisonStandings({ query }, ctx) {
    const { items } = await standingsOf(ctx, { ...query, limit: mostRows });
    return standingsWorkbook(items, ctx);
  },

  printComparisonReport: async ({ params, query }, ctx) => printReport(ctx, await getRound(ctx, params.id), query.format),
};
