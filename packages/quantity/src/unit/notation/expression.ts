/**
 * Unit expressions in SI symbols (N·m, m/s², m s-1, J/(kg·K), kg·m^2/s^2, nV/√Hz) and Chinese names (千克每立方米, 焦/(千克·开), 米每二次方秒).
 * Rules: SI Brochure, 9th edition, 5.2 and 5.4; 中华人民共和国法定计量单位使用方法 (1984-06-09), articles 6 to 19. A product behind a solidus without
 * parentheses is refused, because readers take it in two ways. Behind 每 everything is divisor.
 */
import { negate, one, rational } from '../../rational.ts';
import type { Rational } from '../../rational.ts';
import { indexFor } from '../catalogue.ts';
import { plain, product, raised, unwritten } from '../written.ts';
import type { Written } from '../written.ts';
import { compoundNames } from './compound-name.ts';
import { readExponent, readNumber, Reader } from './reader.ts';

export type Style = 'symbol' | 'chinese';

const longestName = 24;
/** Signs that a symbol is made of; names with other signs in them (n mile, dB(A), hm²) are looked up by their full length first. */
const symbolSign = /[A-Za-z\u00c0-\u024f\u0370-\u03ff°′″'"%‰_₀ₙₑₕ]/;
const powerWords: Readonly<Record<string, Rational>> = {
  平方根: rational(1, 2),
  平方: rational(2),
  立方: rational(3),
};
const chineseDigits = '一二三四五六七八九';

function readPowerWord(reader: Reader): Rational | undefined {
  const ordinal = /^(负?)([一二三四五六七八九])次方/.exec(reader.rest);
  if (ordinal !== null) {
    reader.index += ordinal[0].length;
    const size = rational(chineseDigits.indexOf(ordinal[2] ?? '一') + 1);
    return ordinal[1] === '' ? size : negate(size);
  }
  const word = Object.keys(powerWords).find((name) => reader.rest.startsWith(name));
  if (word === undefined) return undefined;
  reader.index += word.length;
  return powerWords[word];
}

/** The longest name here that is known and that ends where a name may end. */
function readName(reader: Reader, style: Style): Written | undefined {
  const index = indexFor(style);
  for (let length = Math.min(longestName, reader.rest.length); length > 0; length -= 1) {
    const name = reader.rest.slice(0, length);
    const named = index.get(name);
    const compound = named === undefined && style === 'symbol' ? compoundNames.get(name) : undefined;
    if (named === undefined && compound === undefined) continue;
    const behind = reader.rest.charAt(length);
    if (style === 'symbol' && symbolSign.test(name.slice(-1)) && symbolSign.test(behind)) continue;
    reader.index += length;
    return named === undefined ? compound : plain(one, [{ ...named, exponent: one }]);
  }
  return undefined;
}

function unknownName(reader: Reader, style: Style): never {
  const pattern = style === 'symbol' ? /^[^\s·.*/()⁻⁰¹²³⁴⁵⁶⁷⁸⁹^]+/ : /^[^\s·/()每]+/;
  if (reader.ended) reader.fail('单位不完整', 'the unit is not complete');
  const unknown = pattern.exec(reader.rest)?.[0] ?? reader.rest.charAt(0);
  return reader.fail(`不认识的单位“${unknown}”`, `unknown unit “${unknown}”`, { unknown });
}

function readParentheses(reader: Reader, style: Style): Written | undefined {
  if (reader.take(/^\(\s*/) === undefined) return undefined;
  const start = reader.index;
  if ((reader.depth += 1) > 20) reader.fail('括号嵌套过深', 'the parentheses are nested too deeply', { decisive: true });
  const inner = readProduct(reader, style);
  if (reader.take(/^\s*\)/) === undefined) reader.fail('缺少右括号', 'a closing parenthesis is missing', { index: start - 1 });
  reader.depth -= 1;
  return inner;
}

/** One factor with its exponent; `bound` says that a number was joined to the unit behind it (100 km). */
function readFactor(reader: Reader, style: Style): { readonly written: Written; readonly isNumber: boolean } {
  const start = reader.index;
  const number = readNumber(reader);
  if (number !== undefined) return { written: plain(number), isNumber: true };
  const word = reader.take(/^√\s*/) === undefined ? (style === 'chinese' ? readPowerWord(reader) : undefined) : rational(1, 2);
  const base = readName(reader, style) ?? readParentheses(reader, style) ?? unknownName(reader, style);
  const behind = readExponent(reader);
  if (behind?.top === 0n) reader.fail('指数不能为 0', 'an exponent is not 0', { index: start, decisive: true });
  if (word !== undefined && behind !== undefined) reader.fail('指数重复', 'the exponent stands twice', { index: start });
  return { written: raised(base, word ?? behind ?? one, start), isNumber: false };
}

function readProduct(reader: Reader, style: Style): Written {
  let result = unwritten;
  let inverted = false;
  let behindSolidus = false;
  let lastIsNumber = false;
  if (reader.take(/^\s*\/\s*/) !== undefined) inverted = behindSolidus = true;
  else if (style === 'chinese' && reader.take(/^每\s*/) !== undefined) inverted = true;
  for (;;) {
    const { written, isNumber } = readFactor(reader, style);
    result = product(result, inverted ? raised(written, rational(-1)) : written);
    lastIsNumber = isNumber;
    const start = reader.index;
    if (/^\s*(?:\)|$)/.test(reader.rest)) return result;
    if (reader.take(/^\s*\/\s*/) !== undefined) {
      inverted = behindSolidus = true;
      continue;
    }
    if (style === 'chinese' && reader.take(/^\s*每\s*/) !== undefined) {
      inverted = true;
      behindSolidus = false;
      continue;
    }
    const sign = reader.take(/^\s*[·.*×]\s*|^\s+/);
    if (sign === undefined && style === 'symbol' && !isNumber) reader.fail('单位之间应有“·”', 'a “·” is missing between two units');
    if (sign !== undefined && sign.trim() === '' && /^\d/.test(reader.rest)) {
      reader.fail('数不能写在单位中间', 'a number does not stand between units', { decisive: true });
    }
    // 1/100 km is one divisor; m/s·kg could be two things.
    if (behindSolidus && !lastIsNumber) {
      const decisive = sign !== undefined && sign.trim() !== '.';
      reader.fail('斜线后有乘号时须加括号，例如 J/(kg·K)', 'a product behind a solidus needs parentheses, as in J/(kg·K)', {
        index: start,
        decisive,
      });
    }
  }
}

/** Reads the whole text (in normal form). Throws UnitTextError. */
export function readExpression(text: string, style: Style): Written {
  const reader = new Reader(text);
  const difference = reader.take(/^Δ\s*/) !== undefined;
  const written = readProduct(reader, style);
  if (!reader.ended) reader.fail('多余的右括号', 'a closing parenthesis without an opening one');
  return { ...written, difference };
}
