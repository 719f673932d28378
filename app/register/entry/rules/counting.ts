import { addDays } from '../../../kernel/day.ts';
import type { Content, Kind } from './kind.ts';

export type Counting = { readonly countsFrom: string | null; readonly countsTo: string | null };

/**
 * When an accepted entry counts: from the day of the fact (not of its recording) to the day after its last day. A laboratory
 * or centre counts from its designation 授牌; before that it is known, and does not count.
 *
 * @example countingOf(standard, { since: '2024-02-01', until: '2029-01-31', … }) // { countsFrom: '2024-02-01', countsTo: '2029-02-01' }
 */
export function countingOf(kind: Kind, content: Pick<Content, 'since' | 'until' | 'phases'>): Counting {
  const countsTo = content.until === null ? null : addDays(content.until, 1);
  if (!kind.phased) return { countsFrom: content.since, countsTo };
  return { countsFrom: content.phases.find((step) => step.phase === 'designation')?.day ?? null, countsTo };
}

/** From the day of the withdrawal it counts no more; a withdrawal before it began leaves no day at all. */
export function countingAfterWithdrawal(counting: Counting, day: string): Counting {
  const { countsFrom, countsTo } = counting;
  if (countsFrom === null) return counting;
  const end = countsTo !== null && countsTo < day ? countsTo : day;
  return { countsFrom, countsTo: end < countsFrom ? countsFrom : end };
}

export const countsOn = (counting: Counting, day: string): boolean =>
  counting.countsFrom !== null && counting.countsFrom <= day && (counting.countsTo === null || day < counting.countsTo);
