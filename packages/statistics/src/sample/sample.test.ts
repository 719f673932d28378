import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, print } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import fc from 'fast-check';
import { exactSample, printDeviation, printDeviationTo, printMean } from './exact-sample.ts';
import { readCount, readDay, readDecimal } from './read-input.ts';
import { integerRoot, roundedRoot, significantRoot, subtractRoot } from './rounded-root.ts';

test('the integer square root is the largest whose square fits', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 60n), (value) => {
      const root = integerRoot(value);
      assert.ok(root * root <= value && (root + 1n) * (root + 1n) > value);
    }),
  );
});

test('a root is rounded once, and a tie goes to the even digit', () => {
  assert.equal(print(roundedRoot({ top: 2n, bottom: 1n }, 5)), '1.41421');
  assert.equal(print(roundedRoot({ top: 25n, bottom: 100n }, 0)), '0');
  assert.equal(print(roundedRoot({ top: 225n, bottom: 100n }, 0)), '2');
  assert.equal(print(roundedRoot({ top: 9n, bottom: 1n }, 2)), '3.00');
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 20n), fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 0, max: 8 }), (top, bottom, decimals) => {
      const doubled = 2n * roundedRoot({ top, bottom }, decimals).digits;
      const square = 4n * top * 10n ** BigInt(2 * decimals);
      assert.ok((doubled + 1n) ** 2n * bottom >= square && (doubled <= 0n || (doubled - 1n) ** 2n * bottom <= square));
    }),
  );
});

test('a difference is rounded once, below zero as well', () => {
  assert.equal(print(subtractRoot(parse('1'), { top: 9n, bottom: 4n }, 1)), '-0.5');
  assert.equal(print(subtractRoot(parse('1'), { top: 9n, bottom: 4n }, 0)), '0');
  assert.equal(print(subtractRoot(parse('0.123456'), { top: 0n, bottom: 1n }, 5)), '0.12346');
  assert.equal(print(subtractRoot(parse('500'), { top: 2n, bottom: 1n }, 5)), '498.58579');
  assert.throws(() => roundedRoot({ top: -1n, bottom: 1n }, 2), RangeError);
});

test('significant digits are counted from the first that is not zero', () => {
  assert.equal(print(significantRoot({ top: 24n, bottom: 1_000_000_000n }, 5)), '0.00015492');
  assert.equal(print(significantRoot({ top: 0n, bottom: 1n }, 5)), '0');
  assert.equal(print(significantRoot({ top: 98n, bottom: 1n }, 5)), '9.8995');
  assert.equal(print(significantRoot({ top: 9_999_999_999n, bottom: 10_000_000_000n }, 5)), '1');
});

test('mean and deviation come from exact sums', () => {
  const sample = exactSample(
    ['10.0012', '10.0015', '10.0011', '10.0014', '10.0013', '10.0012', '10.0016', '10.0013', '10.0012', '10.0014'].map((text) =>
      parse(text),
    ),
  );
  assert.equal(printMean(sample, 5), '10.00132');
  assert.equal(printDeviationTo(sample, 5), '0.00015492');
  // Far from zero a binary fraction loses every digit of the spread.
  const far = exactSample(['1000000000000.1', '1000000000000.2', '1000000000000.3'].map((text) => parse(text)));
  assert.equal(printDeviation(far, 5), '0.10000');
  assert.equal(printMean(exactSample([parse('1'), parse('1'), parse('2')]), 5), '1.33333');
  assert.equal(printDeviation(exactSample([parse('7')]), 5), null);
});

test('numbers and texts are read alike, and what is neither is refused by its place', () => {
  assert.equal(print(readDecimal('1.50', 'x')), '1.50');
  assert.equal(print(readDecimal(1e-7, 'x')), '0.0000001');
  assert.equal(print(readDecimal(-2.5, 'x')), '-2.5');
  for (const value of [Number.NaN, Infinity, true, {}, [], null, undefined, '', '1e5', '１', '1 0', 'x'.repeat(1000), 1n]) {
    assert.throws(
      () => readDecimal(value, 'place'),
      (error: unknown) => error instanceof InvalidInput && error.place === 'place',
    );
  }
  assert.equal(readCount('12', 'n', 20), 12);
  assert.throws(() => readCount(21, 'n', 20), InvalidInput);
  assert.equal(readDay('2024-02-29', 'date'), '2024-02-29');
  for (const day of ['2023-02-29', '2024-13-01', '2024-1-1', 20240101, '2024-00-10'])
    assert.throws(() => readDay(day, 'date'), InvalidInput);
});
