import { toDayNumber, type Day } from '../../../kernel/day.ts';
import type { ItemState, Timing } from './states.ts';

/** How many days before the due day a body is reminded; the nearer stage replaces the farther one. */
export const reminderDays = { 'due-30': 30, 'due-7': 7 } as const;

export type Stage = 'due-30' | 'due-7' | 'late';
export const openStates: readonly ItemState[] = ['planned', 'under-way', 'returned'];

type Dated = { readonly state: ItemState; readonly dueOn: Day; readonly finishedOn: Day | null };

/** Days from the due day to the day: positive when it has passed. */
export const daysPast = (dueOn: Day, day: Day): number => toDayNumber(day) - toDayNumber(dueOn);

/**
 * Where an item stands on a day. What was reported done is judged by the day of that report, so that a slow confirmation makes nobody late;
 * a returned report does not count as done. The due day itself is in time.
 *
 * @example timingOf({ state: 'planned', dueOn: '2026-11-22', finishedOn: null }, '2026-11-23') // 'late'
 */
export function timingOf(item: Dated, today: Day): Timing {
  if (item.state === 'withdrawn') return 'ended';
  if (!openStates.includes(item.state)) return item.finishedOn !== null && item.finishedOn <= item.dueOn ? 'in-time' : 'finished-late';
  const past = daysPast(item.dueOn, today);
  if (past > 0) return 'late';
  if (past >= -reminderDays['due-7']) return 'due-7';
  return past >= -reminderDays['due-30'] ? 'due-30' : 'ahead';
}

/** Days an item is, or was when reported done, past its due day; 0 when it was never. */
export function daysLate(item: Dated, today: Day): number {
  if (item.state === 'withdrawn') return 0;
  const until = openStates.includes(item.state) ? today : (item.finishedOn ?? today);
  return Math.max(0, daysPast(item.dueOn, until));
}

/** The stage of which a body is reminded on a day, if any. */
export function stageOf(item: Dated, today: Day): Stage | undefined {
  const timing = timingOf(item, today);
  return timing === 'late' || timing === 'due-7' || timing === 'due-30' ? timing : undefined;
}
