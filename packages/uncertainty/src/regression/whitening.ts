/**
 * Takes observations to unit variances: multiplication by √weight or 1/u, or by the inverse of the Cholesky factor of a covariance
 * (ISO/TS 28037 clause 9, Gauss–Markov regression).
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { cholesky } from '../matrix/cholesky.ts';
import { divide, multiply, one, squareRoot, subtract, zero, type DoubleDouble } from '../matrix/double-double.ts';
import { at, put, vectorFrom, vectorOf, type DoubleDoubleVector } from '../matrix/double-double-vector.ts';
import type { Weighting } from './curve.ts';

export type Whitening = {
  /** W·vector */
  readonly apply: (vector: DoubleDoubleVector) => DoubleDoubleVector;
  /** Wᵀ·vector */
  readonly applyTransposed: (vector: DoubleDoubleVector) => DoubleDoubleVector;
  /** W·values in place, in double precision; `stride` steps from row to row. */
  readonly applyInPlace: (values: Float64Array, offset: number, stride: number) => void;
};

const identity = (vector: DoubleDoubleVector): DoubleDoubleVector => vector;

/** Each row times its factor. */
export function diagonalWhitening(factors: readonly DoubleDouble[]): Whitening {
  const apply = (vector: DoubleDoubleVector): DoubleDoubleVector =>
    vectorFrom(vector.hi.length, (i) => multiply(at(vector, i), factors[i] ?? zero));
  return {
    apply,
    applyTransposed: apply,
    applyInPlace(values, offset, stride) {
      factors.forEach(([factor], i) => (values[offset + i * stride] = (values[offset + i * stride] ?? NaN) * factor));
    },
  };
}

function triangularWhitening(lower: Float64Array, n: number): Whitening {
  const element = (i: number, j: number): number => lower[i * n + j] ?? NaN;
  return {
    apply(vector) {
      const solved = vectorOf(n);
      for (let i = 0; i < n; i++) {
        let rest = at(vector, i);
        for (let k = 0; k < i; k++) rest = subtract(rest, multiply([element(i, k), 0], at(solved, k)));
        put(solved, i, divide(rest, [element(i, i), 0]));
      }
      return solved;
    },
    applyTransposed(vector) {
      const solved = vectorOf(n);
      for (let i = n - 1; i >= 0; i--) {
        let rest = at(vector, i);
        for (let k = i + 1; k < n; k++) rest = subtract(rest, multiply([element(k, i), 0], at(solved, k)));
        put(solved, i, divide(rest, [element(i, i), 0]));
      }
      return solved;
    },
    applyInPlace(values, offset, stride) {
      for (let i = 0; i < n; i++) {
        let rest = values[offset + i * stride] ?? NaN;
        for (let k = 0; k < i; k++) rest -= element(i, k) * (values[offset + k * stride] ?? NaN);
        values[offset + i * stride] = rest / element(i, i);
      }
    },
  };
}

/**
 * The whitening of a weighting. A covariance must be positive definite: a singular one says that some combination of the readings has
 * no uncertainty at all. Throws InvalidInput at `covarianceY`.
 */
export function whiteningOf(weighting: Weighting): Whitening {
  switch (weighting.kind) {
    case 'none':
      return { apply: identity, applyTransposed: identity, applyInPlace: () => undefined };
    case 'weights':
      return diagonalWhitening(weighting.weights.map((weight) => squareRoot([weight, 0])));
    case 'stated':
      return diagonalWhitening(weighting.u.map((u) => divide(one, [u, 0])));
    default: {
      const n = weighting.covariance.length;
      return triangularWhitening(positiveDefinite(Float64Array.from(weighting.covariance.flat()), n), n);
    }
  }
}

const singular = (row: number): InvalidInput =>
  new InvalidInput('covarianceY', [
    `y 的协方差矩阵是奇异的：第 ${row + 1} 个读数完全由前面的读数决定`,
    `the covariance of y is singular: reading ${row + 1} is determined by those before it`,
  ]);

function positiveDefinite(matrix: Float64Array, n: number): Float64Array {
  const lower = cholesky(matrix, n, 'covarianceY');
  for (let i = 0; i < n; i++) if (lower[i * n + i] === 0) throw singular(i);
  return lower;
}
