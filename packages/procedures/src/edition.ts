/**
 * A procedure edition as data: one edition of one regulation (检定规程), with every number that a verdict may rest on.
 * Nothing here is law: each number says where it was read and whether a person has compared it with the official text.
 * An institute adopts an edition formally before it decides with it.
 */
import type { Form } from './form.ts';

export type Text = readonly [zh: string, en: string];

/** initial 首次检定 · subsequent 后续检定 · in-use 使用中检查, an inspection that issues no verification certificate. */
export type Kind = 'initial' | 'subsequent' | 'in-use';
export const kinds: readonly Kind[] = ['initial', 'subsequent', 'in-use'];

/** found: seen in a public source that is not the official text; high, medium, low: own knowledge; unknown: not established. */
export type Confidence = 'found' | 'high' | 'medium' | 'low' | 'unknown';

/** A value of the regulation, with where it was taken from. `confirmed` means compared with the official text by a person. */
export type Sourced<Value> = {
  readonly value: Value;
  readonly source: string;
  readonly confidence: Confidence;
  readonly confirmed: boolean;
};

/** A number of the regulation that is not known: it has its place, and is entered when an institute adopts the edition. */
export type Unknown = Sourced<null> & { readonly label: Text; readonly unit: string | null };

/** A decimal number of the regulation as text, or its empty place. */
export type Limit = Sourced<string> | Unknown;

/** A clause number of the regulation; null where the official text was not at hand. */
export type Clause = Sourced<string | null>;

export type TestItem = {
  readonly id: string;
  readonly title: Text;
  readonly clause: Clause;
  /** The kinds of verification that must contain it. */
  readonly required: Sourced<readonly Kind[]>;
};

/** A standard or auxiliary device that the test needs. */
export type RequiredStandard = {
  readonly id: string;
  readonly title: Text;
  /** What it must be able to measure. */
  readonly range?: Sourced<Text>;
  readonly requirement: Sourced<Text>;
  /** The largest allowed part of the instrument's MPE that its error, or its expanded uncertainty, may be: '1/3'. */
  readonly ratio?: Sourced<string>;
  /** The test items that need it; all unless said. A record without those items needs no such standard. */
  readonly items?: readonly string[];
};

/** For which instruments the edition holds, first and last day included; null: no end is known. */
export type Application = {
  readonly instrument: string;
  readonly title: Text;
  readonly from: Sourced<string>;
  readonly to: Sourced<string | null>;
  /** What the kind of instrument alone already says of the nameplate, by field, where one edition has several kinds. */
  readonly nameplate?: Readonly<Record<string, string>>;
};

export type EditionStatus = {
  readonly issued: Sourced<string | null>;
  readonly inForceFrom: Sourced<string>;
  readonly supersedes: Sourced<string | null>;
};

/**
 * How long a verification holds. periodic 周期检定: the certificate ends after `months`; limited-use 限期使用、到期轮换: verified once
 * and taken out of use after `months`; first-only 首次检定、失准报废: no end by a date.
 */
export type ValidityRule = {
  readonly id: string;
  readonly title: Text;
  readonly form: 'periodic' | 'limited-use' | 'first-only';
  readonly months: Sourced<number | null>;
};

/** The rules of an edition; which of them an instrument falls under is told by its procedure. */
export type Validity = { readonly rules: readonly ValidityRule[]; readonly convention: Sourced<'minus-one-day' | 'same-day'> };

export type Limits = { readonly [name: string]: unknown };

export type Edition<L extends Limits = Limits> = {
  /** The name of its folder, such as 'jjg-0539-2016'. */
  readonly id: string;
  /** The regulation without its year, for which persons and standards are registered: 'jjg-0539'. */
  readonly regulation: string;
  readonly number: string;
  readonly title: Text;
  readonly status: EditionStatus;
  readonly applies: readonly Application[];
  /** The first-level entries of the national catalogue (实施强制管理的计量器具目录) that it serves, by name; none where none is known. */
  readonly catalogue: Sourced<readonly string[]>;
  /** The items of the plan's annex that it serves. */
  readonly annexItems: readonly { readonly list: 'basic' | 'enhanced'; readonly number: number; readonly title: Text }[];
  readonly items: readonly TestItem[];
  readonly standards: readonly RequiredStandard[];
  readonly limits: L;
  readonly validity: Validity;
  readonly form: Form;
  /**
   * Whether a verification is complete only after the national registry of the kind has been asked (联网核查): until then it waits, also
   * where all its checks are met.
   */
  readonly networkCheck?: Sourced<boolean>;
  /** What the regulation asks for and this edition does not calculate. */
  readonly notCovered: readonly Text[];
  /** Counts up when the calculation changes its result, so that a digest of the data also tells the calculation. */
  readonly calculationRevision: number;
};

/** The kinds of verification that an edition has: those for which it asks for a test item at all. */
export const kindsOf = ({ items }: Pick<Edition, 'items'>): readonly Kind[] =>
  kinds.filter((kind) => items.some(({ required }) => required.value.includes(kind)));
