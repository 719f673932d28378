import { fill } from '../../../../web/language.ts';
import type { ModelProblem } from './model-problem.ts';
import { texts } from './text.ts';

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
