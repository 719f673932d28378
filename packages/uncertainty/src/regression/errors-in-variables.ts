/**
 * Curves through points uncertain in both variables (ISO/TS 28037:2010 clauses 7 and 8, York et al. 2004; generalized distance
 * regression): the parameters and the true values ξᵢ that minimise Σ vᵢᵀVᵢ⁻¹vᵢ with vᵢ = (xᵢ − ξᵢ, yᵢ − f(ξᵢ)) and
 * Vᵢ = (ux², cxy; cxy, uy²). For given parameters each ξᵢ follows by itself, so that what is left is a fit of eᵢ/sᵢ, the distance of a point from
 * the curve in its own uncertainty; its gradient is exact. Limits: one column of x; the errors of different points are independent.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { leastSquares } from '../matrix/householder.ts';
import { fromDecimal, toNumber } from '../matrix/double-double.ts';
import { decimalVector, vectorFrom } from '../matrix/double-double-vector.ts';
import type { Reading } from '../type-a/readings.ts';
import { concludeCurve, type Curve, type Weighting } from './curve.ts';
import { operationsOf, type FormulaModel } from './formula-model.ts';
import { descend, type ResidualProblem } from './levenberg-marquardt.ts';
import { centringOf, fitPolynomial, polynomialNames, requireEnoughPoints, solveColumns, uncentred, type Centring } from './linear.ts';
import { fitNonlinear } from './nonlinear.ts';
import { diagonalWhitening } from './whitening.ts';

/** Uncertain points: u and covariance of the errors of each, in the units of x and y. */
export type UncertainPoints = {
  readonly x: readonly Reading[];
  readonly y: readonly Reading[];
  readonly ux: readonly number[];
  readonly uy: readonly number[];
  /** Covariance of the errors of xᵢ and yᵢ, by default 0. */
  readonly cxy?: readonly number[];
};

export type ErrorsInVariablesCurve = Curve & {
  /** x − ξ: what was taken off each x. */
  readonly xResiduals: readonly number[];
};

/** Writes ∂f/∂parameters and, behind them, ∂f/∂x; answers f. */
type PointModel = (p: Float64Array, x: number, gradient: Float64Array) => number;

type Task = {
  readonly names: readonly string[];
  readonly model: PointModel;
  /** Of one evaluation of the model. */
  readonly operations: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly points: UncertainPoints;
};

type Foot = { readonly xi: number; readonly e: number; readonly s: number; readonly f: number };

const mostApproaches = 200;

/** The point of the curve that is nearest to point i; undefined where the model has no value or the approach does not end. */
function footOf({ model, x, y, points }: Task, p: Float64Array, i: number, gradient: Float64Array): Foot | undefined {
  const [xi, yi, ux, uy, c] = [x[i] ?? NaN, y[i] ?? NaN, points.ux[i] ?? NaN, points.uy[i] ?? NaN, points.cxy?.[i] ?? 0];
  let [foot, before] = [xi, Infinity];
  for (let count = 0; count < mostApproaches; count++) {
    const f = model(p, foot, gradient);
    const slope = gradient[gradient.length - 1] ?? NaN;
    const variance = uy * uy - 2 * slope * c + slope * slope * ux * ux;
    const e = yi - f - slope * (xi - foot);
    if (!(variance > 0) || !Number.isFinite(e)) return undefined;
    let step = xi + ((slope * ux * ux - c) * e) / variance - foot;
    if (Math.abs(step) <= 4e-16 * (Math.abs(foot) + ux)) return { xi: foot, e, s: Math.sqrt(variance), f };
    // A step that does not shrink swings around a strongly curved piece.
    if (Math.abs(step) > before / 2) step /= 2;
    if (count > 20 && Math.abs(step) >= before && before <= 1e-13 * (Math.abs(foot) + ux))
      return { xi: foot, e, s: Math.sqrt(variance), f };
    before = Math.abs(step);
    foot += step;
  }
  return undefined;
}

