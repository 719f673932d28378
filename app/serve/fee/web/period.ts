import { addDays, addMonths, type Day } from '../../../kernel/day.ts';
import type { Search } from '../../../web/address.ts';

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** The period in the address; the running year when there is none. */
export const periodIn = (search: Search, today: Day): { from: Day; to: Day } => ({
  from: isDay(search['from']) ? search['from'] : `${today.slice(0, 4)}-01-01`,
  to: isDay(search['to']) ? search['to'] : today,
});

/** The last day of the months from a first day. */
const endOf = (first: Day, months: number): Day => addDays(addMonths(first, months), -1);

/** The first and last day of a month, a quarter or a year called as the rules call it. */
export function daysOf(period: string): { from: Day; to: Day } | undefined {
  const [, year, quarter, month] = /^(\d{4})(?:-(?:Q([1-4])|(\d\d)))?$/.exec(period) ?? [];
  if (year === undefined) return undefined;
  if (quarter !== undefined) {
    const from = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
    return { from, to: endOf(from, 3) };
  }
  const from = `${year}-${month ?? '01'}-01`;
  return { from, to: endOf(from, month === undefined ? 12 : 1) };
}
