/**
 * What every fit answers: parameters with their covariance, residuals, and the curve as a function with a standard uncertainty
 * (JCGM 100 H.3, ISO/TS 28037). Where the covariance comes from is said by the weighting.
 */
import { add, multiply, subtract, toNumber, zero, type DoubleDouble } from '../matrix/double-double.ts';
import { inverseGramElement, type DoubleDoubleFit } from '../matrix/double-double-least-squares.ts';
import { at, vectorFrom, type DoubleDoubleVector } from '../matrix/double-double-vector.ts';
import type { Whitening } from './whitening.ts';

/**
 * none: equal unknown variances, estimated from the scatter (JCGM 100 H.3). weights: variances proportional to 1/weight, the factor
 * estimated from the scatter. stated: known standard uncertainties of y; the covariance follows from them alone (ISO/TS 28037 clause 6)
 * and χ² tests them. covariance: the same with a known covariance matrix of y, for readings that share an effect (clause 9).
 */
export type Weighting =
  | { readonly kind: 'none' }
  | { readonly kind: 'weights'; readonly weights: readonly number[] }
  | { readonly kind: 'stated'; readonly u: readonly number[] }
  | { readonly kind: 'covariance'; readonly covariance: readonly (readonly number[])[] };

export type CurvePoint = {
  readonly y: number;
  /** Standard uncertainty of the curve at x, from the covariance of the parameters. */
  readonly u: number;
  /** dy/dx; null for a model of several columns. */
  readonly slope: number | null;
};

export type Curve = {
  readonly names: readonly string[];
  readonly parameters: readonly number[];
  readonly standardUncertainties: readonly number[];
  /** Rows and columns in the order of the names. */
  readonly covariance: readonly (readonly number[])[];
  /** y − curve, in the unit of y (of the left side, where the model transforms y). */
  readonly residuals: readonly number[];
  /** √(Σ w·residual²/dof) with w = 1, the weights, or 1/u² (then a pure number, the Birge ratio; with a covariance V, residualᵀV⁻¹residual); null without degrees of freedom. */
  readonly residualStandardDeviation: number | null;
  /** Σ w·residual²; with stated uncertainties this is χ². */
  readonly residualSumOfSquares: number;
  readonly dof: number;
  /** Observed χ² where uncertainties were stated, else null. */
  readonly chiSquare: number | null;
  /** Value, u and slope at one value of each column of x. */
  readonly at: (x: readonly number[]) => CurvePoint;
  /** ∂(curve at x)/∂yᵢ for every point: how the curve rests on its data. */
  readonly influence: (x: readonly number[]) => number[];
};

/** A value of the model with its gradient by the parameters of the fit, and its slope. */
export type ModelPoint = { readonly y: number; readonly gradient: DoubleDoubleVector; readonly slope: number | null };

export type Conclusion = {
  readonly names: readonly string[];
  readonly weighting: Weighting;
  readonly fit: DoubleDoubleFit;
  /** Columns of the (weighted) design or Jacobian that was solved. */
  readonly design: readonly DoubleDoubleVector[];
  /** What took the design and y to unit variances. */
  readonly whitening: Whitening;
  /** Residuals before weighting. */
  readonly residuals: readonly number[];
  readonly rows: number;
  /** Parameters as reported, from parameters (or columns of R⁻¹) of the fit; the identity where they are the same. */
  readonly report?: (vector: DoubleDoubleVector) => DoubleDoubleVector;
  readonly parameters?: DoubleDoubleVector;
  readonly model: (x: readonly number[]) => ModelPoint;
};

/** Rows that count: a weight of 0 takes its row out. */
const countOf = (weighting: Weighting, rows: number): number =>
  weighting.kind === 'weights' ? weighting.weights.filter((weight) => weight > 0).length : rows;

/** Whether the uncertainties of y are known, so that no scatter is needed. */
export const isKnown = ({ kind }: Weighting): boolean => kind === 'stated' || kind === 'covariance';

