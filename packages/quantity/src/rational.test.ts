import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { print } from './decimal.ts';
import * as rational from './rational.ts';
import * as transcendental from './transcendental.ts';

const { equals, toNumber } = rational;
const ratio = (top: bigint | number, bottom: bigint | number = 1) => rational.rational(top, bottom);
const anyRational = fc.tuple(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.bigInt(1n, 10n ** 40n)).map(([top, bottom]) => ratio(top, bottom));
const near = (value: number, expected: number, relative = 4e-16) =>
  assert.ok(Math.abs(value - expected) <= relative * Math.abs(expected), `${value} against ${expected}`);

test('a rational number is kept in its lowest terms with a positive denominator', () => {
  assert.deepEqual(ratio(6, -4), { top: -3n, bottom: 2n });
  assert.deepEqual(ratio(0, -7), { top: 0n, bottom: 1n });
  assert.throws(() => ratio(1, 0), RangeError);
  assert.throws(() => rational.divide(rational.one, rational.zero), RangeError);
});

test('sums, products and their inverses lead back', () => {
  fc.assert(
    fc.property(anyRational, anyRational, (a, b) => {
      assert.ok(equals(rational.subtract(rational.add(a, b), b), a));
      if (b.top !== 0n) assert.ok(equals(rational.divide(rational.multiply(a, b), b), a));
    }),
  );
});

test('a quotient is a decimal only where it ends', () => {
  assert.equal(print(rational.toDecimal(ratio(-1, 8))!), '-0.125');
  assert.equal(rational.toDecimal(ratio(1, 3)), undefined);
});

test('roots are exact or not given', () => {
  assert.ok(equals(rational.exactRoot(ratio(9, 4), 2)!, ratio(3, 2)));
  assert.ok(equals(rational.exactRoot(ratio(10n ** 30n, 27), 3)!, ratio(10n ** 10n, 3)));
  assert.equal(rational.exactRoot(ratio(2), 2), undefined);
  assert.equal(rational.exactRoot(ratio(-4), 2), undefined);
});

test('the nearest double is found, also among the smallest and the greatest', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const parts = new DataView(new ArrayBuffer(8));
      parts.setFloat64(0, value);
      const bits = parts.getBigUint64(0) & (2n ** 63n - 1n);
      const [exponent, mantissa] = [Number(bits >> 52n), bits & (2n ** 52n - 1n)];
      const whole = exponent === 0 ? mantissa : mantissa + 2n ** 52n;
      const shift = BigInt(Math.max(exponent, 1) - 1075);
      const exact = shift >= 0n ? ratio(whole << shift) : ratio(whole, 1n << -shift);
      assert.equal(toNumber(exact), Math.abs(value));
    }),
  );
  // Decimals are read by the engine to the nearest double; a quotient must come to the same.
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 20n), fc.integer({ min: -345, max: 300 }), (digits, power) => {
      const exact = power >= 0 ? ratio(digits * 10n ** BigInt(power)) : ratio(digits, 10n ** BigInt(-power));
      assert.equal(toNumber(exact), Number(`${digits}e${power}`));
    }),
    { numRuns: 300 },
  );
  assert.equal(toNumber(ratio(10n ** 400n)), Infinity);
  assert.equal(toNumber(ratio(1n, 10n ** 400n)), 0);
});

test('rounding to a position is half to even', () => {
  assert.equal(rational.roundToPosition(ratio(5, 2), 0), 2n);
  assert.equal(rational.roundToPosition(ratio(-7, 2), 0), -4n);
  assert.equal(rational.roundToPosition(ratio(1250), 2), 12n);
  assert.equal(rational.orderOfMagnitude(ratio(999, 1000)), -1);
  assert.equal(rational.orderOfMagnitude(ratio(1000)), 3);
});

test('π, ln 10 and e have the digits of the tables (NIST DLMF 3.12, OEIS A002392, A001113)', () => {
  const digits = (value: rational.Rational, places: number) => String(rational.roundToPosition(value, -places));
  assert.equal(digits(transcendental.pi, 60), '3141592653589793238462643383279502884197169399375105820974945');
  assert.equal(digits(transcendental.logarithmOfTen, 50), '230258509299404568401799145468436420760110148862877');
  assert.equal(digits(transcendental.exponential(ratio(1)), 50), '271828182845904523536028747135266249775724709369996');
  assert.equal(digits(transcendental.root(ratio(2), 2), 50), '141421356237309504880168872420969807856967187537695');
});

test('logarithm and exponential, tangent and arc tangent are inverse to each other', () => {
  const sizes = fc.tuple(fc.bigInt(1n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n)).map(([top, bottom]) => ratio(top, bottom));
  fc.assert(
    fc.property(sizes, (x) => {
      near(toNumber(transcendental.exponential(transcendental.naturalLogarithm(x))), toNumber(x));
      near(toNumber(transcendental.tangent(transcendental.arcTangent(x))), toNumber(x));
    }),
    { numRuns: 30 },
  );
  assert.throws(() => transcendental.naturalLogarithm(rational.zero), RangeError);
  assert.throws(() => transcendental.exponential(ratio(20_000)), RangeError);
  assert.throws(() => transcendental.tangent(ratio(2)), RangeError);
});
