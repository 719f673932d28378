/**
 * Walks once through a text and judges each number with its unit and each unit that stands alone. Every look around is bounded, so that the work
 * grows with the length of the text.
 */
import { isDigit, isLetter, isSpace, isUnitLetter, isWord } from './characters.ts';
import { numberWords } from './foreign-symbols.ts';
import { isHanNumeral } from './han-numeral.ts';
import { judgeLone } from './lone-symbol.ts';
import { judgeLoneName, judgeName, judgeSplitTemperature, judgeWeightWord, judgeYield } from './name-judgement.ts';
import { nameAt, startsName } from './foreign-names.ts';
import { isFraction, readHanNumber, readNumber, type NumberToken } from './number-token.ts';
import { Passage, type Work } from './passage.ts';
import { judgeInchMark } from './inch-mark.ts';
import type { Report } from './report.ts';
import { judgeSymbol, type Judged } from './symbol-judgement.ts';
import { addressEnd } from './address.ts';

const longestGap = 3;

/**
 * Reads `text` once from left to right and calls `report` for each finding, in the order of their places. `work` says what the document
 * allows.
 */
export function scan(text: string, work: Work, report: (found: Report) => void): void {
  const passage = new Passage(text, work);
  let at = 0;
  /** Where the last unit ended: a number right behind it is no code. */
  let unitEnd = -1;
  /** The word that was searched for the marks of an address ends here. */
  let wordRead = 0;
  /** Where the last code ended: M12×1.5-6g goes on behind it. */
  let codeEnd = -1;

  const take = (judged: Judged, fallback: number): number => {
    if (judged.report !== undefined) report(judged.report);
    if (judged.unit) unitEnd = judged.end;
    return Math.max(judged.end, fallback);
  };

  const afterNumber = (number: NumberToken): number => {
    let next = number.after;
    while (next - number.after < longestGap && isSpace(text.charCodeAt(next)) && text.charCodeAt(next) !== 9) next += 1;
    // 5-inch, 10-lb
    const hyphen = next === number.after && text.charAt(next) === '-' && isLetter(text.charCodeAt(next + 1));
    if (hyphen) next += 1;
    if (number.han) return take(judgeName(passage, number, next), number.end);
    if (isUnitLetter(text.charCodeAt(next))) {
      const judged = judgeSymbol({ passage, number, at: next });
      // What follows a hyphen and is no foreign unit is a code or a word.
      if (hyphen && judged.report?.rule === 'missing-space') return Math.max(judged.end, number.end);
      return take(judged, judged.unit ? number.end : skipLetters(next));
    }
    if (/["″”'′]/.test(text.charAt(next))) return take(judgeInchMark(passage, number, next), number.end);
    return startsUnitName(next) ? take(judgeName(passage, number, next), number.end) : number.end;
  };

  const startsUnitName = (place: number): boolean => startsName(text.charAt(place)) || /[毫厘分微米公]/.test(text.charAt(place));

  const skipLetters = (from: number): number => {
    let end = from;
    while (isWord(text.charCodeAt(end))) end += 1;
    work.steps += end - from;
    return end;
  };

  /** The rest of a code: letters, digits and what joins them. */
  const skipCode = (from: number): number => {
    let end = from;
    while (isWord(text.charCodeAt(end)) || (/[-./]/.test(text.charAt(end)) && isWord(text.charCodeAt(end + 1)))) end += 1;
    work.steps += end - from;
    return end;
  };

  const number = (start: number): number => {
    const found = readNumber(text, start, unitEnd);
    work.steps += found.end - start;
    const goesOn = codeEnd > 0 && start - 1 === codeEnd && /[×xX*+\-–]/.test(text.charAt(codeEnd));
    if (!found.code && !goesOn) return afterNumber(found);
    codeEnd = skipCode(found.end);
    return codeEnd;
  };

  const letters = (start: number): number => {
    const lone = judgeLone(passage, start);
    if (lone.unit) return take(lone, start + 1);
    // AC220V, DC12V
    if (/^[AaDd][Cc]\d/.test(text.slice(start, start + 3))) return start + 2;
    const end = skipLetters(start);
    if (isDigit(text.charCodeAt(end - 1))) codeEnd = end;
    const word = text.slice(start, Math.min(end, start + 12)).toLowerCase();
    if (
      (word === 'a' || word === 'an') &&
      /^ (?:gallons?|pints?|quarts?|pounds?|ounces?|acres?|inch|feet|foot|miles?|yards?)\b/.test(text.slice(end, end + 9))
    ) {
      return take(judgeArticle(passage, start, end), end);
    }
    if (!numberWords.has(word) || !/[ -]/.test(text.charAt(end)) || !isLetter(text.charCodeAt(end + 1))) return Math.max(end, start + 1);
    return take(judgeWordNumber(passage, start, end), end);
  };

  const han = (start: number, letter: string): number => {
    if (letter === '亩' && text.charAt(start + 1) === '产') return take(judgeYield(passage, start), start + 1);
    if ((letter === '摄' || letter === '华') && text.charAt(start + 1) === '氏')
      return take(judgeSplitTemperature(passage, start), start + 1);
    if (letter === '重' && text.charAt(start + 1) === '量') return take(judgeWeightWord(passage, start), start + 1);
    if (isHanNumeral(letter)) {
      const found = readHanNumber(text, start, (place) => nameAt(text, place) !== undefined);
      work.steps += found.end - start;
      if (letter === '两' && found.end === start + 1 && nameAt(text, found.end) === undefined)
        return take(judgeLoneName(passage, start), found.end);
      if (found.end > start) return startsName(text.charAt(found.end)) ? afterNumber(found) : found.end;
    }
    return startsName(letter) ? take(judgeLoneName(passage, start), start + 1) : start + 1;
  };

  while (at < text.length) {
    work.steps += 1;
    const code = text.charCodeAt(at);
    const isStart = isDigit(code) || isLetter(code);
    if (isStart && at >= wordRead) {
      const address = addressEnd(text, at);
      work.steps += address.searched - at;
      wordRead = address.searched;
      if (address.end > at) {
        at = address.end;
        continue;
      }
    }
    if (isDigit(code)) at = number(at);
    else if (isUnitLetter(code)) at = letters(at);
    else if (code < 0x80) at += 1;
    else if (isFraction(text.charAt(at))) at = number(at);
    else at = han(at, text.charAt(at));
  }
}

/** six inches, ten pounds, per gallon */
function judgeWordNumber(passage: Passage, start: number, end: number): Judged {
  const found: NumberToken = {
    start,
    end,
    after: end,
    values: [''],
    joiner: 'none',
    bracketed: false,
    han: false,
    round: false,
    code: false,
  };
  const judged = judgeSymbol({ passage, number: found, at: end + 1 });
  const word = passage.text.slice(end + 1, judged.end);
  const isName =
    judged.report?.rule === 'not-legal-unit' &&
    (/[a-z]{4}/i.test(word) || (/^(?:per|each)$/i.test(passage.text.slice(start, end)) && /^(?:lb|oz|gal|ft|yd|mi|hr|sec)s?$/.test(word)));
  return isName ? judged : { end, unit: false };
}

const proverb = /prevention|cure|flesh|truth|common sense|give|take|inch by|extra|gold|time|within|every/i;

/** half a pound, a gallon of milk; but not an ounce of prevention, nor to give an inch. */
function judgeArticle(passage: Passage, start: number, end: number): Judged {
  const none: Judged = { end, unit: false };
  const before = passage.before(start, 16);
  const half = /\b(?:half|quarter of) $/i.exec(before);
  const after = passage.after(end, 30);
  if (!half && !/^ (?:gallon|pint|quart|pound|ounce|acre) of /.test(after)) return none;
  if (proverb.test(before + after)) return none;
  const from = half ? start - half[0].trimStart().length : start;
  const found: NumberToken = {
    start: from,
    end,
    after: end,
    values: [half ? '0.5' : '1'],
    joiner: 'none',
    bracketed: false,
    han: false,
    round: false,
    code: false,
  };
  const judged = judgeSymbol({ passage, number: found, at: end + 1 });
  return judged.report?.rule === 'not-legal-unit' ? judged : none;
}
