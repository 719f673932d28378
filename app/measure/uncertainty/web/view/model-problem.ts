import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { Text } from '../../../../kernel/text.ts';

/** What is wrong with a model file, and where; the place is '' where it is the whole file. */
export type ModelProblem = { readonly place: string; readonly text: Text };

export const problemOf = (error: unknown): ModelProblem | undefined =>
  error instanceof InvalidInput ? { place: error.place, text: error.text } : undefined;

/** Whether a problem lies at a field of the form: `outputs.l, column 14` at `outputs.l`, `inputs.a.readings[2]` at `inputs.a.readings`. */
export function liesAt(problem: ModelProblem, field: string): boolean {
  const place = problem.place.replace(/, column \d+$/, '');
  return place === field || place.replace(/\[\d+\]$/, '') === field;
}
