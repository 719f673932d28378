/** The work of an institute 工作量: what waits at which step and for how long, what is late, and what falls due in the weeks and months to come. */
import { editionFor, editionsFor } from '@tongheng/procedures/registry';
import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';
import { isWorkingDay, weekdayOf, type Exceptions } from '../../register/calendar/rules.ts';

/** Steps at which an instrument waits for the institute; what is decided or issued waits no more. */
export const openSteps = [
  'submitted',
  'referred',
  'accepted',
  'scheduled',
  'received',
  'visited',
  'tested',
  'returned',
  'checked',
  'approved',
] as const;

/** Ages in working days since a step was reached; the statutory period is 20. */
export const ages = {
  'to-5': ['5 日以内', 'Up to 5 days'],
  'to-10': ['6—10 日', '6 to 10 days'],
  'to-20': ['11—20 日', '11 to 20 days'],
  over: ['超过 20 日', 'Over 20 days'],
} as const satisfies Record<string, Text>;
export type Age = keyof typeof ages;
export const ageNames = Object.keys(ages) as [Age, ...Age[]];

export const ageOf = (workingDays: number): Age =>
  workingDays <= 5 ? 'to-5' : workingDays <= 10 ? 'to-10' : workingDays <= 20 ? 'to-20' : 'over';

/** Due by within so many working days: soon. */
export const soonWorkingDays = 5;

export const forecastMonths = 24;
export const capacityWeeks = 12;

export type Week = { readonly first: Day; readonly last: Day; readonly workingDays: readonly Day[] };

/** Weeks from Monday to Sunday; the first begins today. @example weeksFrom('2026-11-26', 2, new Map())[0] // 2026-11-26 … 2026-11-29 */
export function weeksFrom(today: Day, count: number, exceptions: Exceptions): Week[] {
  const monday = addDays(today, 1 - weekdayOf(today));
  return Array.from({ length: count }, (_, index) => {
    const first = index === 0 ? today : addDays(monday, 7 * index);
    const last = addDays(monday, 7 * index + 6);
    const days: Day[] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkingDay(day, exceptions)) days.push(day);
    return { first, last, workingDays: days };
  });
}

/** The first days of the months from that of a day on. */
export const monthsFrom = (day: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addMonths(`${day.slice(0, 7)}-01`, index));

/** After how many months a kind is verified again, by the edition that holds on a day; null where that differs from one instrument to another or is not known. */
export function periodOf(kind: string, day: Day): number | null {
  const edition = editionFor(kind, day) ?? editionsFor(kind).slice(-1)[0];
  const periods = new Set((edition?.validity.rules ?? []).filter(({ form }) => form === 'periodic').map(({ months }) => months.value));
  const [only] = periods;
  return periods.size === 1 && only !== undefined ? only : null;
}

export type Forecast = { readonly month: Day; readonly known: number; readonly estimated: number };

/** What falls due in each month: known days, and as an estimate each of them once more after every period. */
export function forecastOf(known: ReadonlyMap<Day, number>, months: readonly Day[], period: number | null): Forecast[] {
  const estimated = new Map<Day, number>();
  if (period !== null && period > 0)
    for (const [month, n] of known)
      for (let again = addMonths(month, period); again <= (months[months.length - 1] ?? ''); again = addMonths(again, period))
        estimated.set(again, (estimated.get(again) ?? 0) + n);
  return months.map((month) => ({ month, known: known.get(month) ?? 0, estimated: estimated.get(month) ?? 0 }));
}

export type Bench = {
  readonly id: string;
  readonly name: string;
  readonly load: number;
  /** None: all. */
  readonly kinds: readonly string[];
};
export type Away = { readonly resourceId: string; readonly from: Day; readonly to: Day };

/** Instruments that benches for a kind take in a week; null where none is recorded. Benches may be shared with other kinds. */
export function benchCapacity(benches: readonly Bench[], away: readonly Away[], kind: string | undefined, week: Week): number | null {
  const suitable = benches.filter(({ kinds }) => kind === undefined || kinds.length === 0 || kinds.includes(kind));
  if (suitable.length === 0) return null;
  return suitable.reduce((sum, { id, load }) => {
    const days = week.workingDays.filter((day) => !away.some(({ resourceId, from, to }) => resourceId === id && from <= day && day <= to));
    return sum + load * days.length;
  }, 0);
}
