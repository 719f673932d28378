/** Prints units in SI symbols and Chinese names; D-SI and UCUM print in their own files. */
import { print as printDecimal } from '../../decimal.ts';
import { equals, negate, one, rational, toDecimal } from '../../rational.ts';
import type { Rational } from '../../rational.ts';
import { printedName } from '../catalogue.ts';
import { baseDimension, equalDimensions, printExponent } from '../dimension.ts';
import { measureOfEntry } from '../measure.ts';
import { UnitTextError } from '../written.ts';
import type { Term, Written } from '../written.ts';
import { readExpression } from './expression.ts';
import { printNumber } from './reader.ts';
import { normalised } from '../normal-form.ts';

const superscript = (exponent: string): string => `10${printExponent(rational(BigInt(exponent)))}`;

function printCoefficient(coefficient: Rational): string {
  const number = printNumber(coefficient, (exponent) =>
    exponent === '1' || exponent === '2' ? `1${'0'.repeat(Number(exponent))}` : superscript(exponent),
  );
  if (number !== undefined) return number;
  const decimal = toDecimal(coefficient);
  return decimal === undefined ? `(${coefficient.top}/${coefficient.bottom})` : printDecimal(decimal);
}

const missing = (en: string): UnitTextError =>
  new UnitTextError(0, [`这种写法没有单位“${en}”的名称`, `the notation has no name for “${en}”`], { decisive: true });

/** @example N·m, m/s², J/(kg·K), s⁻¹ */
export function printSymbols({ coefficient, terms, difference }: Written): string {
  const write = (term: Term): string => {
    const name = printedName(term, 'symbol');
    if (name === undefined) throw missing(term.entry.en);
    return name + printExponent(term.exponent);
  };
  const above = terms.filter(({ exponent }) => exponent.top > 0n).map(write);
  const negative = terms.filter(({ exponent }) => exponent.top < 0n);
  const number = equals(coefficient, one) ? [] : [printCoefficient(coefficient)];
  if (above.length === 0) return [...number, ...negative.map(write)].join('·') || '1';
  const below = negative.map((term) => write({ ...term, exponent: negate(term.exponent) }));
  const back = below.length > 1 ? `/(${below.join('·')})` : below.map((name) => `/${name}`).join('');
  return (difference ? 'Δ' : '') + [...number, ...above].join('·') + back;
}

const chineseDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 平方 and 立方 belong to lengths, where they make areas and volumes; 二次方 and 三次方 to everything else (使用方法 article 8). */
function writeChinese(term: Term): string {
  const name = printedName(term, 'chinese');
  if (name === undefined) throw missing(term.entry.en);
  const { top, bottom } = term.exponent;
  if (top === 1n && bottom === 1n) return name;
  if (top === 1n && bottom === 2n) return `平方根${name}`;
  const word = chineseDigits[Number(top)];
  if (bottom !== 1n || word === undefined || word === '') throw missing(`${term.entry.en}, ${top}/${bottom}`);
  const isLength = equalDimensions(measureOfEntry(term.entry).dimension, baseDimension(0));
  if (isLength && (top === 2n || top === 3n)) return (top === 2n ? '平方' : '立方') + name;
  // 平方码 has a power in its name already.
  return `${word}次方${term.entry.zh[0]?.startsWith('=') === true ? `(${name})` : name}`;
}

/** @example 千克每立方米, 焦每千克开, 每秒 */
export function printChinese(written: Written): string {
  const { coefficient, terms, difference } = written;
  const above = terms.filter(({ exponent }) => exponent.top > 0n).map(writeChinese);
  const below = terms.filter(({ exponent }) => exponent.top < 0n).map((term) => writeChinese({ ...term, exponent: negate(term.exponent) }));
  const number = equals(coefficient, one) ? '' : printCoefficient(coefficient);
  const front = difference ? 'Δ' : '';
  const join = (sign: string): string =>
    front +
    number +
    (number !== '' && sign !== '' && above.length > 0 ? sign : '') +
    above.join(sign) +
    (below.length > 0 ? `每${below.join(sign)}` : '');
  const joined = join('');
  if (joined === '') return '一';
  return readsAs(joined, written) ? joined : join('·');
}

function readsAs(text: string, written: Written): boolean {
  try {
    const { coefficient, terms } = readExpression(normalised(text).text, 'chinese');
    return (
      equals(coefficient, written.coefficient) &&
      terms.length === written.terms.length &&
      written.terms.every((own) =>
        terms.some(({ prefix, entry, exponent }) => prefix === own.prefix && entry === own.entry && equals(exponent, own.exponent)),
      )
    );
  } catch (error) {
    if (error instanceof UnitTextError) return false;
    throw error;
  }
}
