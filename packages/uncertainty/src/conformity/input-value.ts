/** Single values of the file of `conformity`, refused by their place where they cannot be used. */
import { DecimalError, compare, parse, powerOfTen, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';

export type Given = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields. */
export const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A key that is absent and one that is null say the same. */
export const entry = (given: Given, key: string): unknown =>
  Object.prototype.hasOwnProperty.call(given, key) ? (given[key] ?? undefined) : undefined;

/** Larger and smaller numbers are no measured values in any unit. */
const largestPower = 60;

/** A decimal as text or JSON number; exponents are allowed, sizes beyond 10^60 are not. */
export function readDecimal(value: unknown, place: string): Decimal {
  if (typeof value === 'number' && !(value - value === 0)) throw new InvalidInput(place, ['应为有限的数', 'a finite number is expected']);
  if (typeof value !== 'number' && typeof value !== 'string') {
    const missing = value === undefined;
    throw new InvalidInput(place, missing ? ['缺少该数值', 'the value is missing'] : ['应为数值', 'a number is expected']);
  }
  try {
    const decimal = parse(typeof value === 'number' ? String(value) : value.trim(), { exponent: true });
    const size = decimal.digits < 0n ? -decimal.digits : decimal.digits;
    if (size <= powerOfTen(largestPower + decimal.scale)) return decimal;
  } catch (error) {
    if (error instanceof DecimalError) throw new InvalidInput(place, error.text);
    throw error;
  }
  throw new InvalidInput(place, ['数值过大，请换用合适的单位', 'the number is too large: use a fitting unit']);
}

const zero: Decimal = { digits: 0n, scale: 0 };

/**
 * Text or number as an exact decimal greater than 0, and not so small that it cannot be a measured value. Throws InvalidInput at
 * `place`.
 */
export function readPositive(value: unknown, place: string): Decimal {
  const size = readDecimal(value, place);
  if (compare(size, zero) > 0) {
    if (size.digits * powerOfTen(largestPower) >= powerOfTen(size.scale)) return size;
    throw new InvalidInput(place, ['数值过小，请换用合适的单位', 'the number is too small: use a fitting unit']);
  }
  throw new InvalidInput(place, ['应大于 0', 'must be greater than 0']);
}

/** Text or number as the nearest double. Throws InvalidInput at `place`. @example readNumber('1.50', 'u') // 1.5 */
export function readNumber(value: unknown, place: string): number {
  const { digits, scale } = readDecimal(value, place);
  return Number(`${digits}e${-scale}`);
}

/** The value when it is one of `choices`, `otherwise` where it is missing. Throws InvalidInput at `place`, naming them. */
export function readChoice<Choice extends string>(value: unknown, place: string, choices: readonly Choice[], otherwise: Choice): Choice {
  if (value === undefined) return otherwise;
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  throw new InvalidInput(place, [`应为以下之一：${choices.join('、')}`, `one of these is expected: ${choices.join(', ')}`]);
}

/** Degrees of freedom greater than 0; Infinity where none are given. */
export function readFreedom(value: unknown, place: string): number {
  if (value === undefined || value === 'Infinity') return Infinity;
  const dof = readNumber(value, place);
  if (dof > 0) return dof;
  throw new InvalidInput(place, ['自由度应大于 0', 'degrees of freedom must be greater than 0']);
}
