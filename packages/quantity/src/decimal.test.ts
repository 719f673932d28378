import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as decimal from './decimal.ts';

const { parse, print } = decimal;
const refused = (text: string, options?: { exponent?: boolean }) => {
  try {
    parse(text, options);
  } catch (error) {
    if (error instanceof decimal.DecimalError) return error.reason;
    throw error;
  }
  return 'accepted';
};
const anyDecimal = fc
  .record({ digits: fc.bigInt(-(10n ** 30n), 10n ** 30n), scale: fc.integer({ min: 0, max: 20 }) })
  .map(({ digits, scale }): decimal.Decimal => ({ digits, scale }));
/** a = b as rationals: a.digits / 10^a.scale = b.digits / 10^b.scale. */
const sameValue = (a: decimal.Decimal, digits: bigint, scale: number) =>
  a.digits * 10n ** BigInt(scale) === digits * 10n ** BigInt(a.scale);

test('a reading keeps the digits that were written', () => {
  for (const text of ['1.50', '0', '0.000', '-0.050', '15000', '12345678901234567890.123456789']) assert.equal(print(parse(text)), text);
  assert.equal(print(parse('+2.5')), '2.5');
  assert.notEqual(print(parse('1.50')), print(parse('1.5')));
  assert.equal(decimal.compare(parse('1.50'), parse('1.5')), 0);
});

test('what is no decimal is refused with its reason', () => {
  const cases: [string, string][] = [
    ['', 'empty'],
    ['  ', 'empty'],
    ['１２', 'full-width'],
    ['1．5', 'full-width'],
    ['1e5', 'exponent'],
    ['1 000', 'space'],
    [' 1', 'space'],
    ['1,000', 'separator'],
    ['1,5', 'separator'],
    ['NaN', 'form'],
    ['Infinity', 'form'],
    ['.5', 'form'],
    ['5.', 'form'],
    ['--1', 'form'],
    ['0x10', 'form'],
    ['9'.repeat(101), 'length'],
  ];
  for (const [text, reason] of cases) assert.equal(refused(text), reason, text);
  assert.equal(refused(1.5 as unknown as string), 'not-text');
});

test('an exponent is read only where it is asked for', () => {
  assert.equal(print(parse('1.5e3', { exponent: true })), '1500');
  assert.equal(print(parse('-15e-3', { exponent: true })), '-0.015');
  assert.equal(refused('1e999', { exponent: true }), 'length');
});

test('sums and products are exact where binary fractions are not', () => {
  assert.equal(print(decimal.add(parse('0.1'), parse('0.2'))), '0.3');
  assert.equal(print(decimal.add(parse('0.1'), parse('0.20'))), '0.30');
  assert.equal(print(decimal.subtract(parse('1001.0'), parse('1000'))), '1.0');
  assert.equal(print(decimal.multiply(parse('0.5'), parse('5'))), '2.5');
  assert.equal(print(decimal.timesPowerOfTen(parse('15.0'), 3)), '15000');
  assert.equal(print(decimal.timesPowerOfTen(parse('15'), -3)), '0.015');
});

test('the smaller and the greater of equals is the first, with its digits', () => {
  assert.equal(print(decimal.min(parse('1.50'), parse('1.5'), parse('2'))), '1.50');
  assert.equal(print(decimal.max(parse('-3'), parse('1.0'), parse('1'))), '1.0');
});

test('a quotient without an end is not given', () => {
  assert.equal(print(decimal.divideExactly(parse('15000'), parse('5'))!), '3000');
  assert.equal(print(decimal.divideExactly(parse('1'), parse('-8'))!), '-0.125');
  assert.equal(print(decimal.divideExactly(parse('0.00'), parse('7'))!), '0');
  assert.equal(decimal.divideExactly(parse('1'), parse('3')), undefined);
  assert.equal(decimal.divideExactly(parse('1'), parse('0.0')), undefined);
});

test('every decimal is printed and read back unchanged', () => {
  fc.assert(fc.property(anyDecimal, (value) => assert.deepEqual(parse(print(value)), value)));
});

test('operations agree with rationals of whole numbers', () => {
  const ten = (power: number) => 10n ** BigInt(power);
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      const [left, right] = [a.digits * ten(b.scale), b.digits * ten(a.scale)];
      const scale = a.scale + b.scale;
      assert.ok(sameValue(decimal.add(a, b), left + right, scale));
      assert.ok(sameValue(decimal.subtract(a, b), left - right, scale));
      assert.ok(sameValue(decimal.multiply(a, b), a.digits * b.digits, scale));
      assert.equal(decimal.compare(a, b), left < right ? -1 : left > right ? 1 : 0);
      assert.equal(decimal.compare(decimal.trim(a), a), 0);
      assert.ok(decimal.abs(a).digits >= 0n);
      const quotient = decimal.divideExactly(decimal.multiply(a, b), b);
      if (b.digits !== 0n) assert.equal(decimal.compare(quotient!, a), 0);
    }),
  );
});
