/**
 * What is kept of a version: the model file as it was entered and the answer of the engine, in the form of the fixed interface
 * "The uncertainty model file" (JCGM 100, 101, 102). Infinite degrees of freedom are null.
 */
import type { Answer } from '@tongheng/uncertainty/evaluate';

/** The answer is kept as the engine gives it, nothing added and nothing left out: its types are those of the engine. */
export type { Answer, GumPart as Gum, MonteCarloPart as MonteCarlo, OutputAnswer, Validation } from '@tongheng/uncertainty/evaluate';
export type { Histogram } from '@tongheng/uncertainty/monte-carlo/cells';

/** Into so many classes the values of each output are counted; fewer are drawn. */
export const histogramClasses = 240;

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
