import { compare } from '@tongheng/quantity/decimal';
import type { PanelAnswer } from '@tongheng/statistics/control-chart/chart-answer';
import { addDays, type Day } from '../../../kernel/day.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import type { CheckPlan, RecordCard, RecordDetails, SeriesPanel } from '../contract/performance-shapes.ts';
import {
  dueOf,
  kindRules,
  mayConfirm,
  mayTest,
  soonDays,
  type CheckCriterion,
  type FindingOutcome,
  type PerformanceKind,
  type PerformanceVerdict,
} from '../rules/performance.ts';
import { decimalOf, type CheckPlanRule, type Earlier, type PerformanceAnswer, type PerformanceTest } from '../rules/performance-answer.ts';
import { judge } from '../rules/performance-judge.ts';
import { earlierOf } from '../rules/performance-series.ts';
import type { Owner, PlanRow, RecordRow } from '../store/performance.ts';

type Reading = Pick<Context, 'language' | 'today'>;

export const testOf = (row: Pick<RecordRow, 'input'>): PerformanceTest => row.input as unknown as PerformanceTest;
export const answerOf = (row: Pick<RecordRow, 'answer'>): PerformanceAnswer => row.answer as unknown as PerformanceAnswer;
type Condition = { readonly quantity: string; readonly value: string; readonly unit: string };
export const conditionsOf = (row: Pick<RecordRow, 'conditions'>): readonly Condition[] => row.conditions as unknown as readonly Condition[];

export const isLive = (row: Pick<RecordRow, 'correctedBy'>): boolean => row.correctedBy === null;

/** A record counts as done when no other took its place and, where a second person is asked for, one has confirmed it. */
export const isDone = (row: Pick<RecordRow, 'correctedBy' | 'kind' | 'confirmedAt'>): boolean =>
  isLive(row) && (!kindRules[row.kind as PerformanceKind].secondPerson || row.confirmedAt !== null);

export const isOpenFinding = (row: Pick<RecordRow, 'correctedBy' | 'verdict' | 'outcome'>): boolean =>
  isLive(row) && row.verdict === 'fail' && row.outcome === null;

export function toCard(row: RecordRow): RecordCard {
  const answer = answerOf(row);
  return {
    id: row.id,
    kind: row.kind as PerformanceKind,
    testedOn: row.testedOn,
    quantity: row.quantity,
    point: row.point,
    unit: row.unit,
    object: { name: row.objectName, model: row.objectModel, number: row.objectNumber },
    series: row.series,
    verdict: row.verdict as PerformanceVerdict,
    value: answer.value,
    limit: answer.limit,
    relation: answer.relation,
    corrected: !isLive(row),
    secondPerson: kindRules[row.kind as PerformanceKind].secondPerson,
    confirmation:
      row.confirmedBy === null || row.confirmedAt === null
        ? null
        : { name: row.confirmedBy, at: row.confirmedAt, note: row.confirmationNote },
    settlement:
      row.outcome === null || row.settledBy === null || row.settledAt === null || row.settlementReason === null
        ? null
        : {
            outcome: row.outcome as FindingOutcome,
            citation: row.citation,
            reason: row.settlementReason,
            name: row.settledBy,
            at: row.settledAt,
          },
    openFinding: isOpenFinding(row),
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt,
  } as RecordCard;
}

/** The live records of a series before one of them, as it is held against them. */
export const before = (rows: readonly RecordRow[], testedOn: Day, sequence?: number): Earlier[] =>
  rows
    .filter(
      (row) => isLive(row) && (row.testedOn < testedOn || (row.testedOn === testedOn && sequence !== undefined && row.sequence < sequence)),
    )
    .map((row) => earlierOf({ testedOn: row.testedOn, test: testOf(row), answer: answerOf(row), outcome: row.outcome }));

export const ruleOf = (plan: PlanRow | undefined): CheckPlanRule | null =>
  plan === undefined
    ? null
    : {
        criterion: plan.criterion as CheckCriterion,
        reference: plan.reference,
        referenceU: plan.referenceU,
        ownU: plan.ownU,
        limit: plan.limitText,
      };

/** Whether the verdict still stands when it is computed again: an earlier record may have been corrected since. */
export function agrees(row: RecordRow, series: readonly RecordRow[], plan: PlanRow | undefined): boolean {
  if (!isLive(row)) return true;
  const { verdict, value, limit } = answerOf(row);
  try {
    const again = judge(testOf(row), before(series, row.testedOn, row.sequence), ruleOf(plan));
    return again.verdict === verdict && again.value === value && again.limit === limit;
  } catch {
    return false;
  }
}

type Requirement = { readonly quantity: string; readonly low: string | null; readonly high: string | null; readonly unit: string };

