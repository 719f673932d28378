/**
 * The command `regression`: a calibration curve from a file. Polynomials and linear functions of several columns, formulas with start
 * values; equal variances, weights, stated uncertainties of y, or errors in both variables; predictions and inverse predictions.
 */
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareUpper } from '../distribution/chi-square.ts';
import { fromDecimal, toNumber } from '../matrix/double-double.ts';
import type { Reading } from '../type-a/readings.ts';
import { readRegression, type RegressionInput } from './command-input.ts';
import { regressionText } from './command-text.ts';
import type { Curve, Weighting } from './curve.ts';
import { fitFormulaBoth, fitPolynomialBoth, type UncertainPoints } from './errors-in-variables.ts';
import { readFormulaModel, type FormulaModel } from './formula-model.ts';
import { predictInverse, type InverseRequest } from './inverse.ts';
import { fitLinear, fitPolynomial } from './linear.ts';
import { fitNonlinear, type NonlinearCurve } from './nonlinear.ts';

export type RegressionAnswer = {
  readonly model: string;
  /** What the uncertainties rest on; `both`: errors in x and y. */
  readonly weighting: 'none' | 'weights' | 'stated' | 'covariance' | 'both';
  readonly parameters: readonly { readonly name: string; readonly value: number; readonly u: number }[];
  readonly covariance: readonly (readonly number[])[];
  /** Null where there are as many parameters as points. With stated uncertainties √(χ²/dof). */
  readonly residualStandardDeviation: number | null;
  readonly residualSumOfSquares: number;
  readonly dof: number;
  readonly chiSquare: number | null;
  /** Probability of this χ² or a greater one when model and uncertainties are right. */
  readonly chiSquareProbability: number | null;
  /** With stated uncertainties: the parameters' u times √(χ²/dof), as if only the ratios of the uncertainties were known. */
  readonly scaled: readonly { readonly name: string; readonly u: number }[] | null;
  readonly residuals: readonly number[];
  /** With errors in both variables: x less the fitted true value. */
  readonly xResiduals?: readonly number[];
  /** Values of the curve, of the left side where the model transforms y. */
  readonly predictions: readonly { readonly x: number | Readonly<Record<string, number>>; readonly y: number; readonly u: number }[];
  readonly inverse: readonly { readonly y: number; readonly x: number; readonly u: number; readonly extrapolated: boolean }[];
  readonly iterations?: number;
};

function weightingOf({ uy, weights, covarianceY }: RegressionInput): Weighting {
  if (covarianceY !== undefined) return { kind: 'covariance', covariance: covarianceY };
  if (uy !== undefined) return { kind: 'stated', u: uy };
  return weights === undefined ? { kind: 'none' } : { kind: 'weights', weights };
}

type Fitted = {
  readonly curve: Curve & Partial<NonlinearCurve> & { readonly xResiduals?: readonly number[] };
  readonly model?: FormulaModel;
};

function fit(input: RegressionInput): Fitted {
  const { columns, y, ux, uy, cxy, degree, hasIntercept } = input;
  const weighting = weightingOf(input);
  const [x = []] = Object.values(columns);
  const start = Object.values(input.start);
  const model = input.model === 'formula' ? readFormulaModel(input.formula, Object.keys(input.start), Object.keys(columns)) : undefined;
  if (ux !== undefined) {
    const points: UncertainPoints = { x, y, ux, uy: uy ?? y.map(() => 0), ...(cxy === undefined ? {} : { cxy }) };
    if (model !== undefined) return { curve: fitFormulaBoth(points, model, start), model };
    return { curve: fitPolynomialBoth(points, input.model === 'linear' ? 1 : degree, hasIntercept) };
  }
  if (model !== undefined) return { curve: fitNonlinear({ model, columns: Object.values(columns), y, start, weighting }), model };
  if (input.model === 'linear') return { curve: fitLinear({ columns, y, hasIntercept, weighting }) };
  return { curve: fitPolynomial({ x, y, degree, hasIntercept, weighting }) };
}

