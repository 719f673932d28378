import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, multiply, parse, print } from '@tongheng/quantity/decimal';
import { compare as compareRational, fromDecimal, rational } from '@tongheng/quantity/rational';
import fc from 'fast-check';
import { meanOf, percentError, rangeOf, rootWrittenTo, varianceOf, writtenTo } from './relative-error.ts';

test('a percent error is exact and written rounded', () => {
  assert.equal(print(writtenTo(percentError(parse('10.15'), parse('10.00')), 3)), '1.500');
  assert.equal(print(writtenTo(percentError(parse('20'), parse('30')), 3)), '-33.333');
  assert.throws(() => percentError(parse('20'), parse('0')), RangeError);
});

test('an error just beyond its limit is written so that it can be seen', () => {
  // (1.0003 − 0.9973) / 0.9973 × 100 = 0.300812…
  const error = percentError(parse('1.0003'), parse('0.9973'));
  assert.equal(print(writtenTo(error, 1)), '0.3');
  assert.equal(print(writtenTo(error, 1, parse('0.3'))), '0.301');
  assert.equal(print(writtenTo(percentError(parse('0.9973'), parse('1.0003')), 1, parse('0.3'))), '-0.2999');
});

test('mean, range and standard deviation of three errors', () => {
  const errors = ['0.05', '0.09', '0.12'].map((text) => fromDecimal(parse(text)));
  assert.equal(print(writtenTo(rangeOf(errors), 2)), '0.07');
  assert.equal(print(writtenTo(meanOf(errors), 4)), '0.0867');
  // Deviations −0.036667, 0.003333, 0.033333; squares 0.00134444, 0.00001111, 0.00111111: their sum 0.00246667, half of it 0.00123333.
  assert.equal(print(rootWrittenTo(varianceOf(errors), 4)), '0.0351');
  assert.equal(print(rootWrittenTo(varianceOf(errors), 3, parse('0.035'))), '0.0351');
});

test('a written root stands to its limit as the exact one does', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.bigInt({ min: 1n, max: 10n ** 6n }),
      fc.bigInt({ min: 0n, max: 100_000n }),
      (top, bottom, thousandths) => {
        const square = rational(top, bottom);
        const limit = { digits: thousandths, scale: 3 };
        const value = rootWrittenTo(square, 2, limit);
        assert.equal(compare(value, limit), compareRational(square, fromDecimal(multiply(limit, limit))));
      },
    ),
  );
});
