import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { betaCdf, betaQuantile, betaUpper } from './beta.ts';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
import { fisherCdf, fisherQuantile, fisherUpper } from './fisher.ts';
import { gammaCdf, gammaQuantile, gammaUpper } from './gamma.ts';
import { normalCdf, normalDensity, normalQuantile, normalUpper } from './normal.ts';
import { studentCdf, studentDensity, studentQuantile, studentUpper } from './student.ts';

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
/** A number that may lie in any order of magnitude. */
const size = (lowest: number, highest: number): fc.Arbitrary<number> => between(lowest, highest).map((power) => 10 ** power);
const probability = fc.oneof(between(1e-6, 1 - 1e-6), size(-80, -6));
const runs = { numRuns: 300, seed: 31 };

/** p and the quantile's own probability agree; the smaller tail is compared. */
function returns(p: number, below: number, above: number, relative: number): boolean {
  return p <= 0.5 ? Math.abs(below / p - 1) < relative : Math.abs(above / (1 - p) - 1) < relative;
}

test('a quantile leads back to its probability', () => {
  fc.assert(
    fc.property(fc.oneof(probability, size(-290, -80)), (p) => {
      const z = normalQuantile(p);
      return returns(p, normalCdf(z), normalUpper(z), 1e-12);
    }),
    runs,
  );
  fc.assert(
    fc.property(probability, size(0.5, 7), (p, dof) => {
      const t = studentQuantile(p, dof);
      return returns(p, studentCdf(t, dof), studentUpper(t, dof), 1e-11);
    }),
    runs,
  );
  fc.assert(
    fc.property(probability, size(-0.5, 7), (p, shape) => {
      const x = gammaQuantile(p, shape, 2.5);
      return returns(p, gammaCdf(x, shape, 2.5), gammaUpper(x, shape, 2.5), 1e-9);
    }),
    runs,
  );
  fc.assert(
    fc.property(between(1e-6, 1 - 1e-6), size(0, 5), size(0, 5), (p, d1, d2) => {
      const f = fisherQuantile(p, d1, d2);
      return returns(p, fisherCdf(f, d1, d2), fisherUpper(f, d1, d2), 1e-10);
    }),
    runs,
  );
  fc.assert(
    fc.property(between(1e-6, 1 - 1e-6), size(0, 4), size(0, 4), (p, a, b) => {
      const x = betaQuantile(p, a, b);
      // Next to 1 the double x itself has lost digits of 1 - x.
      return returns(p, betaCdf(x, a, b), betaUpper(x, a, b), 1e-10 + (a + b) * 1e-15 + (2e-15 / (1 - x)) * b);
    }),
    runs,
  );
});

test('a probability grows with its limit and the two sides make 1', () => {
  fc.assert(
    fc.property(between(-60, 60), between(0, 5), size(-1, 6), (t, more, dof) => {
      assert.ok(studentCdf(t + more, dof) >= studentCdf(t, dof) * (1 - 1e-13));
      assert.ok(Math.abs(studentCdf(t, dof) + studentUpper(t, dof) - 1) < 3e-16);
      assert.ok(Math.abs(normalCdf(t) + normalUpper(t) - 1) < 3e-16);
      const [x, shape] = [Math.abs(t), dof / 50];
      assert.ok(chiSquareCdf(x + more, shape) >= chiSquareCdf(x, shape) * (1 - 1e-13));
      assert.ok(Math.abs(chiSquareCdf(x, shape) + chiSquareUpper(x, shape) - 1) < 3e-16);
      assert.ok(Math.abs(betaCdf(x / 61, shape, 3) + betaUpper(x / 61, shape, 3) - 1) < 3e-16);
    }),
    runs,
  );
});

test('a quantile is odd for symmetric distributions and grows with p', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), size(0, 6), (part, dof) => {
      const p = part / 2 ** 20;
      assert.equal(normalQuantile(1 - p), -normalQuantile(p));
      assert.equal(studentQuantile(1 - p, dof), -studentQuantile(p, dof));
      assert.ok(studentQuantile(Math.min(1, p + 2 ** -20), dof) > studentQuantile(p, dof));
    }),
    runs,
  );
});

