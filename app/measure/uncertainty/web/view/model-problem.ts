import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { Text } from '../../../../kernel/text.ts';
import { fill } from '../../../../web/language.ts';
import { texts } from './text.ts';

/** What is wrong with a model file, and where; the place is '' where it is the whole file. */
export type ModelProblem = { readonly place: string; readonly text: Text };

export const problemOf = (error: unknown): ModelProblem | undefined =>
  error instanceof InvalidInput ? { place: error.place, text: error.text } : undefined;

/** The engine gave up without a place: a defect, which must not take the page with it. */
export const unknownProblem: ModelProblem = { place: '', text: [texts.zh.noAnswer, texts.en.noAnswer] };

/** Where the text stops being JSON, as far as the browser says it. */
export function jsonProblem(text: string, error: unknown): ModelProblem {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return { place: '', text: [texts.zh.notJson, texts.en.notJson] };
  const before = text.slice(0, Number(position)).split('\n');
  const where = { line: before.length, column: (before[before.length - 1]?.length ?? 0) + 1 };
  return { place: '', text: [fill(texts.zh.notJsonAt, where), fill(texts.en.notJsonAt, where)] };
}

/** Whether a problem lies at a field of the form: `outputs.l, column 14` at `outputs.l`, `inputs.a.readings[2]` at `inputs.a.readings`. */
export function liesAt(problem: ModelProblem, field: string): boolean {
  const place = problem.place.replace(/, column \d+$/, '');
  return place === field || place.replace(/\[\d+\]$/, '') === field;
}
