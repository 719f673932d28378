/** UCUM 2.1 (case sensitive): terms joined by `.` and `/` from left to right, exponents behind a code, numbers, {annotations} without a meaning. */
import { negate, one, rational } from '../../rational.ts';
import { indexFor, printedName } from '../catalogue.ts';
import { plain, product, raised, unwritten, UnitTextError } from '../written.ts';
import type { Term, Written } from '../written.ts';
import { printNumber, Reader } from './reader.ts';

const codeSign = /^(?:\[[^\]\s]*\]|[^\s./()[\]{}0-9+-])/;

/** A code may hold brackets and, in them, any sign; the digits behind it are its exponent. */
function readCode(reader: Reader): string {
  let code = '';
  for (let sign = reader.take(codeSign); sign !== undefined; sign = reader.take(codeSign)) code += sign;
  return code;
}

function readComponent(reader: Reader): Written {
  const start = reader.index;
  if (reader.take(/^\(/) !== undefined) {
    if ((reader.depth += 1) > 20) reader.fail('括号嵌套过深', 'the parentheses are nested too deeply', { decisive: true });
    const inner = readTerm(reader);
    if (reader.take(/^\)/) === undefined) reader.fail('缺少右括号', 'a closing parenthesis is missing', { index: start });
    reader.depth -= 1;
    return inner;
  }
  if (reader.take(/^\{[^{}]*\}/) !== undefined) return unwritten;
  const ten = /^10[*^]([+-]?\d{1,2})?/.exec(reader.rest);
  if (ten !== null) {
    reader.index += ten[0].length;
    return annotated(reader, raised(plain(rational(10)), rational(BigInt((ten[1] ?? '1').replace('+', '')))));
  }
  const digits = reader.take(/^\d{1,60}/);
  if (digits !== undefined) {
    const value = BigInt(digits);
    if (value === 0n) reader.fail('单位中的数不能为 0', 'a number in a unit is not 0', { decisive: true, index: start });
    return annotated(reader, plain(rational(value)));
  }
  const code = readCode(reader);
  const named = indexFor('ucum').get(code);
  if (named === undefined)
    reader.fail(`不认识的 UCUM 代码“${code || reader.rest.charAt(0)}”`, `unknown UCUM code “${code || reader.rest.charAt(0)}”`, {
      unknown: code,
      index: start,
    });
  const exponent = reader.take(/^[+-]?\d{1,2}(?!\d)/);
  const unit = plain(one, [{ ...named, exponent: one }]);
  if (exponent === undefined) return annotated(reader, unit);
  if (Number(exponent) === 0) reader.fail('指数不能为 0', 'an exponent is not 0', { index: start });
  return annotated(reader, raised(unit, rational(BigInt(exponent.replace('+', ''))), start));
}

function annotated(reader: Reader, written: Written): Written {
  reader.take(/^\{[^{}]*\}/);
  return written;
}

function readTerm(reader: Reader): Written {
  let inverted = reader.take(/^\//) !== undefined;
  let result = unwritten;
  for (;;) {
    const component = readComponent(reader);
    result = product(result, inverted ? raised(component, rational(-1)) : component);
    const sign = reader.take(/^[./]/);
    if (sign === undefined) return result;
    inverted = sign === '/';
  }
}

/** Reads the whole text. Throws UnitTextError. */
export function readUcum(text: string): Written {
  const reader = new Reader(text);
  if (/\s/.test(text)) reader.fail('UCUM 代码中不能有空格', 'a UCUM code has no spaces', { index: text.search(/\s/) });
  const written = readTerm(reader);
  if (!reader.ended) reader.fail(`多余的“${reader.rest}”`, `unexpected “${reader.rest}”`);
  return written;
}

/** Throws UnitTextError for units without a code and for roots, which UCUM does not write. */
export function printUcum({ coefficient, terms }: Written): string {
  const write = (term: Term): string => {
    const name = printedName(term, 'ucum');
    if (name === undefined) throw new UnitTextError(0, ['UCUM 没有这个单位的代码', 'UCUM has no code for this unit'], { decisive: true });
    if (term.exponent.bottom !== 1n)
      throw new UnitTextError(0, ['UCUM 不能书写分数指数', 'UCUM writes no fractional exponents'], { decisive: true });
    return name + (term.exponent.top === 1n ? '' : String(term.exponent.top));
  };
  const above = terms.filter(({ exponent }) => exponent.top > 0n).map(write);
  const below = terms.filter(({ exponent }) => exponent.top < 0n).map((term) => write({ ...term, exponent: negate(term.exponent) }));
  const number = coefficient.top === coefficient.bottom ? undefined : printCoefficient(coefficient);
  const front = [...(number === undefined ? [] : [number]), ...above].join('.');
  const back = below.length > 1 ? `/(${below.join('.')})` : below.map((name) => `/${name}`).join('');
  return front + back || '1';
}

function printCoefficient(coefficient: Written['coefficient']): string {
  // UCUM writes no decimals: 1.5 is 3/2.
  return printNumber(coefficient, (exponent) => `10*${exponent}`) ?? `${coefficient.top}/${coefficient.bottom}`;
}
