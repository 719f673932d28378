/** Reads texts out of an unknown input and collects what is wrong with it. What was not written is missing, never zero. */
import { DecimalError, compare, parse, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { InputError } from './calculation.ts';
import type { Text } from './edition.ts';

export type Errors = InputError[];
export type Entries = { readonly [key: string]: unknown };

/** An object of the input, or an empty one and an error. */
export function readEntries(input: unknown, path: string, errors: Errors): Entries {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Entries;
  const missing = input === undefined || input === null;
  errors.push({
    path,
    reason: missing ? 'missing' : 'form',
    text: missing ? ['未填写', 'not recorded'] : ['结构不对，应为对象', 'an object is expected'],
  });
  return {};
}

/** The rows of a group; none when they were not written. */
export function readRows(input: unknown, path: string, errors: Errors): readonly Entries[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) {
    errors.push({ path, reason: 'form', text: ['结构不对，应为若干行', 'a list of rows is expected'] });
    return [];
  }
  return input.map((row: unknown, index) => readEntries(row, `${path}.${index}`, errors));
}

/** A text of the input; undefined and an error when it was not written. */
export function readText(input: unknown, path: string, errors: Errors): string | undefined {
  if (input === undefined || input === null || (typeof input === 'string' && input.trim() === '')) {
    errors.push({ path, reason: 'missing', text: ['未填写', 'not recorded'] });
    return undefined;
  }
  if (typeof input === 'string') return input;
  const text: Text = ['应以文本填写（数值也用引号），以免丢失末位数字', 'a text is expected, also for numbers, so that no digit is lost'];
  errors.push({ path, reason: 'not-text', text });
  return undefined;
}

/**
 * The text at `path` when it is one of `allowed`; undefined where it is missing or another one, which `errors` then names with the
 * choices.
 */
export function readChoice<Value extends string>(
  input: unknown,
  path: string,
  allowed: readonly Value[],
  errors: Errors,
): Value | undefined {
  const text = readText(input, path, errors);
  if (text === undefined) return undefined;
  const chosen = allowed.find((value) => value === text);
  if (chosen === undefined) {
    const list = allowed.join(', ');
    errors.push({ path, reason: 'choice', text: [`“${text}”不在可选项中：${list}`, `"${text}" is none of: ${list}`] });
  }
  return chosen;
}

/** A decimal between bounds, which belong to it. */
export function readDecimal(
  input: unknown,
  path: string,
  errors: Errors,
  bounds: { least?: Decimal; most?: Decimal } = {},
): Decimal | undefined {
  const text = readText(input, path, errors);
  if (text === undefined) return undefined;
  try {
    const value = parse(text);
    const { least, most } = bounds;
    if (least && compare(value, least) < 0) {
      errors.push({ path, reason: 'too-small', text: [`${text} 小于 ${print(least)}`, `${text} is less than ${print(least)}`] });
      return undefined;
    }
    if (most && compare(value, most) > 0) {
      errors.push({ path, reason: 'too-large', text: [`${text} 大于 ${print(most)}`, `${text} is greater than ${print(most)}`] });
      return undefined;
    }
    return value;
  } catch (error) {
    if (!(error instanceof DecimalError)) throw error;
    errors.push({ path, reason: error.reason, text: error.text });
    return undefined;
  }
}
