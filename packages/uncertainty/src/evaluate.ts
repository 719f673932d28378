/** Evaluates a measurement model by JCGM 100 and by JCGM 101/102, and answers as the interface of the model file says. */
import { propagate, type GumAnswer } from './gum/propagate.ts';
import { regionFactors } from './gum/coverage.ts';
import { samplingOf } from './model/sampling.ts';
import { readModel, type Model, type MonteCarloSettings } from './model/model.ts';
import { adaptiveTrials } from './monte-carlo/adaptive.ts';
import type { Histogram } from './monte-carlo/cells.ts';
import { inTurn } from './monte-carlo/engine.ts';
import type { Draws } from './monte-carlo/job.ts';
import { regionOf, type Region } from './monte-carlo/region.ts';
import { runFixed, type Crew, type RunAnswer, type RunOptions } from './monte-carlo/run.ts';
import { numericalTolerance } from './monte-carlo/tolerance.ts';

export type GumPart = {
  readonly value: number;
  readonly u: number;
  /** Null: infinite. */
  readonly dof: number | null;
  readonly k: number;
  readonly U: number;
  readonly interval: readonly [number, number];
  readonly budget: readonly {
    readonly input: string;
    readonly value: number;
    readonly u: number;
    readonly dof: number | null;
    readonly sensitivity: number;
    readonly contribution: number;
    readonly share: number;
  }[];
};
export type MonteCarloPart = {
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
  readonly gum: GumPart;
  readonly dofRule: string;
  readonly gumSecondOrder: { readonly value: number; readonly u: number } | null;
  /** Null where the file asks for no trials. */
  readonly monteCarlo: MonteCarloPart | null;
  readonly validated: Validation | null;
  /** What the units of the inputs make it; null where not every input has one. */
  readonly unit: string | null;
};
export type Answer = {
  readonly outputs: Readonly<Record<string, OutputAnswer>>;
  readonly covariance: {
    readonly names: readonly string[];
    readonly gum: readonly (readonly number[])[];
    readonly monteCarlo: readonly (readonly number[])[] | null;
  };
  /** Coverage factors of several outputs: of the trials, and of the normal approximation. Null for one output. */
  readonly region: (Region & { readonly gum: { readonly kp: number; readonly kq: number } }) | null;
  /** What a reader should know, in both languages. */
  readonly notes: readonly (readonly [zh: string, en: string])[];
};

export type EvaluateOptions = Pick<RunOptions, 'histogram' | 'progress' | 'signal' | 'pause'>;

const finite = (dof: number): number | null => (Number.isFinite(dof) ? dof : null);

function gumPart(output: GumAnswer['outputs'][number]): GumPart {
  const { value, u, dof, k, U, interval, budget } = output;
  return { value, u, dof: finite(dof), k, U, interval, budget: budget.map((line) => ({ ...line, dof: finite(line.dof) })) };
}

/** Whether the GUM result agrees with the trials within δ (JCGM 101 8.1; JCGM 102 8.1). */
export function validate(gum: GumPart, monteCarlo: Pick<MonteCarloPart, 'u' | 'interval'>, digits: number): Validation {
  const delta = numericalTolerance(gum.u > 0 ? gum.u : monteCarlo.u, digits);
  const dLow = Math.abs(gum.interval[0] - monteCarlo.interval[0]);
  const dHigh = Math.abs(gum.interval[1] - monteCarlo.interval[1]);
  return { ok: dLow <= delta && dHigh <= delta, digits, delta, dLow, dHigh };
}

/** The notes of a model: units, and what its distributions leave open. */
function notesOf(model: Model, run: RunAnswer | undefined, settled: boolean): Answer['notes'] {
  const notes: (readonly [string, string])[] = [...model.unitFindings.notes];
  model.inputs.forEach(({ sampler, dof }, index) => {
    const name = model.program.inputs[index] ?? '';
    if (run !== undefined && sampler?.kind === 'scaled' && sampler.dof <= 2)
      notes.push([
        `inputs.${name}：自由度不大于 2 的 t 分布没有有限方差，蒙特卡洛的 u 不会随试验次数稳定，只应采用包含区间`,
        `inputs.${name}: a t distribution with 2 degrees of freedom or fewer has no finite variance; u of the trials does not settle, only the interval counts`,
      ]);
    if (dof < 1)
      notes.push([
        `inputs.${name}：自由度小于 1，按 1 取包含因子`,
        `inputs.${name}: fewer than 1 degree of freedom; the coverage factor is taken for 1`,
      ]);
  });
  if (!settled)
    notes.push([
      '自适应蒙特卡洛法在 10⁸ 次试验内未达到所需的有效数字',
      'the adaptive procedure did not reach the wanted digits within 10^8 trials',
    ]);
  return notes;
}

