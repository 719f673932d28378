import { z } from 'zod';

/** A day of the city's calendar, 'YYYY-MM-DD'; the city keeps one time zone. */
export const cityTimeZone = 'Asia/Shanghai';
export const Day = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', { error: '1900-01-01 … 2199-12-31' })
  .meta({ description: 'a day, YYYY-MM-DD' });
export type Day = string;
/** An instant with its zone, ISO 8601. */
export const Instant = z.iso.datetime({ offset: true }).meta({ description: 'an instant with zone' });

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0));
const print = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const parts = (day: Day): [number, number, number] => {
  const [year, month, date] = day.split('-').map(Number);
  return [year ?? 0, month ?? 0, date ?? 0];
};

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function toDayNumber(day: Day): number {
  const [year, month, date] = parts(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** The inverse of toDayNumber. */
export function fromDayNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * ofYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return print(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * monthIndex + 2) / 5) + 1);
}

/** @example addDays('2026-02-28', 1) // '2026-03-01' */
export const addDays = (day: Day, days: number): Day => fromDayNumber(toDayNumber(day) + days);

/** The same day of the month, or the month's last day when there is none. @example addMonths('2026-01-31', 1) // '2026-02-28' */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return print(toYear, toMonth, Math.min(date, lengthOf(toYear, toMonth)));
}
