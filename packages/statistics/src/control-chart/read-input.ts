/** Parts of an input object that several studies read: text or JSON number as exact decimal, lists, subgroups, words of a closed list. */
import { DecimalError, abs, compare, parse, print, timesPowerOfTen, trim, whole, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { largestGroup } from './chart-constants.ts';

export type Fields = Readonly<Record<string, unknown>>;

const mostPoints = 100_000;
const mostReadings = 1_000_000;
/** Squares of larger readings would leave the range of binary numbers. */
const largest = timesPowerOfTen(whole(1), 100);

/** The value as an object with fields. Throws InvalidInput at `place` for anything else. */
export function readFields(value: unknown, place: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new InvalidInput(place, ['应为 JSON 对象', 'must be a JSON object']);
}

/** A number as text or as JSON number; NaN, infinities and anything else are refused by name. */
export function readDecimal(value: unknown, place: string): Decimal {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') throw new InvalidInput(place, ['应为数值', 'must be a number']);
  try {
    const read = parse(text.trim(), { exponent: true });
    if (compare(abs(read), largest) <= 0) return read;
  } catch (error) {
    if (!(error instanceof DecimalError)) throw error;
    const shown = text.slice(0, 20);
    throw new InvalidInput(place, [`“${shown}”：${error.text[0]}`, `"${shown}": ${error.text[1]}`]);
  }
  throw new InvalidInput(place, ['数值过大，绝对值不得超过 1e100', 'the value is too large, at most 1e100 in size']);
}

/**
 * Text or number as an exact decimal greater than 0. Throws InvalidInput at `place`.
 * @example print(readPositive('1.50', 'k')) // '1.50'
 */
export function readPositive(value: unknown, place: string): Decimal {
  const read = readDecimal(value, place);
  if (read.digits > 0n) return read;
  throw new InvalidInput(place, ['必须大于 0', 'must be greater than 0']);
}

/** A whole number of 0 or more. */
export function checkCount(value: Decimal, place: string): void {
  if (trim(value).scale === 0 && value.digits >= 0n) return;
  throw new InvalidInput(place, ['应为不小于 0 的整数', 'must be a whole number of 0 or more']);
}

/** The value as a list with `least` to `mostReadings` entries. Throws InvalidInput at `place`. */
export function readList(value: unknown, place: string, least: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new InvalidInput(place, ['应为列表', 'must be a list']);
  if (value.length < least) throw new InvalidInput(place, [`至少需要 ${least} 项`, `needs at least ${least} entries`]);
  if (value.length > mostReadings) throw new InvalidInput(place, [`最多 ${mostReadings} 项`, `at most ${mostReadings} entries`]);
  return value;
}

/**
 * The value when it is one of `words`. Throws InvalidInput at `place`, naming them.
 * @example readChoice('i-mr', 'chart', ['i-mr', 'p']) // 'i-mr'
 */
export function readChoice<Word extends string>(value: unknown, place: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const list = words.join(', ');
  throw new InvalidInput(place, [`应为下列之一：${list}`, `must be one of: ${list}`]);
}

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
  const level = Number(print(readDecimal(value, place)));
  if (level >= 0.5 && level <= 0.9999) return level;
  throw new InvalidInput(place, ['置信水平应在 0.5 与 0.9999 之间', 'a confidence level is between 0.5 and 0.9999']);
}
