/**
 * QR factors by Householder reflections and the least squares that rest on them (Golub & Van Loan 5.2, 5.3), in double precision.
 * Matrices are dense and row-major. For the last digits of an ill-conditioned fit see double-double-least-squares.ts.
 */

export type HouseholderQr = {
  readonly rows: number;
  readonly columns: number;
  /** rows × columns: R on and above the diagonal (without its diagonal), the reflections below and on it. */
  readonly packed: Float64Array;
  /** The diagonal of R. */
  readonly diagonal: Float64Array;
};

/**
 * Q·R = a for rows ≥ columns. @throws RangeError otherwise
 * @example triangle(householder(Float64Array.of(3, 4), 2, 1)) // [-5]
 */
export function householder(a: Float64Array, rows: number, columns: number): HouseholderQr {
  if (a.length !== rows * columns || rows < columns || columns < 1)
    throw new RangeError('the matrix needs at least as many rows as columns');
  const packed = Float64Array.from(a);
  const diagonal = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let largest = 0;
    for (let i = j; i < rows; i++) largest = Math.max(largest, Math.abs(packed[i * columns + j] ?? NaN));
    if (largest === 0) continue;
    let square = 0;
    for (let i = j; i < rows; i++) {
      const part = (packed[i * columns + j] ?? NaN) / largest;
      square += part * part;
    }
    const first = packed[j * columns + j] ?? NaN;
    const length = largest * Math.sqrt(square) * (first > 0 ? -1 : 1);
    // v = x − length·e₁, scaled to v₁ = 1 − x₁/length, so that H = I − v·vᵀ/v₁.
    for (let i = j; i < rows; i++) packed[i * columns + j] = -(packed[i * columns + j] ?? NaN) / length;
    packed[j * columns + j] = (packed[j * columns + j] ?? NaN) + 1;
    diagonal[j] = length;
    const head = packed[j * columns + j] ?? NaN;
    for (let k = j + 1; k < columns; k++) {
      let sum = 0;
      for (let i = j; i < rows; i++) sum += (packed[i * columns + j] ?? NaN) * (packed[i * columns + k] ?? NaN);
      const factor = sum / head;
      for (let i = j; i < rows; i++) {
        packed[i * columns + k] = (packed[i * columns + k] ?? NaN) - factor * (packed[i * columns + j] ?? NaN);
      }
    }
  }
  return { rows, columns, packed, diagonal };
}

/** Qᵀ·b, of length rows. @example applyTransposed(householder(Float64Array.of(3, 4), 2, 1), Float64Array.of(3, 4)) // [-5, 0] */
export function applyTransposed({ rows, columns, packed, diagonal }: HouseholderQr, b: Float64Array): Float64Array {
  const image = Float64Array.from(b);
  for (let j = 0; j < columns; j++) {
    if (diagonal[j] === 0) continue;
    let sum = 0;
    for (let i = j; i < rows; i++) sum += (packed[i * columns + j] ?? NaN) * (image[i] ?? NaN);
    const factor = sum / (packed[j * columns + j] ?? NaN);
    for (let i = j; i < rows; i++) image[i] = (image[i] ?? NaN) - factor * (packed[i * columns + j] ?? NaN);
  }
  return image;
}

/** R, upper triangular, columns × columns, row-major. */
export function triangle({ columns, packed, diagonal }: HouseholderQr): Float64Array {
  const r = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i++) {
    r[i * columns + i] = diagonal[i] ?? NaN;
    for (let j = i + 1; j < columns; j++) r[i * columns + j] = packed[i * columns + j] ?? NaN;
  }
  return r;
}

/** x with R·x = b for an upper triangular n × n R, row-major; only the first n of b are read. A zero pivot throws RangeError. */
export function solveUpper(r: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let rest = b[i] ?? NaN;
    for (let k = i + 1; k < n; k++) rest -= (r[i * n + k] ?? NaN) * (x[k] ?? NaN);
    const pivot = r[i * n + i] ?? NaN;
    if (pivot === 0) throw new RangeError(`column ${i + 1} depends on the columns before it`);
    x[i] = rest / pivot;
  }
  return x;
}

/** x with Rᵀ·x = b for an upper triangular n × n R, row-major. A zero pivot throws RangeError. */
export function solveUpperTransposed(r: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let rest = b[i] ?? NaN;
    for (let k = 0; k < i; k++) rest -= (r[k * n + i] ?? NaN) * (x[k] ?? NaN);
    const pivot = r[i * n + i] ?? NaN;
    if (pivot === 0) throw new RangeError(`column ${i + 1} depends on the columns before it`);
    x[i] = rest / pivot;
  }
  return x;
}

/** (RᵀR)⁻¹, n × n and row-major: the covariance of least-squares parameters for unit variance. */
export function inverseOfGram(r: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    const column = solveUpper(r, n, unit);
    for (let i = 0; i <= j; i++) inverse[i * n + j] = column[i] ?? NaN;
  }
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      let sum = 0;
      for (let k = j; k < n; k++) sum += (inverse[i * n + k] ?? NaN) * (inverse[j * n + k] ?? NaN);
      gram[i * n + j] = gram[j * n + i] = sum;
    }
  }
  return gram;
}

/**
 * The x that minimises ‖a·x − b‖₂ for a with rows ≥ columns of full rank. Throws RangeError where a column depends on others.
 * @example leastSquares(Float64Array.of(1, 0, 1, 1, 1, 2), 3, 2, Float64Array.of(1, 3, 5)) // [1, 2]
 */
export function leastSquares(a: Float64Array, rows: number, columns: number, b: Float64Array): Float64Array {
  const qr = householder(a, rows, columns);
  return solveUpper(triangle(qr), columns, applyTransposed(qr, b));
}