/** Whether a condition lies within what is asked for; null where nothing is, or in another unit. */
export function isWithin({ quantity, value, unit }: Condition, requirements: readonly Requirement[]): boolean | null {
  const names: Readonly<Record<string, string>> = { 温度: 'temperature', 相对湿度: 'humidity', 湿度: 'humidity', 大气压: 'pressure' };
  const asked = requirements.find((one) => (one.quantity === quantity || one.quantity === names[quantity]) && one.unit === unit);
  const read = decimalOf(value);
  if (asked === undefined || read === undefined) return null;
  const [low, high] = [asked.low, asked.high].map((limit) => (limit === null ? undefined : decimalOf(limit)));
  return (low === undefined || compare(read, low) >= 0) && (high === undefined || compare(read, high) <= 0);
}

export function toDetails(
  row: RecordRow,
  of: {
    readonly owner: Owner;
    readonly series: readonly RecordRow[];
    readonly plan: PlanRow | undefined;
    readonly requirements: readonly Requirement[];
  },
  ctx: Context,
): RecordDetails {
  const { figures, sentences, clause, confidence } = answerOf(row);
  const say = (text: readonly [string, string]): string => inLanguage(text, ctx.language);
  const isTester = mayTest(of.owner, ctx.caller);
  const allowed = [
    ...(isTester && isLive(row) ? (['correct'] as const) : []),
    ...(isTester && mayConfirm({ personId: row.personId, isLive: isLive(row), isConfirmed: row.confirmedAt !== null }, ctx.caller)
      ? (['confirm'] as const)
      : []),
    ...(isOpenFinding(row) && maySettle(of.owner, ctx) ? (['settle'] as const) : []),
  ];
  return {
    ...toCard(row),
    test: testOf(row),
    figures: figures.map(({ symbol, label, value }) => ({ symbol, label: say(label), value })),
    sentences: sentences.map(say),
    clause: say(clause),
    confidence,
    standard:
      row.standardId === null || row.standardName === null || row.standardNumber === null
        ? null
        : { id: row.standardId, name: row.standardName, number: row.standardNumber },
    conditions: conditionsOf(row).map((condition) => ({ ...condition, within: isWithin(condition, of.requirements) })),
    tester: row.tester,
    remark: row.remark,
    corrects: row.correctsId,
    correctedBy: row.correctedBy,
    reason: row.reason,
    agrees: agrees(row, of.series, of.plan),
    allowed,
    measurementStandard: { name: of.owner.name, institute: of.owner.institute, demonstration: of.owner.demonstration },
  } as RecordDetails;
}

export const maySettle = (owner: Owner, ctx: Context): boolean =>
  owner.instituteId === ctx.caller.organizationId && ctx.caller.permits.has('measurement-standard.manage');

/** A plan is due its months after the last check that counts, or after its first day where there was none. */
export function toPlan(row: PlanRow, rows: readonly RecordRow[], { today }: Reading): CheckPlan {
  const done = rows.filter((record) => record.planId === row.id && isDone(record));
  const last = done[done.length - 1]?.testedOn ?? null;
  const { due, state } = dueOf(last ?? row.since, row.months, today, addDays(today, soonDays));
  const isEnded = row.endedAt !== null;
  return {
    id: row.id,
    standard: { id: row.standardId, name: row.standardName, number: row.standardNumber },
    objectName: row.objectName,
    objectNumber: row.objectNumber,
    quantity: row.quantity,
    point: row.point,
    unit: row.unit,
    criterion: row.criterion as CheckCriterion,
    reference: row.reference,
    referenceU: row.referenceU,
    ownU: row.ownU,
    limit: row.limitText,
    source: row.source,
    readingsLeast: row.readingsLeast,
    months: row.months,
    since: row.since,
    last,
    due: isEnded ? null : due,
    state: isEnded ? 'not-periodic' : state,
    end:
      row.endedAt === null || row.endedBy === null || row.endReason === null
        ? null
        : { name: row.endedBy, at: row.endedAt, reason: row.endReason },
  } as CheckPlan;
}

/** A panel of the engine, with each point by its place from 1. */
export const toPanel = ({ statistic, centre, lower, upper, points }: PanelAnswer): SeriesPanel => ({
  statistic,
  centre,
  lower,
  upper,
  points: points.map((point) => ({
    at: point.at ?? null,
    value: point.value,
    centre: point.centre ?? null,
    lower: point.lower ?? null,
    upper: point.upper ?? null,
    rules: point.rules.map(String),
  })),
});

export const sayIn =
  (language: Language) =>
  (text: readonly [string, string]): string =>
    inLanguage(text, language);