function problemOf(task: Task): ResidualProblem {
  const n = task.names.length;
  const rows = task.x.length;
  const gradient = new Float64Array(n + 1);
  return {
    parameters: n,
    rows,
    cost: 10 * rows * task.operations,
    evaluate(p, residuals, jacobian) {
      for (let i = 0; i < rows; i++) {
        const foot = footOf(task, p, i, gradient);
        if (foot === undefined) return false;
        residuals[i] = -foot.e / foot.s;
        for (let j = 0; jacobian !== undefined && j < n; j++) {
          const slope = (gradient[j] ?? NaN) / foot.s;
          if (!Number.isFinite(slope)) return false;
          jacobian[i * n + j] = slope;
        }
      }
      return true;
    },
  };
}

const notConverged = (): InvalidInput =>
  new InvalidInput('ux', [
    '双变量误差拟合没有收敛，请检查 ux、uy 的大小与数据是否相称，或给出更接近的起始值',
    'the fit with errors in both variables does not converge; check that ux and uy are of the size of the scatter, or give nearer start values',
  ]);

const mostRefinements = 200;

/** Gauss–Newton steps to the last digit: near the end the sum of squares no longer tells steps apart, their length does. */
function refine(problem: ResidualProblem, found: Float64Array): Float64Array {
  const { rows, parameters: n } = problem;
  const [residuals, jacobian] = [new Float64Array(rows), new Float64Array(rows * n)];
  let [p, before] = [found, Infinity];
  for (let count = 0; count < mostRefinements; count++) {
    if (!problem.evaluate(p, residuals, jacobian)) return found;
    let step: Float64Array;
    try {
      step = leastSquares(jacobian, rows, n, residuals);
    } catch {
      return p;
    }
    const here = p;
    const size = Math.max(...step.map((part, j) => Math.abs(part) / (Math.abs(here[j] ?? NaN) || 1)));
    if (!(size < before) || size > 1e-3) return p;
    p = p.map((value, j) => value - (step[j] ?? NaN));
    if (size < 1e-15) return p;
    before = size;
  }
  return p;
}

type Report = Pick<Parameters<typeof concludeCurve>[0], 'report'>;

function fitTask(task: Task, start: Float64Array, { report }: Report = {}): ErrorsInVariablesCurve {
  const { names, model, points } = task;
  const n = names.length;
  const rows = task.x.length;
  const problem = problemOf(task);
  const descent = descend(problem, start, { damping: 1e-3, isAccelerated: false, keepsLargestScale: true });
  if (descent === undefined || !descent.isConverged) throw notConverged();
  const p = refine(problem, descent.parameters);
  const gradient = new Float64Array(n + 1);
  const feet = Array.from({ length: rows }, (_, i) => {
    const foot = footOf(task, p, i, gradient);
    if (foot === undefined) throw notConverged();
    return { ...foot, gradient: Float64Array.from(gradient) };
  });
  const design = names.map((_, j) => vectorFrom(rows, (i) => [(feet[i]?.gradient[j] ?? NaN) / (feet[i]?.s ?? NaN), 0]));
  const distances = vectorFrom(rows, (i) => [(feet[i]?.e ?? NaN) / (feet[i]?.s ?? NaN), 0]);
  const fit = solveColumns(design, distances, names);
  const square = feet.reduce((sum, { e, s }) => sum + (e / s) * (e / s), 0);
  const weighting: Weighting = { kind: 'stated', u: points.uy };
  const curve = concludeCurve({
    names,
    weighting,
    fit: { ...fit, residualSumOfSquares: [square, 0] },
    design,
    whitening: diagonalWhitening(feet.map(({ s }) => [1 / s, 0] as const)),
    parameters: vectorFrom(n, (j) => [p[j] ?? NaN, 0]),
    residuals: feet.map(({ f }, i) => (task.y[i] ?? NaN) - f),
    rows,
    ...(report === undefined ? {} : { report }),
    model([x = NaN]) {
      const value = model(p, x, gradient);
      return { y: value, gradient: vectorFrom(n, (j) => [gradient[j] ?? NaN, 0]), slope: gradient[n] ?? NaN };
    },
  });
  return { ...curve, xResiduals: feet.map(({ xi }, i) => (task.x[i] ?? NaN) - xi) };
}

