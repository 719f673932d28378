/** The form of a raw record, described so that any page can draw it: groups of fields, and of rows with columns. */
import type { Kind, Limit, Text } from './edition.ts';

export type Choice = { readonly value: string; readonly label: Text };

/** The steps in which a value can be read: `factor` times a step of the instrument such as e or d, or times the unit itself. */
export type Resolution = { readonly factor: string; readonly of: string };

/** What a value may not go beyond, the bounds included, because the regulation says so (an environment) or nature does. */
export type Bounds = { readonly least?: Limit; readonly most?: Limit };

export type Field = {
  readonly id: string;
  /** The letter of the regulation's formulas, such as I or ΔL. */
  readonly symbol?: string;
  readonly label: Text;
  readonly help: Text;
  readonly kind: 'decimal' | 'choice' | 'text' | 'mass';
  /** A unit; 'sheet': the unit chosen once for all readings, or given by the instrument; null: none. A 'mass' carries its own, as in '15 kg'. */
  readonly unit: string | null;
  readonly resolution: Resolution | null;
  readonly bounds?: Bounds;
  readonly choices?: readonly Choice[];
  /** The kinds of verification that cannot be concluded without it. */
  readonly required: readonly Kind[];
  /** The column that its reading must be near to, such as the load on a scale: a far one is pointed out. */
  readonly near?: string;
};

/** A value that the procedure computes on a row and that the sheet shows beside the readings. */
export type ComputedColumn = { readonly symbol: string; readonly label: Text };

/** One block of the form. Its record is `{ [field]: text, rows: [{ [column]: text }] }`; `rows` stands only where there are columns. */
export type Group = {
  readonly id: string;
  readonly title: Text;
  readonly help: Text;
  readonly fields: readonly Field[];
  readonly columns: readonly Field[];
  /** How many rows there are at least and at most; null: the group has no rows. */
  readonly rows: { readonly least: number; readonly most: number } | null;
  readonly computed: readonly ComputedColumn[];
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
