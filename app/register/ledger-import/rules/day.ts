import { fromDayNumber, toDayNumber } from '../../../kernel/day.ts';
import { tidyCode } from './tidy.ts';

const digits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const tens: Readonly<Record<string, number>> = { '': 1, 一: 1, 二: 2, 三: 3 };

/** 二〇二六 → 2026, 十一 → 11, 二十六 → 26; undefined when it is no such number. */
function chineseNumber(text: string): number | undefined {
  const [, ten, one] = /^([一二三]?)十([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (ten !== undefined) return (tens[ten] ?? 0) * 10 + Number(digits[one ?? ''] ?? 0);
  const read = Array.from(text, (letter) => digits[letter]);
  return text !== '' && read.every((digit) => digit !== undefined) ? Number(read.join('')) : undefined;
}

function fromChinese(text: string): string {
  const [, year, month, day] =
    /^([〇零一二三四五六七八九]{4})年(?:([〇零一二三四五六七八九十]{1,3})月)?(?:([〇零一二三四五六七八九十]{1,3})日)?$/.exec(text) ?? [];
  if (year === undefined) return text;
  const read = [year, month, day].filter((part) => part !== undefined).map((part) => chineseNumber(part));
  return read.every((part) => part !== undefined) ? read.join('-') : text;
}

/** The day when it exists, between 1900 and 2199. */
function existing(year: number, month: number, date: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return fromDayNumber(toDayNumber(day)) === day ? day : undefined;
}

const whole =
  /^(\d{4})(?:\s*[-/.年,]\s*|\s+)(\d{1,2})(?:\s*[-/.月,]\s*|\s+)(\d{1,2})\s*[日号]?(?:[T\s]+(?:上午|下午)?\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?\s*(?:Z|[AP]M|\+08:?00)?)?$/i;

/** Day 1 of a workbook is 1900-01-01 and its 60th day never was, so that 1970-01-01 is number 25569 (ISO/IEC 29500-1 18.17.4.1). */
export const dayOfSerial = (serial: number): string => fromDayNumber(Math.floor(serial) - 25569);

/**
 * A day in the spellings of ledgers: 2026-11-26, 2026/11/26, 2026.11.26, 20261126, 2026年11月26日, 二〇二六年十一月二十六日, the number of days
 * that a spreadsheet keeps. What may be read in two ways (26/11/26, 11/26/2026) is none.
 *
 * @example readDay('2026年11月26日') // '2026-11-26'
 */
export function readDay(written: string): string | undefined {
  const text = fromChinese(tidyCode(written));
  const [, year, month, date] = whole.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year !== undefined) return existing(Number(year), Number(month), Number(date));
  // 1954 … 2119: smaller numbers are no days of an instrument, and five digits are no other spelling.
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return serial >= 20_000 && serial < 80_000 ? dayOfSerial(serial) : undefined;
}

/**
 * A day of which only the month or the year may be known: its first day then.
 *
 * @example readMonth('2026.11') // { day: '2026-11-01', exact: false }
 */
export function readMonth(written: string): { day: string; exact: boolean } | undefined {
  const exact = readDay(written);
  if (exact !== undefined) return { day: exact, exact: true };
  const text = fromChinese(tidyCode(written));
  const [, year, month] = /^(\d{4})(?:\s*[-/.年,]\s*(\d{1,2})\s*月?)?\s*年?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text) ?? [];
  const day = year === undefined ? undefined : existing(Number(year), Number(month ?? '1'), 1);
  return day === undefined ? undefined : { day, exact: false };
}
