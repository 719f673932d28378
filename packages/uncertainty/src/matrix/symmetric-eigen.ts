/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan 8.5; Rutishauser 1966):
 * slow for hundreds of rows, and the most accurate of the simple methods for the small matrices of JCGM 102.
 */

export type SymmetricEigen = {
  /** In falling order. */
  readonly values: Float64Array;
  /** n × n, row-major; column k belongs to value k, has length 1, and its largest component is positive. */
  readonly vectors: Float64Array;
};

const mostSweeps = 60;

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] ?? NaN;
  const app = a[p * n + p] ?? NaN;
  const aqq = a[q * n + q] ?? NaN;
  if (apq === 0) return;
  const theta = (aqq - app) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p] ?? NaN;
    const kq = a[k * n + q] ?? NaN;
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k] ?? NaN;
    const qk = a[q * n + k] ?? NaN;
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
    const vp = v[k * n + p] ?? NaN;
    const vq = v[k * n + q] ?? NaN;
    v[k * n + p] = c * vp - s * vq;
    v[k * n + q] = s * vp + c * vq;
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

function isDiagonal(a: Float64Array, n: number): boolean {
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) {
      const apq = Math.abs(a[p * n + q] ?? NaN);
      const least = Math.sqrt(Math.abs((a[p * n + p] ?? NaN) * (a[q * n + q] ?? NaN)));
      if (apq > (Number.EPSILON / 2) * least && apq > 1e-300) return false;
    }
  }
  return true;
}

function inOrder(a: Float64Array, v: Float64Array, n: number): SymmetricEigen {
  const order = Array.from({ length: n }, (_, k) => k).sort((k, l) => (a[l * n + l] ?? NaN) - (a[k * n + k] ?? NaN) || k - l);
  const values = new Float64Array(n);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    values[to] = a[from * n + from] ?? NaN;
    let largest = 0;
    for (let i = 0; i < n; i++) if (Math.abs(v[i * n + from] ?? NaN) > Math.abs(largest) + 1e-12) largest = v[i * n + from] ?? NaN;
    const sign = largest < 0 ? -1 : 1;
    for (let i = 0; i < n; i++) vectors[i * n + to] = sign * (v[i * n + from] ?? NaN);
  });
  return { values, vectors };
}

/**
 * All eigenvalues (in the unit of a) and eigenvectors of a symmetric n × n matrix, row-major; only a's own values are read.
 * Throws RangeError when a is not n × n, not symmetric, or not finite.
 * @example symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values // [3, 1]
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  if (n < 1 || matrix.length !== n * n) throw new RangeError('the matrix must be n × n');
  if (!matrix.every(Number.isFinite)) throw new RangeError('every element of the matrix must be finite');
  const a = Float64Array.from(matrix);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const one = matrix[i * n + j] ?? NaN;
      const other = matrix[j * n + i] ?? NaN;
      if (Math.abs(one - other) > 1e-9 * Math.max(Math.abs(one), Math.abs(other))) throw new RangeError('the matrix must be symmetric');
      a[i * n + j] = a[j * n + i] = one / 2 + other / 2;
    }
  }
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < mostSweeps && !isDiagonal(a, n); sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  return inOrder(a, v, n);
}
