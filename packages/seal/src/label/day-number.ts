/** Days as integers since 1970-01-01 in the calendar of ISO 8601; a label holds them in three bytes, up to 2149-06-06. */

export const lastDayNumber = 65_535;

/** Days from 1970-01-01 to the first of March of a year that begins in March, as the calendar counts leap days at its end. */
const daysToMarch = (year: number): number => 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) - 719_468;
const daysBeforeMonth = (fromMarch: number): number => Math.floor((153 * fromMarch + 2) / 5);

/**
 * 'YYYY-MM-DD' of a number of days.
 *
 * @example printDayNumber(20_783) // '2026-11-26'
 */
export function printDayNumber(days: number): string {
  let year = 1970 + Math.floor(days / 365.2425);
  while (daysToMarch(year) > days) year -= 1;
  while (daysToMarch(year + 1) <= days) year += 1;
  const inYear = days - daysToMarch(year);
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(month <= 2 ? year + 1 : year)}-${two(month)}-${two(inYear - daysBeforeMonth(fromMarch) + 1)}`;
}

/**
 * The number of a day; RangeError for a text that is no day between 1970-01-01 and 2149-06-06.
 *
 * @example readDayNumber('2026-11-26') // 20783
 */
export function readDayNumber(day: string): number {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const fromMarch = (Number(month) + 9) % 12;
  const days = daysToMarch(Number(month) <= 2 ? Number(year) - 1 : Number(year)) + daysBeforeMonth(fromMarch) + Number(date) - 1;
  if (!(days >= 0 && days <= lastDayNumber) || printDayNumber(days) !== day) throw new RangeError(`no day of a label: ${day}`);
  return days;
}
