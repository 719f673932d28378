/** Days of the calendar without a clock. */

/** A number that grows by one each day of the Gregorian calendar; undefined for a text that is no day. */
export function dayNumber(day: string): number | undefined {
  const [, years = '', months = '', days = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const [year, month, date] = [Number(years), Number(months), Number(days)];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (years === '' || date < 1 || date > (lengths[month - 1] ?? 0)) return undefined;
  const before = year - 1;
  const ofYears = 365 * before + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return ofYears + lengths.slice(0, month - 1).reduce((sum, one) => sum + one, 0) + date;
}

/** Days from one day to another, negative where it lies before; NaN for what is no day. @example daysBetween('2026-02-27', '2026-03-01') // 2 */
export const daysBetween = (from: string, to: string): number => (dayNumber(to) ?? Number.NaN) - (dayNumber(from) ?? Number.NaN);

/**
 * The day in China (UTC+8) of an instant such as '2026-11-26T16:30:00Z'; a day stays as it is, another text is undefined.
 *
 * @example dayInChina('2026-11-26T16:30:00Z') // '2026-11-27'
 */
export function dayInChina(instant: string): string | undefined {
  const [, day = '', hour = '', , sign, offHours = '00', offMinutes = '00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2})))?$/.exec(instant) ?? [];
  const number = dayNumber(day);
  if (number === undefined) return undefined;
  if (hour === '') return day;
  const offset = (sign === '-' ? -1 : 1) * (sign === undefined ? 0 : Number(offHours) + Number(offMinutes) / 60);
  const shift = Math.floor((Number(hour) - offset + 8) / 24);
  return shift === 0 ? day : shifted(day, shift);
}

/** The day so many days later; only steps of one are needed. */
function shifted(day: string, by: number): string {
  const parts = day.split('-').map(Number);
  let [year = 0, month = 0, date = 0] = parts;
  date += Math.sign(by);
  const print = (): string => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  if (date >= 1 && dayNumber(print()) !== undefined) return print();
  month += Math.sign(by);
  if (month < 1 || month > 12) [year, month] = [year + Math.sign(by), month < 1 ? 12 : 1];
  date = by > 0 ? 1 : 31;
  while (dayNumber(print()) === undefined && date > 27) date -= 1;
  return print();
}

/** An instant as people read it. @example readableInstant('2026-11-26T08:00:00Z') // '2026-11-26 08:00 UTC' */
export const readableInstant = (instant: string): string =>
  instant.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/, '$1 $2 UTC');
