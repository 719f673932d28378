import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, compare, negate, parse } from './decimal.ts';
import { round, roundQuotient, roundTo } from './rounding.ts';

test('a tie goes to the even multiple of the interval', () => {
  const cases: [value: string, interval: string, rounded: string][] = [
    ['1.15', '0.1', '1.2'],
    ['1.25', '0.1', '1.2'],
    ['5.85', '0.1', '5.8'],
    ['1.10', '0.2', '1.2'],
    ['1.30', '0.2', '1.2'],
    ['-1.15', '0.1', '-1.2'],
    ['-0.05', '0.1', '0.0'],
    ['2.5', '1', '2'],
    ['3.5', '1', '4'],
  ];
  for (const [value, interval, rounded] of cases) assert.equal(round(value, interval), rounded, `${value} to ${interval}`);
});

test('the examples of GB/T 8170-2008 clause 3 come out as printed there', () => {
  const cases: [value: string, interval: string, rounded: string][] = [
    ['12.1498', '1', '12'],
    ['12.1498', '0.1', '12.1'],
    ['1268', '100', '1300'],
    ['1.050', '0.1', '1.0'],
    ['0.35', '0.1', '0.4'],
    ['2500', '1000', '2000'],
    ['3500', '1000', '4000'],
    ['-355', '10', '-360'],
    ['-325', '10', '-320'],
    ['15.4546', '1', '15'],
    ['60.25', '0.5', '60.0'],
    ['60.38', '0.5', '60.5'],
    ['60.28', '0.5', '60.5'],
    ['-60.75', '0.5', '-61.0'],
    ['830', '20', '840'],
    ['842', '20', '840'],
    ['832', '20', '840'],
    ['-930', '20', '-920'],
  ];
  for (const [value, interval, rounded] of cases) assert.equal(round(value, interval), rounded, `${value} to ${interval}`);
});

test('an interval of zero or less is refused', () => {
  assert.throws(() => round('1', '0.0'), RangeError);
  assert.throws(() => round('1', '-0.1'), RangeError);
  assert.throws(() => roundQuotient(parse('1'), parse('0'), parse('1')), RangeError);
});

const anyDecimal = fc.record({ digits: fc.bigInt(-(10n ** 24n), 10n ** 24n), scale: fc.integer({ min: 0, max: 12 }) });
const anyInterval = fc.record({ digits: fc.bigInt(1n, 10n ** 6n), scale: fc.integer({ min: 0, max: 8 }) });

test('the rounded value is the nearest multiple, and at a tie the even one', () => {
  fc.assert(
    fc.property(anyDecimal, anyInterval, (value, interval) => {
      const rounded = roundTo(value, interval);
      const scale = 10n ** BigInt(value.scale + interval.scale);
      const exact = (digits: bigint, decimals: number) => (digits * scale) / 10n ** BigInt(decimals);
      const [x, r, step] = [exact(value.digits, value.scale), exact(rounded.digits, rounded.scale), exact(interval.digits, interval.scale)];
      const distance = x > r ? x - r : r - x;
      assert.equal(r % step, 0n);
      assert.ok(distance * 2n <= step);
      if (distance * 2n === step) assert.equal((r / step) % 2n, 0n);
    }),
  );
});

test('rounding is symmetric, repeats to itself, and shifts with even multiples of the interval', () => {
  fc.assert(
    fc.property(anyDecimal, anyInterval, fc.bigInt(-(10n ** 9n), 10n ** 9n), (value, interval, pairs) => {
      const rounded = roundTo(value, interval);
      assert.equal(roundTo(negate(value), interval).digits, -rounded.digits);
      assert.deepEqual(roundTo(rounded, interval), rounded);
      const shift = { digits: 2n * pairs * interval.digits, scale: interval.scale };
      assert.equal(compare(roundTo(add(value, shift), interval), add(rounded, shift)), 0);
    }),
  );
});
