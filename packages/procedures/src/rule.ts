/**
 * How an edition says what it computes and judges: small pure functions on a row, a group of rows, or the fields of a group.
 * A rule runs as soon as every cell it needs is written, so that one rule serves the sheet while it is filled in, the submission and
 * whoever computes again later.
 */
import { subtract } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Budget, Check, Point } from './calculation.ts';
import type { Edition, Kind, Limit, Limits, Sourced, Text } from './edition.ts';
import type { Bounds, Group } from './form.ts';
import type { Mass } from './mass.ts';
import { minus, signed, written } from './print.ts';

/** A number of the regulation as a decimal; undefined while it is not known and was not entered. */
export type ReadLimit = {
  (limit: Sourced<string>): Decimal;
  (limit: Limit): Decimal | undefined;
};

/** The nameplate, every required field of the form written and of its form. A wrong name throws RangeError. */
export type Nameplate = {
  readonly decimal: (field: string) => Decimal;
  readonly maybe: (field: string) => Decimal | undefined;
  readonly mass: (field: string) => Mass;
  readonly maybeMass: (field: string) => Mass | undefined;
  /** The choice or words of a field; empty when nothing was written. */
  readonly text: (field: string) => string;
  readonly number: ReadLimit;
  /** The instrument is not one of this edition, or its nameplate contradicts itself. */
  readonly refuse: (field: string, reason: string, text: Text) => void;
};

/** What a rule knows beside its cells. */
export type At<P> = {
  readonly parameters: P;
  readonly kind: Kind;
  /** The unit of the sheet; empty where each field has its own. */
  readonly unit: string;
  /** The row counted from 1; 0 for a group. */
  readonly row: number;
  readonly number: ReadLimit;
  /** The choice or words of a column of this row, or of a field of this group. */
  readonly text: (id: string) => string;
  /** A decimal of this row or group that need not be written. */
  readonly maybe: (id: string) => Decimal | undefined;
  /** A value computed by an earlier rule, by its id; undefined where it is not there yet. */
  readonly value: (id: string) => Decimal | undefined;
};

export type Judged = {
  readonly symbol: string;
  readonly value: Decimal;
  /** undefined: not known, so that nothing is concluded. */
  readonly limit: Decimal | undefined;
  readonly lower?: Decimal | undefined;
  readonly comparison: Exclude<Check['comparison'], 'stated'>;
  /** The unit of the sheet unless said. */
  readonly unit?: string;
  /** The numbers of the regulation that it rests on. */
  readonly numbers: readonly Sourced<unknown>[];
  /** Tells a second check of the same row apart: 'weighing.2.hysteresis'. */
  readonly id?: string;
  /** The steps that led to the value, in both languages. */
  readonly how: () => Text;
};

export type Recorder = {
  readonly note: (symbol: string, value: Decimal, unit?: string) => void;
  readonly check: (judged: Judged) => void;
  /** A feature that a person stated. */
  readonly stated: (id: string, state: string, label: Text) => void;
  /** What is written cannot be: the column or field, a reason, a sentence. The record is then not complete. */
  readonly refuse: (id: string, reason: string, text: Text) => void;
};

export type Cells<Name extends string> = Readonly<Record<Name, Decimal>>;
/** A row of a series with its place in the group and its words. */
export type SeriesRow<Name extends string> = { readonly row: number; readonly cells: Cells<Name>; readonly text: (id: string) => string };

export type Rule<P> = {
  readonly item: string;
  readonly group: string;
  readonly per: 'row' | 'group';
  /** Columns for rows, fields for a group without them. */
  readonly needs: readonly string[];
  /** Fields of the group that a rule on its rows needs. */
  readonly fields: readonly string[];
  /** Ids of values that must be there: 'zero.E0'. */
  readonly after: readonly string[];
  /** Rows that share this column's words are judged apart. */
  readonly by: string | null;
  readonly run: (rows: readonly SeriesRow<string>[], fields: Cells<string>, at: At<P>, to: Recorder) => void;
};

type Place<N extends string, F extends string> = {
  readonly item: string;
  readonly group: string;
  readonly needs: readonly N[];
  readonly fields?: readonly F[];
  readonly after?: readonly string[];
};

const none: readonly never[] = [];

/** A rule for each row by itself. */
export function rowRule<P, const N extends string, const F extends string = never>(
  rule: Place<N, F> & { readonly judge: (cells: Cells<N>, at: At<P>, to: Recorder, fields: Cells<F>) => void },
): Rule<P> {
  const { item, group, needs, fields = none, after = none, judge } = rule;
  return { item, group, per: 'row', needs, fields, after, by: null, run: ([row], given, at, to) => row && judge(row.cells, at, to, given) };
}

