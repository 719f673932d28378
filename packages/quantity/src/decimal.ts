/**
 * Exact decimals: digits × 10^-scale, the scale being the number of decimals that were written.
 * 1.50 and 1.5 are equal in value and differ in print, because the digits of a reading are part of the record.
 * There is no binary fraction anywhere. Worked example: 0.1 + 0.20 = 0.30.
 */
export type Decimal = { readonly digits: bigint; readonly scale: number };

export type DecimalReason = 'empty' | 'full-width' | 'exponent' | 'space' | 'separator' | 'form' | 'length' | 'not-text';

const sentences: Record<DecimalReason, readonly [zh: string, en: string]> = {
  empty: ['没有填写数值', 'no value was written'],
  'full-width': ['含有全角字符，请改用半角数字', 'full-width characters: write half-width digits'],
  exponent: ['此处不接受指数写法（如 1e5）', 'an exponent such as 1e5 is not accepted here'],
  space: ['数值中有空格', 'a space stands in the value'],
  separator: ['不接受千位分隔符或逗号小数点', 'no thousands separator or decimal comma'],
  form: ['不是十进制数', 'not a decimal number'],
  length: ['数值过长', 'the value is too long'],
  'not-text': ['数值必须以文本给出，以免丢失末位数字', 'a decimal is given as text, so that no digit is lost'],
};

/** Why a text is no decimal, with a sentence in Chinese and English. */
export class DecimalError extends Error {
  readonly reason: DecimalReason;
  readonly text: readonly [zh: string, en: string];
  constructor(reason: DecimalReason) {
    super(sentences[reason][1]);
    this.name = 'DecimalError';
    this.reason = reason;
    this.text = sentences[reason];
  }
}

/** Longer texts are no measured values; the limit keeps hostile input from costing time. */
const longest = 100;
const largestExponent = 100;
const plain = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const withExponent = /^([+-]?\d+(?:\.\d+)?)[eE]([+-]?\d{1,3})$/;

const powersOfTen: readonly bigint[] = Array.from({ length: 41 }, (_, power) => 10n ** BigInt(power));

/** 10^power for a power of 0 or more. */
export const powerOfTen = (power: number): bigint => powersOfTen[power] ?? 10n ** BigInt(power);

function whyNot(text: string): DecimalReason {
  if (text.trim() === '') return 'empty';
  if (/[\uff00-\uffef\u3000]/.test(text)) return 'full-width';
  if (/\s/.test(text)) return 'space';
  if (withExponent.test(text)) return 'exponent';
  if (/^[+-]?[\d,.]+$/.test(text) && text.includes(',')) return 'separator';
  return 'form';
}

/** Readings are short: up to 15 digits are collected in a whole number that a double holds exactly, an order faster than the general way. */
function parseShort(text: string): Decimal | undefined {
  const { length } = text;
  if (length > 16) return undefined;
  const sign = text.charCodeAt(0);
  let at = sign === minusSign || sign === plusSign ? 1 : 0;
  let [digits, count, point] = [0, 0, -1];
  for (; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= zeroDigit && code <= zeroDigit + 9) {
      digits = digits * 10 + (code - zeroDigit);
      count += 1;
    } else if (code === pointSign && point < 0 && count > 0) point = count;
    else return undefined;
  }
  if (count === 0 || count > 15 || point === count) return undefined;
  return { digits: BigInt(sign === minusSign ? -digits : digits), scale: point < 0 ? 0 : count - point };
}
const [plusSign, minusSign, pointSign, zeroDigit] = [43, 45, 46, 48];

/**
 * Reads a decimal and keeps its trailing zeros. Throws DecimalError.
 * @param exponent accepts 1e5 as well; off, because a technician writes digits
 * @example print(parse('1.50')) // '1.50'
 */
