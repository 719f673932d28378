/**
 * Nonlinear least squares for a model given as a formula, with exact derivatives. Several descents of different scaling start from the
 * given values and the lowest end counts; Gauss–Newton steps in double-double arithmetic then settle parameters, residuals and covariance.
 * NIST StRD: all 27 models from both starts to ten digits of parameters and standard deviations, Lanczos1 included.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { add, fromDecimal, multiply, subtract, toNumber, zero, type DoubleDouble } from '../matrix/double-double.ts';
import type { DoubleDoubleFit } from '../matrix/double-double-least-squares.ts';
import { at, decimalVector, put, vectorFrom, vectorOf, type DoubleDoubleVector } from '../matrix/double-double-vector.ts';
import type { Reading } from '../type-a/readings.ts';
import { concludeCurve, type Curve, type Weighting } from './curve.ts';
import { operationsOf, type FormulaModel } from './formula-model.ts';
import { descend, type Descent, type ResidualProblem, type Strategy } from './levenberg-marquardt.ts';
import { requireEnoughPoints, solveColumns } from './linear.ts';
import { whiteningOf, type Whitening } from './whitening.ts';

export type NonlinearData = {
  readonly model: FormulaModel;
  /** One list for each column of the model, in its order. */
  readonly columns: readonly (readonly Reading[])[];
  readonly y: readonly Reading[];
  /** One for each parameter. */
  readonly start: readonly number[];
  readonly weighting?: Weighting;
};

export type NonlinearCurve = Curve & {
  /** Iterations of the descent that was kept; 0 for a model that is linear in its parameters. */
  readonly iterations: number;
  /** Whether the model is linear in its parameters: then the start values do not matter. */
  readonly isLinear: boolean;
};

/** Each alone misses a minimum that another finds: the first of BoxBOD and MGH17, the second of MGH10. */
const strategies: readonly Strategy[] = [
  { damping: 1e-2, isAccelerated: true, keepsLargestScale: true },
  { damping: 1e-2, isAccelerated: true, keepsLargestScale: false },
  { damping: 1, isAccelerated: false, keepsLargestScale: true },
];

type Prepared = {
  readonly model: FormulaModel;
  readonly weighting: Weighting;
  /** Left side of the model at y. */
  readonly y: DoubleDoubleVector;
  readonly columns: readonly DoubleDoubleVector[];
  readonly whitening: Whitening;
};

/** The uncertainties of the left side, by its slopes |dL/dy|. */
function transformedBy(weighting: Weighting, slopes: readonly number[]): Weighting {
  const slope = (i: number): number => slopes[i] ?? NaN;
  if (weighting.kind === 'stated') return { kind: 'stated', u: weighting.u.map((u, i) => u * Math.abs(slope(i))) };
  if (weighting.kind !== 'covariance') return weighting;
  return { kind: 'covariance', covariance: weighting.covariance.map((row, i) => row.map((value, j) => value * slope(i) * slope(j))) };
}

/** The left side of the model and, by its slope, the weights that belong to it. */
function prepare({ model, columns, y, weighting = { kind: 'none' } }: NonlinearData): Prepared {
  const exact = decimalVector(y);
  const { response } = model;
  if (response === undefined) return { model, weighting, y: exact, columns: columns.map(decimalVector), whitening: whiteningOf(weighting) };
  const slopes: number[] = [];
  const left = vectorFrom(y.length, (i) => {
    const value = response.evaluate([at(exact, i)]);
    if (!Number.isFinite(value[0])) {
      throw new InvalidInput(`y[${i}]`, ['模型等号左边在此没有有限值', 'the left side of the model has no finite value here']);
    }
    slopes.push(toNumber(response.gradient()[0] ?? zero));
    return value;
  });
  const transformed = transformedBy(weighting, slopes);
  return { model, weighting: transformed, y: left, columns: columns.map(decimalVector), whitening: whiteningOf(transformed) };
}

