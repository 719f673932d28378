/** Reads the fields of an input file: each refusal names the place and says what is expected there. */
import { DecimalError, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { readDecimal, readEntries, readListOf, readWord, refuseNotPositive, type Entries, type Wording } from '../sample/read-input.ts';
import { largestSample } from './sample.ts';

/** Before the point and after it: no measured value has more, and squares and sums of such values stay finite. */
const mostDigits = 30;

/** The path of a field. @example placeOf('results[0]', 'x') // 'results[0].x' */
export const placeOf = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);

const wording: Wording = {
  object: ['应为一个 JSON 对象', 'a JSON object is expected'],
  list: ['应为一个列表', 'a list is expected'],
  few: (least) => [`至少需要 ${least} 项`, `at least ${least} entries are needed`],
  many: (most) => [`多于 ${most} 项`, `more than ${most} entries`],
  noNumber: (value) =>
    value === undefined || value === null
      ? ['缺少数值', 'a value is missing']
      : ['应为数值，以文本或 JSON 数字给出', 'a number is expected, as text or as a JSON number'],
  notFinite: () => ['不是有限的数值', 'not a finite number'],
  unreadable: (_text, reason) => reason,
  notPositive: () => ['必须大于 0', 'must be greater than 0'],
  isExponentRead: true,
  areSpacesRead: false,
};

/** The value as an object with fields. Throws InvalidInput at `place` for anything else. */
export const fieldsOf = (value: unknown, place: string): Entries => readEntries(value, place, wording);

/** A decimal as text or as a JSON number. */
export function decimalOf(value: unknown, place: string): Decimal {
  const decimal = readDecimal(value, place, wording);
  if (decimal.scale <= mostDigits && String(decimal.digits).length - decimal.scale <= mostDigits + 1) return decimal;
  throw new InvalidInput(place, new DecimalError('length').text);
}

/** A value of 0 or more, or more than 0; undefined when the field is absent. */
export function optionalSize(fields: Entries, name: string, place: string, least: 'zero' | 'positive' = 'positive'): Decimal | undefined {
  if (fields[name] === undefined || fields[name] === null) return undefined;
  const at = placeOf(place, name);
  const value = decimalOf(fields[name], at);
  if (value.digits < 0n) throw new InvalidInput(at, ['不能为负', 'cannot be negative']);
  return least === 'positive' ? refuseNotPositive(value, at, wording) : value;
}

/** A field that has to be there, as an exact decimal, greater than 0 or, with `zero`, not below it. Throws InvalidInput by its place. */
export function size(fields: Entries, name: string, place: string, least: 'zero' | 'positive' = 'positive'): Decimal {
  const value = optionalSize(fields, name, place, least);
  if (value !== undefined) return value;
  throw new InvalidInput(placeOf(place, name), [`缺少 ${name}`, `${name} is missing`]);
}

/** The value as a list with `least` entries or more. Throws InvalidInput at `place`, also for more than `largestSample`. */
export const listOf = (value: unknown, place: string, least = 1): readonly unknown[] =>
  readListOf(value, place, { least, most: largestSample }, wording);

/**
 * A list of texts or numbers as exact decimals. Throws InvalidInput at `place` or `place[index]`.
 * @example decimalsOf(['1.50', 2], 'results').length // 2
 */
export const decimalsOf = (value: unknown, place: string, least = 1): Decimal[] =>
  listOf(value, place, least).map((entry, index) => decimalOf(entry, `${place}[${index}]`));

/** Rows of decimals; a row of one may be written without its brackets. */
export const rowsOf = (value: unknown, place: string, least = 1): Decimal[][] =>
  listOf(value, place, least).map((entry, index) =>
    Array.isArray(entry) ? decimalsOf(entry, `${place}[${index}]`) : [decimalOf(entry, `${place}[${index}]`)],
  );

/** The value when it is one of `choices`, `otherwise` where it is missing. Throws InvalidInput at `place`, naming them. */
export function choiceOf<Choice extends string>(value: unknown, place: string, choices: readonly Choice[], otherwise: Choice): Choice {
  if (value === undefined) return otherwise;
  return readWord(value, place, choices, (all) => [`只能是 ${all.join('、')}`, `one of ${all.join(', ')}`]);
}

/**
 * A whole number from `least` to `most`, as number or digits. Throws InvalidInput at `place`.
 * @example wholeNumber('12', 'n', 1, 50) // 12
 */
export function wholeNumber(value: unknown, place: string, least: number, most: number): number {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new InvalidInput(place, [`应为 ${least} 至 ${most} 的整数`, `a whole number from ${least} to ${most}`]);
}

/** true or false, `otherwise` where it is missing. Throws InvalidInput at `place`. */
export function flag(value: unknown, place: string, otherwise: boolean): boolean {
  if (value === undefined) return otherwise;
  if (typeof value === 'boolean') return value;
  throw new InvalidInput(place, ['应为 true 或 false', 'true or false']);
}

/** Results with the name of who gave them; without a name the number in the list. Names are told apart. */
export function participantsOf(
  value: unknown,
  place: string,
  least = 1,
): { readonly id: string; readonly fields: Entries; readonly place: string }[] {
  const seen = new Set<string>();
  return listOf(value, place, least).map((entry, index) => {
    const at = `${place}[${index}]`;
    const fields = fieldsOf(entry, at);
    const id = fields['id'] === undefined ? String(index + 1) : fields['id'];
    if (typeof id !== 'string' && typeof id !== 'number') throw new InvalidInput(`${at}.id`, ['应为文本', 'text is expected']);
    if (seen.has(String(id))) throw new InvalidInput(`${at}.id`, [`编号 ${id} 重复`, `the id ${id} is used twice`]);
    seen.add(String(id));
    return { id: String(id), fields, place: at };
  });
}