test('families meet where they are the same', () => {
  for (const t of [-20, -1.5, 0.3, 4]) {
    assert.ok(Math.abs(studentCdf(t, 1) - (0.5 + Math.atan(t) / Math.PI)) < 1e-15);
    assert.ok(Math.abs(studentCdf(t, 2) - (0.5 + t / (2 * Math.sqrt(2 + t * t)))) < 1e-15);
    assert.equal(studentCdf(t, Infinity), normalCdf(t));
    assert.ok(Math.abs(fisherUpper(t * t, 1, 7.5) / (2 * studentUpper(Math.abs(t), 7.5)) - 1) < 1e-13);
    assert.ok(Math.abs(chiSquareUpper(t * t, 1) / (2 * normalUpper(Math.abs(t))) - 1) < 1e-13);
  }
  assert.ok(Math.abs(gammaUpper(2, 1, 1) / Math.exp(-2) - 1) < 1e-15);
  assert.ok(Math.abs(fisherQuantile(0.95, 5, Infinity) * 5 - chiSquareQuantile(0.95, 5)) < 1e-13);
  assert.ok(Math.abs(fisherCdf(2, Infinity, 4) - chiSquareUpper(2, 4)) < 1e-15);
  assert.ok(Math.abs(betaCdf(0.3, 1, 1) - 0.3) < 1e-16);
});

test('the ends of a distribution are exact', () => {
  assert.deepEqual([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)], [-Infinity, 0, Infinity]);
  assert.deepEqual([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3)], [-Infinity, 0, Infinity]);
  assert.deepEqual([gammaQuantile(0, 2, 1), gammaQuantile(1, 2, 1), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)], [0, Infinity, 0, 1]);
  assert.deepEqual([fisherQuantile(0, 2, 3), fisherQuantile(1, 2, 3)], [0, Infinity]);
  assert.deepEqual([normalCdf(-Infinity), normalCdf(Infinity), studentCdf(-Infinity, 3), studentUpper(Infinity, 3)], [0, 1, 0, 0]);
  assert.deepEqual([gammaCdf(-1, 2, 1), gammaCdf(Infinity, 2, 1), gammaUpper(-1, 2, 1), chiSquareUpper(Infinity, 2)], [0, 1, 1, 0]);
  assert.deepEqual(
    [betaCdf(-0.5, 2, 3), betaCdf(1.5, 2, 3), betaUpper(2, 2, 3), fisherCdf(0, 2, 3), fisherUpper(Infinity, 2, 3)],
    [0, 1, 0, 0, 0],
  );
});

test('what has no answer is refused by the name of the argument', () => {
  const refused: readonly [RegExp, () => number][] = [
    [/^p: /, () => normalQuantile(-0.1)],
    [/^p: /, () => studentQuantile(1.1, 5)],
    [/^p: /, () => chiSquareQuantile(NaN, 5)],
    [/^p: /, () => betaQuantile(2, 1, 1)],
    [/^p: /, () => fisherQuantile(-1, 1, 1)],
    [/^z: /, () => normalCdf(NaN)],
    [/^z: /, () => normalUpper(NaN)],
    [/^z: /, () => normalDensity(NaN)],
    [/^t: /, () => studentCdf(NaN, 1)],
    [/^t: /, () => studentDensity(NaN, 1)],
    [/^dof: /, () => studentCdf(1, 0)],
    [/^dof: /, () => studentQuantile(0.5, -2)],
    [/^dof: /, () => studentUpper(1, NaN)],
    [/^dof: /, () => chiSquareCdf(1, 0)],
    [/^dof: /, () => chiSquareUpper(1, Infinity)],
    [/^x: /, () => chiSquareCdf(NaN, 1)],
    [/^shape: /, () => gammaCdf(1, 0, 1)],
    [/^scale: /, () => gammaUpper(1, 1, -1)],
    [/^scale: /, () => gammaQuantile(0.5, 1, NaN)],
    [/^a: /, () => betaCdf(0.5, 0, 1)],
    [/^b: /, () => betaUpper(0.5, 1, Infinity)],
    [/^x: /, () => betaCdf(NaN, 1, 1)],
    [/^d1: /, () => fisherCdf(1, 0, 1)],
    [/^d2: /, () => fisherUpper(1, 1, NaN)],
    [/^d2: /, () => fisherQuantile(0.5, Infinity, Infinity)],
  ];
  for (const [message, work] of refused) assert.throws(work, (error) => error instanceof RangeError && message.test(error.message));
});
