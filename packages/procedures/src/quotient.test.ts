import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, print } from '@tongheng/quantity/decimal';
import { compare, fromDecimal, rational } from '@tongheng/quantity/rational';
import fc from 'fast-check';
import { meanOf, percentError, rangeOf, shown, unrounded, unroundedRoot, varianceOf } from './quotient.ts';

test('a percent error is exact and printed rounded', () => {
  assert.equal(print(shown(percentError(parse('10.15'), parse('10.00')), 3)), '1.500');
  assert.equal(print(shown(percentError(parse('20'), parse('30')), 3)), '-33.333');
  assert.throws(() => percentError(parse('20'), parse('0')), RangeError);
});

test('a verdict is taken from the value, not from its print', () => {
  // (1.0003 − 0.9973) / 0.9973 × 100 = 0.300812…, printed with one decimal as 0.3.
  const error = unrounded(percentError(parse('1.0003'), parse('0.9973')), 1);
  assert.equal(print(error.value), '0.3');
  assert.equal(error.against(parse('0.3')), 1);
  assert.equal(unrounded(rational(3, 10), 1).against(parse('0.30')), 0);
});

test('mean, range and standard deviation of three errors', () => {
  const errors = ['0.05', '0.09', '0.12'].map((text) => fromDecimal(parse(text)));
  assert.equal(print(shown(rangeOf(errors), 2)), '0.07');
  assert.equal(print(shown(meanOf(errors), 4)), '0.0867');
  // Mean 0.086667; deviations −0.036667, 0.003333, 0.033333; squares 0.00134444, 0.00001111, 0.00111111: sum 0.00246667, half of it 0.00123333.
  const deviation = unroundedRoot(varianceOf(errors), 4);
  assert.equal(print(deviation.value), '0.0351');
  assert.equal(deviation.against(parse('0.0351')), 1);
  assert.equal(deviation.against(parse('0.0352')), -1);
});

test('a root is printed to the nearest and judged by its square', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (top, bottom) => {
      const square = rational(top, bottom);
      const { value, against } = unroundedRoot(square, 3);
      const half = fromDecimal(parse('0.0005'));
      const near = fromDecimal(value);
      const [low, high] = [
        { digits: value.digits * 10n - 5n, scale: 4 },
        { digits: value.digits * 10n + 5n, scale: 4 },
      ];
      assert.ok(compare(half, near) > 0 || against(low) >= 0);
      assert.ok(against(high) <= 0);
    }),
  );
});
