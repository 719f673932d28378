import type { Context } from '../../../platform/context.ts';
import type { Choice, ScenarioPage, Setting, VersionCard } from '../contract/shapes.ts';
import type { VersionState, ProgressState } from '../rules/life-cycle.ts';
import { keyOf, laterMonth, yearOf } from '../rules/scenario.ts';
import type { Choice as Chosen, PlanAnswer } from '../rules/solve.ts';
import * as store from '../store.ts';
import { cellOf, type Input, type Situation } from './basis.ts';

export const answerOf = (row: store.VersionRow): PlanAnswer | null => row.answer as unknown as PlanAnswer | null;

export function toCard(row: store.VersionRow): VersionCard {
  const answer = answerOf(row);
  const isPlanned = answer?.outcome === 'planned';
  return {
    id: row.id as VersionCard['id'],
    number: row.number,
    note: row.note,
    state: row.state as VersionState,
    person: row.person,
    recordedAt: row.recordedAt,
    yuan: isPlanned ? answer.yuan : null,
    kilometres: isPlanned ? answer.kilometres : null,
    gap: isPlanned ? answer.gap : null,
  };
}

/** A choice with its months, and how it stands against the matrix of today. Nothing of it changes a cell. */
export function toChoice(chosen: Chosen, input: Input, situation: Situation, today: string): Choice {
  const { from } = input.limits;
  const { mobileFull, ...reasons } = chosen.reasons;
  const cell = cellOf(situation, chosen);
  const inPlace = chosen.done === null ? null : laterMonth(from, Math.max(0, chosen.done - 1));
  const progress: ProgressState =
    cell?.state === 'in-use' ? 'in-place' : inPlace === null ? 'open' : today.slice(0, 7) > inPlace ? 'late' : 'on-course';
  return {
    region: chosen.region,
    item: chosen.item,
    option: chosen.option,
    begins: chosen.start === null ? null : laterMonth(from, chosen.start),
    inPlace,
    capital: chosen.capital,
    running: chosen.running,
    instruments: input.gaps.find((gap) => keyOf(gap) === keyOf(chosen))?.instruments ?? null,
    interim: chosen.interim.map((part) => ({
      kind: part.kind,
      by: part.by,
      from: laterMonth(from, part.from),
      until: laterMonth(from, part.from + part.months - 1),
      yuan: part.yuan,
      kilometres: part.kilometres,
    })),
    reasons: {
      ...(structuredClone(reasons) as unknown as Choice['reasons']),
      mobileFull: mobileFull === null ? null : laterMonth(from, mobileFull),
    },
    progress,
    stateNow: cell?.state ?? null,
  };
}

export const choicesOf = (row: store.VersionRow, situation: Situation, today: string): Choice[] => {
  const answer = answerOf(row);
  if (answer?.outcome !== 'planned') return [];
  return answer.choices.map((chosen) => toChoice(chosen, row.input as unknown as Input, situation, today));
};

export async function toPage(
  ctx: Context,
  rows: readonly store.VersionRow[],
  row: store.VersionRow,
  situation: Situation,
): Promise<ScenarioPage> {
  const answer = answerOf(row);
  const input = row.input as unknown as Input;
  const adoptions = await store.listAdoptions(ctx.db, row.scenarioId);
  const spent = new Map<number, number>();
  if (answer?.outcome === 'planned')
    for (const { start, capital } of answer.choices)
      if (start !== null && capital > 0) spent.set(yearOf(input.limits, start), (spent.get(yearOf(input.limits, start)) ?? 0) + capital);
  const years = [...new Set([...spent.keys(), ...input.limits.budgets.map(({ year }) => year)])].sort((one, other) => one - other);
  return {
    id: row.scenarioId as ScenarioPage['id'],
    name: row.scenarioName,
    note: row.scenarioNote,
    versions: rows.map(toCard),
    version: toCard(row),
    setting: row.setting as unknown as Setting,
    documentTargets: [...situation.dues],
    items: [...situation.items],
    counties: [...situation.counties],
    gapCount: input.gaps.length,
    unrecordedDemand: input.gaps.filter(({ instruments }) => instruments === null).length,
    assumed: input.costs.filter(({ confidence }) => confidence === 'assumption'),
    supposed: input.supposed,
    assumedDistances: input.hasAssumedDistances,
    solver: row.solver,
    seconds: row.seconds,
    choices: choicesOf(row, situation, ctx.today),
    budgetUse: years.map((year) => ({
      year,
      yuan: spent.get(year) ?? 0,
      limit: input.limits.budgets.find((budget) => budget.year === year)?.yuan ?? null,
    })),
    conflict:
      answer?.outcome === 'infeasible'
        ? { isMinimal: answer.conflict.isMinimal, groups: structuredClone(answer.conflict.groups) as never }
        : null,
    adoptions: adoptions.map(({ number, verdict, documentNumber, reason, supposedReason, person, recordedAt }) => ({
      version: number,
      verdict: verdict as 'adopted' | 'withdrawn',
      documentNumber,
      reason,
      supposedReason,
      person,
      recordedAt,
    })),
    mayPlan: ctx.caller.permits.has('provision.plan'),
  };
}
