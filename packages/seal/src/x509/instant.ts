/** Instants as certificates hold them, reckoned without a clock. */

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : (daysOfMonth[month - 1] ?? 0));

/** Days from 1970-01-01 in the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1;
  let days = 365 * (year - 1970) + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  for (let earlier = 1; earlier < month; earlier += 1) days += lengthOf(year, earlier);
  return days + day - 1;
}

/**
 * Seconds since 1970-01-01T00:00:00Z of an instant after ISO 8601 with its zone, parts of a second cut off; NaN for any other text.
 *
 * @example secondsOf('1970-01-02T08:00:00+08:00') // 86400
 */
export function secondsOf(instant: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/.exec(instant);
  if (match === null) return Number.NaN;
  const [, years, months, days, hours, minutes, seconds, sign, zoneHours = '0', zoneMinutes = '0'] = match;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(year, month) || hour > 23 || minute > 59 || second > 59) return Number.NaN;
  const zone = (sign === '-' ? -60 : 60) * (60 * Number(zoneHours) + Number(zoneMinutes));
  return ((dayNumber(year, month, day) * 24 + hour) * 60 + minute) * 60 + second - zone;
}

/**
 * The instant of these seconds, in UTC.
 *
 * @example printSeconds(86400) // '1970-01-02T00:00:00Z'
 */
export function printSeconds(seconds: number): string {
  let days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  let year = 1970 + Math.floor(days / 366);
  while (dayNumber(year + 1, 1, 1) <= days) year += 1;
  days -= dayNumber(year, 1, 1);
  let month = 1;
  while (days >= lengthOf(year, month)) {
    days -= lengthOf(year, month);
    month += 1;
  }
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(days + 1)}T${time}Z`;
}
