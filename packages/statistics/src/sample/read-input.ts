/**
 * Reads the parts of an unknown input and refuses by name what cannot be used. Decimals may come as text or as JSON numbers; text keeps
 * every digit, a number has the digits that JSON left it.
 */
import { DecimalError, parse, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';

type Text = readonly [zh: string, en: string];

export type Entries = { readonly [key: string]: unknown };

/** A value as a sentence may quote it: short, and safe for every kind of value. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? `${value.slice(0, 40)}…` : value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value).slice(0, 40);
  return Array.isArray(value) ? '[…]' : value === null ? 'null' : '{…}';
}

/**
 * What a family of commands says about a value that it cannot use, and how it lets numbers be written. That a value is looked at, and where
 * its refusal points, is the same for all of them.
 */
export type Wording = {
  readonly object: Text;
  readonly list: Text;
  readonly few: (least: number) => Text;
  readonly many: (most: number, found: number) => Text;
  /** For what is neither text nor number. */
  readonly noNumber: (value: unknown) => Text;
  readonly notFinite: (value: number) => Text;
  /** For a text that is no decimal, with the reason. */
  readonly unreadable: (text: string, reason: Text) => Text;
  readonly notPositive: (value: Decimal) => Text;
  /** Whether a text may have an exponent; a JSON number always may, since JSON writes small ones that way. */
  readonly isExponentRead: boolean;
  /** Whether spaces around a text are overlooked. */
  readonly areSpacesRead: boolean;
};

const usual: Wording = {
  object: ['应为 JSON 对象', 'a JSON object is expected'],
  list: ['应为数组', 'a list is expected'],
  few: (least) => (least === 1 ? ['数组不能为空', 'the list is empty'] : [`至少需要 ${least} 个值`, `at least ${least} values are needed`]),
  many: (most, found) => [`最多 ${most} 个，现有 ${found} 个`, `at most ${most} are accepted, not ${found}`],
  noNumber: (value) =>
    value === undefined || value === null
      ? ['没有填写数值', 'the value is missing']
      : [`应为十进制数，而不是 ${quoted(value)}`, `a decimal number is expected, not ${quoted(value)}`],
  notFinite: () => ['不是有限的数', 'not a finite number'],
  unreadable: (text, [zh, en]) => (text.trim() === '' ? [zh, en] : [`“${quoted(text.trim())}”：${zh}`, `"${quoted(text.trim())}": ${en}`]),
  notPositive: (value) => [`必须大于 0，而不是 ${print(value)}`, `must be greater than 0, not ${print(value)}`],
  isExponentRead: false,
  areSpacesRead: true,
};

/** An object of the input. Throws InvalidInput at `place` for anything else. */
export function readEntries(value: unknown, place: string, { object }: Pick<Wording, 'object'> = usual): Entries {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Entries;
  throw new InvalidInput(place, object);
}

/** A name that is not read would be overlooked: a mistyped field is refused with the fields that exist. */
export function refuseUnknown(entries: Entries, known: readonly string[], place: string): void {
  for (const name of Object.keys(entries)) {
    if (known.includes(name)) continue;
    const where = place === '' ? name.slice(0, 40) : `${place}.${name.slice(0, 40)}`;
    throw new InvalidInput(where, [`没有这个字段，可用：${known.join('、')}`, `there is no such field; known are: ${known.join(', ')}`]);
  }
}

/** A decimal number given as text or JSON number. Throws InvalidInput at `place`. @example print(readDecimal('1.50', 'x')) // '1.50' */
export function readDecimal(value: unknown, place: string, wording: Wording = usual): Decimal {
  if (typeof value !== 'number' && typeof value !== 'string') throw new InvalidInput(place, wording.noNumber(value));
  if (typeof value === 'number' && !Number.isFinite(value)) throw new InvalidInput(place, wording.notFinite(value));
  const text = String(value);
  try {
    return parse(wording.areSpacesRead ? text.trim() : text, { exponent: wording.isExponentRead || typeof value === 'number' });
  } catch (error) {
    if (error instanceof DecimalError) throw new InvalidInput(place, wording.unreadable(text, error.text));
    throw error;
  }
}

/** The decimal when it is greater than 0. Throws InvalidInput at `place` otherwise. */
export function refuseNotPositive(read: Decimal, place: string, { notPositive }: Pick<Wording, 'notPositive'> = usual): Decimal {
  if (read.digits > 0n) return read;
  throw new InvalidInput(place, notPositive(read));
}

/** A decimal greater than 0. */
export const readPositive = (value: unknown, place: string): Decimal => refuseNotPositive(readDecimal(value, place), place);

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

/** How many entries a list has. */
export type ListSize = { readonly least: number; readonly most: number };

/** A list with as many entries as it may have. Throws InvalidInput at `place`. */
export function readListOf(
  value: unknown,
  place: string,
  { least, most }: ListSize,
  { list, few, many }: Pick<Wording, 'list' | 'few' | 'many'> = usual,
): readonly unknown[] {
  if (!Array.isArray(value)) throw new InvalidInput(place, list);
  if (value.length < least) throw new InvalidInput(place, few(least));
  if (value.length > most) throw new InvalidInput(place, many(most, value.length));
  return value as readonly unknown[];
}

/** A list with at least one element and at most the given number. */
export const readList = (value: unknown, place: string, largest: number): readonly unknown[] =>
  readListOf(value, place, { least: 1, most: largest });

/**
 * The value when it is one of `words`; where it is not, the sentence about them is thrown as InvalidInput at `place`.
 * @example readWord('p', 'chart', ['i-mr', 'p'], (words) => [`应为 ${words.join('、')}`, `one of ${words.join(', ')}`]) // 'p'
 */
export function readWord<Word extends string>(
  value: unknown,
  place: string,
  words: readonly Word[],
  sentence: (words: readonly Word[]) => Text,
): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new InvalidInput(place, sentence(words));
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
