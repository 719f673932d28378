import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { evaluate } from '@tongheng/uncertainty/evaluate';
import { readModel, type Model } from '@tongheng/uncertainty/model/model';
import { loadEngine } from '@tongheng/uncertainty/monte-carlo/engine';
import { Cancelled, crewOfOne } from '@tongheng/uncertainty/monte-carlo/run';
import { Problem, type ProblemDefinition } from '../../../kernel/problem.ts';
import { mostTrials, uncertaintyProblems } from '../contract.ts';
import { histogramClasses, isWhole, type Answer } from '../rules/record.ts';
import type { Results } from '../store/version.ts';
import { engineName } from './engine-name.ts';

export type Computed = { readonly answer: Answer; readonly coverage: number; readonly engine: string; readonly results: Results };

/** A caller waits so long for a computation, and no longer. */
const patienceMilliseconds = 20_000;

const unusable = (detail: readonly [string, string], definition: ProblemDefinition = uncertaintyProblems.unusable): Problem =>
  new Problem(definition, { detail });

function readFile(text: string): Model {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw unusable(['模型文件不是有效的JSON', 'the model file is no valid JSON']);
  }
  return readModel(file);
}

/** Between pieces of the work the server answers others; after the patience it gives up. */
async function evaluateHere(model: Model): Promise<Answer> {
  const started = performance.now();
  const signal = { aborted: false };
  const pause = async (): Promise<void> => {
    signal.aborted = performance.now() - started > patienceMilliseconds;
    await new Promise((resolve) => setImmediate(resolve));
  };
  const crew = crewOfOne(await loadEngine(), pause);
  return evaluate(model, crew, { histogram: histogramClasses, signal, pause });
}

/** Reads and computes a model as it was entered. What is wrong with it is said with its place. */
export async function compute(text: string): Promise<Computed> {
  try {
    const model = readFile(text);
    const { monteCarlo } = model;
    if (typeof monteCarlo?.trials === 'number' && monteCarlo.trials > mostTrials) throw new Problem(uncertaintyProblems.tooManyTrials);
    const answer = await evaluateHere(model);
    if (!isWhole(answer))
      throw unusable(['结果超出双精度数的范围，请改用其他单位', 'a result lies beyond the range of double precision; use other units']);
    const results = Object.entries(answer.outputs).map(([output, { gum, validated, unit }]) => ({
      name: output,
      value: gum.value,
      u: gum.u,
      k: gum.k,
      U: gum.U,
      unit: unit ?? null,
      validated: validated?.ok ?? null,
    }));
    return { answer, coverage: model.coverage, engine: engineName(), results };
  } catch (error) {
    if (error instanceof InvalidInput) throw unusable(error.text);
    // A formula that nests deeper than the stack holds is the writer's to shorten.
    if (error instanceof RangeError && /call stack/i.test(error.message))
      throw unusable(['公式过长或嵌套过深，请拆成几个输出量', 'a formula is too long or nested too deep; split it into several outputs']);
    if (error instanceof Cancelled) throw new Problem(uncertaintyProblems.tooLong);
    throw error;
  }
}
