import type { Caller } from '../../../kernel/caller.ts';
import type { EvaluationState, PracticeState } from './states.ts';

export type EvaluationAction = 'revise' | 'submit' | 'return' | 'review' | 'adopt';

/** drafted → submitted → reviewed → adopted with a document number; until adopted it can be returned to the drafter. */
export const evaluationLifeCycle = {
  drafted: { revise: 'drafted', submit: 'submitted' },
  submitted: { review: 'reviewed', return: 'drafted' },
  reviewed: { adopt: 'adopted', return: 'drafted' },
  adopted: {},
} as const satisfies Record<EvaluationState, Partial<Record<EvaluationAction, EvaluationState>>>;

const needs: Record<EvaluationAction, string> = {
  revise: 'assessment.record',
  submit: 'assessment.record',
  review: 'assessment.record',
  return: 'assessment.record',
  adopt: 'assessment.decide',
};

/** The city's evaluation is the city's work: a county's regulator reads it once it is adopted. Whoever submitted does not review. */
export function allowedEvaluationActions(
  evaluation: { readonly state: EvaluationState; readonly submittedBy: string | null },
  caller: Caller,
): EvaluationAction[] {
  if (caller.scope.kind !== 'city') return [];
  const actions = Object.keys(evaluationLifeCycle[evaluation.state]) as EvaluationAction[];
  const ofAnother = evaluation.submittedBy !== caller.personId;
  return actions.filter((action) => caller.permits.has(needs[action]) && (action !== 'review' || ofAnother));
}

export type PracticeAction = 'review' | 'recognise' | 'decline';

export const practiceLifeCycle = {
  proposed: { review: 'reviewed', decline: 'declined' },
  reviewed: { recognise: 'recognised', decline: 'declined' },
  recognised: {},
  declined: {},
} as const satisfies Record<PracticeState, Partial<Record<PracticeAction, PracticeState>>>;

/** A county proposes; the city reviews, and never the person who proposed; the plan office recognises. */
export function allowedPracticeActions(
  practice: { readonly state: PracticeState; readonly personId: string },
  caller: Caller,
): PracticeAction[] {
  if (caller.scope.kind !== 'city' || practice.personId === caller.personId) return [];
  const actions = Object.keys(practiceLifeCycle[practice.state]) as PracticeAction[];
  return actions.filter((action) => caller.permits.has(action === 'recognise' ? 'assessment.decide' : 'assessment.record'));
}
