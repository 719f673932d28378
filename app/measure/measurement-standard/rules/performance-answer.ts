/** What a performance test answers, kept with its readings for good. */
import { compare, DecimalError, parse } from '@tongheng/quantity/decimal';
import type { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { Confidence } from '../../../kernel/confidence.ts';
import type { Text } from '../../../kernel/text.ts';
import type { CheckCriterion, PerformanceVerdict, StabilityMethod, StabilityPhase, ValueUse, VerificationMethod } from './performance.ts';

export type RepeatabilityTest = {
  readonly kind: 'repeatability';
  /** One group of ten readings or more, or several groups that are pooled; decimal text as typed. */
  readonly groups: readonly (readonly string[])[];
  /** The s that the uncertainty was evaluated with; null: the records tell it, or this is the first test. */
  readonly reported: string | null;
  readonly reportedFrom: string | null;
};

export type DatedGroup = { readonly day: string; readonly readings: readonly string[] };

export type StabilityTest = {
  readonly kind: 'stability';
  readonly method: StabilityMethod;
  readonly phase: StabilityPhase;
  readonly use: ValueUse;
  /** |MPE|, or U (k = 2 or U95) of the correction. Null only for a control chart. */
  readonly limit: string | null;
  readonly limitFrom: string | null;
  /** One group in use, four or more before the examination; none where the regulation has its own method. */
  readonly groups: readonly DatedGroup[];
  /** The mean of the year before; null: the records tell it. */
  readonly previous: { readonly day: string; readonly mean: string; readonly from: string } | null;
  /** What a method of the regulation found. */
  readonly stated: { readonly value: string; readonly relation: 'below' | 'at-most'; readonly clause: string } | null;
};

export type LaboratoryResult = { readonly laboratory: string; readonly y: string; readonly U: string };

export type VerificationTest = {
  readonly kind: 'verification';
  readonly method: VerificationMethod;
  readonly own: { readonly y: string; readonly U: string };
  /** The coverage factor of every U. */
  readonly k: string;
  /** The reference of a transfer, or the other laboratories of a comparison. */
  readonly others: readonly LaboratoryResult[];
};

export type CheckPlanRule = {
  readonly criterion: CheckCriterion;
  readonly reference: string | null;
  readonly referenceU: string | null;
  readonly ownU: string | null;
  readonly limit: string | null;
};

export type IntermediateCheckTest = { readonly kind: 'intermediate-check'; readonly plan: string; readonly readings: readonly string[] };

export type PerformanceTest = RepeatabilityTest | StabilityTest | VerificationTest | IntermediateCheckTest;

export type Figure = { readonly symbol: string; readonly label: Text; readonly value: string };

export type PerformanceAnswer = {
  readonly verdict: PerformanceVerdict;
  /** What is judged, rounded once for printing; the decision was made on the exact value. */
  readonly value: string | null;
  readonly limit: string | null;
  readonly relation: '<' | '≤' | null;
  readonly figures: readonly Figure[];
  /** The verdict in words and what follows from it. */
  readonly sentences: readonly Text[];
  readonly clause: Text;
  readonly confidence: Confidence;
  /** Means of the groups, oldest first, as later tests compare with them. */
  readonly means: readonly string[];
};

/** What a test reads out of earlier records of its series. */
export type Earlier = {
  readonly day: string;
  readonly mean: string | null;
  readonly groups: readonly (readonly string[])[];
  /** The standard deviation of a repeatability test, and what it was held against. */
  readonly s: string | null;
  readonly limit: string | null;
  readonly verdict: PerformanceVerdict;
  /** How a test that was not met was settled. */
  readonly outcome: string | null;
};

/** Where the engine's names for the parts of a test stand in the form. */
const formPlace = (kind: PerformanceTest['kind'], place: string): string => {
  if (kind === 'repeatability') return place.replace(/^readings/, 'groups[0]');
  if (kind === 'stability') return place.replace(/^current\b/, 'groups[0]');
  if (kind !== 'verification') return place;
  return place
    .replace(/^laboratory\b/, 'own')
    .replace(/^reference\b/, 'others[0]')
    .replace(/^results\[(\d+)\]/, (_, index: string) => (index === '0' ? 'own' : `others[${Number(index) - 1}]`));
};

/** The path in the form of what cannot be used, and the sentence without it. */
export function issueOf(
  kind: PerformanceTest['kind'],
  { place, text }: InvalidInput,
): { readonly path: (string | number)[]; readonly message: Text } {
  const path = formPlace(kind, place)
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { path, message: [text[0].replace(`${place}：`, ''), text[1].replace(`${place}: `, '')] };
}

/** Undefined for what is no decimal. */
export function decimalOf(text: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof DecimalError) return undefined;
    throw error;
  }
}

export const isAbove = (one: string, other: string): boolean => {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  return a !== undefined && b !== undefined && compare(a, b) > 0;
};
