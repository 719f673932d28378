/**
 * Cholesky factor of a covariance or correlation matrix, and triangular solves (Golub & Van Loan, Matrix Computations, 4.2).
 * Matrices are dense and row-major: element (i, j) of an n × n matrix stands at i·n + j.
 * A covariance may be singular (r = ±1, JCGM 102 3.21 allows semidefinite matrices); it may not be indefinite.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';

/** The relative size below which a pivot counts as 0, per row of the matrix: rounding of n products, with a margin of 2⁵. */
const pivotTolerancePerRow = 1e-14;

function refuseUnusable(a: Float64Array, n: number, place: string): void {
  if (!Number.isInteger(n) || n < 1 || a.length !== n * n) {
    throw new InvalidInput(place, ['协方差矩阵必须是方阵', 'the covariance matrix must be square']);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const one = a[i * n + j] ?? NaN;
      const other = a[j * n + i] ?? NaN;
      if (!Number.isFinite(one) || !Number.isFinite(other)) {
        throw new InvalidInput(place, [
          `协方差矩阵第 ${i + 1} 行第 ${j + 1} 列不是有限的数`,
          `element (${i + 1}, ${j + 1}) of the covariance matrix is not finite`,
        ]);
      }
      if (Math.abs(one - other) > 1e-9 * Math.max(Math.abs(one), Math.abs(other))) {
        throw new InvalidInput(place, [
          `协方差矩阵不对称：第 ${i + 1} 行第 ${j + 1} 列与其对称位置的数不同`,
          `the covariance matrix is not symmetric at element (${i + 1}, ${j + 1})`,
        ]);
      }
    }
  }
}

const indefinite = (place: string, row: number): InvalidInput =>
  new InvalidInput(place, [
    `协方差矩阵不是半正定的（到第 ${row + 1} 行为止的部分已不可能成立），请检查相关系数`,
    `the covariance matrix is not positive semi-definite (its first ${row + 1} rows already cannot hold); check the correlations`,
  ]);

/**
 * The lower triangular L with L·Lᵀ = a, both n × n and row-major; the units of L are those of the standard uncertainties.
 * A pivot counts as 0 when it is at most `tolerance` (default n·1e-14) times its own diagonal element, so that the decision
 * does not depend on units; its column of L is then 0 and what stands below it must vanish too.
 * Throws InvalidInput at `place` when a is not square, not symmetric, not finite, or not positive semi-definite.
 * @example cholesky(Float64Array.of(4, 2, 2, 5), 2) // [2, 0, 1, 2]
 */
export function cholesky(a: Float64Array, n: number, place = '', tolerance = n * pivotTolerancePerRow): Float64Array {
  refuseUnusable(a, n, place);
  const lower = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const diagonal = a[j * n + j] ?? NaN;
    if (diagonal < 0) throw indefinite(place, j);
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= (lower[j * n + k] ?? NaN) * (lower[j * n + k] ?? NaN);
    if (pivot < -tolerance * diagonal) throw indefinite(place, j);
    const isZero = pivot <= tolerance * diagonal;
    const root = isZero ? 0 : Math.sqrt(pivot);
    lower[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let rest = a[i * n + j] ?? NaN;
      for (let k = 0; k < j; k++) rest -= (lower[i * n + k] ?? NaN) * (lower[j * n + k] ?? NaN);
      // |c_ij|² ≤ c_ii·c_jj holds for what is left of a semidefinite matrix.
      if (!isZero) lower[i * n + j] = rest / root;
      else if (rest * rest > 4 * tolerance * diagonal * (a[i * n + i] ?? NaN)) throw indefinite(place, i);
    }
  }
  return lower;
}

function divided(rest: number, pivot: number, row: number): number {
  if (pivot !== 0) return rest / pivot;
  if (rest === 0) return 0;
  throw new RangeError(`row ${row + 1} of the triangular matrix has no pivot`);
}

/**
 * x with L·x = b for a lower triangular n × n L, row-major. Throws RangeError where a pivot is 0 and the right side is not.
 * @example solveLower(Float64Array.of(2, 0, 1, 2), 2, Float64Array.of(2, 5)) // [1, 2]
 */
export function solveLower(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let rest = b[i] ?? NaN;
    for (let k = 0; k < i; k++) rest -= (lower[i * n + k] ?? NaN) * (x[k] ?? NaN);
    x[i] = divided(rest, lower[i * n + i] ?? NaN, i);
  }
  return x;
}

/** x with Lᵀ·x = b for a lower triangular n × n L, row-major. @example solveLowerTransposed(Float64Array.of(2, 0, 1, 2), 2, Float64Array.of(4, 4)) // [1, 2] */
export function solveLowerTransposed(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let rest = b[i] ?? NaN;
    for (let k = i + 1; k < n; k++) rest -= (lower[k * n + i] ?? NaN) * (x[k] ?? NaN);
    x[i] = divided(rest, lower[i * n + i] ?? NaN, i);
  }
  return x;
}
