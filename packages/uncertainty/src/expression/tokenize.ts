import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { lookalikes, type Token } from './syntax.ts';

/** Longer formulas are no measurement models; the limit keeps hostile input from costing time. */
export const longestFormula = 20_000;

const space = /[\s\u00a0]+/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const symbols = '+-*/^(),=';

/** `outputs.l, column 14` */
export const columnOf = (place: string, column: number): string => (place === '' ? `column ${column}` : `${place}, column ${column}`);

function refuse(place: string, text: string, index: number): never {
  const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const meant = lookalikes[sign];
  const hint: readonly [string, string] = meant === undefined ? ['', ''] : [`，请写 ${meant}`, `; write ${meant}`];
  throw new InvalidInput(columnOf(place, index + 1), [
    `公式中不能使用“${sign}”${hint[0]}`,
    `"${sign}" has no meaning in a formula${hint[1]}`,
  ]);
}

/** The tokens of a formula, with the end as the last one. Throws InvalidInput naming the column. */
export function tokenize(text: string, place: string): readonly Token[] {
  if (text.length > longestFormula) {
    throw new InvalidInput(place, [
      `公式有 ${text.length} 个字符，最多 ${longestFormula} 个；请拆成几个输出量`,
      `the formula has ${text.length} characters, at most ${longestFormula} are read; split it into several outputs`,
    ]);
  }
  const tokens: Token[] = [];
  let index = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0];
  };
  while (index < text.length) {
    const column = index + 1;
    const blank = match(space);
    if (blank !== undefined) {
      index += blank.length;
      continue;
    }
    const digits = match(number);
    const word = digits === undefined ? match(name) : undefined;
    const sign = text[index] ?? '';
    if (digits !== undefined) {
      const value = Number(digits);
      if (!Number.isFinite(value))
        throw new InvalidInput(columnOf(place, column), [`数值 ${digits} 过大`, `${digits} is too large a number`]);
      tokens.push({ kind: 'number', text: digits, value, column });
      index += digits.length;
    } else if (word !== undefined) {
      tokens.push({ kind: 'name', text: word, column });
      index += word.length;
    } else if (symbols.includes(sign)) {
      tokens.push({ kind: 'symbol', text: sign, column });
      index += 1;
    } else refuse(place, text, index);
  }
  tokens.push({ kind: 'end', text: '', column: text.length + 1 });
  return tokens;
}
