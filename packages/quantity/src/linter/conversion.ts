/** What a value in a foreign unit is in a legal one, where that is exact and short enough to be read. */
import { divideExactly, multiply, parse, print, subtract, trim } from '../decimal.ts';

export type Conversion = {
  /** The legal unit. */
  readonly to: string;
  /** Exact value of one foreign unit in the legal one: `0.5`, or `10000/15`; absent where the unit has several sizes. */
  readonly factor?: string;
  /** Degrees Fahrenheit: subtracted before the factor applies. */
  readonly offset?: string;
};

const longestDigits = 6;
const significant = (text: string): number =>
  text
    .replace(/^[-0.]+/, '')
    .replace('.', '')
    .replace(/^0+/, '').length;

/** The converted value, or undefined where it has no end or too many digits. @example convert('5', { to: 'kg', factor: '0.5' }) // '2.5' */
export function convert(value: string, { factor, offset }: Conversion): string | undefined {
  if (factor === undefined || !/^\d{1,12}(?:\.\d{1,6})?$/.test(value)) return undefined;
  const [top = '', bottom = '1'] = factor.split('/');
  const shifted = offset === undefined ? parse(value) : subtract(parse(value), parse(offset));
  const quotient = divideExactly(multiply(shifted, parse(top)), parse(bottom));
  if (quotient === undefined) return undefined;
  const text = print(trim(quotient));
  return significant(text) <= longestDigits ? text : undefined;
}

/** Replacement for a quantity: the converted values, or the legal unit with its relation. */
export function suggestConversion(values: readonly string[], joint: string, unit: string, conversion: Conversion): string {
  const converted = values.map((value) => convert(value, conversion));
  if (converted.length > 0 && converted.every((value) => value !== undefined)) {
    return converted.map((value) => `${value}${conversion.to.startsWith('×') ? '' : ' '}${conversion.to}`).join(joint);
  }
  if (conversion.factor === undefined || conversion.offset !== undefined || conversion.factor.includes('/') || conversion.factor === '1') {
    return conversion.to;
  }
  return `${conversion.to} (1 ${unit} = ${conversion.factor} ${conversion.to})`;
}

/** The values that are converted: 1/4 is one value, 120/80 are two readings. */
export function valuesOf(values: readonly string[], joiner: string): readonly string[] {
  const [top = '', bottom = ''] = values;
  if (joiner !== 'slash' || values.length !== 2 || !/^\d{1,3}$/.test(top) || !/^\d{1,3}$/.test(bottom) || Number(top) >= Number(bottom))
    return values;
  const quotient = divideExactly(parse(top), parse(bottom));
  return [quotient === undefined ? '' : print(quotient)];
}
