import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, divide, fromDecimal, multiply, squareRoot, subtract, toNumber, twoProduct, type DoubleDouble } from './double-double.ts';
import { DependentColumn, fitColumns } from './double-double-least-squares.ts';
import { decimalVector, vectorFrom } from './double-double-vector.ts';

/** A double as a fraction of integers over 2^1100. */
const shift = 1100n;
function exactly(value: number): bigint {
  let [mantissa, exponent] = [value, 0];
  while (!Number.isInteger(mantissa)) [mantissa, exponent] = [mantissa * 2, exponent + 1];
  return (BigInt(mantissa) << shift) >> BigInt(exponent);
}
const both = ([hi, lo]: DoubleDouble): bigint => exactly(hi) + exactly(lo);
const isClose = (found: bigint, expected: bigint, bits: bigint): boolean => {
  const difference = found > expected ? found - expected : expected - found;
  return difference << bits <= (expected < 0n ? -expected : expected);
};
const value = fc.double({ min: -1e20, max: 1e20, noNaN: true }).map((x) => (Math.abs(x) < 1e-20 ? 0 : x));
const pair = fc.tuple(value, value).map(([a, b]): DoubleDouble => add([a, 0], [b * 2 ** -53, 0]));

test('double-doubles add, multiply, divide and take roots to thirty digits', () => {
  fc.assert(
    fc.property(pair, pair, (a, b) => {
      const size = (x: bigint): bigint => (x < 0n ? -x : x);
      const error = both(add(a, b)) - (both(a) + both(b));
      assert.ok(size(error) << 100n <= size(both(a)) + size(both(b)));
      assert.ok(isClose(both(multiply(a, b)), (both(a) * both(b)) >> shift, 100n));
      if (b[0] !== 0) assert.ok(isClose(both(divide(a, b)), (both(a) << shift) / both(b), 98n));
      const root = squareRoot([Math.abs(a[0]), a[0] < 0 ? -a[1] : a[1]]);
      assert.ok(isClose((both(root) * both(root)) >> shift, size(both(a)), 98n));
    }),
  );
  assert.deepEqual(twoProduct(1 + 2 ** -30, 1 + 2 ** -30), [1 + 2 ** -29, 2 ** -60]);
});

test('a number is read as the decimal that was written', () => {
  assert.equal(toNumber(subtract(fromDecimal(1000000000000.4), fromDecimal('1000000000000.3'))), 0.1);
  assert.equal(toNumber(multiply(fromDecimal('0.1'), [10, 0])), 1);
  assert.equal(multiply(fromDecimal(0.1), [10, 0])[1], 0);
  assert.deepEqual(fromDecimal('12345678901234567890'), [12345678901234567168, 722]);
  assert.deepEqual(fromDecimal(-3), [-3, 0]);
  assert.equal(toNumber(fromDecimal('1e300')), 1e300);
  assert.ok(Number.isNaN(fromDecimal('abc')[0]) && Number.isNaN(fromDecimal('')[0]) && Number.isNaN(fromDecimal(NaN)[0]));
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => assert.equal(toNumber(fromDecimal(x)), x === 0 ? 0 : x)),
  );
});

test('a fit in double-doubles finds the parameters, and names a column that depends on others', () => {
  const x = [0, 1, 2, 3, 4];
  const ones = decimalVector(x.map(() => 1));
  const fit = fitColumns([ones, decimalVector(x)], decimalVector(x.map((value) => 3 + 2 * value)));
  assert.deepEqual([...fit.parameters.hi], [3, 2]);
  assert.ok(fit.residualSumOfSquares[0] < 1e-55);
  const twice = vectorFrom(5, (i) => [2 * i, 0]);
  assert.throws(
    () => fitColumns([ones, decimalVector(x), twice], decimalVector(x)),
    (error: unknown) => error instanceof DependentColumn && error.column === 2,
  );
});
