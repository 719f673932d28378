import { evaluateGum } from '@tongheng/uncertainty/evaluate';
import { readModel } from '@tongheng/uncertainty/model/model';
import { isWhole, type Answer } from '../../rules/record.ts';
import { jsonProblem, unknownProblem } from './json-problem.ts';
import { problemOf, type ModelProblem } from './model-problem.ts';

/** What the GUM says of a model file as it stands, or what is wrong with it. */
export type Live = { readonly answer?: Answer; readonly problem?: ModelProblem; readonly coverage: number };

/** Quick enough to follow typing; throws nothing. */
export function evaluateText(text: string): Live {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { problem: jsonProblem(text, error), coverage: 0.95 };
  }
  try {
    const model = readModel(file);
    const answer = evaluateGum(model);
    return isWhole(answer) ? { answer, coverage: model.coverage } : { problem: unknownProblem, coverage: model.coverage };
  } catch (error) {
    return { problem: problemOf(error) ?? unknownProblem, coverage: 0.95 };
  }
}