const numbers = (values: readonly Reading[]): Float64Array => Float64Array.from(values, (value) => toNumber(fromDecimal(value)));

function polynomialModel(degree: number, { centre, width }: Centring, firstPower: 0 | 1): PointModel {
  return (p, x, gradient) => {
    const z = (x - centre) / width;
    let [power, before, value, slope] = [firstPower === 0 ? 1 : z, firstPower === 0 ? 0 : 1, 0, 0];
    for (let j = 0; j + firstPower <= degree; j++) {
      gradient[j] = power;
      value += (p[j] ?? NaN) * power;
      slope += ((p[j] ?? NaN) * (j + firstPower) * before) / width;
      before = power;
      power *= z;
    }
    gradient[gradient.length - 1] = slope;
    return value;
  };
}

/** Weights for the start: u of y where all are known, else all alike. */
const startWeighting = ({ uy }: UncertainPoints): Weighting => (uy.every((u) => u > 0) ? { kind: 'stated', u: uy } : { kind: 'none' });

/**
 * The polynomial through points uncertain in x and y. Every point needs uy > 0 or ux > 0. The covariance follows from the stated
 * uncertainties; chiSquare has rows − parameters degrees of freedom. Throws InvalidInput.
 * @example fitPolynomialBoth({ x: [1, 2, 3], y: [2, 4.1, 6], ux: [0.1, 0.1, 0.1], uy: [0.1, 0.1, 0.1] }, 1).parameters
 */
export function fitPolynomialBoth(points: UncertainPoints, degree: number, hasIntercept = true): ErrorsInVariablesCurve {
  const names = polynomialNames(degree, hasIntercept);
  const weighting = startWeighting(points);
  requireEnoughPoints({ kind: 'stated', u: points.uy }, points.y.length, names.length);
  const centring = centringOf(decimalVector(points.x), hasIntercept);
  const firstPower = hasIntercept ? 0 : 1;
  const x = numbers(points.x);
  const scaled = Array.from(x, (value) => (value - centring.centre) / centring.width);
  const isExact = points.y.length === names.length;
  const first = fitPolynomial({
    x: scaled,
    y: points.y,
    degree,
    hasIntercept,
    weighting: isExact ? { kind: 'stated', u: points.y.map(() => 1) } : weighting,
  });
  const task: Task = {
    names,
    model: polynomialModel(degree, centring, firstPower),
    operations: names.length,
    x,
    y: numbers(points.y),
    points,
  };
  return fitTask(task, Float64Array.from(first.parameters), { report: (vector) => uncentred(vector, centring, firstPower) });
}

/** The same for a formula of one column, from start values. A model with a left side other than y is refused. */
export function fitFormulaBoth(points: UncertainPoints, model: FormulaModel, start: readonly number[]): ErrorsInVariablesCurve {
  const n = model.parameters.length;
  if (model.response !== undefined) {
    throw new InvalidInput('model', [
      '双变量误差拟合时，模型等号左边只能是 y',
      'with errors in both variables the left side of the model can only be y',
    ]);
  }
  const weighting: Weighting = points.y.length === n ? { kind: 'stated', u: points.y.map(() => 1) } : startWeighting(points);
  const first = fitNonlinear({ model, columns: [points.x], y: points.y, start, weighting });
  const inputs = new Float64Array(n + 1);
  const pointModel: PointModel = (p, x, gradient) => {
    inputs.set(p);
    inputs[n] = x;
    model.tape.evaluate(inputs);
    model.tape.gradient(0, gradient);
    return model.tape.output(0);
  };
  const task: Task = {
    names: model.parameters,
    model: pointModel,
    operations: operationsOf(model),
    x: numbers(points.x),
    y: numbers(points.y),
    points,
  };
  return fitTask(task, Float64Array.from(first.parameters));
}
