/**
 * The effects of one standard on one record as a compact text that is kept beside the record: about fifty characters a check, read again
 * without the readings. Version 1: a line with the version, the usual unit and the checks that failed and do not move, then a line for each check that moves,
 *   check|symbol|value|limit|lower|comparison|verdict|unit|U|at:sensitivity:unit:per:reference:unit of it:condition;…
 * and for each of which it is not known `?check|symbol|verdict|reason in Chinese|reason in English`. Empty parts at the end are
 * left out; a `?` before the place says that it counts only where the standard covers it.
 */
import type { Check } from './calculation.ts';
import type { CheckEffect, EffectTerm, NoEffect, RoleEffects, UnknownEffect } from './effect.ts';

/** What is read back: of the checks that do not move only those that failed are kept, since a failure that stands keeps the conclusion. */
export type KeptEffects = Pick<RoleEffects, 'moved' | 'unknown'> & { readonly failed: readonly string[] };

const version = '1';

const comparisons = { within: 'w', 'at-most': 'm', 'at-least': 'l', between: 'b', stated: 's' } as const;
const verdicts = { pass: 'p', fail: 'f', undetermined: 'u' } as const;
const comparisonOf = new Map<string, Check['comparison']>(
  Object.entries(comparisons).map(([word, sign]) => [sign, word as Check['comparison']]),
);
const verdictOf = new Map<string, Check['verdict']>(Object.entries(verdicts).map(([word, sign]) => [sign, word as Check['verdict']]));

const separators = /[|:;\n%]/g;
const needsCode = /[|:;\n%]/;
const codes: Readonly<Record<string, string>> = { '|': '%7C', ':': '%3A', ';': '%3B', '\n': '%0A', '%': '%25' };
const code = (text: string): string => (needsCode.test(text) ? text.replace(separators, (sign) => codes[sign] ?? sign) : text);
const decode = (text: string): string => {
  if (!text.includes('%')) return text;
  return Object.entries(codes)
    .filter(([sign]) => sign !== '%')
    .reduce((read, [sign, written]) => read.split(written).join(sign), text)
    .split('%25')
    .join('%');
};

const join = (parts: readonly string[], separator: string): string => {
  let last = parts.length;
  while (last > 0 && parts[last - 1] === '') last -= 1;
  return parts.slice(0, last).join(separator);
};

function printTerm({ at, sensitivity, unit, per, reference, referenceUnit, condition, ifCovered }: EffectTerm, own: string): string {
  return join(
    [
      `${ifCovered ? '?' : ''}${code(at)}`,
      sensitivity,
      unit === own ? '' : code(unit),
      per === unit ? '' : code(per),
      reference === at ? '' : code(reference === '' ? '-' : reference),
      referenceUnit === unit ? '' : code(referenceUnit === '' ? '-' : referenceUnit),
      code(condition),
    ],
    ':',
  );
}

const hasFailed = ({ verdict }: NoEffect): boolean => verdict === 'fail';

/** The text of the effects of one role. @example printEffects(effects).split('\n')[1] // 'weighing.2|Ec|0.5|2.5||w|p|||2500:1' */
export function printEffects({ moved, unknown, unmoved }: Pick<RoleEffects, 'moved' | 'unknown' | 'unmoved'>): string {
  const usual = moved[0]?.unit ?? '';
  const failed = unmoved.filter(hasFailed).map(({ check }) => code(check));
  let text = join([version, code(usual), failed.join(';')], '|');
  for (const { check, symbol, value, limit, lower = '', comparison, verdict, unit, terms, U = '' } of moved)
    text += `\n${code(check)}|${code(symbol)}|${value}|${limit ?? ''}|${lower}|${comparisons[comparison]}|${verdicts[verdict]}|${
      unit === usual ? '' : code(unit === '' ? '-' : unit)
    }|${U}|${terms.map((term) => printTerm(term, unit)).join(';')}`;
  for (const { check, symbol, verdict, reason } of unknown)
    text += `\n?${code(check)}|${code(symbol)}|${verdicts[verdict]}|${code(reason[0])}|${code(reason[1])}`;
  return text;
}

/** What stands for an empty part, `-` for one that is empty itself. */
const partOf = (written: string | undefined, usual: string): string =>
  written === undefined || written === '' ? usual : written === '-' ? '' : decode(written);

function readTerm(text: string, own: string): EffectTerm {
  const [at = '', sensitivity = '0', writtenUnit, per, reference, referenceUnit, condition = ''] = text.split(':');
  const ifCovered = at.startsWith('?');
  const unit = partOf(writtenUnit, own);
  const place = decode(ifCovered ? at.slice(1) : at);
  return {
    at: place,
    unit,
    sensitivity,
    per: per === undefined || per === '' ? unit : decode(per),
    reference: partOf(reference, place),
    referenceUnit: partOf(referenceUnit, unit),
    condition: decode(condition),
    ifCovered,
  };
}

/** The effects that `printEffects` wrote. Throws RangeError for a text of another version. */
export function readEffects(text: string): KeptEffects {
  const [head = '', ...lines] = text.split('\n');
  const [found, usualCode = '', failed = ''] = head.split('|');
  if (found !== version) throw new RangeError(`effects of version "${found ?? ''}" cannot be read`);
  const usual = decode(usualCode);
  const moved: CheckEffect[] = [];
  const unknown: UnknownEffect[] = [];
  for (const line of lines) {
    if (line.startsWith('?')) {
      const [check = '', symbol = '', verdict = '', zh = '', en = ''] = line.slice(1).split('|');
      const reason = [decode(zh), decode(en)] as const;
      unknown.push({ check: decode(check), symbol: decode(symbol), verdict: verdictOf.get(verdict) ?? 'undetermined', reason });
      continue;
    }
    const [check = '', symbol = '', value = '', limit = '', lower = '', comparison = '', verdict = '', writtenUnit, U = '', terms = ''] =
      line.split('|');
    const unit = partOf(writtenUnit, usual);
    const effect: { -readonly [Name in keyof CheckEffect]: CheckEffect[Name] } = {
      check: decode(check),
      symbol: decode(symbol),
      value,
      limit: limit === '' ? null : limit,
      comparison: comparisonOf.get(comparison) ?? 'within',
      unit,
      verdict: verdictOf.get(verdict) ?? 'undetermined',
      terms: terms === '' ? [] : terms.split(';').map((one) => readTerm(one, unit)),
    };
    if (lower !== '') effect.lower = lower;
    if (U !== '') effect.U = U;
    moved.push(effect);
  }
  return { moved, unknown, failed: failed === '' ? [] : failed.split(';').map(decode) };
}
