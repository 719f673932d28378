/**
 * D-SI unit strings (Digital System of Units, PTB, version 2.x): \kilo\metre\per\second\tothe{2}; `\per` concerns the next unit only, `\tothe` follows a unit.
 * Prefix rules R010 to R014 of its schema documentation: none in front of day, hour, minute, degreecelsius, hectare; kilogram and decibel are whole names.
 */
import { parse as parseDecimal, print as printDecimal } from '../../decimal.ts';
import { fromDecimal, negate, one, toDecimal } from '../../rational.ts';
import { indexFor, isDsiPrefix, printedName } from '../catalogue.ts';
import { plain, product, raised, unwritten, UnitTextError } from '../written.ts';
import type { Term, Written } from '../written.ts';
import { Reader } from './reader.ts';

const spellings: Readonly<Record<string, string>> = { '\\mmhg': '\\mmHg', '\\meter': '\\metre', '\\liter': '\\litre', '\\deka': '\\deca' };

function readUnit(reader: Reader): Written {
  const start = reader.index;
  const first = reader.take(/^\\[A-Za-z]+/);
  if (first === undefined) reader.fail('D-SI 单位以“\\”开头', 'a D-SI unit begins with “\\”');
  const head = spellings[first] ?? first;
  let name = head;
  if (isDsiPrefix(head)) {
    const second = reader.take(/^\\[A-Za-z]+/);
    if (second === undefined) reader.fail(`词头“${head}”后缺少单位`, `a unit is missing behind the prefix “${head}”`);
    name = head + (spellings[second] ?? second);
  }
  if (name === '\\one') return unwritten;
  const named = indexFor('dsi').get(name);
  if (named === undefined) reader.fail(`不认识的 D-SI 单位“${name}”`, `unknown D-SI unit “${name}”`, { unknown: name, index: start });
  return plain(one, [{ ...named, exponent: one }]);
}

/** Reads the whole text. Throws UnitTextError. */
export function readDsi(text: string): Written {
  const reader = new Reader(text);
  let result = unwritten;
  if (text.includes('|'))
    reader.fail('请只给出一个单位，不带“|”后的替代单位', 'give one unit, without the alternative behind “|”', {
      index: text.indexOf('|'),
      decisive: true,
    });
  do {
    const start = reader.index;
    const inverted = reader.take(/^\\per(?![A-Za-z])/) !== undefined;
    const unit = readUnit(reader);
    const raising = /^\\tothe\{([+-]?\d{1,3}(?:\.\d{1,6})?)\}/.exec(reader.rest);
    if (raising !== null) reader.index += raising[0].length;
    else if (reader.rest.startsWith('\\tothe')) reader.fail('应写作 \\tothe{指数}', 'write \\tothe{exponent}');
    const exponent = raising === null ? one : fromDecimal(parseDecimal((raising[1] ?? '1').replace('+', '')));
    result = product(result, raised(unit, inverted ? negate(exponent) : exponent, start));
  } while (!reader.ended);
  return result;
}

/** Throws UnitTextError for units without a D-SI name and for numbers in a unit. */
export function printDsi({ coefficient, terms }: Written): string {
  if (coefficient.top !== coefficient.bottom)
    throw new UnitTextError(0, ['D-SI 单位中不能有数', 'a D-SI unit holds no number'], { decisive: true });
  const write = (term: Term): string => {
    const name = printedName(term, 'dsi');
    if (name === undefined) throw new UnitTextError(0, ['D-SI 没有这个单位', 'D-SI does not have this unit'], { decisive: true });
    const divides = term.exponent.top < 0n && terms.some(({ exponent }) => exponent.top > 0n);
    const size = divides ? negate(term.exponent) : term.exponent;
    const decimal = toDecimal(size);
    if (decimal === undefined) throw new UnitTextError(0, ['D-SI 的指数须为有限小数', 'a D-SI exponent is a decimal'], { decisive: true });
    return (divides ? '\\per' : '') + name + (size.top === 1n && size.bottom === 1n ? '' : `\\tothe{${printDecimal(decimal)}}`);
  };
  return (
    [...terms.filter(({ exponent }) => exponent.top > 0n), ...terms.filter(({ exponent }) => exponent.top < 0n)].map(write).join('') ||
    '\\one'
  );
}
