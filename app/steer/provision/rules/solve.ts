import { gapOf, type Solver } from '../../../kernel/programme.ts';
import { doneOf, partsOf, type Arrivals } from './cover.ts';
import { chancesOf, groupsOf, modelOf, type Chances, type Group } from './model.ts';
import { reasonsOf, type Reasons } from './reason.ts';
import { type Interim, type Option, type Scenario, type Way } from './scenario.ts';

export type Choice = {
  readonly region: string;
  readonly item: string;
  /** null: it stays open, since no target asks for it and it costs more than it saves. */
  readonly option: Option | null;
  /** Months of the plan, 0 the first: begun, examined, in place from the end of the month before `done`. */
  readonly start: number | null;
  readonly done: number | null;
  readonly capital: number;
  readonly running: number;
  /** Who covers until it is in place, one after the other. */
  readonly interim: readonly {
    readonly kind: Interim;
    readonly by: string | null;
    readonly from: number;
    readonly months: number;
    readonly yuan: number;
    readonly kilometres: number;
  }[];
  readonly reasons: Reasons;
};

export type Conflict = {
  /** False: the time was up before all smaller sets were tried. */
  readonly isMinimal: boolean;
  readonly groups: readonly {
    readonly group: Group;
    /** How far this alone must give way, in its unit, with all others kept; null: it alone is not enough. */
    readonly relief: number | null;
  }[];
};

export type Planned = {
  readonly outcome: 'planned';
  /** Yuan: what is minimised, with what kilometres and months of waiting count for. */
  readonly objective: number;
  /** As a share; 0: proven best. */
  readonly gap: number;
  readonly yuan: number;
  readonly kilometres: number;
  readonly choices: readonly Choice[];
};
export type PlanAnswer = Planned | { readonly outcome: 'infeasible'; readonly conflict: Conflict } | { readonly outcome: 'nothing' };

/** The cheapest order that meets all dates and limits; where there is none, a smallest set of them that cannot hold together. */
export function solveScenario(scenario: Scenario, solver: Solver): PlanAnswer {
  const chances = chancesOf(scenario);
  const groups = groupsOf(scenario);
  const model = modelOf(scenario, chances, { groups });
  const answer = solver.solve(model.programme, solver.secondsLeft() * 0.7);
  if (answer.status === 'nothing') return { outcome: 'nothing' };
  if (answer.status === 'infeasible') return { outcome: 'infeasible', conflict: conflictOf(scenario, chances, groups, solver) };
  const isChosen = (column: number | null | undefined): boolean => typeof column === 'number' && (answer.values[column] ?? 0) > 0.5;
  const picked = chances.ways.filter((_, index) => isChosen(model.wayColumns[index]));
  const arrivals = scenario.gaps.map((_, gap): number | null => {
    const month = (model.mobileColumns[gap] ?? []).findIndex(isChosen);
    return month < 0 ? null : month;
  });
  const choices = scenario.gaps.map((_, gap) => toChoice(scenario, chances, groups, picked, arrivals, gap));
  return {
    outcome: 'planned',
    objective: answer.objective + model.constant,
    gap: gapOf(answer.objective + model.constant, answer.bound + model.constant),
    yuan: choices.reduce((sum, { capital, running, interim }) => sum + capital + running + total(interim, 'yuan'), 0),
    kilometres: choices.reduce((sum, { interim }) => sum + total(interim, 'kilometres'), 0),
    choices,
  };
}

const total = (interim: Choice['interim'], what: 'yuan' | 'kilometres'): number => interim.reduce((sum, part) => sum + part[what], 0);

function toChoice(
  scenario: Scenario,
  chances: Chances,
  groups: readonly Group[],
  picked: readonly Way[],
  arrivals: Arrivals,
  index: number,
): Choice {
  const gap = scenario.gaps[index];
  if (gap === undefined) throw new Error(`no gap ${index}`);
  const way = picked.find((one) => one.gap === index);
  const chance = chances.covers[index];
  const parts = chance === undefined ? [] : partsOf(chance, arrivals[index] ?? null, doneOf(scenario, picked, index));
  return {
    region: gap.region,
    item: gap.item,
    option: way?.option ?? null,
    start: way?.start ?? null,
    done: way?.done ?? null,
    capital: way?.capital ?? 0,
    running: way?.running ?? 0,
    interim: parts.map(({ cover, from, until }) => ({
      kind: cover.kind,
      by: cover.by,
      from,
      months: until - from,
      yuan: cover.yuan * (until - from),
      kilometres: cover.kilometres * (until - from),
    })),
    reasons: reasonsOf(scenario, chances, groups, picked, arrivals, index),
  };
}

/** Leaves out one constraint after the other as long as the rest still conflicts: what remains conflicts, and nothing less of it does. */
function conflictOf(scenario: Scenario, chances: Chances, groups: readonly Group[], solver: Solver): Conflict {
  let isMinimal = true;
  const conflicts = (held: readonly Group[]): boolean => {
    const { programme } = modelOf(scenario, chances, { groups: held, isQuestion: true });
    const { status } = solver.solve(programme, solver.secondsLeft() * 0.3);
    if (status === 'nothing') isMinimal = false;
    return status === 'infeasible';
  };
  let held = groups;
  for (const group of groups) {
    const less = held.filter((one) => one !== group);
    if (conflicts(less)) held = less;
  }
  return {
    isMinimal,
    groups: held.map((group) => {
      const answer = solver.solve(modelOf(scenario, chances, { groups, soft: group }).programme, solver.secondsLeft() * 0.3, 1e-6);
      return { group, relief: answer.status === 'optimal' ? Math.ceil(answer.objective - 1e-6) : null };
    }),
  };
}
