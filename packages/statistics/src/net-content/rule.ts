/** What an inspection rule of prepackaged goods consists of, as data with its provenance. */
import type { Text } from './quantity-unit.ts';

/** H: certain, from own knowledge or two sources; M: probable; L: weak. */
export type Confidence = 'H' | 'M' | 'L';

/** Where figures were read. `confirmed` means compared with the official text by a person. */
export type Provenance = { readonly source: Text; readonly confidence: Confidence; readonly confirmed: boolean };

/** One line of a sampling plan. Lots from..to, both included; null: no upper end. n 'all': every unit is inspected, without a test of the mean. */
export type PlanLine = {
  readonly from: number;
  readonly to: number | null;
  readonly n: number | 'all';
  readonly lambda: string | null;
  readonly t1: number;
  readonly t2: number;
};

/** A band of nominal quantities with the tolerable deficiency as a percentage, or as an amount in the unit of the table. */
export type DeficiencyBand = { readonly upTo: string | null } & (
  | { readonly percent: string; readonly amount?: never }
  | { readonly amount: string; readonly percent?: never }
);

/** How far a tolerable deficiency is rounded: the interval up to and above a nominal quantity. */
export type RoundingSteps = { readonly upTo: string; readonly interval: string; readonly above: string };

export type DeficiencyTable = {
  /** The unit of the bands: g, mL, m, cm², pieces. */
  readonly bands: readonly DeficiencyBand[];
  readonly rounding: RoundingSteps | null;
  readonly clause: Text;
  readonly provenance: Provenance;
};

export type RoundingDirection = 'half-even' | 'up';

export type NetContentRule = {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  /** First and last day in force; null: not known or open. */
  readonly inForce: { readonly from: string | null; readonly to: string | null };
  /** A later edition that stands beside it; from null: the day is not known. */
  readonly followedBy: { readonly number: string; readonly from: string | null; readonly note: Text } | null;
  /** null: its sampling table has not been confirmed, so nothing can be decided by it. */
  readonly plan: { readonly lines: readonly PlanLine[]; readonly clause: Text; readonly provenance: Provenance } | null;
  /** Percentages are rounded to the steps of the table in this direction. */
  readonly rounding: { readonly direction: RoundingDirection; readonly provenance: Provenance };
  /** Whether the label is judged by the Chinese Measures. */
  readonly hasLabelRules: boolean;
  readonly provenance: Provenance;
};
