import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { parse } from '@tongheng/quantity/decimal';
import { homogeneity, stability } from '@tongheng/statistics/proficiency/homogeneity';
import { textOf } from '@tongheng/statistics/sample/decimal-text';
import type { Context, Service } from '../../../platform/context.ts';
import { comparisonProblems, type comparisonEndpoints, type Handover } from '../contract.ts';
import { handoverLifeCycle, handoverStateOf } from '../rules/route.ts';
import * as store from '../store/handover.ts';
import { changeRound, insertCheck } from '../store/round.ts';
import { getProtocol, openFor, replyComparison } from './round.ts';

type Endpoints = typeof comparisonEndpoints;

const underWay = ['under-way', 'commenting', 'final', 'closed'];

export function toHandover(row: store.HandoverRow, ctx: Context): Handover {
  const state = handoverStateOf(row);
  const isMine = (organization: string): boolean =>
    organization === ctx.caller.organizationId && ctx.caller.permits.has('comparison.participate') && underWay.includes(row.roundState);
  return {
    id: row.id,
    comparison: { id: row.comparisonId, title: row.title },
    position: row.position,
    artefact: row.artefact,
    from: { id: row.fromId, name: row.fromName },
    to: { id: row.toId, name: row.toName },
    plannedOn: row.plannedOn,
    state,
    isLate: state !== 'received' && row.plannedOn < ctx.today,
    sentAt: row.sentAt,
    sentBy: row.sentPerson,
    sentCondition: row.sentCondition,
    receivedAt: row.receivedAt,
    receivedBy: row.receivedPerson,
    arrival: row.arrival,
    arrivalNote: row.arrivalNote,
    temperature: row.temperature,
    humidity: row.humidity,
    mayDispatch: 'dispatch' in handoverLifeCycle[state] && row.isNext && isMine(row.fromId),
    mayReceive: 'receive' in handoverLifeCycle[state] && isMine(row.toId),
  } as Handover;
}

async function getHandover(ctx: Context, id: string): Promise<store.HandoverRow> {
  const row = await store.findHandover(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** Whoever has the standard signs first, whoever gets it second; nobody hands on what has not arrived. */
async function openToSign(ctx: Context, id: string, step: 'dispatch' | 'receive'): Promise<store.HandoverRow> {
  await getHandover(ctx, id);
  await store.lockHandover(ctx.db, id);
  const row = await getHandover(ctx, id);
  const signer = step === 'dispatch' ? row.fromId : row.toId;
  if (signer !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
  if (!underWay.includes(row.roundState)) throw new Problem(comparisonProblems.wrongState);
  if (!(step in handoverLifeCycle[handoverStateOf(row)]) || !row.isNext) throw new Problem(comparisonProblems.handoverState);
  return row;
}

const factWords = {
  sx: ['样品均值的标准偏差', 'standard deviation of the item means'],
  sw: ['样品内标准偏差', 'standard deviation within items'],
  ss: ['样品间标准偏差', 'standard deviation between items'],
  limit: ['0.3 σ_pt', '0.3 σ_pt'],
  critical: ['s_s² 的扩展临界值', 'expanded critical value of s_s²'],
  difference: ['前后平均值之差', 'difference of the means'],
  u: ['该差的标准不确定度', 'its standard uncertainty'],
  expandedLimit: ['扩展限值', 'expanded limit'],
} as const satisfies Record<string, Text>;
export type CheckFact = keyof typeof factWords;
export const checkFacts = (outcome: unknown, language: Context['language']): { name: string; value: string }[] =>
  Object.entries(outcome as Record<string, string>).flatMap(([name, value]) =>
    name in factWords ? [{ name: inLanguage(factWords[name as CheckFact], language), value }] : [],
  );

function examine(kind: 'homogeneity' | 'stability', rows: readonly (readonly string[])[], sigma: string) {
  const decimals = rows.map((row) => row.map((text) => parse(text)));
  if (kind === 'homogeneity') {
    const { sx, sw, ss, limit, critical, isHomogeneousExpanded } = homogeneity(decimals, parse(sigma));
    return { acceptable: isHomogeneousExpanded, numbers: { sx, sw, ss, limit, critical } };
  }
  if (rows.length !== 2) throw new InvalidInput('rows', ['稳定性检验需要前后两组数据', 'stability takes two rows, before and after']);
  const { difference, u, limit, expandedLimit, isStableExpanded } = stability(decimals[0] ?? [], decimals[1] ?? [], parse(sigma));
  return { acceptable: isStableExpanded, numbers: { difference, u, limit, expandedLimit } };
}

export const handoverService: Pick<
  Service<Endpoints>,
  'listComparisonHandovers' | 'dispatchArtefact' | 'receiveArtefact' | 'recordArtefactCheck'
> = {
  async listComparisonHandovers({ query }, ctx) {
    const { rows, total } = await store.listHandovers(ctx.db, ctx.caller.scope, query, ctx.today);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toHandover(row, ctx)),
      next: rows.length > query.limit && last ? `${last.plannedOn} ${last.id}` : null,
      total,
    };
  },

  async dispatchArtefact({ params, body }, ctx) {
    const row = await openToSign(ctx, params.id, 'dispatch');
    await store.signHandover(ctx.db, row.id, { sentAt: ctx.now, sentBy: ctx.caller.personId, sentCondition: body.condition });
    ctx.record({ kind: 'comparison.dispatched', subject: row.id, detail: { comparison: row.comparisonId, position: row.position } });
    return toHandover(await getHandover(ctx, row.id), ctx);
  },

  async receiveArtefact({ params, body }, ctx) {
    const row = await openToSign(ctx, params.id, 'receive');
    const { arrival, note, temperature, humidity } = body;
    const { personId } = ctx.caller;
    await store.signHandover(ctx.db, row.id, {
      receivedAt: ctx.now,
      receivedBy: personId,
      arrival,
      arrivalNote: note,
      temperature,
      humidity,
    });
    ctx.record({ kind: 'comparison.arrived', subject: row.id, detail: { comparison: row.comparisonId, position: row.position, arrival } });
    return toHandover(await getHandover(ctx, row.id), ctx);
  },

  async recordArtefactCheck({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'check');
    const { points } = await getProtocol(ctx, row.id);
    const refuse = (path: (string | number)[], text: Text): Problem =>
      new Problem(comparisonProblems.resultsWrong, { issues: [{ path, message: inLanguage(text, ctx.language) }] });
    if (!points.some(({ id }) => id === body.point)) throw refuse(['point'], ['方案中没有这个测量点', 'the protocol has no such point']);
    if (!/[1-9]/.test(body.sigma) || body.sigma.startsWith('-')) throw refuse(['sigma'], ['须大于零', 'greater than zero']);
    let found: ReturnType<typeof examine>;
    try {
      found = examine(body.kind, body.rows, body.sigma);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      throw refuse(['rows'], error.text);
    }
    await insertCheck(ctx.db, {
      id: ctx.newId(),
      comparisonId: row.id,
      kind: body.kind,
      point: body.point,
      input: { rows: body.rows, sigma: body.sigma },
      outcome: Object.fromEntries(Object.entries(found.numbers).map(([name, value]) => [name, textOf(value, 6)])),
      acceptable: found.acceptable,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    await changeRound(ctx.db, row.id, {});
    ctx.record({
      kind: 'comparison.artefactChecked',
      subject: row.id,
      detail: { check: body.kind, point: body.point, acceptable: found.acceptable },
    });
    return replyComparison(ctx, row.id);
  },
};
