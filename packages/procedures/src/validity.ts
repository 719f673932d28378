/**
 * The last day of a certificate. The last day counts. Conventions differ between institutes: date + 1 year − 1 day
 * (2025-03-10 → 2026-03-09, the more usual one) or the same day of the next year; which one holds is a setting.
 */
export type ValidityRule = { readonly months?: number; readonly convention?: 'minus-one-day' | 'same-day' };

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const print = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * A day that the later month does not have becomes its last day: a certificate never holds longer than its period.
 * @param day 'YYYY-MM-DD'; `months` from 1 to `monthsAtMost`; otherwise RangeError
 * @example validUntil('2025-03-10', 12) // '2026-03-09'
 */
export function validUntil(
  day: string,
  monthsAtMost: number,
  { months = monthsAtMost, convention = 'minus-one-day' }: ValidityRule = {},
): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const [year, month, date] = parts ? parts.slice(1).map(Number) : [];
  if (
    year === undefined ||
    month === undefined ||
    date === undefined ||
    month < 1 ||
    month > 12 ||
    date < 1 ||
    date > lengthOf(year, month)
  ) {
    throw new RangeError(`not a day: ${day}`);
  }
  if (!Number.isInteger(months) || months < 1 || months > monthsAtMost)
    throw new RangeError(`a period of 1 to ${monthsAtMost} months is allowed`);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const toDate = Math.min(date, lengthOf(toYear, toMonth));
  if (convention === 'same-day') return print(toYear, toMonth, toDate);
  if (toDate > 1) return print(toYear, toMonth, toDate - 1);
  const [beforeYear, beforeMonth] = toMonth === 1 ? [toYear - 1, 12] : [toYear, toMonth - 1];
  return print(beforeYear, beforeMonth, lengthOf(beforeYear, beforeMonth));
}
