/**
 * Sensitivity by trials (JCGM 101 annex B): each input alone is drawn while the others stand at their estimates. The standard deviation of the
 * output is the part that this input brings, non-linear terms included; divided by the input's standard uncertainty it is a coefficient that
 * becomes |∂f/∂x| for a linear model.
 */
import { propagate } from '../gum/propagate.ts';
import type { Model } from '../model/model.ts';
import { samplingOf } from '../model/sampling.ts';
import { inTurn } from './engine.ts';
import type { Sampler } from './sampler.ts';
import { runFixed, type Crew, type RunOptions } from './run.ts';

export type TrialSensitivity = {
  readonly input: string;
  /** Standard deviation of the output when only this input varies. */
  readonly u: number;
  /** u over the standard uncertainty of the input; 0 for an input that is exactly known. */
  readonly coefficient: number;
};

const standing = (value: number): Sampler => ({ kind: 'rectangular', lower: value, width: 0 });

/**
 * @param trials per input
 * @returns for each output, in the order of the model, a line for each input
 * @throws InvalidInput where a trial has no finite value; Cancelled when the signal says so
 */
export async function sensitivityByTrials(
  model: Model,
  crew: Crew,
  trials: number,
  options: Pick<RunOptions, 'signal' | 'pause'> = {},
): Promise<readonly (readonly TrialSensitivity[])[]> {
  const { program, inputs } = model;
  const seed = model.monteCarlo?.seed ?? 1;
  const { starts } = propagate(model);
  // Correlations do not matter for one input at a time: each is drawn by its own distribution.
  const { samplers } = samplingOf(inputs, { matrix: model.correlations.matrix, groups: [] });
  const lines: TrialSensitivity[][] = program.outputs.map(() => []);
  for (let index = 0; index < inputs.length; index++) {
    const input = program.inputs[index] as string;
    const own = inputs[index];
    if (own === undefined || own.u === 0) {
      for (const list of lines) list.push({ input, u: 0, coefficient: 0 });
      continue;
    }
    const sampling = {
      samplers: samplers.map((sampler, other) => (other === index ? sampler : standing(inputs[other]?.value ?? 0))),
      groups: [],
    };
    const { answer } = await inTurn(crew.engine, () =>
      runFixed(crew, { program, starts, sampling, seed }, trials, { ...options, probability: model.coverage, interval: 'symmetric' }),
    );
    lines.forEach((list, output) => {
      const u = answer.deviations[output] as number;
      list.push({ input, u, coefficient: u / own.u });
    });
  }
  return lines;
}
