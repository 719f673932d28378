import { timelineOf } from '../../register/event/service.ts';
import { cardsOf } from '../../register/file/service.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Service } from '../../platform/context.ts';
import type { capabilityEndpoints } from './contract.ts';
import { mayReport, nextStates } from './rules/life-cycle.ts';
import { cellsAtStake } from './service/at-stake.ts';
import { kindsOfItem, readCellDays, readEffectiveAt, toEffectiveCell } from './service/effective.ts';
import { atOf, readMatrixAt } from './service/matrix.ts';
import { getPlace, reportService, toReport } from './service/report.ts';
import { toPdf } from './service/print.ts';
import { toWorkbook } from './service/workbook.ts';
import { listCovers } from './store/cover.ts';
import { listStates } from './store/matrix.ts';
import { listHistory } from './store/report.ts';

export const capabilityService: Service<typeof capabilityEndpoints> = {
  ...reportService,

  readMatrix: ({ query }, ctx) => readMatrixAt(ctx, query.list, atOf(ctx, query)),

  readEffectiveMatrix: ({ query }, ctx) => readEffectiveAt(ctx, query.list, atOf(ctx, query)),

  readCellsAtStake: ({ params }, ctx) => cellsAtStake(ctx, params.id),

  async exportMatrix({ query }, ctx) {
    const at = atOf(ctx, query);
    const matrix = await readMatrixAt(ctx, query.list, at);
    const effective = query.effective === 'true' ? await readEffectiveAt(ctx, query.list, at) : undefined;
    return query.format === 'xlsx' ? toWorkbook(matrix, effective) : toPdf(matrix, effective);
  },

  async readCellEffect({ params, query }, ctx) {
    const { planId, region, item } = await getPlace(ctx, params.region, params.item);
    const at = atOf(ctx, query);
    const cell = (await readCellDays(ctx, planId, at)).find((one) => one.region === region && one.item === item);
    if (cell === undefined) throw new Problem(platformProblems.notFound);
    const ends = cell.state === 'in-use' ? (cell.answer?.endsAfter(region, kindsOfItem(item), at.asOf) ?? []) : [];
    return { ...toEffectiveCell(cell, at.asOf), ends };
  },

  async readCell({ params, query }, ctx) {
    const place = await getPlace(ctx, params.region, params.item);
    const at = atOf(ctx, query);
    const [[state], rows, covers] = await Promise.all([
      listStates(ctx.db, place.planId, at, place),
      listHistory(ctx.db, place.planId, place.region, place.item),
      listCovers(ctx.db, place.planId, place.region, place.item),
    ]);
    const known = rows.filter((row) => row.recordedAt <= at.knownAt);
    return {
      plan: place.planId,
      list: place.list,
      region: { code: place.region, name: [place.regionName, place.regionNameEn] },
      item: { id: place.item, mark: place.mark, name: [place.itemName, place.itemNameEn] },
      printed: state?.printed ?? null,
      documentNumber: place.documentNumber,
      baseline: place.baseline,
      state: state?.state ?? null,
      since: state?.since ?? null,
      basis: state?.basis ?? null,
      body: state?.body ?? null,
      next: nextStates(state?.state ?? null),
      mayReport: mayReport(ctx.caller, place.region) && !known.some((row) => row.verdict === null),
      history: await Promise.all(known.map((row) => toReport(ctx, row))),
      covers: await Promise.all(
        covers.map(async (cover) => ({
          id: cover.id,
          kind: cover.kind as 'referral' | 'sharing' | 'mobile-laboratory',
          body: cover.bodyName,
          validFrom: cover.validFrom,
          validTo: cover.validTo,
          documentNumber: cover.documentNumber,
          files: await cardsOf(ctx, cover.files),
          reason: cover.reason,
          recordedAt: cover.recordedAt,
        })),
      ),
      timeline: await timelineOf(ctx, ...known.map((row) => row.id), ...covers.map((cover) => cover.id), `${place.region}/${place.item}`),
    };
  },
};
