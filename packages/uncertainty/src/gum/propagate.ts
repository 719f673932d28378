/**
 * The GUM uncertainty framework (JCGM 100 clauses 4–6, annex G): sensitivity coefficients by automatic differentiation, combined standard
 * uncertainty with correlations, effective degrees of freedom, expanded uncertainty, budget; several outputs with their covariance (JCGM 102).
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { secondOrderVariance } from '../expression/series.ts';
import { Tape } from '../expression/tape.ts';
import type { Model } from '../model/model.ts';
import { coverageFactor } from './coverage.ts';
import { effectiveDof, type DofRule } from './degrees-of-freedom.ts';

export type BudgetLine = {
  readonly input: string;
  readonly value: number;
  readonly u: number;
  /** Infinity where u is exact. */
  readonly dof: number;
  readonly sensitivity: number;
  /** c·u, with its sign. */
  readonly contribution: number;
  /** Part of u², correlations included; all shares sum to 1 (0 where u is 0). */
  readonly share: number;
};
export type GumOutput = {
  readonly name: string;
  readonly value: number;
  readonly u: number;
  readonly dof: number;
  readonly dofRule: DofRule;
  readonly k: number;
  readonly U: number;
  readonly interval: readonly [number, number];
  readonly budget: readonly BudgetLine[];
  /** Standard uncertainty with the second-order terms of 5.1.2 (note); null for correlated inputs or where they make u² negative. */
  readonly secondOrder: number | null;
};
export type GumAnswer = {
  readonly outputs: readonly GumOutput[];
  readonly covariance: readonly (readonly number[])[];
  /** Values of the implicit outputs, where Newton's method begins in Monte Carlo trials. */
  readonly starts: readonly number[];
};

/** Above this number of inputs the second-order terms (which grow with its square) are left out. */
const mostForSecondOrder = 60;

/** Each output's Σⱼ rᵢⱼ·cⱼuⱼ, whose product with cᵢuᵢ is the input's part of u². */
function correlated(matrix: Float64Array, contributions: Float64Array, isIndependent: boolean): Float64Array {
  if (isIndependent) return contributions;
  const n = contributions.length;
  return contributions.map((_, row) => {
    let sum = 0;
    for (let column = 0; column < n; column++) sum += (matrix[row * n + column] as number) * (contributions[column] as number);
    return sum;
  });
}

function requireDerivatives(model: Model, output: string, gradient: Float64Array): void {
  const input = gradient.findIndex((slope, index) => !Number.isFinite(slope) && (model.inputs[index]?.u ?? 0) > 0);
  if (input < 0) return;
  const name = model.program.inputs[input] ?? '';
  throw new InvalidInput(`outputs.${output}`, [
    `在估计值处对“${name}”的偏导数不是有限数，GUM 法不适用`,
    `the derivative with respect to "${name}" is not finite at the estimate; the GUM framework does not apply there`,
  ]);
}

/** @throws InvalidInput where a value or a sensitivity is not finite at the estimate, naming formula and column */
export function propagate(model: Model): GumAnswer {
  const { program, inputs, correlations, coverage } = model;
  const tape = new Tape(program);
  tape.evaluate(inputs.map(({ value }) => value));
  tape.requireFinite();
  const isIndependent = correlations.groups.length === 0;
  const uncertainties = Float64Array.from(inputs, ({ u }) => u);
  const contributionsOf: Float64Array[] = [];
  const outputs = program.outputs.map((name, index): GumOutput => {
    const gradient = new Float64Array(inputs.length);
    tape.gradient(index, gradient);
    requireDerivatives(model, name, gradient);
    const contributions = gradient.map((slope, input) => (uncertainties[input] === 0 ? 0 : slope * (uncertainties[input] as number)));
    contributionsOf.push(contributions);
    const partners = correlated(correlations.matrix, contributions, isIndependent);
    let variance = 0;
    for (let input = 0; input < inputs.length; input++) variance += (contributions[input] as number) * (partners[input] as number);
    variance = Math.max(0, variance);
    const u = Math.sqrt(variance);
    const { dof, rule } = effectiveDof(model, contributions, variance);
    const value = tape.output(index);
    const k = coverageFactor(coverage, dof);
    const second = isIndependent && inputs.length <= mostForSecondOrder ? variance + secondOrderVariance(tape, index, uncertainties) : -1;
    return {
      name,
      value,
      u,
      dof,
      dofRule: rule,
      k,
      U: k * u,
      interval: [value - k * u, value + k * u],
      budget: inputs.map((input, position) => ({
        input: program.inputs[position] as string,
        value: input.value,
        u: input.u,
        dof: input.dof,
        sensitivity: gradient[position] as number,
        contribution: contributions[position] as number,
        share: variance === 0 ? 0 : ((contributions[position] as number) * (partners[position] as number)) / variance,
      })),
      secondOrder: second >= 0 && Number.isFinite(second) ? Math.sqrt(second) : null,
    };
  });
  const covariance = contributionsOf.map((row) => {
    const partners = correlated(correlations.matrix, row, isIndependent);
    return contributionsOf.map((other) => other.reduce((sum, contribution, input) => sum + contribution * (partners[input] as number), 0));
  });
  return { outputs, covariance, starts: program.solves.map(({ unknown }) => tape.values[unknown] as number) };
}
