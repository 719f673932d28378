/**
 * Numbers of running text: 12 500, 1.5×10³, 20~30, 5×6, 80±2, 1/2, 3万余, 三十五, with what joins several of them. A number that
 * belongs to a code (KG-200, R134a, M8×1.25) or a date is read too, and says so.
 */
import { isDigit, isLetter, isSpace, isSuperscript, isWord } from './characters.ts';
import { isHanNumeral, isRoundNumeral, valueOfHan } from './han-numeral.ts';

export type Joiner = 'none' | 'tilde' | 'dash' | 'word' | 'times' | 'tolerance' | 'slash';

export type NumberToken = {
  readonly start: number;
  readonly end: number;
  /** Where a unit may begin: after a closing bracket that belongs to the number. */
  readonly after: number;
  /** Decimal texts; '' where the value is not known. */
  readonly values: readonly string[];
  readonly joiner: Joiner;
  readonly bracketed: boolean;
  readonly han: boolean;
  /** 千, 万: a number that only stands for many. */
  readonly round: boolean;
  /** Part of a code, a date, a time: no value. */
  readonly code: boolean;
};

type Atom = { readonly end: number; readonly value: string };

const longest = 40;
const fractions: Readonly<Record<string, string>> = {
  '½': '0.5',
  '¼': '0.25',
  '¾': '0.75',
  '⅓': '',
  '⅔': '',
  '⅛': '0.125',
  '⅜': '0.375',
  '⅝': '0.625',
  '⅞': '0.875',
};

/** Whether a character is a fraction by itself. @example isFraction('½') // true */
export const isFraction = (letter: string): boolean => fractions[letter] !== undefined;

const isGroupSpace = (code: number): boolean => code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f;

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end - at < longest && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** 10³, 10^-6 after a sign of multiplication. */
function exponentEnd(text: string, at: number): number {
  if (!text.startsWith('10', at)) return -1;
  let end = at + 2;
  if (text.charAt(end) === '^') {
    end += 1;
    if (/[-−+]/.test(text.charAt(end))) end += 1;
    const last = digitsEnd(text, end);
    return last > end ? last : -1;
  }
  while (end - at < 8 && isSuperscript(text.charAt(end))) end += 1;
  return end > at + 2 ? end : -1;
}

function readAtom(text: string, at: number): Atom | undefined {
  const fraction = fractions[text.charAt(at)];
  if (fraction !== undefined) return { end: at + 1, value: fraction };
  let end = digitsEnd(text, at);
  if (end === at) return undefined;
  let value = text.slice(at, end);
  const first = end - at;
  // Thousands: 12,500 and 12 500.
  for (let groups = 0; first <= 3 && groups < 8; groups += 1) {
    const mark = text.charCodeAt(end);
    if (mark !== 44 && !isGroupSpace(mark)) break;
    const last = digitsEnd(text, end + 1);
    if (last - end !== 4) break;
    value += text.slice(end + 1, last);
    end = last;
  }
  if (text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1))) {
    const last = digitsEnd(text, end + 1);
    value += text.slice(end, last);
    end = last;
  }
  const part = fractions[text.charAt(end)];
  if (part !== undefined) return { end: end + 1, value: part === '' || value.includes('.') ? '' : value + part.slice(1) };
  const space = isGroupSpace(text.charCodeAt(end)) ? 1 : 0;
  if (/[×xX·*]/.test(text.charAt(end + space))) {
    let from = end + space + 1;
    if (isGroupSpace(text.charCodeAt(from))) from += 1;
    const last = exponentEnd(text, from);
    if (last > 0) return { end: last, value: '' };
  }
  return { end, value };
}

const joiners: Readonly<Record<string, Joiner>> = {
  '~': 'tilde',
  '～': 'tilde',
  '〜': 'tilde',
  '∼': 'tilde',
  '-': 'dash',
  '‐': 'dash',
  '–': 'dash',
  '—': 'dash',
  '−': 'dash',
  '×': 'times',
  x: 'times',
  X: 'times',
  '*': 'times',
  '✕': 'times',
  '±': 'tolerance',
  '/': 'slash',
  至: 'word',
  到: 'word',
};

const skipSpace = (text: string, at: number): number => (isSpace(text.charCodeAt(at)) ? at + 1 : at);

function readJoiner(text: string, at: number): { readonly joiner: Joiner; readonly next: number } | undefined {
  const from = skipSpace(text, at);
  let next = -1;
  let joiner = joiners[text.charAt(from)];
  if (joiner !== undefined) next = from + 1;
  else if (text.startsWith('to ', from) && from > at) [joiner, next] = ['word', from + 3];
  else if (text.startsWith('+/-', from)) [joiner, next] = ['tolerance', from + 3];
  if (joiner === undefined) return undefined;
  next = skipSpace(text, next);
  if (joiner !== 'slash' && joiner !== 'times' && /[-−+]/.test(text.charAt(next))) next += 1;
  return { joiner, next };
}

