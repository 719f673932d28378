/**
 * The GUM uncertainty framework (JCGM 100 clauses 4–6, annex G): sensitivity coefficients by automatic differentiation, combined standard
 * uncertainty with correlations, effective degrees of freedom, expanded uncertainty, budget; several outputs with their covariance (JCGM 102).
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { secondOrderVariance } from '../expression/series.ts';
import type { Model } from '../model/model.ts';
import type { DofRule } from './degrees-of-freedom.ts';
import { Propagator } from './propagator.ts';

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
  const { program, inputs, correlations } = model;
  const propagator = new Propagator(model);
  propagator.run();
  const { tape } = propagator;
  tape.requireFinite();
  const n = inputs.length;
  const hasSecondOrder = correlations.groups.length === 0 && n <= mostForSecondOrder;
  const outputs = program.outputs.map((name, index): GumOutput => {
    const row = (values: Float64Array): Float64Array => values.subarray(index * n, (index + 1) * n);
    const at = (values: Float64Array): number => values[index] as number;
    const [sensitivity, contribution, share] = [row(propagator.sensitivity), row(propagator.contribution), row(propagator.share)];
    requireDerivatives(model, name, sensitivity);
    const [value, u, k] = [at(propagator.value), at(propagator.u), at(propagator.k)];
    if (!Number.isFinite(u) || !Number.isFinite(value + k * u))
      throw new InvalidInput(`outputs.${name}`, [
        '标准不确定度超出可表示的范围',
        'the standard uncertainty is beyond what can be computed',
      ]);
    const second = hasSecondOrder ? u * u + secondOrderVariance(tape, index, propagator.inputs.u) : -1;
    return {
      name,
      value,
      u,
      dof: at(propagator.dof),
      dofRule: propagator.dofRule,
      k,
      U: k * u,
      interval: [value - k * u, value + k * u],
      budget: inputs.map((input, position) => ({
        input: program.inputs[position] as string,
        value: input.value,
        u: input.u,
        dof: input.dof,
        sensitivity: sensitivity[position] as number,
        contribution: contribution[position] as number,
        share: share[position] as number,
      })),
      secondOrder: second >= 0 && Number.isFinite(second) ? Math.sqrt(second) : null,
    };
  });
  const covariance = outputs.map((_, one) =>
    outputs.map((__, other) => {
      let sum = 0;
      for (let input = 0; input < n; input++)
        sum += (propagator.contribution[other * n + input] as number) * propagator.partner(one, input);
      return sum;
    }),
  );
  return { outputs, covariance, starts: program.solves.map(({ unknown }) => tape.values[unknown] as number) };
}