/** A rule for all rows of a group together, or with `by` for those that share the words of that column. */
export function seriesRule<P, const N extends string, const F extends string = never>(
  rule: Place<N, F> & {
    readonly by?: string;
    readonly judge: (rows: readonly SeriesRow<N>[], at: At<P>, to: Recorder, fields: Cells<F>) => void;
  },
): Rule<P> {
  const { item, group, needs, fields = none, after = none, by = null, judge } = rule;
  return { item, group, per: 'group', needs, fields, after, by, run: (rows, given, at, to) => judge(rows, at, to, given) };
}

/** A rule for the fields of a group without rows. */
export function fieldRule<P, const N extends string>(
  rule: Omit<Place<N, never>, 'fields'> & { readonly judge: (fields: Cells<N>, at: At<P>, to: Recorder) => void },
): Rule<P> {
  const { item, group, needs, after = none, judge } = rule;
  return { item, group, per: 'group', needs: none, fields: needs, after, by: null, run: (_rows, fields, at, to) => judge(fields, at, to) };
}

/** Everything that a person states in a group of `examinedField`s: each field is a check of its own. */
export const examinedRule = <P>(
  item: string,
  group: string,
  fields: readonly { readonly id: string; readonly label: Text }[],
): Rule<P> => ({
  item,
  group,
  per: 'group',
  needs: none,
  fields: none,
  after: none,
  by: null,
  run: (_rows, _fields, at, to) => {
    for (const { id, label } of fields) {
      const state = at.text(id);
      if (state !== '') to.stated(id, state, label);
    }
  },
});

/**
 * The usual rule of an error of indication: E = indication − reference, held against ±limit, on each row of a group.
 * @param limit the MPE at this row with the numbers it rests on
 */
export const errorRule = <P>(rule: {
  readonly item: string;
  readonly group: string;
  readonly indication: string;
  readonly reference: string;
  readonly unit?: string;
  readonly limit: (
    cells: Cells<string>,
    at: At<P>,
  ) => { readonly limit: Decimal | undefined; readonly lower?: Decimal | undefined; readonly numbers: readonly Sourced<unknown>[] };
}): Rule<P> =>
  rowRule<P, string>({
    item: rule.item,
    group: rule.group,
    needs: [rule.indication, rule.reference],
    judge: (cells, at, to) => {
      const [indication, reference] = [cells[rule.indication], cells[rule.reference]];
      if (!indication || !reference) return;
      const unit = rule.unit ?? at.unit;
      const value = subtract(indication, reference);
      const found = rule.limit(cells, at);
      to.note('E', value, unit);
      to.check({
        symbol: 'E',
        value,
        ...found,
        comparison: found.lower === undefined ? 'within' : 'between',
        unit,
        how: () => difference('E', indication, reference, value, unit),
      });
    },
  });

/** 'E = 20.1 − 20.0 = +0.1 kPa', the same in both languages. */
export function difference(symbol: string, a: Decimal, b: Decimal, value: Decimal, unit: string): Text {
  const text = `${symbol} = ${written(a)} ${minus(b)} = ${signed(value)} ${unit}`.trimEnd();
  return [text, text];
}

/** An edition with what it computes, from which `defineProcedure` makes a procedure. */
export type Definition<P, L extends Limits = Limits> = {
  readonly edition: Edition<L>;
  /** What the nameplate means; undefined after `refuse`. */
  readonly instrument: (plate: Nameplate) => P | undefined;
  /** The steps that resolutions are multiples of, in the unit of the sheet: { e, d }. */
  readonly steps?: (parameters: P) => Readonly<Record<string, Decimal>>;
  /** The unit of the sheet where the instrument gives it. */
  readonly unit?: (parameters: P) => string;
  /** The parameters in the unit chosen in the group 'sheet', where the record chooses it. */
  readonly inUnit?: (parameters: P, unit: string) => P;
  /** Bounds of the environment that depend on the instrument, by field; they take the place of the form's. */
  readonly environment?: (parameters: P, kind: Kind) => Readonly<Record<string, Bounds>>;
  /** Whether a group is for this instrument and kind at all; all are unless said. */
  readonly applies?: (group: string, parameters: P, kind: Kind) => boolean;
  /** How many rows a group has where that depends on the instrument, such as one for each of its supports; those of the form unless said. */
  readonly rows?: (group: string, parameters: P, kind: Kind, number: ReadLimit) => Group['rows'] | undefined;
  readonly points?: (parameters: P, kind: Kind, number: ReadLimit) => readonly Point[];
  /** Fields of groups that the procedure gives, such as the load of a repeatability test. */
  readonly given?: (parameters: P, kind: Kind, number: ReadLimit) => Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rules: readonly Rule<P>[];
  /** The id of the validity rule; the first unless said. */
  readonly validity?: (parameters: P) => string;
  readonly budgets?: (calculated: {
    readonly parameters: P;
    readonly kind: Kind;
    readonly unit: string;
    readonly checks: readonly Check[];
    readonly number: ReadLimit;
    readonly value: (id: string) => Decimal | undefined;
  }) => readonly Budget[];
};
