/** Parts of an input object that several studies read, in their words: numbers, lists, subgroups, words of a closed list. */
import { DecimalError, abs, compare, timesPowerOfTen, trim, whole, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { numberOf } from '../sample/decimal-text.ts';
import {
  readDecimal as readAnyDecimal,
  readEntries,
  readListOf,
  readWord,
  refuseNotPositive,
  type Entries,
  type Wording,
} from '../sample/read-input.ts';
import { largestGroup } from './chart-constants.ts';

const mostPoints = 100_000;
const mostReadings = 1_000_000;
/** Squares of larger readings would leave the range of binary numbers. */
const largest = timesPowerOfTen(whole(1), 100);

const unreadable: Wording['unreadable'] = (text, [zh, en]) => {
  const shown = text.slice(0, 20);
  return [`“${shown}”：${zh}`, `"${shown}": ${en}`];
};

const wording: Wording = {
  object: ['应为 JSON 对象', 'must be a JSON object'],
  list: ['应为列表', 'must be a list'],
  few: (least) => [`至少需要 ${least} 项`, `needs at least ${least} entries`],
  many: (most) => [`最多 ${most} 项`, `at most ${most} entries`],
  noNumber: () => ['应为数值', 'must be a number'],
  notFinite: (value) => unreadable(String(value), new DecimalError('form').text),
  unreadable,
  notPositive: () => ['必须大于 0', 'must be greater than 0'],
  isExponentRead: true,
  areSpacesRead: true,
};

/** The value as an object with fields. Throws InvalidInput at `place` for anything else. */
export const readFields = (value: unknown, place: string): Entries => readEntries(value, place, wording);

/** A number as text or as JSON number; NaN, infinities and anything else are refused by name. */
export function readDecimal(value: unknown, place: string): Decimal {
  const read = readAnyDecimal(value, place, wording);
  if (compare(abs(read), largest) <= 0) return read;
  throw new InvalidInput(place, ['数值过大，绝对值不得超过 1e100', 'the value is too large, at most 1e100 in size']);
}

/**
 * Text or number as an exact decimal greater than 0. Throws InvalidInput at `place`.
 * @example print(readPositive('1.50', 'k')) // '1.50'
 */
export const readPositive = (value: unknown, place: string): Decimal => refuseNotPositive(readDecimal(value, place), place, wording);

/** A whole number of 0 or more. */
export function checkCount(value: Decimal, place: string): void {
  if (trim(value).scale === 0 && value.digits >= 0n) return;
  throw new InvalidInput(place, ['应为不小于 0 的整数', 'must be a whole number of 0 or more']);
}

/** The value as a list with `least` to `mostReadings` entries. Throws InvalidInput at `place`. */
export const readList = (value: unknown, place: string, least: number): readonly unknown[] =>
  readListOf(value, place, { least, most: mostReadings }, wording);

/**
 * The value when it is one of `words`. Throws InvalidInput at `place`, naming them.
 * @example readChoice('i-mr', 'chart', ['i-mr', 'p']) // 'i-mr'
 */
export const readChoice = <Word extends string>(value: unknown, place: string, words: readonly Word[]): Word =>
  readWord(value, place, words, (all) => [`应为下列之一：${all.join(', ')}`, `must be one of: ${all.join(', ')}`]);

/** Subgroups of readings; a bare reading is a subgroup of one. */
export function readGroups(value: unknown, place: string, least: number): readonly (readonly Decimal[])[] {
  const rows = readList(value, place, least);
  if (rows.length > mostPoints) throw new InvalidInput(place, [`最多 ${mostPoints} 个点`, `at most ${mostPoints} points`]);
  let count = 0;
  return rows.map((row, index) => {
    const at = `${place}[${index}]`;
    if (!Array.isArray(row)) return [readDecimal(row, at)];
    const list = readList(row, at, 1);
    if (list.length > largestGroup)
      throw new InvalidInput(at, [`子组最多 ${largestGroup} 个读数`, `a subgroup has at most ${largestGroup} readings`]);
    count += list.length;
    if (count > mostReadings) throw new InvalidInput(place, [`读数总数最多 ${mostReadings}`, `at most ${mostReadings} readings in all`]);
    return list.map((reading, number) => readDecimal(reading, `${at}[${number}]`));
  });
}

/** 0.95 unless given; between 0.5 and 0.9999. */
export function readLevel(value: unknown, place: string): number {
  if (value === undefined) return 0.95;
  const level = numberOf(readDecimal(value, place));
  if (level >= 0.5 && level <= 0.9999) return level;
  throw new InvalidInput(place, ['置信水平应在 0.5 与 0.9999 之间', 'a confidence level is between 0.5 and 0.9999']);
}
