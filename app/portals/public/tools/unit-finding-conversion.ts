import type { Finding } from '@tongheng/quantity/linter/finding';
import { addressOf, blankEntry, type Entry } from './unit-entry.ts';
import { readConversion } from './unit-reading.ts';

/** Words for which the conversion wants a symbol. */
const symbols: readonly (readonly [words: RegExp, symbol: string])[] = [
  [/^inch(?:es)?$/i, 'in'],
  [/^(?:foot|feet)$/i, 'ft'],
  [/^(?:yards?|yds)$/i, 'yd'],
  [/^miles?$/i, 'mi'],
  [/^(?:pounds?|lbs)$/i, 'lb'],
  [/^ounces?$/i, 'oz'],
  [/^acres?$/i, 'acre'],
];

/** The address of the conversion that a finding asks for; null where it is not one of values, or where only the name of the unit changes. */
export function conversionOf({ rule, text, suggestion }: Finding): string | null {
  const [, value, written = ''] = /^([+-]?\d+(?:\.\d+)?)[\s-]*(\D.*)$/s.exec(text) ?? [];
  const [, target] = /^(?:[+-]?[\d.]+(?:e[+-]?\d+)?\s)?([A-Za-zμΩ°℃][^\s(（]*)/.exec(suggestion) ?? [];
  if (rule !== 'not-legal-unit' || value === undefined || target === undefined) return null;
  const unit = symbols.find(([words]) => words.test(written.trim()))?.[1] ?? written.trim();
  const entry: Entry = { ...blankEntry, part: 'convert', value, unit, target };
  const { answer } = readConversion(entry);
  return answer === null || answer.value === value ? null : addressOf(entry);
}
