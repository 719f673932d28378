/** Judges what stands after a number in letters: a legal symbol well or badly written, a foreign unit, or a word that is no unit. */
import { verdictOf, spokenOf, type Verdict } from './allowance.ts';
import { isDigit, isHan, isLetter, isWord } from './characters.ts';
import { suggestConversion, valuesOf } from './conversion.ts';
import { foreignPhrases, foreignSymbols, type ForeignUnit } from './foreign-symbols.ts';
import { isLegal, normalised } from './legal-symbols.ts';
import type { NumberToken } from './number-token.ts';
import type { Passage } from './passage.ts';
import { prefixAlone } from './prefix-alone.ts';
import { jointOf, quantityText } from './quantity-text.ts';
import { messageOf, type Report } from './report.ts';
import type { RuleId } from './rules.ts';
import { misspelling } from './symbol-case.ts';
import type { Topic } from './topics.ts';
import { readUnitRun, wordEnd, type Factor } from './unit-run.ts';
import { followedBy, isExcused, isHexadecimal, isInchWord, isNamed, lacksSpace } from './word-sense.ts';

/** `end`: where reading goes on; `legalEnd`: where a legal symbol ended. */
export type Judged = { readonly end: number; readonly report?: Report; readonly unit: boolean };

type Evaluated = {
  readonly end: number;
  readonly canonical: string;
  readonly written: string;
  readonly rule?: RuleId;
  readonly foreign?: ForeignUnit;
};

const dotted = new Set('N·m N·cm N·mm kN·m mN·m kW·h W·h W·s V·A kV·A A·h mA·h Pa·s mPa·s J·s kg·m lx·s lx·h lm·s m·K MPa·s'.split(' '));

const factorText = ({ letters, exponent }: Factor): string => normalised(letters) + exponent;

/** Whether a foreign word counts in this passage. */
function isMeant(unit: ForeignUnit, passage: Passage, from: number, to: number): boolean {
  return unit.when === undefined || passage.speaksWith(unit.when, from, to, 50, 40);
}

function joined(factors: readonly Factor[]): string {
  return factors.map((factor) => factor.joint + factorText(factor)).join('');
}

/** The factors that belong together, what they should be, and the first rule they break. */
function evaluate(passage: Passage, factors: readonly Factor[], from: number): Evaluated | undefined {
  const [first] = factors;
  if (first === undefined) return undefined;
  for (let count = Math.min(3, factors.length); count >= 2; count -= 1) {
    const written = joined(factors.slice(0, count));
    const unit = foreignSymbols.get(written);
    const end = factors[count - 1]?.end ?? first.end;
    if (unit !== undefined) return { end, canonical: unit.to, written, rule: 'not-legal-unit', foreign: unit };
  }
  let canonical = '';
  let written = '';
  let rule: RuleId | undefined;
  let foreign: ForeignUnit | undefined;
  let end = first.end;
  let slashes = 0;
  let used = 0;
  let sameSize = true;
  const breaks = (id: RuleId): void => {
    if (rule === undefined || id === 'not-legal-unit') rule = id;
  };
  for (const [index, factor] of factors.entries()) {
    const meant = meaningOf(passage, factor, factors.length === 1 && factor.exponent === '', from);
    if (meant === undefined) break;
    const mark = factor.joint;
    if (mark === '.' || mark === '-' || mark === '*') {
      const last = canonical.slice(canonical.lastIndexOf('/') + 1);
      if (!dotted.has(`${last}·${meant.symbol}`)) break;
      breaks('product-dot');
    }
    if (mark === '/') slashes += 1;
    if (slashes > 1) breaks('double-solidus');
    canonical += (index === 0 ? '' : mark === '/' ? '/' : '·') + meant.symbol;
    written += (index === 0 ? '' : mark) + factor.letters + factor.exponent;
    end = factor.end;
    if (meant.rule !== undefined) breaks(meant.rule);
    if (meant.foreign !== undefined) {
      // km/hr is 1 km/h; lb/in² is converted by nobody's head.
      sameSize = sameSize && meant.foreign.factor === '1';
      foreign = meant.foreign;
    }
    used += 1;
  }
  if (canonical === '') return undefined;
  if (passage.text.charAt(end - 1) === ')' && canonical.includes('/') && canonical.includes('·'))
    canonical = canonical.replace('/', '/(') + ')';
  const compound: ForeignUnit = { name: written, to: canonical, ...(sameSize ? { factor: '1' } : {}) };
  return {
    end,
    canonical,
    written,
    ...(rule === undefined ? {} : { rule }),
    ...(foreign === undefined ? {} : { foreign: used === 1 && first.exponent === '' ? foreign : compound }),
  };
}

type Meaning = { readonly symbol: string; readonly rule?: RuleId; readonly foreign?: ForeignUnit };

