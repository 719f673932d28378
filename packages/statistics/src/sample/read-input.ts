/**
 * Reads the parts of an unknown input and refuses by name what cannot be used. Decimals may come as text or as JSON numbers; text keeps
 * every digit, a number has the digits that JSON left it.
 */
import { DecimalError, parse, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';

export type Entries = { readonly [key: string]: unknown };

/** A value as a sentence may quote it: short, and safe for every kind of value. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? `${value.slice(0, 40)}…` : value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value).slice(0, 40);
  return Array.isArray(value) ? '[…]' : value === null ? 'null' : '{…}';
}

/** An object of the input. */
export function readEntries(value: unknown, place: string): Entries {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Entries;
  throw new InvalidInput(place, ['应为 JSON 对象', 'a JSON object is expected']);
}

/** A name that is not read would be overlooked: a mistyped field is refused with the fields that exist. */
export function refuseUnknown(entries: Entries, known: readonly string[], place: string): void {
  for (const name of Object.keys(entries)) {
    if (known.includes(name)) continue;
    const where = place === '' ? name.slice(0, 40) : `${place}.${name.slice(0, 40)}`;
    throw new InvalidInput(where, [`没有这个字段，可用：${known.join('、')}`, `there is no such field; known are: ${known.join(', ')}`]);
  }
}

/** A decimal number given as text or JSON number; only a number may have an exponent, since JSON writes small ones that way. */
export function readDecimal(value: unknown, place: string): Decimal {
  if (value === undefined || value === null) throw new InvalidInput(place, ['没有填写数值', 'the value is missing']);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new InvalidInput(place, ['不是有限的数', 'not a finite number']);
  if (typeof value !== 'number' && typeof value !== 'string') {
    throw new InvalidInput(place, [`应为十进制数，而不是 ${quoted(value)}`, `a decimal number is expected, not ${quoted(value)}`]);
  }
  const text = String(value).trim();
  try {
    return parse(text, { exponent: typeof value === 'number' });
  } catch (error) {
    if (!(error instanceof DecimalError)) throw error;
    const [zh, en] = error.text;
    throw new InvalidInput(place, text === '' ? [zh, en] : [`“${quoted(text)}”：${zh}`, `"${quoted(text)}": ${en}`]);
  }
}

/** A decimal greater than 0. */
export function readPositive(value: unknown, place: string): Decimal {
  const read = readDecimal(value, place);
  if (read.digits <= 0n) throw new InvalidInput(place, [`必须大于 0，而不是 ${print(read)}`, `must be greater than 0, not ${print(read)}`]);
  return read;
}

/** A whole number from 1 to the largest, given as text or JSON number. */
export function readCount(value: unknown, place: string, largest: number): number {
  const read = readPositive(value, place);
  const unit = 10n ** BigInt(read.scale);
  if (read.digits % unit !== 0n)
    throw new InvalidInput(place, [`必须是整数，而不是 ${print(read)}`, `must be a whole number, not ${print(read)}`]);
  const count = read.digits / unit;
  if (count > BigInt(largest)) throw new InvalidInput(place, [`不能大于 ${largest}`, `must be at most ${largest}`]);
  return Number(count);
}

/** A list with at least one element and at most the given number. */
export function readList(value: unknown, place: string, largest: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new InvalidInput(place, ['应为数组', 'a list is expected']);
  if (value.length === 0) throw new InvalidInput(place, ['数组不能为空', 'the list is empty']);
  if (value.length > largest)
    throw new InvalidInput(place, [`最多 ${largest} 个，现有 ${value.length} 个`, `at most ${largest} are accepted, not ${value.length}`]);
  return value as readonly unknown[];
}

/** A list of decimals; a place in it counts from 0, as the file does. */
export const readDecimals = (value: unknown, place: string, largest: number): readonly Decimal[] =>
  readList(value, place, largest).map((one, index) => readDecimal(one, `${place}[${index}]`));

/** A text with a length. */
export function readText(value: unknown, place: string, longest: number): string {
  if (typeof value !== 'string') throw new InvalidInput(place, ['应为文本', 'a text is expected']);
  if (value.length > longest) throw new InvalidInput(place, [`最多 ${longest} 个字符`, `at most ${longest} characters`]);
  return value;
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day as YYYY-MM-DD that the calendar has. */
export function readDay(value: unknown, place: string): string {
  const refusal = new InvalidInput(place, [
    '日期应写成 YYYY-MM-DD，且日历上有这一天',
    'a day is written YYYY-MM-DD and stands in the calendar',
  ]);
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (parts === null) throw refusal;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && !isLeap ? 28 : monthLengths[month - 1];
  if (length === undefined || day < 1 || day > length) throw refusal;
  return parts[0];
}
