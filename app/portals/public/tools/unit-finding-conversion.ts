import type { Finding } from '@tongheng/quantity/linter/finding';
import { addressOf, blankEntry } from './unit-entry.ts';

/** The address of the conversion that a finding asks for, or null where it is not one of values. */
export function conversionOf({ rule, text, suggestion }: Finding): string | null {
  const [, value, unit] = /^([+-]?\d+(?:\.\d+)?)[\s-]*(\D.*)$/s.exec(text) ?? [];
  const [, target] = /^(?:[+-]?[\d.]+(?:e[+-]?\d+)?\s)?([A-Za-zμΩ°℃][^\s(（]*)/.exec(suggestion) ?? [];
  if (rule !== 'not-legal-unit' || value === undefined || unit === undefined || target === undefined) return null;
  return addressOf({ ...blankEntry, part: 'convert', value, unit: unit.trim(), target });
}