function problemOf({ model, y, columns, whitening }: Prepared): ResidualProblem {
  const n = model.parameters.length;
  const inputs = new Float64Array(n + columns.length);
  const gradient = new Float64Array(n + columns.length);
  const rows = y.hi.length;
  return {
    parameters: n,
    rows,
    cost: rows * operationsOf(model),
    evaluate(p, residuals, jacobian) {
      inputs.set(p);
      for (let i = 0; i < rows; i++) {
        columns.forEach((column, k) => (inputs[n + k] = column.hi[i] ?? NaN));
        model.tape.evaluate(inputs);
        const residual = model.tape.output(0) - (y.hi[i] ?? NaN);
        if (!Number.isFinite(residual)) return false;
        residuals[i] = residual;
        if (jacobian === undefined) continue;
        model.tape.gradient(0, gradient);
        for (let j = 0; j < n; j++) {
          const slope = gradient[j] ?? NaN;
          if (!Number.isFinite(slope)) return false;
          jacobian[i * n + j] = slope;
        }
      }
      whitening.applyInPlace(residuals, 0, 1);
      for (let j = 0; jacobian !== undefined && j < n; j++) whitening.applyInPlace(jacobian, j, n);
      return true;
    },
  };
}

/** Whether the Jacobian is the same at three places, which no model has that is not linear in its parameters. */
function isLinearModel(problem: ResidualProblem, start: Float64Array): boolean {
  const jacobianAt = (p: Float64Array): Float64Array | undefined => {
    const jacobian = new Float64Array(problem.rows * problem.parameters);
    return problem.evaluate(p, new Float64Array(problem.rows), jacobian) ? jacobian : undefined;
  };
  const first = jacobianAt(start);
  const others = [start.map((value, j) => 1.375 * value + 0.625 + j / 8), start.map((value, j) => 0.75 * value - 0.375 - j / 16)];
  return others.every((p) => {
    const other = jacobianAt(p);
    return first !== undefined && other?.every((value, i) => value === first[i]) === true;
  });
}

/** Two descents that end at the same sum of squares have found the same minimum. */
const isSame = (one: Descent, other: Descent): boolean =>
  Math.abs(one.sumOfSquares - other.sumOfSquares) <= 1e-9 * Math.min(one.sumOfSquares, other.sumOfSquares);

function lowestDescent(problem: ResidualProblem, start: Float64Array): Descent {
  const found: Descent[] = [];
  const settled: Descent[] = [];
  for (const strategy of strategies) {
    const descent = descend(problem, start, strategy);
    if (descent === undefined) continue;
    found.push(descent);
    const isKnown = descent.isConverged && settled.some((other) => isSame(other, descent));
    if (descent.isConverged) settled.push(descent);
    if (isKnown) break;
  }
  const [first, ...others] = settled;
  if (first === undefined) {
    const iterations = found.reduce((sum, descent) => sum + descent.iterations, 0);
    throw new InvalidInput('start', [
      `从起始值出发没有收敛（${iterations} 次迭代后停止），请给出更接近的起始值或更简单的模型`,
      `no convergence from the start values (stopped after ${iterations} iterations); give start values nearer to the solution or a simpler model`,
    ]);
  }
  return others.reduce((best, other) => (other.sumOfSquares < best.sumOfSquares * (1 - 1e-9) ? other : best), first);
}

type Settled = {
  readonly parameters: DoubleDoubleVector;
  readonly fit: DoubleDoubleFit;
  readonly design: readonly DoubleDoubleVector[];
  readonly residuals: readonly number[];
};

const mostRefinements = 40;
/** Of 32 digits; with many operations those of double precision are enough. */
const settledStepOf = (cost: number): number => (cost > 1e5 ? 1e-13 : 1e-24);
/** Operations of one evaluation of all rows; more would take minutes. */
const mostOperations = 4e6;

