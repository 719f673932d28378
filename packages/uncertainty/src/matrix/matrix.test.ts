import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { cholesky, solveLower, solveLowerTransposed } from './cholesky.ts';
import { applyTransposed, householder, inverseOfGram, leastSquares, solveUpper, solveUpperTransposed, triangle } from './householder.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

const near = (found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void => {
  assert.equal(found.length, expected.length);
  for (let i = 0; i < found.length; i++)
    assert.ok(Math.abs(found[i]! - expected[i]!) <= tolerance, `${i}: ${found[i]} is not ${expected[i]}`);
};
const product = (a: Float64Array, b: Float64Array, n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += a[Math.floor(at / n) * n + k]! * b[k * n + (at % n)]!;
    return sum;
  });
const transposed = (a: Float64Array, n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => a[(at % n) * n + Math.floor(at / n)]!);

const square = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n }).map((list) => ({ n, a: Float64Array.from(list) })),
  );

test('a covariance is the product of its Cholesky factor with itself, singular or not', () => {
  fc.assert(
    fc.property(square, ({ n, a }) => {
      const covariance = product(a, transposed(a, n), n);
      const lower = cholesky(covariance, n);
      near(product(lower, transposed(lower, n), n), covariance, 1e-4);
    }),
  );
  near(cholesky(Float64Array.of(1, 1, 1, 1), 2), [1, 0, 1, 0], 0);
  near(cholesky(Float64Array.of(1e-20, 1e-5, 1e-5, 1e10), 2), [1e-10, 0, 1e5, 0], 1e-4);
  near(cholesky(Float64Array.of(0, 0, 0, 4), 2), [0, 0, 0, 2], 0);
});

test('a covariance that cannot exist is refused at its place', () => {
  const refused = (a: number[], n: number, reason: RegExp): void => {
    assert.throws(
      () => cholesky(Float64Array.from(a), n, 'correlations'),
      (error: unknown) => {
        assert.ok(error instanceof InvalidInput);
        assert.equal(error.place, 'correlations');
        assert.match(error.message, reason);
        return true;
      },
    );
  };
  refused([1, 1.01, 1.01, 1], 2, /not positive semi-definite/);
  refused([1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1], 3, /not positive semi-definite/);
  refused([-1], 1, /not positive semi-definite/);
  refused([0, 0.1, 0.1, 1], 2, /not positive semi-definite/);
  refused([1, 0.5, 0.4, 1], 2, /not symmetric/);
  refused([1, NaN, NaN, 1], 2, /not finite/);
  refused([1, 2, 3], 2, /square/);
});

test('triangular systems are solved, and a missing pivot is refused', () => {
  near(solveLower(Float64Array.of(2, 0, 1, 2), 2, Float64Array.of(2, 5)), [1, 2], 0);
  near(solveLowerTransposed(Float64Array.of(2, 0, 1, 2), 2, Float64Array.of(4, 4)), [1, 2], 0);
  near(solveUpperTransposed(Float64Array.of(2, 1, 0, 2), 2, Float64Array.of(2, 5)), [1, 2], 0);
  near(solveLower(Float64Array.of(1, 0, 1, 0), 2, Float64Array.of(3, 3)), [3, 0], 0);
  assert.throws(() => solveLower(Float64Array.of(1, 0, 1, 0), 2, Float64Array.of(3, 4)), RangeError);
  assert.throws(() => solveUpper(Float64Array.of(1, 1, 0, 0), 2, Float64Array.of(3, 4)), RangeError);
});

test('eigenvectors are orthonormal, give the matrix back and stand in falling order', () => {
  fc.assert(
    fc.property(square, ({ n, a }) => {
      const symmetric = Float64Array.from(a, (value, at) => value + transposed(a, n)[at]!);
      const { values, vectors } = symmetricEigen(symmetric, n);
      const identity = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
      near(product(transposed(vectors, n), vectors, n), identity, 1e-12);
      const scaled = Float64Array.from(vectors, (value, at) => value * values[at % n]!);
      near(product(scaled, transposed(vectors, n), n), symmetric, 1e-11);
      for (let k = 1; k < n; k++) assert.ok(values[k]! <= values[k - 1]! + 1e-12);
    }),
  );
  near(symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values, [3, 1], 1e-15);
  near(symmetricEigen(Float64Array.of(1e-30, 0, 0, 1e30), 2).values, [1e30, 1e-30], 0);
  assert.throws(() => symmetricEigen(Float64Array.of(1, 2, 3, 4), 2), /symmetric/);
  assert.throws(() => symmetricEigen(Float64Array.of(1, Infinity, Infinity, 4), 2), /finite/);
});

test('Householder QR keeps lengths and solves least squares', () => {
  fc.assert(
    fc.property(square, fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 }), ({ n, a }, list) => {
      const rows = n + 2;
      const tall = new Float64Array(rows * n);
      tall.set(a);
      tall[n * n] = 1;
      const b = Float64Array.from({ length: rows }, (_, i) => list[i % 6]!);
      const qr = householder(tall, rows, n);
      const length = (values: Float64Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
      assert.ok(Math.abs(length(applyTransposed(qr, b)) - length(b)) < 1e-12);
      const r = triangle(qr);
      const gram = product(transposed(a, n), a, n);
      gram[0]! += 1;
      near(product(transposed(r, n), r, n), gram, 1e-10);
    }),
  );
  near(leastSquares(Float64Array.of(1, 0, 1, 1, 1, 2), 3, 2, Float64Array.of(1, 3, 5)), [1, 2], 1e-14);
  near(inverseOfGram(Float64Array.of(2, 1, 0, 1), 2), [0.5, -0.5, -0.5, 1], 1e-15);
  assert.throws(() => leastSquares(Float64Array.of(1, 1, 1, 1, 1, 1), 3, 2, Float64Array.of(1, 3, 5)), RangeError);
  assert.throws(() => householder(Float64Array.of(1, 2), 1, 2), RangeError);
});
