/** What a procedure takes and answers. All values are exact decimals as text; nothing is rounded but where the regulation rounds. */
import type { Edition, Kind, Limits, Text, ValidityRule } from './edition.ts';
import type { Group, Readings } from './form.ts';

/** A value computed on the way, so that a third person can follow every step. */
export type ComputedValue = {
  /** Such as 'weighing.2.P': group, row counted from 1, symbol. */
  readonly id: string;
  readonly item: string;
  readonly symbol: string;
  readonly value: string;
  readonly unit: string;
};

export type Check = {
  readonly id: string;
  readonly item: string;
  /** The row on which it stands, 'weighing.2', or the group for a check of all its rows. */
  readonly row: string;
  /** What is compared, such as Ec. */
  readonly symbol: string;
  /** The clause of the regulation; null where it is not established. */
  readonly clause: string | null;
  readonly value: string;
  /** null: the number of the regulation is not known and was not entered. */
  readonly limit: string | null;
  /** The lower bound of 'between'. */
  readonly lower?: string;
  readonly unit: string;
  /**
   * within: −limit ≤ value ≤ limit; at-most: value ≤ limit; at-least: value ≥ limit; between: lower ≤ value ≤ limit;
   * stated: a person looked and stated 'ok', 'not-ok' or 'none' (the instrument does not have it).
   */
  readonly comparison: 'within' | 'at-most' | 'at-least' | 'between' | 'stated';
  /** undetermined: its limit is not known. */
  readonly verdict: 'pass' | 'fail' | 'undetermined';
  /** Whether every number of the regulation in this check was compared with the official text. */
  readonly confirmed: boolean;
};

/** Why there is no conclusion: the place in the input, a reason for machines, a sentence for people. */
export type InputError = { readonly path: string; readonly reason: string; readonly text: Text };

/** A reading that is allowed and odd: pointed out while the person can still look again, never changed. */
export type Oddity = { readonly path: string; readonly reason: 'copied-row' | 'far' | 'digits'; readonly text: Text };

/** What is issued: 检定证书, 检定结果通知书, or for an in-use inspection its record only. */
export type ResultDocument = 'verification-certificate' | 'notice-of-rejection' | 'inspection-record';

export type Calculation = {
  readonly procedure: string;
  readonly kind: Kind | null;
  readonly values: readonly ComputedValue[];
  readonly checks: readonly Check[];
  /** null exactly when there are errors: nothing is concluded from an incomplete record. */
  readonly conclusion: 'pass' | 'fail' | null;
  readonly document: ResultDocument | null;
  readonly confirmed: boolean;
  readonly errors: readonly InputError[];
};

/** What can already be said of an incomplete record; ids are those of the whole calculation, errors those of what is written. */
export type Progress = Pick<Calculation, 'values' | 'checks' | 'errors'>;

export type CalculationInput = {
  readonly kind: unknown;
  readonly instrument: unknown;
  readonly environment: unknown;
  readonly readings: unknown;
  /** Numbers that the edition does not know, as the institute entered them: path in the edition → decimal text. */
  readonly adopted?: Readonly<Record<string, string>>;
};

/** Where an instrument is tested: a load on a scale, a flow through a meter, a point of a range. */
export type Point = {
  readonly id: string;
  /** The group whose rows it fills. */
  readonly group: string;
  /** The columns that it gives. */
  readonly given: Readonly<Record<string, string>>;
  /** Whether a record without it is incomplete. */
  readonly mandatory: boolean;
  /** How many rows it has, for runs that are repeated. */
  readonly times: number;
  readonly reason: Text;
};

/**
 * The measurement model of one result as an uncertainty model file (`tongheng uncertainty FILE`), with what it is held against:
 * in verification U ≤ ⅓ MPE is asked of the method (JJF 1094-2002, 5.3.1.4), it never fails an instrument.
 */
export type Budget = {
  /** The check whose value it describes. */
  readonly check: string;
  readonly title: Text;
  readonly model: {
    readonly title: string;
    readonly outputs: Readonly<Record<string, string>>;
    readonly inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly constants?: Readonly<Record<string, number>>;
  };
  /** The limit of the check as a number, and its unit. */
  readonly limit: string | null;
  readonly unit: string;
};

/** An edition with its calculation; all functions are pure. */
export type Procedure<L extends Limits = Limits> = {
  readonly edition: Edition<L>;
  readonly calculate: (input: CalculationInput) => Calculation;
  /** For the sheet while it is being filled in; nothing is concluded from it. */
  readonly progress: (input: CalculationInput) => Progress;
  /** How each check came about, by its id; of whatever is complete. */
  readonly explain: (input: CalculationInput) => Readonly<Record<string, Text>>;
  readonly oddities: (input: CalculationInput) => readonly Oddity[];
  /** The groups that this instrument and kind need; all of the form when its parameters are refused. */
  readonly groups: (instrument: unknown, kind: Kind) => readonly Group[];
  /** The points for an instrument; none when its parameters are refused. */
  readonly points: (instrument: unknown, kind: Kind) => readonly Point[];
  /** A form with what is given filled in and the readings empty; undefined when the instrument's parameters are refused. */
  readonly prefill: (instrument: unknown, kind: Kind) => Readings | undefined;
  /** The unit of the sheet: the instrument's own, or the one chosen in the readings; empty where there is none yet. */
  readonly unit: (input: Pick<CalculationInput, 'instrument' | 'readings'>) => string;
  /** How long a verification of this instrument holds; undefined when its parameters are refused. */
  readonly validity: (instrument: unknown) => ValidityRule | undefined;
  /** Uncertainty budgets of the main results of a complete record; none for an incomplete one. */
  readonly budgets: (input: CalculationInput) => readonly Budget[];
};
