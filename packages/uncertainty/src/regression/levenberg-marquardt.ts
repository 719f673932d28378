/**
 * Nonlinear least squares by the method of Levenberg and Marquardt as a trust region (Moré 1978; Nielsen 1999), with geodesic
 * acceleration (Transtrum & Sethna 2012) where asked for. Steps come from QR factors, never from normal equations, and every
 * direction is scaled by the largest length its column of the Jacobian has had, so that units do not matter.
 */
import { applyTransposed, householder, solveUpper, triangle } from '../matrix/householder.ts';

export type ResidualProblem = {
  readonly parameters: number;
  readonly rows: number;
  /** Operations of one evaluation, roughly. */
  readonly cost: number;
  /**
   * Writes the residuals at p and, where an array is given, their Jacobian ∂r/∂p (rows × parameters, row-major).
   * Answers false where the model has no finite value or derivative.
   */
  readonly evaluate: (p: Float64Array, residuals: Float64Array, jacobian?: Float64Array) => boolean;
};

export type Strategy = {
  /** The first damping, relative to the scaled normal equations. */
  readonly damping: number;
  readonly isAccelerated: boolean;
  /** Columns are scaled by their largest length so far, or by their present one. */
  readonly keepsLargestScale: boolean;
};

export type Descent = {
  readonly parameters: Float64Array;
  readonly sumOfSquares: number;
  readonly iterations: number;
  readonly isConverged: boolean;
};

/** A fit that needs more iterations will not succeed; a costly one gets fewer, so that a hopeless one ends within seconds. */
const mostIterationsOf = (cost: number): number => Math.max(60, Math.min(2000, Math.floor(2e8 / cost)));
const smallestStep = 1e-14;
const largestDamping = 1e40;

const squareOf = (values: Float64Array): number => {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
};

function columnLengths(jacobian: Float64Array, rows: number, n: number): Float64Array {
  const squares = new Float64Array(n);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < n; j++) squares[j] = (squares[j] ?? 0) + (jacobian[i * n + j] ?? NaN) * (jacobian[i * n + j] ?? NaN);
  }
  return squares.map(Math.sqrt);
}

/** The step that minimises ‖r + J·step‖² + λ‖D·step‖², from J's triangle R and Qᵀr. */
function dampedStep(r: Float64Array, rotated: Float64Array, lengths: Float64Array, lambda: number): Float64Array {
  const n = lengths.length;
  const stacked = new Float64Array(2 * n * n);
  stacked.set(r);
  const right = new Float64Array(2 * n);
  for (let j = 0; j < n; j++) {
    stacked[(n + j) * n + j] = Math.sqrt(lambda) * (lengths[j] ?? NaN);
    right[j] = -(rotated[j] ?? NaN);
  }
  const qr = householder(stacked, 2 * n, n);
  return solveUpper(triangle(qr), n, applyTransposed(qr, right));
}

const times = (jacobian: Float64Array, rows: number, step: Float64Array): Float64Array => {
  const n = step.length;
  return Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (jacobian[i * n + j] ?? NaN) * (step[j] ?? NaN);
    return sum;
  });
};

const plus = (a: Float64Array, b: Float64Array, factor = 1): Float64Array => a.map((value, j) => value + factor * (b[j] ?? NaN));

type Point = {
  readonly p: Float64Array;
  readonly residuals: Float64Array;
  readonly jacobian: Float64Array;
  readonly square: number;
};

function pointAt(problem: ResidualProblem, p: Float64Array): Point | undefined {
  const residuals = new Float64Array(problem.rows);
  const jacobian = new Float64Array(problem.rows * problem.parameters);
  if (!problem.evaluate(p, residuals, jacobian)) return undefined;
  const square = squareOf(residuals);
  return Number.isFinite(square) ? { p, residuals, jacobian, square } : undefined;
}

/** Half the second derivative of the path along the step, corrected to second order; undefined where it is too large to trust. */
function accelerated(
  problem: ResidualProblem,
  { p, residuals, jacobian }: Point,
  step: Float64Array,
  solve: (residuals: Float64Array) => Float64Array,
  lengths: Float64Array,
): Float64Array | undefined {
  const h = 0.1;
  const ahead = new Float64Array(problem.rows);
  if (!problem.evaluate(plus(p, step, h), ahead)) return undefined;
  const linear = times(jacobian, problem.rows, step);
  const curvature = ahead.map((value, i) => (2 / h) * ((value - (residuals[i] ?? NaN)) / h - (linear[i] ?? NaN)));
  const correction = solve(curvature);
  const size = (values: Float64Array): number => Math.sqrt(squareOf(values.map((value, j) => value * (lengths[j] ?? NaN))));
  if (!(2 * size(correction) <= 0.75 * size(step))) return undefined;
  return plus(step, correction, 0.5);
}

const isNegligible = (step: Float64Array, p: Float64Array): boolean =>
  step.every((part, j) => Math.abs(part) <= smallestStep * (Math.abs(p[j] ?? NaN) + smallestStep));

/**
 * One descent from `start`. Undefined when the model has no finite value there; otherwise the lowest point that was reached, and whether
 * the descent ended because no step was worth taking.
 */
export function descend(problem: ResidualProblem, start: Float64Array, strategy: Strategy): Descent | undefined {
  const first = pointAt(problem, start);
  if (first === undefined) return undefined;
  let point: Point = first;
  const { parameters: n, rows } = problem;
  let lengths = new Float64Array(n);
  let lambda = strategy.damping;
  let growth = 2;
  const mostIterations = mostIterationsOf(problem.cost + rows * n * n);
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    const { p, residuals, jacobian, square } = point;
    const present = columnLengths(jacobian, rows, n);
    const before = lengths;
    lengths = present.map((length, j) => (strategy.keepsLargestScale ? Math.max(length, before[j] ?? 0) : length) || 1e-30);
    const finish = (isConverged: boolean): Descent => ({ parameters: p, sumOfSquares: square, iterations: iteration, isConverged });
    const qr = householder(jacobian, rows, n);
    const r = triangle(qr);
    const solve = (right: Float64Array): Float64Array => dampedStep(r, applyTransposed(qr, right), lengths, lambda);
    for (;;) {
      let step: Float64Array;
      try {
        step = solve(residuals);
      } catch (error) {
        if (error instanceof RangeError) return finish(false);
        throw error;
      }
      if (!step.every(Number.isFinite)) return finish(false);
      const linear = squareOf(times(jacobian, rows, step));
      const predicted = linear + 2 * lambda * squareOf(step.map((part, j) => part * (lengths[j] ?? NaN)));
      if (isNegligible(step, p) || predicted <= 1e-28 * square) return finish(lambda < 1e10);
      const path: Float64Array | undefined = strategy.isAccelerated ? accelerated(problem, point, step, solve, lengths) : step;
      const next: Point | undefined = path === undefined ? undefined : pointAt(problem, plus(p, path));
      const gain = next === undefined ? -1 : (square - next.square) / predicted;
      if (next !== undefined && gain > 1e-4) {
        const shape = 2 * Math.min(gain, 1) - 1;
        lambda = Math.max(lambda * Math.max(1 / 5, 1 - shape * shape * shape), 1e-30);
        growth = 2;
        point = next;
        break;
      }
      lambda *= growth;
      growth = Math.min(growth * 2, 64);
      if (lambda > largestDamping) return finish(false);
    }
  }
  return { parameters: point.p, sumOfSquares: point.square, iterations: mostIterations, isConverged: false };
}
