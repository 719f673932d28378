import { addDays, addMonths, type Day } from '../../../kernel/day.ts';
import { reaches, type Fraction } from './value.ts';
import type { PlanIndicator } from '../../plan/contract/document.ts';

/** The figure from a day on, until the next day named. */
export type Step = { readonly day: Day; readonly value: Fraction | null };

/** The last step not after a day. Steps are in the order of their days. */
export function valueOn(course: readonly Step[], day: Day): Fraction | null {
  let value: Fraction | null = null;
  for (const step of course) {
    if (step.day > day) break;
    value = step.value;
  }
  return value;
}

/** The first day after `after` and not after `until` on which the target is reached. */
export function firstReached(course: readonly Step[], indicator: PlanIndicator, after: Day, until: Day): Day | null {
  const found = course.find((step) => step.day > after && step.day <= until && step.value !== null && reaches(step.value, indicator));
  return found?.day ?? null;
}

/** The last days of the quarters between two days, and the day itself. @example quarterEnds('2023-01-01', '2023-07-15') // ['2023-03-31', '2023-06-30', '2023-07-15'] */
export function quarterEnds(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  const month = Number(from.slice(5, 7));
  let next = addMonths(`${from.slice(0, 7)}-01`, 3 - ((month - 1) % 3));
  for (let end = addDays(next, -1); end < until; end = addDays(next, -1)) {
    if (end >= from) days.push(end);
    next = addMonths(next, 3);
  }
  return until < from ? days : [...days, until];
}

/** The last days of the months between two days, and the day itself. @example monthEnds('2023-01-01', '2023-03-15') // ['2023-01-31', '2023-02-28', '2023-03-15'] */
export function monthEnds(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  let next = addMonths(`${from.slice(0, 7)}-01`, 1);
  for (let end = addDays(next, -1); end < until; end = addDays(next, -1)) {
    days.push(end);
    next = addMonths(next, 1);
  }
  return until < from ? days : [...days, until];
}