/** Degrees of freedom of a fit of n parameters to these rows. */
export const degreesOfFreedom = (weighting: Weighting, rows: number, n: number): number => countOf(weighting, rows) - n;

/** Turns a least-squares solution into a curve. */
export function concludeCurve(conclusion: Conclusion): Curve {
  const { names, weighting, fit, design, whitening, residuals, rows, report = (vector) => vector, parameters, model } = conclusion;
  const n = names.length;
  const dof = degreesOfFreedom(weighting, rows, n);
  const square = toNumber(fit.residualSumOfSquares);
  const s = dof > 0 ? Math.sqrt(square / dof) : null;
  const isStated = isKnown(weighting);
  const factor = isStated ? 1 : (s ?? 0);
  const reported = fit.inverse.map(report);
  const covariance = names.map((_, i) => names.map((_name, j) => factor * factor * toNumber(inverseGramElement(reported, i, j))));
  const found = report(parameters ?? fit.parameters);
  return {
    names,
    parameters: names.map((_, i) => toNumber(at(found, i))),
    standardUncertainties: names.map((_, i) => factor * Math.sqrt(Math.max(0, toNumber(inverseGramElement(reported, i, i))))),
    covariance,
    residuals,
    residualStandardDeviation: s,
    residualSumOfSquares: square,
    dof,
    chiSquare: isStated ? square : null,
    at(x) {
      const { y, gradient, slope } = model(x);
      const variance = rotated(fit, (j) => at(gradient, j)).reduce((sum, part) => add(sum, multiply(part, part)), zero);
      return { y, u: factor * Math.sqrt(toNumber(variance)), slope };
    },
    influence(x) {
      const { gradient } = model(x);
      const there = rotated(fit, (j) => at(gradient, j));
      const rotatedRows = vectorFrom(rows, (i) => {
        const here = rotated(fit, (j) => at(design[j] ?? gradient, i));
        return here.reduce((total, part, k) => add(total, multiply(part, there[k] ?? zero)), zero);
      });
      const influence = whitening.applyTransposed(rotatedRows);
      return Array.from({ length: rows }, (_, i) => toNumber(at(influence, i)));
    },
  };
}

/** R⁻ᵀ·row. */
const rotated = ({ inverse }: DoubleDoubleFit, row: (j: number) => DoubleDouble): DoubleDouble[] =>
  inverse.map((column) => {
    let part: DoubleDouble = zero;
    for (let j = 0; j < column.hi.length; j++) part = add(part, multiply(at(column, j), row(j)));
    return part;
  });

/**
 * Standard uncertainty of the curve at x and its effective degrees of freedom when each yᵢ has its own u and degrees of freedom
 * (Welch–Satterthwaite over the influence of each point; Willink, Metrologia 45 (2008) 63).
 * @param dof greater than 0, Infinity for an uncertainty that is known
 */
export function predictionWithDof(
  curve: Curve,
  x: readonly number[],
  u: readonly number[],
  dof: readonly number[],
): { readonly y: number; readonly u: number; readonly dof: number } {
  let [variance, fourth] = [0, 0];
  curve.influence(x).forEach((influence, i) => {
    const part = influence * (u[i] ?? NaN) * (influence * (u[i] ?? NaN));
    variance += part;
    fourth += (part * part) / (dof[i] ?? NaN);
  });
  return { y: curve.at(x).y, u: Math.sqrt(variance), dof: fourth === 0 ? Infinity : (variance * variance) / fourth };
}

/** y − Σ parameter·column, before weighting. */
export function plainResiduals(y: DoubleDoubleVector, columns: readonly DoubleDoubleVector[], parameters: DoubleDoubleVector): number[] {
  return Array.from({ length: y.hi.length }, (_, i) => {
    let rest = at(y, i);
    columns.forEach((column, j) => (rest = subtract(rest, multiply(at(column, i), at(parameters, j)))));
    return toNumber(rest);
  });
}