function answerOf(model: Model, gum: GumAnswer, run: RunAnswer | undefined, region: Region | null, settled: boolean): Answer {
  const settings = model.monteCarlo;
  const outputs = gum.outputs.map((output, index): [string, OutputAnswer] => {
    const part = gumPart(output);
    const histogram = run?.histograms[index];
    const monteCarlo: MonteCarloPart | null =
      run === undefined || settings === null
        ? null
        : {
            value: run.means[index] as number,
            u: run.deviations[index] as number,
            interval: run.intervals[index] as readonly [number, number],
            trials: run.trials,
            seed: settings.seed,
            intervalKind: settings.interval,
            ...(settings.trials === 'adaptive' ? { settled } : {}),
            ...(histogram === undefined || histogram === null ? {} : { histogram }),
          };
    return [
      output.name,
      {
        gum: part,
        dofRule: output.dofRule,
        gumSecondOrder: output.secondOrder === null ? null : { value: output.value, u: output.secondOrder },
        monteCarlo,
        validated: monteCarlo === null || settings === null ? null : validate(part, monteCarlo, settings.digits),
        unit: model.unitFindings.outputs[output.name] ?? null,
      },
    ];
  });
  const names = model.program.outputs;
  return {
    outputs: Object.fromEntries(outputs),
    covariance: { names, gum: gum.covariance, monteCarlo: run?.covariance ?? null },
    region: names.length < 2 ? null : { ...(region ?? { kp: null, kq: null }), gum: regionFactors(model.coverage, names.length) },
    notes: notesOf(model, run, settled),
  };
}

/**
 * The GUM part alone: synchronous and quick enough to follow typing.
 * @throws InvalidInput where the model has no finite value or derivative at the estimate
 */
export const evaluateGum = (model: Model): Answer => answerOf(model, propagate(model), undefined, null, true);

/**
 * Both methods. Monte Carlo is done by the crew; a model with "monteCarlo": false is answered by the GUM part.
 * @param crew engine and hands: `crewOfOne(await loadEngine())` computes where it is called
 * @throws InvalidInput naming the place; Cancelled when the signal says so
 */
export async function evaluate(model: Model, crew: Crew, options: EvaluateOptions = {}): Promise<Answer> {
  const gum = propagate(model);
  const settings = model.monteCarlo;
  if (settings === null) return answerOf(model, gum, undefined, null, true);
  const draws: Draws = {
    program: model.program,
    starts: gum.starts,
    sampling: samplingOf(model.inputs, model.correlations),
    seed: settings.seed,
  };
  const run: RunOptions = { ...options, probability: model.coverage, interval: settings.interval };
  return inTurn(crew.engine, () => evaluateTrials(model, crew, gum, settings, draws, run));
}

async function evaluateTrials(
  model: Model,
  crew: Crew,
  gum: GumAnswer,
  settings: MonteCarloSettings,
  draws: Draws,
  run: RunOptions,
): Promise<Answer> {
  const { trials, settled } =
    settings.trials === 'adaptive' ? await adaptiveTrials(crew, draws, settings.digits, run) : { trials: settings.trials, settled: true };
  const { job, answer } = await runFixed(crew, draws, trials, run);
  const region = model.program.outputs.length < 2 ? null : await regionOf(crew, job, answer, run);
  return answerOf(model, gum, answer, region, settled);
}

/** Reads and evaluates a model file. @throws InvalidInput naming the place */
export const evaluateFile = async (file: unknown, crew: Crew, options: EvaluateOptions = {}): Promise<Answer> =>
  evaluate(readModel(file), crew, options);
