/**
 * Working days 工作日 of the city: Monday to Friday, but for what a notice of the State Council on the holidays of a year says otherwise.
 * A period of working days does not count the day on which it begins (《民法典》第二百零一条).
 */
import { addDays, fromDayNumber, toDayNumber, type Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';

export const dayKinds = {
  holiday: ['放假', 'Holiday'],
  working: ['调休上班', 'Exchanged working day'],
} as const satisfies Record<string, Text>;
export type DayKind = keyof typeof dayKinds;
export const dayKindNames = Object.keys(dayKinds) as [DayKind, ...DayKind[]];

/** What is otherwise than the days of the week say. */
export type Exceptions = ReadonlyMap<Day, DayKind>;
export type CalendarDay = { readonly day: Day; readonly kind: DayKind; readonly name: string };

/** 1 Monday … 7 Sunday (ISO 8601). @example weekdayOf('2026-11-23') // 1 */
export const weekdayOf = (day: Day): number => ((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** @example isWorkingDay('2026-02-14', new Map([['2026-02-14', 'working']])) // true, though a Saturday */
export function isWorkingDay(day: Day, exceptions: Exceptions): boolean {
  const kind = exceptions.get(day);
  return kind === undefined ? weekdayOf(day) <= 5 : kind === 'working';
}

/** The n-th working day after a day, which itself does not count; the day itself for n = 0. */
export function workingDayAfter(day: Day, n: number, exceptions: Exceptions): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`no ${n}-th working day`);
  let found = day;
  for (let left = n; left > 0;) {
    found = addDays(found, 1);
    if (isWorkingDay(found, exceptions)) left -= 1;
  }
  return found;
}

/** How many working days lie after `from`, up to and with `to`; negative the other way round. */
export function workingDaysBetween(from: Day, to: Day, exceptions: Exceptions): number {
  if (to < from) return 0 - workingDaysBetween(to, from, exceptions);
  let count = 0;
  for (let number = toDayNumber(from) + 1; number <= toDayNumber(to); number += 1)
    if (isWorkingDay(fromDayNumber(number), exceptions)) count += 1;
  return count;
}

/** No year's notice moves more than this many days, so a span of working days fits in: five of seven, and the longest holidays. */
export const spanOf = (workingDays: number): number => Math.ceil((workingDays * 7) / 5) + 40 + Math.ceil(workingDays / 8);
