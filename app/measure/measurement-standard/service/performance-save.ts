import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { performanceProblems, type performanceEndpoints } from '../contract/performance.ts';
import { decimalOf, issueOf, type PerformanceTest } from '../rules/performance-answer.ts';
import { judge } from '../rules/performance-judge.ts';
import { groupsOf, seriesOf } from '../rules/performance-series.ts';
import * as store from '../store/performance.ts';
import { refuseField } from './performance-owner.ts';
import { before, ruleOf, testOf } from './performance-view.ts';

/** Ten readings that are all alike were copied, or entered twice. */
const fewestToCompare = 10;

function isCopy(test: PerformanceTest, rows: readonly store.RecordRow[]): boolean {
  const written = groupsOf(test).flat();
  const text = JSON.stringify(written);
  return written.length >= fewestToCompare && rows.some((row) => JSON.stringify(groupsOf(testOf(row)).flat()) === text);
}

type Body = Parameters<Service<typeof performanceEndpoints>['recordPerformanceTest']>[0]['body'];

async function planFor(ctx: Context, owner: store.Owner, test: PerformanceTest): Promise<store.PlanRow | undefined> {
  if (test.kind !== 'intermediate-check') return undefined;
  const plan = (await store.listPlans(ctx.db, owner.id)).find(({ id }) => id === test.plan);
  if (plan === undefined) throw refuseField(ctx, ['test', 'plan'], ['没有这份期间核查计划', 'There is no such plan of checks']);
  if (plan.endedAt !== null) throw new Problem(performanceProblems.planEnded);
  if (test.readings.length < plan.readingsLeast)
    throw refuseField(
      ctx,
      ['test', 'readings'],
      [`计划要求至少 ${plan.readingsLeast} 个读数`, `The plan asks for at least ${plan.readingsLeast} readings`],
    );
  return plan;
}

function refuseDays(ctx: Context, { testedOn, test }: Body): void {
  if (testedOn > ctx.today) throw refuseField(ctx, ['testedOn'], ['不能晚于今天', 'not later than today']);
  if (test.kind !== 'stability') return;
  const late = test.groups.findIndex(({ day }) => day > testedOn);
  if (late >= 0) throw refuseField(ctx, ['test', 'groups', late, 'day'], ['不能晚于考核日期', 'not after the day of the test']);
}

export async function refuseEquipment(ctx: Context, owner: store.Owner, standard: string | null, day: string): Promise<void> {
  if (standard === null) return;
  const equipment = await store.listEquipment(ctx.db, owner.id, day);
  if (!equipment.some(({ id }) => id === standard)) throw new Problem(performanceProblems.testEquipment);
}

/** Judges and saves a test; `corrected` is the record whose place it takes. */
export async function save(
  ctx: Context,
  owner: store.Owner,
  body: Body,
  corrected?: { row: store.RecordRow; reason: string },
): Promise<string> {
  const { test, testedOn } = body;
  refuseDays(ctx, body);
  const noNumber = body.conditions.findIndex(({ value }) => decimalOf(value) === undefined);
  if (noNumber >= 0) throw refuseField(ctx, ['conditions', noNumber, 'value'], ['应为十进制数', 'a decimal number is expected']);
  const plan = await planFor(ctx, owner, test);
  const standardId = plan?.standardId ?? body.standard;
  await refuseEquipment(ctx, owner, standardId, testedOn);
  const subject =
    plan === undefined
      ? { quantity: body.quantity, point: body.point, unit: body.unit, objectName: body.objectName, objectNumber: body.objectNumber }
      : { quantity: plan.quantity, point: plan.point, unit: plan.unit, objectName: plan.objectName, objectNumber: plan.objectNumber };
  const series = seriesOf({ ...subject, test, objectNumber: subject.objectNumber ?? '' });
  const rows = (await store.listLive(ctx.db, owner.id, series)).filter(({ id }) => id !== corrected?.row.id);
  if (isCopy(test, rows)) throw new Problem(performanceProblems.testCopied);
  let answer;
  try {
    answer = judge(test, before(rows, testedOn), ruleOf(plan));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { path, message } = issueOf(test.kind, error);
    throw new Problem(performanceProblems.testUnusable, {
      detail: message,
      issues: [{ path: ['test', ...path], message: inLanguage(message, ctx.language) }],
    });
  }
  const id = ctx.newId();
  await store.insertRecord(ctx.db, {
    ...subject,
    id,
    measurementStandardId: owner.id,
    kind: test.kind,
    testedOn,
    objectModel: plan === undefined ? body.objectModel : null,
    standardId,
    planId: plan?.id ?? null,
    conditions: body.conditions,
    series,
    input: test,
    answer,
    verdict: answer.verdict,
    remark: body.remark,
    tester: body.tester,
    correctsId: corrected?.row.id ?? null,
    reason: corrected?.reason ?? null,
    personId: ctx.caller.personId,
    recordedAt: ctx.now,
  });
  const detail = { record: id, test: test.kind, testedOn, quantity: subject.quantity, point: subject.point, verdict: answer.verdict };
  if (corrected === undefined) ctx.record({ kind: 'measurementStandard.tested', subject: owner.id, detail });
  else
    ctx.record({
      kind: 'measurementStandard.testCorrected',
      subject: owner.id,
      reason: corrected.reason,
      detail: { ...detail, corrects: corrected.row.id },
    });
  return id;
}

type PlanBody = Parameters<Service<typeof performanceEndpoints>['planIntermediateCheck']>[0]['body'];

/** A plan is tried with its own reference as the reading: what the criterion cannot use is found before the first check. */
export function refusePlan(ctx: Context, body: PlanBody): void {
  if (body.criterion === 'chart') return;
  try {
    judge({ kind: 'intermediate-check', plan: '', readings: [body.reference ?? ''] }, [], { ...body });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { path, message } = issueOf('intermediate-check', error);
    const field = path[0] === 'U' ? 'ownU' : path[0] === 'readings' ? 'reference' : (path[0] ?? 'reference');
    throw new Problem(performanceProblems.planWrong, { issues: [{ path: [field], message: inLanguage(message, ctx.language) }] });
  }
}