const hasCodeBefore = (text: string, start: number, unitEnd: number): boolean => {
  const before = text.charCodeAt(start - 1);
  if (isLetter(before) || before === 95) return !/(?:^|[^A-Za-z])(?:AC|DC|ac|dc)$/.test(text.slice(Math.max(0, start - 3), start));
  if (start - 1 === unitEnd || start === unitEnd) return false;
  return /[-./#]/.test(text.charAt(start - 1)) && isWord(text.charCodeAt(start - 2));
};

/** 万, 亿, and 百, 千, 十 where no unit such as 千克 begins there; 余, 多, 来 after a number. */
function multiplierEnd(text: string, at: number): number {
  let end = at;
  const spaced = /^ (?:hundred|thousand|million|billion)\b/i.exec(text.slice(at, at + 10));
  if (spaced) return at + spaced[0].length;
  if (/[百千十]/.test(text.charAt(end)) && /[斤亩尺里丈磅码两多余万]/.test(text.charAt(end + 1))) end += 1;
  while (end - at < 4 && /[万亿]/.test(text.charAt(end))) end += 1;
  if (/[多余来]/.test(text.charAt(end))) end += 1;
  return end;
}

/**
 * Reads the number that begins at a digit or fraction.
 * @param unitEnd where the unit before this number ended, so that `5kg-10kg` is a range and `KG-200` a code
 */
export function readNumber(text: string, start: number, unitEnd: number): NumberToken {
  const first = readAtom(text, start) ?? { end: start + 1, value: '' };
  const values = [first.value];
  let end = first.end;
  let joiner: Joiner = 'none';
  let code = hasCodeBefore(text, start, unitEnd) || /^\d{9,}$/.test(text.slice(start, first.end));
  while (values.length < 8) {
    const joined = readJoiner(text, end);
    if (joined === undefined) break;
    const atom = isDigit(text.charCodeAt(joined.next)) ? readAtom(text, joined.next) : undefined;
    if (atom === undefined) break;
    // Two dashes: a date, a telephone number, an address.
    if (joined.joiner === 'dash' && joiner === 'dash') code = true;
    if (joiner === 'none' || joined.joiner === 'tilde' || joined.joiner === 'tolerance') joiner = joined.joiner;
    values.push(atom.value);
    end = atom.end;
  }
  if (text.charAt(end) === ':' && isDigit(text.charCodeAt(end + 1))) {
    code = true;
    while (end - start < longest && /[0-9:]/.test(text.charAt(end))) end += 1;
    // 10:30 pm
    const half = /^ ?[ap]\.?m\b\.?/i.exec(text.slice(end, end + 6));
    if (half) end += half[0].length;
  }
  const multiplied = code ? end : multiplierEnd(text, end);
  if (multiplied > end)
    [end, values[values.length - 1]] = [multiplied, multipliedValue(values[values.length - 1] ?? '', text.slice(end, multiplied))];
  const opened = /[(（]/.test(text.charAt(start - 1)) || (/[-−+±]/.test(text.charAt(start - 1)) && /[(（]/.test(text.charAt(start - 2)));
  const bracketed = opened && /[)）]/.test(text.charAt(end));
  return { start, end, after: bracketed ? end + 1 : end, values, joiner, bracketed, han: false, round: false, code };
}

function multipliedValue(value: string, multiplier: string): string {
  if (value === '' || value.includes('.')) return '';
  if (multiplier === '万') return `${value}0000`;
  return multiplier === '千' ? `${value}000` : '';
}

/** Reads a Chinese numeral; a closing 两 that counts no unit is left as the unit 两. */
export function readHanNumber(text: string, start: number, isName: (at: number) => boolean): NumberToken {
  let end = start;
  while (end - start < longest && isHanNumeral(text.charAt(end))) {
    // 二两一杯: 两 behind a digit counts a unit; 一万两千 goes on.
    const unit =
      text.charAt(end) === '两' && end > start && !(/[万亿千百零]/.test(text.charAt(end - 1)) && /[千百万]/.test(text.charAt(end + 1)));
    if (unit && !isName(end + 1)) break;
    end += 1;
  }
  const numeral = text.slice(start, end);
  if (/[多余来]/.test(text.charAt(end)) && isName(end + 1)) end += 1;
  const value = end - start === numeral.length ? (valueOfHan(numeral) ?? '') : '';
  return {
    start,
    end,
    after: end,
    values: [value],
    joiner: 'none',
    bracketed: false,
    han: true,
    round: isRoundNumeral(numeral),
    code: false,
  };
}
