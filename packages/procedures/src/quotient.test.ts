import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare, multiply, parse, print } from '@tongheng/quantity/decimal';
import { quotient } from './quotient.ts';

test('a quotient is written to the interval when that does not change how it compares', () => {
  assert.equal(print(quotient(parse('1'), parse('3'), parse('0.01'), [parse('10')])), '0.33');
  assert.equal(print(quotient(parse('-20'), parse('3'), parse('0.01'), [])), '-6.67');
});

test('a quotient that is just beyond a bound is written with the digits that show it', () => {
  assert.equal(print(quotient(parse('100004'), parse('10000'), parse('0.01'), [parse('10')])), '10.0004');
  assert.equal(print(quotient(parse('99996'), parse('10000'), parse('0.01'), [parse('10')])), '9.9996');
  assert.equal(print(quotient(parse('100000'), parse('10000'), parse('0.01'), [parse('10')])), '10.00');
});

test('a divisor of zero has no quotient', () => {
  assert.throws(() => quotient(parse('1'), parse('0'), parse('0.1'), []), RangeError);
});

test('the rounded quotient lies on the same side of every bound as the exact one', () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const bound = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 100_000 }), fc.array(bound, { maxLength: 3 }), (top, bottom, bounds) => {
      const [dividend, divisor] = [parse(String(top)), parse(String(bottom))];
      const limits = bounds.map((value) => ({ digits: BigInt(value), scale: 1 }));
      const value = quotient(dividend, divisor, parse('0.1'), limits);
      for (const limit of limits) assert.equal(compare(value, limit), compare(dividend, multiply(limit, divisor)));
    }),
  );
});