function meaningOf(passage: Passage, factor: Factor, alone: boolean, from: number): Meaning | undefined {
  const symbol = normalised(factor.letters);
  const power = factor.exponent;
  // 17D2, v3, R2: a letter and a digit are a code; only metres are written so.
  if (factor.plain && symbol.length === 1 && !/[mM]/.test(symbol) && factor.joint === '') return undefined;
  const unit = foreignSymbols.get(symbol);
  if (unit !== undefined && power !== '' && !/^(?:in|inch|ft|feet|yd|mi)$/.test(symbol)) return undefined;
  if (unit !== undefined && (alone || !/^(?:in|at|R|P|G|D|PS|ps|mi|ct)$/.test(symbol)) && isMeant(unit, passage, from, factor.end)) {
    return { symbol: unit.to + power, rule: 'not-legal-unit', foreign: unit };
  }
  const wrong = misspelling(factor.letters, alone);
  if (wrong !== undefined) {
    // A capital M is a metre only right beside the word for a length: 3M is also a maker, 10M a size of data.
    const [before, after] = symbol === 'M' || symbol === 'G' ? [10, 3] : [30, 15];
    const speaks = (topic: Topic): boolean => passage.speaksWith(topic, from, factor.end, before, after);
    if (wrong.when !== undefined && !wrong.when.some(speaks)) return isLegal(symbol) ? { symbol: symbol + power } : undefined;
    if (wrong.unless?.some(speaks)) return undefined;
    return { symbol: wrong.symbol + power, rule: wrong.rule };
  }
  if (symbol === 'r') return { symbol: 'r' + power };
  return isLegal(symbol) ? { symbol: symbol + power } : undefined;
}

/** 5 g. and more text behind it, or a Chinese line that ends so. */
function hasFullStop(passage: Passage, end: number): boolean {
  const { text } = passage;
  if (text.charAt(end) !== '.' || isDigit(text.charCodeAt(end + 1)) || text.charAt(end + 1) === '.') return false;
  const after = passage.after(end + 1, 3);
  if (/^ ?[a-z,;)），；、。]/.test(after)) return true;
  const [first = ''] = after.trim();
  if (first !== '' && !isHan(first.charCodeAt(0))) return false;
  const line = passage.before(end, 80);
  if (!/[\u4e00-\u9fff]/.test(line)) {
    return first === '' && /^\W*(?:net|gross|weight|contents?|volume|dosage|size|length)\b[^.]{0,30}$/i.test(line);
  }
  // Some Chinese texts end their sentences with a point; then it may be one.
  const whole = line + passage.after(end + 1, 80);
  return !/[\u4e00-\u9fff）)]\./.test(whole) && (first !== '' || (line.length < 40 && !line.includes('。')));
}

/** km/小时: a symbol and the name of a unit in one compound (GB 3100-1993, 6.4). */
const mixed = /^[/／](?:小时|分钟|秒|升|千克|公斤|平方米|立方米|米|毫升)/;

const isLengthSymbol = (symbol: string): boolean => /^(?:k|d|c|m|μ|n)?m$/.test(symbol);

/** What is wrong with the way numbers and a rightly written symbol stand together. */
function formRule(
  passage: Passage,
  number: NumberToken,
  at: number,
  found: Evaluated,
): { readonly rule: RuleId; readonly severity: 'error' | 'advice' } | undefined {
  const { joiner, bracketed, values } = number;
  if (!bracketed && values.length > 1) {
    if (joiner === 'tilde') return { rule: 'range-unit', severity: 'error' };
    if (
      joiner === 'times' &&
      isLengthSymbol(found.canonical) &&
      !/接力|往返|折返|组|relay|sets?\b|repeat/i.test(passage.before(number.start, 20) + passage.after(found.end, 12))
    ) {
      return { rule: 'product-unit', severity: 'error' };
    }
    if (joiner === 'tolerance') return { rule: 'tolerance-unit', severity: 'advice' };
    if (joiner === 'dash' && values.length === 2) return { rule: 'range-unit', severity: 'advice' };
  }
  if (!/[bB]$|it$/.test(found.canonical) && hasFullStop(passage, found.end) && isLetter(passage.text.charCodeAt(found.end - 1)))
    return { rule: 'unit-full-stop', severity: 'error' };
  if (mixed.test(passage.after(found.end, 5))) return { rule: 'mixed-symbol', severity: 'advice' };
  return lacksSpace(passage, number, at, found.end) ? { rule: 'missing-space', severity: 'advice' } : undefined;
}

/** The foreign unit in words of several parts that begins at a place. */
function phraseAt(text: string, at: number): { readonly unit: ForeignUnit; readonly end: number } | undefined {
  const list = foreignPhrases.get(text.slice(at, wordEnd(text, at)));
  const found = list?.find((phrase) => text.startsWith(phrase.text, at) && !isWord(text.charCodeAt(at + phrase.text.length)));
  return found === undefined ? undefined : { unit: found.unit, end: at + found.text.length };
}

