import type { Language } from '../kernel/text.ts';

/**
 * Groups thousands without touching a digit: measured values are decimal text and keep their trailing zeros.
 *
 * @example printNumber('12345.60') // '12,345.60'
 */
export function printNumber(value: number | string): string {
  const text = typeof value === 'number' ? plain(value) : value;
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  return sign.replace('-', '\u2212') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

const plain = (value: number): string =>
  Number.isFinite(value) ? new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 10 }).format(value) : String(value);

const instantParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (instant: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> =>
  Object.fromEntries(instantParts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));

/** The city's clock, whatever the browser's zone. @example printInstant('2026-11-23T01:05:00Z') // '2026-11-23 09:05' */
export function printInstant(instant: string): string {
  const { year, month, day, hour, minute } = partsOf(instant);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** The city's day of an instant. */
export const dayOfInstant = (instant: string): string => printInstant(instant).slice(0, 10);

/** Document numbers carry the year in 〔〕 (GB/T 9704), however they were typed. @example printDocumentNumber('通政办发[2023]12号') */
export const printDocumentNumber = (number: string): string => number.replace(/[[(（【](\d{4})[\])）】]/g, '〔$1〕');

/** Between a number and its unit: narrow, and it never ends a line. Not U+202F, which some Chinese faces draw hardly a pixel wide. */
export const unitGap = '\u00A0';

/** @example printQuantity('12345.60', 'kg') // '12,345.60 kg' */
export const printQuantity = (value: number | string, unit: string): string =>
  unit === '' ? printNumber(value) : `${printNumber(value)}${unitGap}${unit}`;

const sizes = ['B', 'kB', 'MB', 'GB'];

/** @example printBytes(1536000) // '1.5 MB' */
export function printBytes(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < sizes.length - 1) {
    value /= 1000;
    step += 1;
  }
  return `${step === 0 ? value : value.toFixed(1)}${unitGap}${sizes[step]}`;
}

/** A list read aloud: 甲、乙 or A, B. */
export const printList = (items: readonly string[], language: Language): string => items.join(language === 'zh' ? '、' : ', ');
