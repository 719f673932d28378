import { toDayNumber, type Day } from '../../../kernel/day.ts';
import type { PlanIndicator } from '../../plan/contract/document.ts';
import type { IndicatorState } from './states.ts';
import { isShare, reaches, type Fraction } from './value.ts';

/** A 0/1 deliverable is reached or not; its way is told by milestones, never by a rate. */
export const isDeliverable = (indicator: Pick<PlanIndicator, 'target' | 'counting'>): boolean =>
  !isShare(indicator) && indicator.target === 1;

export type Evidence = {
  /** The figure on the day; null when nothing is recorded. */
  readonly value: Fraction | null;
  /** On the due day as known now; null before it, or when nothing was recorded then. */
  readonly atDue: Fraction | null;
  /** The first day after the due day on which the target was reached. */
  readonly reachedOn: Day | null;
  /** What there was at the beginning: the document's own figure, or what held on the first day. */
  readonly start: number;
  /** A deliverable that has passed at least one milestone. */
  readonly isUnderWay: boolean;
};

/**
 * The state of an indicator on a day. Past its due day it is met (the due day's figure, as known now, reaches the target), met late
 * (a later day's does, and the figure still holds) or missed, and has no forecast. Before it, it is met once reached, and otherwise on track while it is not below
 * the straight line from its start to its target; a share must simply hold its target, and a deliverable must be under way once half
 * of the time has gone.
 */
export function judge(indicator: PlanIndicator, period: { from: Day }, asOf: Day, evidence: Evidence): IndicatorState {
  const { value, atDue, reachedOn, start, isUnderWay } = evidence;
  if (value === null) return 'not-recorded';
  if (asOf > indicator.due) {
    if (atDue !== null && reaches(atDue, indicator)) return 'met';
    return reachedOn !== null && reaches(value, indicator) ? 'met-late' : 'missed';
  }
  if (isShare(indicator)) return reaches(value, indicator) ? 'on-track' : 'behind';
  if (reaches(value, indicator)) return 'met';
  const gone = Math.max(0, toDayNumber(asOf) - toDayNumber(period.from));
  const whole = toDayNumber(indicator.due) - toDayNumber(period.from);
  if (isDeliverable(indicator)) return isUnderWay || gone * 2 <= whole ? 'on-track' : 'behind';
  return (value.numerator - start) * whole >= (indicator.target - start) * gone ? 'on-track' : 'behind';
}
