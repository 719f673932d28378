/** Reads the compound of unit symbols that begins at a place: kg/m³, N·m, W/(m·K), mL/min, and badly joined ones such as N.m. */
import { isDigit, isLetter, isSuperscript, isUnitLetter, isWord } from './characters.ts';

export type Factor = {
  /** Letters as they are written. */
  readonly letters: string;
  /** What joins it to the factor before: '', '/', '·', '.', '-', '*', ' '. */
  readonly joint: string;
  readonly exponent: string;
  /** The exponent is a plain digit, as in m3. */
  readonly plain: boolean;
  readonly start: number;
  readonly end: number;
};

const longestSymbol = 12;

function lettersEnd(text: string, at: number): number {
  let end = at;
  while (end - at <= longestSymbol && isUnitLetter(text.charCodeAt(end))) end += 1;
  return end;
}

/** ², ^2, -1, 3: at most one digit, and no word behind it. */
function exponentEnd(text: string, at: number): number {
  let end = at;
  while (end - at < 3 && isSuperscript(text.charAt(end))) end += 1;
  if (end > at) return end;
  if (text.charAt(end) === '^') end += 1;
  if (text.charAt(end) === '-' || text.charAt(end) === '−') end += 1;
  const digit = text.charAt(end);
  const ends =
    /[1-4]/.test(digit) && !isWord(text.charCodeAt(end + 1)) && !(text.charAt(end + 1) === '.' && isDigit(text.charCodeAt(end + 2)));
  return ends ? end + 1 : at;
}

const exponentOf = (text: string): string =>
  text
    .replace(/^\^/, '')
    .replace(/[-−]/, '⁻')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));

/** (A), （A） after dB. */
const weighting = /^[(（][ACZ][)）]/;

/**
 * The factors from `at` on, or none where no symbol begins there; a word longer than a symbol, or one with digits behind it, is none.
 */
export function readUnitRun(text: string, at: number): readonly Factor[] {
  const factors: Factor[] = [];
  let start = at;
  let joint = '';
  let bracket = false;
  while (factors.length < 6) {
    let end = lettersEnd(text, start);
    if (end === start || end - start > longestSymbol) break;
    const letters = text.slice(start, end);
    if (/^dB$/i.test(letters) && weighting.test(text.slice(end, end + 3))) end += 3;
    const last = exponentEnd(text, end);
    const exponent = exponentOf(text.slice(end, last));
    // H₂O and the like are formulas.
    if (/[₀-₉]/.test(text.charAt(last))) break;
    if (isWord(text.charCodeAt(last)) && last === end) break;
    if (last > end && isWord(text.charCodeAt(last))) break;
    end = last;
    const plain = /^[-−]?\d$/.test(text.slice(last - exponent.length, last));
    factors.push({ letters, joint, exponent, plain, start, end });
    const next = nextFactor(text, end, bracket);
    if (bracket && next === undefined && /[)）]/.test(text.charAt(end))) {
      factors[factors.length - 1] = { letters, joint, exponent, plain, start, end: end + 1 };
      break;
    }
    if (next === undefined) break;
    [start, joint] = [next.start, next.joint];
    bracket = bracket || next.bracket;
  }
  return factors;
}

function nextFactor(
  text: string,
  end: number,
  bracket: boolean,
): { readonly start: number; readonly joint: string; readonly bracket: boolean } | undefined {
  const mark = text.charAt(end);
  if (mark === '/' && !bracket) {
    if (/[(（]/.test(text.charAt(end + 1)) && isUnitLetter(text.charCodeAt(end + 2))) return { start: end + 2, joint: '/', bracket: true };
    return isUnitLetter(text.charCodeAt(end + 1)) ? { start: end + 1, joint: '/', bracket } : undefined;
  }
  if (mark !== '' && '·⋅•∙.-*‧'.includes(mark) && isUnitLetter(text.charCodeAt(end + 1))) {
    return { start: end + 1, joint: '·⋅•∙‧'.includes(mark) ? '·' : mark, bracket };
  }
  return undefined;
}

/** The end of the word of letters at a place. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(text.charCodeAt(end))) end += 1;
  return end;
}