/** Gauss–Newton in double-doubles until the step vanishes or stops shrinking; the covariance belongs to the last place. */
function settle({ model, y, columns, whitening }: Prepared, start: Float64Array): Settled {
  const n = model.parameters.length;
  const rows = y.hi.length;
  let parameters = vectorFrom(n, (j) => fromDecimal(start[j] ?? NaN));
  const cost = rows * operationsOf(model);
  const most = Math.max(3, Math.min(mostRefinements, Math.floor(2e7 / cost)));
  let before = Infinity;
  for (let count = 0; ; count++) {
    const jacobian = model.parameters.map(() => vectorOf(rows));
    const residuals = vectorFrom(rows, (i) => {
      const inputs = [...model.parameters.map((_, j) => at(parameters, j)), ...columns.map((column) => at(column, i))];
      const value = model.precise.evaluate(inputs);
      model.precise.gradient().forEach((slope, j) => j < n && put(jacobian[j] ?? y, i, slope));
      return subtract(at(y, i), value);
    });
    const design = jacobian.map(whitening.apply);
    const step = solveColumns(design, whitening.apply(residuals), model.parameters);
    const size = Math.max(...model.parameters.map((_, j) => Math.abs(at(step.parameters, j)[0]) / (Math.abs(at(parameters, j)[0]) || 1)));
    const isLast = size <= settledStepOf(cost) || count >= most || (count > 2 && size >= before && size < 1e-9);
    if (isLast || !Number.isFinite(size)) {
      const square = whitening.apply(residuals);
      let residualSumOfSquares: DoubleDouble = zero;
      for (let i = 0; i < rows; i++) residualSumOfSquares = add(residualSumOfSquares, multiply(at(square, i), at(square, i)));
      const plain = Array.from({ length: rows }, (_, i) => toNumber(at(residuals, i)));
      return { parameters, fit: { ...step, residualSumOfSquares }, design, residuals: plain };
    }
    before = size;
    parameters = vectorFrom(n, (j) => add(at(parameters, j), at(step.parameters, j)));
  }
}

/**
 * Fits a formula to data by least squares. The parameters' covariance is s²(JᵀJ)⁻¹ at the solution (the convention of NIST StRD), or
 * (JᵀJ)⁻¹ for stated uncertainties of y. Throws InvalidInput when the model has no value at the start, does not converge, or has
 * parameters that the data do not determine.
 * @example fitNonlinear({ model: readFormulaModel('a*x^2', ['a'], ['x']), columns: [[1, 2, 3]], y: [2, 8.1, 18], start: [1] }).parameters
 */
export function fitNonlinear(data: NonlinearData): NonlinearCurve {
  const prepared = prepare(data);
  const { model, weighting, y } = prepared;
  const n = model.parameters.length;
  requireEnoughPoints(weighting, y.hi.length, n);
  const problem = problemOf(prepared);
  if (problem.cost > mostOperations) {
    throw new InvalidInput('model', [
      '公式过长或数据过多，无法在合理时间内拟合',
      'the formula is too long or the data too many for a fit in reasonable time',
    ]);
  }
  const start = Float64Array.from(data.start);
  if (!problem.evaluate(start, new Float64Array(problem.rows), new Float64Array(problem.rows * n))) {
    throw new InvalidInput('start', [
      '模型在起始值处没有有限的值或导数',
      'the model has no finite value or derivative at the start values',
    ]);
  }
  const isLinear = isLinearModel(problem, start);
  const descent = isLinear ? undefined : lowestDescent(problem, start);
  const settled = settle(prepared, descent?.parameters ?? start);
  const curve = concludeCurve({
    names: model.parameters,
    weighting,
    fit: settled.fit,
    design: settled.design,
    whitening: prepared.whitening,
    parameters: settled.parameters,
    residuals: settled.residuals,
    rows: y.hi.length,
    model(x) {
      const value = model.precise.evaluate([...model.parameters.map((_, j) => at(settled.parameters, j)), ...x.map(fromDecimal)]);
      const gradient = model.precise.gradient();
      const slope = model.columns.length === 1 ? toNumber(gradient[n] ?? zero) : null;
      return { y: toNumber(value), gradient: vectorFrom(n, (j) => gradient[j] ?? zero), slope };
    },
  });
  return { ...curve, iterations: descent?.iterations ?? 0, isLinear };
}
