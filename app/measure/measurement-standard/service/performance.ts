import { addDays } from '../../../kernel/day.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { performanceProblems, type performanceEndpoints } from '../contract/performance.ts';
import {
  dueOf,
  kindRules,
  mayTest,
  performanceKindNames,
  soonDays,
  type PerformanceKind,
  type PerformanceVerdict,
} from '../rules/performance.ts';
import { groupsOf, seriesChart } from '../rules/performance-series.ts';
import * as store from '../store/performance.ts';
import { dutiesOf } from './performance-duties.ts';
import { historyService } from './performance-history.ts';
import { getOwner, openOwner, refuseField } from './performance-owner.ts';
import { refuseEquipment, refusePlan, save } from './performance-save.ts';
import { before, isDone, isLive, isOpenFinding, maySettle, sayIn, testOf, toCard, toDetails, toPanel, toPlan } from './performance-view.ts';
import { toWorkbook } from './performance-workbook.ts';

async function getRecord(ctx: Context, owner: store.Owner, id: string): Promise<store.RecordRow> {
  const row = await store.findRecord(ctx.db, owner.id, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

async function details(ctx: Context, owner: store.Owner, id: string) {
  const row = await getRecord(ctx, owner, id);
  const series = await store.listLive(ctx.db, owner.id, row.series);
  const plans = row.planId === null ? [] : await store.listPlans(ctx.db, owner.id);
  const requirements = await store.listRequirements(ctx.db, owner.id, row.testedOn);
  return toDetails(row, { owner, series, plan: plans.find(({ id: one }) => one === row.planId), requirements }, ctx);
}

export const performanceService: Service<typeof performanceEndpoints> = {
  ...historyService,

  async readPerformance({ params }, ctx) {
    const owner = await getOwner(ctx, params.id);
    const rows = await store.listLive(ctx.db, owner.id);
    const plans = await store.listPlans(ctx.db, owner.id);
    const equipment = await store.listEquipment(ctx.db, owner.id, ctx.today);
    const say = sayIn(ctx.language);
    const soon = addDays(ctx.today, soonDays);
    const series = [...new Map(rows.map((row) => [row.series, row])).values()];
    return {
      kinds: performanceKindNames.map((kind) => {
        const own = rows.filter((row) => row.kind === kind);
        const done = own.filter(isDone);
        const last = done[done.length - 1];
        const { months, clause, confidence } = kindRules[kind];
        return {
          kind,
          records: own.length,
          last: last?.testedOn ?? null,
          verdict: (last?.verdict as PerformanceVerdict | undefined) ?? null,
          ...dueOf(last?.testedOn ?? null, months, ctx.today, soon),
          clause: say(clause),
          confidence,
          unconfirmed: own.length - done.length,
        };
      }),
      findings: rows.filter(isOpenFinding).map(toCard),
      plans: plans.map((plan) => toPlan(plan, rows, ctx)),
      series: series.map((row) => ({
        series: row.series,
        kind: row.kind as PerformanceKind,
        quantity: row.quantity,
        point: row.point,
        unit: row.unit,
        objectNumber: row.objectNumber,
        records: rows.filter((one) => one.series === row.series).length,
        last: row.testedOn,
      })),
      equipment: equipment.map(({ id, name, number, role }) => ({ id, name, number, main: role === 'main' })),
      mayTest: mayTest(owner, ctx.caller) && owner.state !== 'withdrawn',
      maySettle: maySettle(owner, ctx) && owner.state !== 'withdrawn',
    } as never;
  },

  async listPerformanceRecords({ params, query }, ctx) {
    const owner = await getOwner(ctx, params.id);
    const { rows, total } = await store.listRecords(ctx.db, owner.id, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toCard),
      next: rows.length > query.limit && last !== undefined ? `${last.testedOn} ${last.sequence}` : null,
      total,
    };
  },

  readPerformanceRecord: async ({ params }, ctx) => details(ctx, await getOwner(ctx, params.id), params.record),

  async readPerformanceSeries({ params, query }, ctx) {
    const owner = await getOwner(ctx, params.id);
    const rows = await store.listLive(ctx.db, owner.id, query.series);
    const { names, answer } = seriesChart(rows.map((row) => ({ test: testOf(row), testedOn: row.testedOn })));
    const readings = rows.flatMap((row) => groupsOf(testOf(row)).flat());
    return {
      series: query.series,
      unit: rows[0]?.unit ?? null,
      names: [...names],
      decimals: readings.reduce((most, text) => Math.max(most, /\.(\d+)/.exec(text)?.[1]?.length ?? 0), 0),
      panel: answer === null ? null : toPanel(answer),
      spread: answer?.spread === null || answer === null ? null : toPanel(answer.spread),
      warnings: (answer?.warnings ?? []).map(sayIn(ctx.language)),
      records: rows.map(toCard),
      earlier: before(rows, '9999-12-31').map((one) => ({ ...one, groups: one.groups.map((group) => [...group]) })),
      values: rows.flatMap((row) => {
        const { value, limit, verdict } = toCard(row);
        return value === null ? [] : [{ day: row.testedOn, value, limit, verdict }];
      }),
    };
  },

  async downloadPerformance({ params, query }, ctx) {
    const owner = await getOwner(ctx, params.id);
    const rows = (await store.listLive(ctx.db, owner.id)).filter((row) => query.kind === undefined || row.kind === query.kind);
    return toWorkbook(owner, rows, ctx);
  },

  async listPerformanceDuties({ query }, ctx) {
    const wanted = query.q?.trim() ?? '';
    const found = (await dutiesOf(ctx, query.institute)).filter(
      (duty) =>
        (query.state === undefined || duty.state === query.state) &&
        (query.what === undefined || duty.what === query.what) &&
        (wanted === '' || duty.measurementStandard.name.includes(wanted) || duty.subject.includes(wanted)),
    );
    const start = /^\d{1,9}$/.test(query.after ?? '') ? Number(query.after) : 0;
    const end = start + query.limit;
    return { items: found.slice(start, end), next: end < found.length ? String(end) : null, total: found.length };
  },

  async recordPerformanceTest({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    return details(ctx, owner, await save(ctx, owner, body));
  },

  async correctPerformanceTest({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    const row = await getRecord(ctx, owner, params.record);
    if (!isLive(row)) throw new Problem(performanceProblems.testCorrected);
    if (body.test.kind !== row.kind)
      throw refuseField(ctx, ['test', 'kind'], ['更正不能改变考核种类', 'A correction keeps the kind of the test']);
    return details(ctx, owner, await save(ctx, owner, body, { row, reason: body.reason }));
  },

  async confirmPerformanceTest({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    const row = await getRecord(ctx, owner, params.record);
    if (!isLive(row)) throw new Problem(performanceProblems.testCorrected);
    if (row.confirmedAt !== null || row.personId === ctx.caller.personId) throw new Problem(performanceProblems.testOwn);
    await store.insertConfirmation(ctx.db, { performanceId: row.id, note: body.note, personId: ctx.caller.personId, at: ctx.now });
    ctx.record({ kind: 'measurementStandard.testConfirmed', subject: owner.id, detail: { record: row.id, test: row.kind } });
    return details(ctx, owner, row.id);
  },

  async settlePerformanceFinding({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    const row = await getRecord(ctx, owner, params.record);
    if (!isOpenFinding(row)) throw new Problem(performanceProblems.testSettled);
    if (body.outcome === 're-evaluated' && body.citation === null)
      throw new Problem(performanceProblems.testUnusable, {
        issues: [
          { path: ['citation'], message: inLanguage(['请填写新评定的引用编号', 'Name the new evaluation by its citation'], ctx.language) },
        ],
      });
    if (body.outcome === 'retested') {
      const series = await store.listLive(ctx.db, owner.id, row.series);
      const isMet = series.some(
        (one) => one.verdict === 'pass' && isDone(one) && (one.testedOn > row.testedOn || one.sequence > row.sequence),
      );
      if (!isMet) throw new Problem(performanceProblems.testNotRetested);
    }
    if (body.outcome === 'suspended' && owner.state !== 'suspended')
      throw refuseField(
        ctx,
        ['outcome'],
        ['该计量标准未处于暂停状态，请先办理暂停', 'It is not suspended: suspend the measurement standard first'],
      );
    await store.insertSettlement(ctx.db, {
      performanceId: row.id,
      outcome: body.outcome,
      citation: body.citation,
      reason: body.reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    ctx.record({
      kind: 'measurementStandard.findingSettled',
      subject: owner.id,
      reason: body.reason,
      detail: { record: row.id, outcome: body.outcome, citation: body.citation },
    });
    return details(ctx, owner, row.id);
  },

  async planIntermediateCheck({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    refusePlan(ctx, body);
    await refuseEquipment(ctx, owner, body.standard, ctx.today);
    if (body.replaces !== null) {
      const replaced = (await store.listPlans(ctx.db, owner.id)).find(({ id }) => id === body.replaces);
      if (replaced === undefined) throw new Problem(platformProblems.notFound);
      if (replaced.endedAt !== null) throw new Problem(performanceProblems.planEnded);
      const why = inLanguage(['由新计划代替', 'replaced by a new plan'], 'zh');
      await store.endPlan(ctx.db, { planId: replaced.id, reason: why, personId: ctx.caller.personId, at: ctx.now });
    }
    const { replaces, standard, limit, ...plan } = body;
    const id = ctx.newId();
    await store.insertPlan(ctx.db, {
      ...plan,
      id,
      measurementStandardId: owner.id,
      standardId: standard,
      limitText: limit,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({
      kind: 'measurementStandard.checkPlanned',
      subject: owner.id,
      detail: { plan: id, standard, months: body.months, ...(replaces === null ? {} : { replaces }) },
    });
    return readPlan(ctx, owner, id);
  },

  async endCheckPlan({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    const plan = (await store.listPlans(ctx.db, owner.id)).find(({ id }) => id === params.plan);
    if (plan === undefined) throw new Problem(platformProblems.notFound);
    if (plan.endedAt !== null) throw new Problem(performanceProblems.planEnded);
    await store.endPlan(ctx.db, { planId: plan.id, reason: body.reason, personId: ctx.caller.personId, at: ctx.now });
    ctx.record({ kind: 'measurementStandard.checkPlanEnded', subject: owner.id, reason: body.reason, detail: { plan: plan.id } });
    return readPlan(ctx, owner, plan.id);
  },
};

async function readPlan(ctx: Context, owner: store.Owner, id: string) {
  const row = (await store.listPlans(ctx.db, owner.id)).find((plan) => plan.id === id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return toPlan(row, await store.listLive(ctx.db, owner.id), ctx);
}