function rangeOf(values: readonly Reading[]): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    const number = toNumber(fromDecimal(value));
    [low, high] = [Math.min(low, number), Math.max(high, number)];
  }
  return [low, high];
}

/** A reading of y as the left side of the model. */
function responseTo({ y, u }: InverseRequest, model: FormulaModel | undefined, place: string): InverseRequest {
  if (model?.response === undefined) return { y, u };
  const value = toNumber(model.response.evaluate([fromDecimal(y)]));
  if (!Number.isFinite(value)) {
    throw new InvalidInput(`${place}.y`, ['模型等号左边在此没有有限值', 'the left side of the model has no finite value here']);
  }
  return { y: value, u: u * Math.abs(toNumber(model.response.gradient()[0] ?? [NaN, NaN])) };
}

function requireFinite(values: readonly number[], place: string): void {
  if (values.every(Number.isFinite)) return;
  throw new InvalidInput(place, [
    '结果超出可表示的范围，请改用合适的单位',
    'a result is beyond what can be represented; choose other units',
  ]);
}

/** Far out the probability is below the smallest double. */
const probabilityOf = (chiSquare: number, dof: number): number => (chiSquare > 1e6 * (dof + 1) ? 0 : chiSquareUpper(chiSquare, dof));

/**
 * Fits, predicts and inverts what a file asks for. Numbers of the answer are double precision.
 * Throws InvalidInput naming the place.
 * @example regressionCommand({ model: 'polynomial', degree: 1, x: [1, 2, 3], y: [2, 4.1, 6] }).answer.parameters[1]?.value // 2
 */
export function regressionCommand(given: unknown): CommandAnswer<RegressionAnswer> {
  const input = readRegression(given);
  const { curve, model } = fit(input);
  const names = Object.keys(input.columns);
  const { residualStandardDeviation: s, dof, chiSquare } = curve;
  requireFinite([...curve.parameters, ...curve.standardUncertainties, ...curve.covariance.flat()], 'y');
  requireFinite([curve.residualSumOfSquares, ...curve.residuals, ...(curve.xResiduals ?? [])], 'y');
  const range = rangeOf(Object.values(input.columns)[0] ?? []);
  const isLine = input.model === 'linear' || (input.model === 'polynomial' && input.degree === 1);
  const predictions = input.predict.map((x, index) => {
    const { y, u } = curve.at(x);
    requireFinite([y, u], `predict[${index}]`);
    const [only = NaN] = x;
    return { x: names.length === 1 ? only : Object.fromEntries(names.map((name, k) => [name, x[k] ?? NaN])), y, u };
  });
  const inverse = input.inverse.map((request, index) => {
    const place = `inverse[${index}]`;
    const { x, u, isExtrapolated } = predictInverse(curve, responseTo(request, model, place), range, isLine, place);
    return { y: request.y, x, u, extrapolated: isExtrapolated };
  });
  const answer: RegressionAnswer = {
    model: input.model === 'formula' ? input.formula : input.model,
    weighting: input.ux === undefined ? weightingOf(input).kind : 'both',
    parameters: curve.names.map((name, j) => ({ name, value: curve.parameters[j] ?? NaN, u: curve.standardUncertainties[j] ?? NaN })),
    covariance: curve.covariance,
    residualStandardDeviation: s,
    residualSumOfSquares: curve.residualSumOfSquares,
    dof,
    chiSquare,
    chiSquareProbability: chiSquare === null || dof === 0 ? null : probabilityOf(chiSquare, dof),
    scaled:
      chiSquare === null || s === null ? null : curve.names.map((name, j) => ({ name, u: (curve.standardUncertainties[j] ?? NaN) * s })),
    residuals: curve.residuals,
    ...(curve.xResiduals === undefined ? {} : { xResiduals: curve.xResiduals }),
    predictions,
    inverse,
    ...(curve.iterations === undefined ? {} : { iterations: curve.iterations }),
  };
  return { answer, exitCode: 0, text: regressionText(answer) };
}