export function parse(text: string, { exponent = false }: { exponent?: boolean } = {}): Decimal {
  if (typeof text !== 'string') throw new DecimalError('not-text');
  if (text.length > longest) throw new DecimalError('length');
  const powered = exponent ? withExponent.exec(text) : null;
  if (powered) {
    const power = Number(powered[2]);
    if (Math.abs(power) > largestExponent) throw new DecimalError('length');
    return timesPowerOfTen(parse(powered[1] ?? ''), power);
  }
  const short = parseShort(text);
  if (short) return short;
  const parts = plain.exec(text);
  if (!parts) throw new DecimalError(whyNot(text));
  const [, sign, whole = '', fraction = ''] = parts;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

/** @example print(parse('-0.050')) // '-0.050' */
export function print({ digits, scale }: Decimal): string {
  if (scale === 0) return String(digits);
  const written = String(digits < 0n ? -digits : digits);
  const size = written.length > scale ? written : written.padStart(scale + 1, '0');
  const cut = size.length - scale;
  return `${digits < 0n ? '-' : ''}${size.slice(0, cut)}.${size.slice(cut)}`;
}

/** A whole number. @example print(whole(3)) // '3' */
export const whole = (number: number | bigint): Decimal => ({ digits: BigInt(number), scale: 0 });

/** The same value written with at least `scale` decimals. */
const widened = (value: Decimal, scale: number): bigint =>
  value.scale >= scale ? value.digits : value.digits * powerOfTen(scale - value.scale);

/** @example print(add(parse('0.1'), parse('0.20'))) // '0.30' */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { digits: widened(a, scale) + widened(b, scale), scale };
}

/** The other sign, with the same decimals; 0 stays 0. @example print(negate(parse('1.50'))) // '-1.50' */
export const negate = (value: Decimal): Decimal => ({ digits: -value.digits, scale: value.scale });

/** The size, with the same decimals. @example print(abs(parse('-0.50'))) // '0.50' */
export const abs = (value: Decimal): Decimal => (value.digits < 0n ? negate(value) : value);

/** @example print(subtract(parse('1001.0'), parse('1000'))) // '1.0' */
export function subtract(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits - b.digits, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { digits: widened(a, scale) - widened(b, scale), scale };
}

/** The decimals of both factors are kept. @example print(multiply(parse('0.5'), parse('5'))) // '2.5' */
export const multiply = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });

/** Moves the point; negative powers add decimals. @example print(timesPowerOfTen(parse('15'), -3)) // '0.015' */
export function timesPowerOfTen(value: Decimal, power: number): Decimal {
  const scale = value.scale - power;
  return scale >= 0 ? { digits: value.digits, scale } : { digits: value.digits * powerOfTen(-scale), scale: 0 };
}

/** By value: 1.50 and 1.5 compare as 0. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = a.scale > b.scale ? a.scale : b.scale;
  const left = widened(a, scale);
  const right = widened(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The first of equals, so that its digits stay. */
export const min = (first: Decimal, ...others: readonly Decimal[]): Decimal => others.reduce((a, b) => (compare(b, a) < 0 ? b : a), first);

/** The largest; the first of equals, so that its digits stay. @example print(max(parse('1.50'), parse('1.5'))) // '1.50' */
export const max = (first: Decimal, ...others: readonly Decimal[]): Decimal => others.reduce((a, b) => (compare(b, a) > 0 ? b : a), first);

/** The same value without trailing zeros after the point. @example print(trim(parse('2.500'))) // '2.5' */
export function trim({ digits, scale }: Decimal): Decimal {
  let [kept, decimals] = [digits, scale];
  while (decimals > 0 && kept % 10n === 0n) [kept, decimals] = [kept / 10n, decimals - 1];
  return { digits: kept, scale: decimals };
}

/**
 * The exact quotient in its shortest form, or undefined when it has no end (1 / 3) or the divisor is 0.
 * @example print(divideExactly(parse('15000'), parse('5'))) // '3000'
 */
export function divideExactly(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  if (divisor.digits === 0n) return undefined;
  const scale = Math.max(dividend.scale, divisor.scale);
  const [top, bottom] = [widened(dividend, scale), widened(divisor, scale)];
  let rest = bottom / greatestCommonDivisor(top, bottom);
  if (rest < 0n) rest = -rest;
  let [twos, fives] = [0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  if (rest !== 1n) return undefined;
  const decimals = Math.max(twos, fives);
  return { digits: (top * powerOfTen(decimals)) / bottom, scale: decimals };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}
