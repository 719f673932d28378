/** How an edition writes down a number with where it was taken from. Nothing of this program counts as confirmed. */
import type { Clause, Confidence, Kind, Sourced, TestItem, Text, Unknown } from './edition.ts';
import { kinds } from './edition.ts';

/** A value with its source. @example sourced('0.30', 'a vendor digest of JJG 443-2023', 'found').confirmed // false */
export const sourced = <Value>(value: Value, source: string, confidence: Confidence): Sourced<Value> => ({
  value,
  source,
  confidence,
  confirmed: false,
});

/**
 * The place of a number that is not known. It is entered, with its clause, by the institute that adopts the edition.
 * @param unit of the number that is to be entered; null for a plain number
 */
export const unknown = (label: Text, unit: string | null, source: string): Unknown => ({
  ...sourced(null, source, 'unknown'),
  label,
  unit,
});

const noClause: Clause = sourced(null, 'the official text was not at hand', 'unknown');

/**
 * A test item that all kinds of verification contain, because the table of items by kind was not found: too strict rather than too lax.
 * With `required` it names the kinds, with `clause` the clause number.
 */
export const testItem = (id: string, title: Text, known: { clause?: Clause; required?: Sourced<readonly Kind[]> } = {}): TestItem => ({
  id,
  title,
  clause: known.clause ?? noClause,
  required:
    known.required ??
    sourced<readonly Kind[]>(kinds, 'the table of items by kind was not found; all are required until it is confirmed', 'low'),
});
