/** The form of a raw record, described so that any page can draw it: groups of fields, and of rows with columns. */
import type { Kind, Text } from './edition.ts';

export type Choice = { readonly value: string; readonly label: Text };

/** The steps in which a value can be read: a factor of the instrument's e or d, or of the unit itself. */
export type Resolution = { readonly factor: string; readonly of: 'e' | 'd' | 'unit' };

export type Field = {
  readonly id: string;
  /** The letter of the regulation's formulas, such as I or ΔL. */
  readonly symbol?: string;
  readonly label: Text;
  readonly help: Text;
  readonly kind: 'decimal' | 'choice' | 'text' | 'mass';
  /** A unit; 'sheet': the unit chosen once for all readings; null: none. A 'mass' carries its own unit, as in '15 kg'. */
  readonly unit: string | null;
  readonly resolution: Resolution | null;
  readonly choices?: readonly Choice[];
  /** The kinds of verification that cannot be concluded without it. */
  readonly required: readonly Kind[];
};

/** One block of the form. Its record is `{ [field]: text, rows: [{ [column]: text }] }`; `rows` stands only where there are columns. */
export type Group = {
  readonly id: string;
  readonly title: Text;
  readonly help: Text;
  readonly fields: readonly Field[];
  readonly columns: readonly Field[];
  /** How many rows there are at least and at most; null: the group has no rows. */
  readonly rows: { readonly least: number; readonly most: number } | null;
};

export type Form = {
  readonly instrument: Group;
  readonly environment: Group;
  readonly readings: readonly Group[];
};

/** What was written into a group. An empty text is a value that was not written, never zero. */
export type GroupRecord = { readonly [field: string]: string | readonly RowRecord[] | undefined };
export type RowRecord = { readonly [column: string]: string | undefined };
/** The readings of a verification by group. */
export type Readings = { readonly [group: string]: GroupRecord | undefined };
