/** Reads a text from left to right; what all notations share. */
import { parse as parseDecimal } from '../../decimal.ts';
import { fromDecimal, power, rational } from '../../rational.ts';
import type { Rational } from '../../rational.ts';
import { UnitTextError } from '../written.ts';

/** A text, and how far it has been read. Errors are UnitTextError with the index at which reading stopped. */
export class Reader {
  readonly text: string;
  index = 0;
  /** Parentheses that are open. */
  depth = 0;
  constructor(text: string) {
    this.text = text;
  }
  get rest(): string {
    return this.text.slice(this.index);
  }
  get ended(): boolean {
    return this.index >= this.text.length;
  }
  /** Takes what the pattern (anchored by ^) finds here. */
  take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.rest)?.[0];
    if (found !== undefined) this.index += found.length;
    return found;
  }
  fail(zh: string, en: string, more: { unknown?: string; decisive?: boolean; index?: number } = {}): never {
    throw new UnitTextError(more.index ?? this.index, [zh, en], more);
  }
}

const superscriptDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ordinary = (text: string): string =>
  text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]/g, (sign) => (sign === '⁻' ? '-' : sign === '⁺' ? '+' : String(superscriptDigits.indexOf(sign))));

const whole = (text: string): Rational => rational(BigInt(text.replace('+', '')));

/** An exponent behind a symbol: ², ⁻¹, 2, -1, ^2, ^-1, ^0.5, ^(1/2), **2. Undefined where none stands. */
export function readExponent(reader: Reader): Rational | undefined {
  const raised = reader.take(/^[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}/);
  if (raised !== undefined) return whole(ordinary(raised));
  if (reader.take(/^\s*(?:\^|\*\*)\s*/) !== undefined) {
    const fraction = /^\(\s*([+-]?\d{1,4})\s*\/\s*(\d{1,4})\s*\)/.exec(reader.rest);
    if (fraction !== null) {
      const below = BigInt(fraction[2] ?? '1');
      if (below === 0n) reader.fail('指数的分母为 0', 'the exponent is divided by 0', { decisive: true });
      reader.index += fraction[0].length;
      return rational(BigInt((fraction[1] ?? '0').replace('+', '')), below);
    }
    const written = reader.take(
      /^(?:[+-]?\d{1,4}(?:\.\d{1,4})?|\(\s*[+-]?\d{1,4}(?:\.\d{1,4})?\s*\)|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[{][+-]?\d{1,4}[}])/,
    );
    if (written === undefined) reader.fail('“^”后应为指数', 'an exponent is missing behind “^”');
    return fromDecimal(parseDecimal(ordinary(written).replace(/[(){}\s+]/g, '')));
  }
  const behind = reader.take(/^[+-]?\d{1,4}(?!\d|\.\d)/);
  return behind === undefined ? undefined : whole(behind);
}

/** A number that stands in a unit: 100, 0.5, 10⁻⁶, 10^-6, 10*-6, ×10⁻⁶, 1e-6. Undefined where none stands. */
export function readNumber(reader: Reader): Rational | undefined {
  const ten = /^(?:×\s*)?10(?:(?:\^|\*\*?)\s*(?=[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹+\d-])|(?=[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]|[+-]\d))/.exec(reader.rest)?.[0];
  if (ten !== undefined) {
    const start = reader.index;
    reader.index += ten.length;
    const exponent = reader.take(/^[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|^[+-]?\d{1,3}/);
    if (exponent !== undefined) return powerOfTenOf(reader, Number(ordinary(exponent)));
    reader.index = start;
  }
  const number = /^\d{1,60}(?:\.\d{1,60})?(?:[eE][+-]?\d{1,3})?/.exec(reader.rest)?.[0];
  if (number === undefined) return undefined;
  reader.index += number.length;
  const [digits = '', exponent] = number.split(/[eE]/);
  const value = fromDecimal(parseDecimal(digits));
  if (value.top === 0n)
    reader.fail('单位中的数不能为 0', 'a number in a unit is not 0', { decisive: true, index: reader.index - number.length });
  if (exponent === undefined) return value;
  const scale = powerOfTenOf(reader, Number(exponent));
  return rational(value.top * scale.top, value.bottom * scale.bottom);
}

function powerOfTenOf(reader: Reader, exponent: number): Rational {
  if (Math.abs(exponent) > 99) reader.fail('指数过大', 'the exponent is too large', { decisive: true });
  return power(rational(10), exponent);
}

/** Powers of ten as `tenTo` prints them and whole numbers as they are; undefined for other numbers. */
export function printNumber(value: Rational, tenTo: (exponent: string) => string): string | undefined {
  const [top, bottom] = [String(value.top), String(value.bottom)];
  if (/^10+$/.test(top) && bottom === '1') return tenTo(String(top.length - 1));
  if (top === '1' && /^10+$/.test(bottom)) return tenTo(String(1 - bottom.length));
  return bottom === '1' ? top : undefined;
}
