import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import type { Difference, DifferenceDetails, planEndpoints, Settlement } from '../contract/endpoints.ts';
import type { Finding } from '../contract/finding.ts';
import { chainOf } from '../rules/chain.ts';
import { checkPlan } from '../rules/check-plan.ts';
import { placeOf, sentencesAround } from '../rules/place.ts';
import { allowedActions, type Resolution } from '../rules/settlement.ts';
import * as store from '../store/settlement.ts';
import { cityPlan } from './city-plan.ts';
import { pageFrom } from './page.ts';
import { toWorkbook } from './workbook.ts';

type Names = 'listDifferences' | 'exportDifferences' | 'readDifference' | 'settleDifference' | 'reopenDifference';
type Filter = { q?: string | undefined; rule?: string | undefined; source?: string | undefined; settled?: string | undefined };

let checked: readonly Finding[] | undefined;
/** The check of a document that does not change is done once. */
const findings = (): readonly Finding[] => (checked ??= checkPlan(cityPlan()));

const toSettlement = (row: store.SettlementRow): Settlement =>
  ({
    id: row.id,
    resolution: row.resolution,
    reason: row.reason,
    documentNumber: row.documentNumber,
    by: { name: row.personName, organization: row.organizationName },
    at: row.recordedAt,
  }) as Settlement;

function toDifference(ctx: Context, finding: Finding, last: store.SettlementRow | undefined): Difference {
  const resolution = (last?.resolution ?? 'open') as Resolution;
  return {
    ...finding,
    place: placeOf(cityPlan(), finding),
    resolution,
    settlement: last === undefined ? null : toSettlement(last),
    allowed: allowedActions(resolution, ctx.caller.permits),
  };
}

/** Everything that does not agree inside the city's plan, each with its last settlement. */
export async function differencesOf(ctx: Context, filter: Filter = {}): Promise<Difference[]> {
  const { id: planId } = cityPlan();
  const last = new Map((await store.listLastSettlements(ctx.db, planId)).map((row) => [row.findingId, row]));
  const all = findings().map((finding) => toDifference(ctx, finding, last.get(finding.id)));
  const q = filter.q?.trim().toLowerCase() ?? '';
  return all.filter(
    (each) =>
      (filter.rule === undefined || each.rule === filter.rule) &&
      (filter.source === undefined || each.source === filter.source) &&
      (filter.settled === undefined || (each.resolution !== 'open') === (filter.settled === 'true')) &&
      (q === '' || [...each.text, each.row, each.settlement?.reason ?? ''].some((text) => text.toLowerCase().includes(q))),
  );
}

function getFinding(id: string): Finding {
  const finding = findings().find((each) => each.id === id);
  if (finding === undefined) throw new Problem(platformProblems.notFound);
  return finding;
}

async function detailsOf(ctx: Context, finding: Finding): Promise<DifferenceDetails> {
  const plan = cityPlan();
  const chain = chainOf(await store.listSettlements(ctx.db, plan.id, finding.id));
  const cards = await cardsOf(ctx, [...new Set(chain.flatMap((row) => row.files))]);
  return {
    ...toDifference(ctx, finding, chain[0]),
    sentences: sentencesAround(plan, finding),
    history: chain.map((row) => ({
      ...toSettlement(row),
      finding: row.finding as Finding,
      files: cards.filter((card) => row.files.includes(card.id)),
    })),
  };
}

type Decision = Pick<store.NewSettlement, 'resolution' | 'reason' | 'documentNumber' | 'files' | 'supersedes'>;

/** Appends a settlement after the one that the person saw; whoever saw an older one is told. */
async function append(ctx: Context, id: string, decision: Decision): Promise<DifferenceDetails> {
  const finding = getFinding(id);
  const { id: planId } = cityPlan();
  const inForce = chainOf(await store.listSettlements(ctx.db, planId, id))[0];
  const before = (inForce?.resolution ?? 'open') as Resolution;
  if ((inForce?.id ?? null) !== decision.supersedes) throw new Problem(platformProblems.stale);
  if (!allowedActions(before, ctx.caller.permits).includes(decision.resolution === 'open' ? 'reopen' : 'settle')) {
    throw new Problem(platformProblems.stale);
  }
  await getFiles(ctx, decision.files);
  const appended = await store.insertSettlement(ctx.db, {
    ...decision,
    id: ctx.newId(),
    planId,
    findingId: id,
    finding,
    personId: ctx.caller.personId,
    organizationId: ctx.caller.organizationId,
    recordedAt: ctx.now,
    demonstration: ctx.demonstration,
  });
  if (!appended) throw new Problem(platformProblems.stale);
  ctx.record({
    kind: decision.resolution === 'open' ? 'plan.differenceReopened' : 'plan.differenceSettled',
    subject: id,
    reason: decision.reason,
    detail: { plan: planId, from: before, to: decision.resolution, documentNumber: decision.documentNumber },
  });
  return detailsOf(ctx, finding);
}

export const differenceService: Pick<Service<typeof planEndpoints>, Names> = {
  listDifferences: async ({ query }, ctx) => pageFrom(await differencesOf(ctx, query), query),
  exportDifferences: async ({ query }, ctx) => toWorkbook(cityPlan(), await differencesOf(ctx, query), ctx),
  readDifference: async ({ params }, ctx) => detailsOf(ctx, getFinding(params.id)),
  settleDifference: ({ params, body }, ctx) => append(ctx, params.id, body),
  reopenDifference: ({ params, body }, ctx) => append(ctx, params.id, { ...body, resolution: 'open', documentNumber: null, files: [] }),
};
