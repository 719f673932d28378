import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import { indicatorsOf, type PlacedIndicator } from '../../plan/rules/clauses.ts';

export function getIndicator(plan: PlanDocument, id: string): PlacedIndicator {
  const indicator = indicatorsOf(plan).find((each) => each.id === id);
  if (indicator === undefined) throw new Problem(platformProblems.notFound);
  return indicator;
}
