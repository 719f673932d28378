/**
 * Linear least squares in double-double arithmetic by Householder's method (Golub & Van Loan 5.3): fits whose design has a condition
 * number up to about 1e15 (NIST StRD Filip) keep nine digits and more in the parameters and their covariance.
 */
import { add, divide, multiply, negate, one, scale, squareRoot, subtract, zero, type DoubleDouble } from './double-double.ts';
import { at, dot, put, subtractMultiple, vectorFrom, vectorOf, type DoubleDoubleVector } from './double-double-vector.ts';

export type DoubleDoubleFit = {
  readonly parameters: DoubleDoubleVector;
  /** R⁻¹ by columns: (XᵀX)⁻¹ = R⁻¹·R⁻ᵀ. */
  readonly inverse: readonly DoubleDoubleVector[];
  readonly residuals: DoubleDoubleVector;
  readonly residualSumOfSquares: DoubleDouble;
};

/** Column number `column` is, to `rankTolerance` of its length, a combination of the columns before it. */
export class DependentColumn extends Error {
  readonly column: number;
  constructor(column: number) {
    super(`column ${column + 1} depends on the columns before it`);
    this.name = 'DependentColumn';
    this.column = column;
  }
}

/** Decimals of 17 digits are noise below this share of a column's length. */
const rankTolerance = 1e-15;

/** The power of two next above the largest element, so that scaling is exact. */
function exponentOf(vector: DoubleDoubleVector): number {
  let largest = 0;
  for (const value of vector.hi) largest = Math.max(largest, Math.abs(value));
  let power = 1;
  while (power < largest && power < 1e300) power *= 2;
  while (power / 2 >= largest && power > 1e-300) power /= 2;
  return power;
}

const scaled = (vector: DoubleDoubleVector, factor: number): DoubleDoubleVector =>
  vectorFrom(vector.hi.length, (i) => scale(at(vector, i), factor));

/** Reduces the columns to R in place and carries y along; the tail of each column keeps its reflection. */
function triangularize(columns: readonly DoubleDoubleVector[], y: DoubleDoubleVector, tolerance: number): DoubleDouble[] {
  return columns.map((column, j) => {
    const whole = squareRoot(dot(column, column));
    const first = at(column, j);
    const tail = squareRoot(dot(column, column, j));
    if (!(tail[0] > tolerance * whole[0])) throw new DependentColumn(j);
    const length = first[0] > 0 ? negate(tail) : tail;
    put(column, j, subtract(first, length));
    // H = I − v·vᵀ·2/(vᵀv), and vᵀv = −2·length·v₁ for v = x − length·e₁.
    const half = negate(multiply(length, at(column, j)));
    for (const other of [...columns.slice(j + 1), y]) subtractMultiple(other, divide(dot(column, other, j), half), column, j);
    return length;
  });
}

function invertTriangle(columns: readonly DoubleDoubleVector[], diagonal: readonly DoubleDouble[]): DoubleDoubleVector[] {
  const n = columns.length;
  return columns.map((_, j) => {
    const inverse = vectorOf(n);
    for (let i = j; i >= 0; i--) {
      let rest: DoubleDouble = i === j ? one : zero;
      for (let k = i + 1; k <= j; k++) rest = subtract(rest, multiply(at(columns[k] ?? inverse, i), at(inverse, k)));
      put(inverse, i, divide(rest, diagonal[i] ?? zero));
    }
    return inverse;
  });
}

/**
 * The parameters that minimise ‖y − Σ parameterⱼ·columnⱼ‖₂. The columns and y have one length m, at least the number of columns; they
 * are left as they are. Throws DependentColumn when the columns are not independent.
 */
export function fitColumns(columns: readonly DoubleDoubleVector[], y: DoubleDoubleVector, tolerance = rankTolerance): DoubleDoubleFit {
  const powers = columns.map(exponentOf);
  const powerOfY = exponentOf(y);
  const reduced = columns.map((column, j) => scaled(column, 1 / (powers[j] ?? 1)));
  const right = scaled(y, 1 / powerOfY);
  const diagonal = triangularize(reduced, right, tolerance);
  const plain = invertTriangle(reduced, diagonal);
  const n = columns.length;
  const inverse = plain.map((column) => vectorFrom(n, (i) => scale(at(column, i), 1 / (powers[i] ?? 1))));
  const parameters = vectorFrom(n, (i) => {
    let total: DoubleDouble = zero;
    inverse.forEach((column, k) => (total = add(total, multiply(at(column, i), at(right, k)))));
    return scale(total, powerOfY);
  });
  const residuals = vectorFrom(y.hi.length, (i) => at(y, i));
  columns.forEach((column, j) => subtractMultiple(residuals, at(parameters, j), column));
  return { parameters, inverse, residuals, residualSumOfSquares: dot(residuals, residuals) };
}

/** Row i and column j of (XᵀX)⁻¹. */
export function inverseGramElement(inverse: readonly DoubleDoubleVector[], i: number, j: number): DoubleDouble {
  let total: DoubleDouble = zero;
  for (const column of inverse) total = add(total, multiply(at(column, i), at(column, j)));
  return total;
}
