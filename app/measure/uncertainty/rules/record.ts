/**
 * What is kept of a version: the model file as it was entered and the answer of the engine, in the form of the fixed interface
 * "The uncertainty model file" (JCGM 100, 101, 102). Infinite degrees of freedom are null.
 */
import type { Text } from '../../../kernel/text.ts';

/** Into so many classes the values of each output are counted; fewer are drawn. */
export const histogramClasses = 240;

export type BudgetRow = {
  readonly input: string;
  readonly value: number;
  readonly u: number;
  readonly dof: number | null;
  readonly sensitivity: number;
  readonly contribution: number;
  readonly share: number;
};

export type Gum = {
  readonly value: number;
  readonly u: number;
  readonly dof: number | null;
  readonly k: number;
  readonly U: number;
  readonly interval: readonly [number, number];
  readonly budget: readonly BudgetRow[];
};

export type Histogram = { readonly edges: readonly number[]; readonly counts: readonly number[] };

export type MonteCarlo = {
  readonly value: number;
  readonly u: number;
  readonly interval: readonly [number, number];
  readonly trials: number;
  readonly seed: number;
  readonly intervalKind: 'shortest' | 'symmetric';
  /** Of the adaptive procedure: whether the wanted digits settled. */
  readonly settled?: boolean;
  readonly histogram?: Histogram;
};

export type Validation = {
  readonly ok: boolean;
  readonly digits: number;
  readonly delta: number;
  readonly dLow: number;
  readonly dHigh: number;
};

export type OutputAnswer = {
  readonly gum: Gum;
  readonly dofRule: string;
  readonly gumSecondOrder: { readonly value: number; readonly u: number } | null;
  readonly monteCarlo?: MonteCarlo | null;
  readonly validated?: Validation | null;
  /** What the units of the inputs make it; null where not every input has one. */
  readonly unit?: string | null;
};

export type Answer = {
  readonly outputs: Readonly<Record<string, OutputAnswer>>;
  readonly covariance?: {
    readonly names: readonly string[];
    readonly gum: readonly (readonly number[])[];
    readonly monteCarlo?: readonly (readonly number[])[] | null;
  } | null;
  readonly region?: { readonly kp: number | null; readonly kq: number | null } | null;
  /** What a reader should know. */
  readonly notes?: readonly Text[];
};

/** A version as it was written when it was saved: `tongheng-uncertainty-evaluation/1`. */
export type VersionRecord = {
  readonly form: 'tongheng-uncertainty-evaluation/1';
  readonly citation: string;
  readonly title: string;
  readonly note: string;
  readonly organization: string;
  readonly writer: string;
  readonly at: string;
  readonly engine: string;
  readonly coverage: number;
  readonly model: string;
  readonly answer: Answer;
  readonly demonstration: boolean;
};

export const readRecord = (text: string): VersionRecord => JSON.parse(text) as VersionRecord;

/** Whether every number of an answer is one: a value beyond the range of double precision must not be kept or drawn. */
export function isWhole(part: unknown): boolean {
  if (typeof part === 'number') return Number.isFinite(part);
  return typeof part !== 'object' || part === null || Object.values(part).every(isWhole);
}