export type Place = {
  readonly passage: Passage;
  /** Absent where the unit stands alone, as at the head of a column. */
  readonly number?: NumberToken;
  /** Where the unit begins. */
  readonly at: number;
};

function foreignReport({ passage, number, at }: Place, unit: ForeignUnit, end: number): Judged {
  const from = number === undefined ? at : startOf(number);
  const value = number?.values[number.values.length - 1];
  if (number !== undefined && isExcused(passage, number, at, end, unit)) return { end, unit: false };
  const verdict = verdictOf(unit, passage, from, end, value);
  if (verdict === undefined) return { end, unit: true };
  const suggestion =
    number === undefined ? unit.to : suggestConversion(valuesOf(number.values, number.joiner), jointOf(number.joiner), unit.name, unit);
  return {
    end,
    unit: true,
    report: {
      from,
      to: end,
      rule: 'not-legal-unit',
      severity: verdict,
      suggestion,
      message: messageOf('not-legal-unit', unit.name, unit.to),
    },
  };
}

/** A bracket that belongs to the number belongs to the finding. */
export const startOf = ({ start, bracketed }: NumberToken): number => (bracketed ? start - 1 : start);

function symbolReport({ passage, number, at }: Place, found: Evaluated, rule: RuleId, severity: 'error' | 'advice'): Judged {
  const from = number === undefined ? at : startOf(number);
  const verdict: Verdict = spokenOf(passage, from, found.end);
  if (verdict === undefined) return { end: found.end, unit: true };
  const canonical =
    rule === 'unit-case' && found.canonical === 'N·m' && /^NM$/.test(found.written) ? senseOfNm(passage, from, found.end) : found.canonical;
  const raw = number === undefined ? '' : passage.text.slice(from, number.after);
  const suggestion = number === undefined ? canonical : quantityText(raw, number, canonical, isLengthSymbol(canonical));
  const end = rule === 'unit-full-stop' ? found.end + 1 : found.end;
  return {
    end,
    unit: true,
    report: {
      from,
      to: end,
      rule,
      severity: verdict === 'advice' ? 'advice' : severity,
      suggestion,
      message: messageOf(rule, found.written, canonical === found.written ? '' : canonical),
    },
  };
}

/** NM is written for torque, for wavelengths and at sea. */
function senseOfNm(passage: Passage, from: number, to: number): string {
  if (passage.speaks('wave', from, to, 40)) return 'nm';
  return passage.speaks('navigation', from, to, 40) ? 'n mile' : 'N·m';
}

/** Judges the letters at a place. @returns end equal to `at` where no unit stands there */
export function judgeSymbol(place: Place): Judged {
  const { passage, number, at } = place;
  const { text } = passage;
  const phrase = phraseAt(text, at);
  if (phrase !== undefined) return foreignReport(place, phrase.unit, phrase.end);
  const from = number?.start ?? at;
  const alonePrefix = number === undefined ? undefined : prefixAlone(passage, number, at);
  if (alonePrefix !== undefined) {
    const { end, meant, doubtful } = alonePrefix;
    const spoken = spokenOf(passage, from, end);
    const verdict = spoken !== undefined && doubtful ? 'advice' : spoken;
    const written = text.slice(at, end);
    const report: Report | undefined =
      verdict === undefined
        ? undefined
        : {
            from,
            to: end,
            rule: 'prefix-alone',
            severity: verdict,
            suggestion: `${text.slice(from, number?.after ?? at)} ${meant}`,
            message: messageOf('prefix-alone', written, meant),
          };
    return { end, unit: true, ...(report === undefined ? {} : { report }) };
  }
  const factors = readUnitRun(text, at);
  const found = evaluate(passage, factors, from);
  if (found === undefined) {
    return { end: at, unit: false };
  }
  if (found.foreign !== undefined) {
    const name = text.slice(at, wordEnd(text, at));
    if (number !== undefined && /^in$/i.test(name) && !isInchWord(passage, number, at)) return { end: found.end, unit: false };
    if (number !== undefined && (isHexadecimal(passage, number, at, found.end) || isNamed(passage, number, at, found.end)))
      return { end: found.end, unit: false };
    return foreignReport(place, found.foreign, found.end);
  }
  if (followedBy(text, found.end)) return { end: found.end, unit: false };
  if (number !== undefined && found.rule !== undefined && isHexadecimal(passage, number, at, found.end))
    return { end: found.end, unit: false };
  if (number !== undefined && isNamed(passage, number, at, found.end)) return { end: found.end, unit: false };
  if (found.rule !== undefined) return symbolReport(place, found, found.rule, found.rule === 'double-solidus' ? 'advice' : 'error');
  if (number !== undefined) {
    const form = formRule(passage, number, at, found);
    if (form !== undefined) return symbolReport(place, found, form.rule, form.severity);
  }
  return { end: found.end, unit: true };
}
