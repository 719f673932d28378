import { fromDayNumber, toDayNumber, type Day } from '../../../kernel/day.ts';
import type { PlanIndicator } from '../../plan/contract/document.ts';
import { isDeliverable } from './judgement.ts';
import { isShare } from './value.ts';

export type Forecast = {
  /** Units per 30 days since the beginning. */
  readonly per30Days: number;
  /** What the rate gives on the due day, rounded down. */
  readonly atDue: number;
  /** When the rate reaches the target; null when it never does, or not within the next ten years. */
  readonly reachesOn: Day | null;
};

/**
 * The run rate from the beginning to the day, carried on to the due day. Only before the due day, only for what is counted one by one:
 * a deliverable has milestones, a share has no rate. At least 90 days must have gone.
 */
export function forecast(indicator: PlanIndicator, from: Day, asOf: Day, start: number, value: number): Forecast | null {
  const days = toDayNumber(asOf) - toDayNumber(from);
  if (asOf >= indicator.due || isDeliverable(indicator) || isShare(indicator) || days < 90) return null;
  const gained = value - start;
  const left = toDayNumber(indicator.due) - toDayNumber(asOf);
  const missing = indicator.target - value;
  const daysToTarget = gained <= 0 ? Infinity : Math.ceil((missing * days) / gained);
  return {
    per30Days: Math.round((gained * 300) / days) / 10,
    atDue: Math.floor(value + (gained * left) / days),
    reachesOn: missing <= 0 ? asOf : daysToTarget > 3650 ? null : fromDayNumber(toDayNumber(asOf) + daysToTarget),
  };
}
