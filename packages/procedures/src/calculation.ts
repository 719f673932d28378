/** What a procedure answers. All values are exact decimals as text; nothing is rounded. */
import type { Edition, Kind, Limits, Text } from './edition.ts';
import type { Readings } from './form.ts';

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
  /** The clause of the regulation; null where it is not established. */
  readonly clause: string | null;
  readonly value: string;
  readonly limit: string;
  readonly unit: string;
  /** within: −limit ≤ value ≤ limit; at-most: value ≤ limit; at-least: value ≥ limit. */
  readonly comparison: 'within' | 'at-most' | 'at-least';
  readonly verdict: 'pass' | 'fail';
  /** Whether every number of the regulation in this check was compared with the official text. */
  readonly confirmed: boolean;
  readonly explanation: Text;
};

/** Why there is no conclusion: the place in the input, a reason for machines, a sentence for people. */
export type InputError = { readonly path: string; readonly reason: string; readonly text: Text };

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

/** What can already be said of an incomplete record; the ids are those of the whole calculation. */
export type Progress = Pick<Calculation, 'values' | 'checks'>;

export type CalculationInput = {
  readonly kind: unknown;
  readonly instrument: unknown;
  readonly environment: unknown;
  readonly readings: unknown;
};

/** A load at which a scale is weighed, or the like for other instruments. */
export type Point = {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly mandatory: boolean;
  readonly reason: Text;
};

/** An edition with its calculation; all functions are pure. */
export type Procedure<L extends Limits = Limits> = {
  readonly edition: Edition<L>;
  readonly calculate: (input: CalculationInput) => Calculation;
  /** For the sheet while it is being filled in; nothing is concluded from it. */
  readonly progress: (input: CalculationInput) => Progress;
  /** The points for an instrument; none when its parameters are refused. */
  readonly points: (instrument: unknown, kind: Kind) => readonly Point[];
  /** A form with the loads filled in and the readings empty; undefined when the instrument's parameters are refused. */
  readonly prefill: (instrument: unknown, kind: Kind) => Readings | undefined;
};
