import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { c4, c4OfDegrees, chartConstants, type ChartConstants } from './chart-constants.ts';
import { rangeMoments } from './range-distribution.ts';

type Table = { id: string; columns: (keyof ChartConstants)[]; published: Record<string, number[]>; computed: Record<string, number[]> };
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/spc.json'), 'utf8')) as { vectors: Table[] };
const table = vectors.find(({ id }) => id === 'spc-constants');

test('every constant of the vectors is met to nine digits, and the printed tables to their last digit', () => {
  assert.ok(table);
  for (const [n, row] of Object.entries(table.computed)) {
    const constants = chartConstants(Number(n));
    table.columns.forEach((name, column) => {
      const expected = row[column] ?? Number.NaN;
      assert.ok(Math.abs(constants[name] - expected) <= 1e-9 * Math.max(expected, 1e-3), `${name}(${n}) = ${constants[name]}`);
      // d3 of 4 to 8 and D4 are printed from rounded parts in the handbooks: one unit of the last digit.
      assert.ok(Math.abs(constants[name] - (table.published[n]?.[column] ?? Number.NaN)) <= 1.01e-3, `${name}(${n}) as printed`);
    });
  }
});

test('the range of two and of three values has its closed forms', () => {
  const [two, three] = [rangeMoments(2), rangeMoments(3)];
  assert.ok(Math.abs(two.d2 - 2 / Math.sqrt(Math.PI)) < 1e-13);
  assert.ok(Math.abs(two.d3 - Math.sqrt(2 - 4 / Math.PI)) < 1e-12);
  assert.ok(Math.abs(three.d2 - 3 / Math.sqrt(Math.PI)) < 1e-13);
});

test('the range of a hundred values is that of Tippett (1925): d2 5.01519', () => {
  assert.ok(Math.abs(rangeMoments(100).d2 - 5.01519) < 5e-6);
});

test('d2 grows with n, and sizes outside 2 to 100 are refused', () => {
  for (let n = 3; n <= 100; n += 1) assert.ok(rangeMoments(n).d2 > rangeMoments(n - 1).d2);
  for (const n of [1, 2.5, 101, Number.NaN]) assert.throws(() => rangeMoments(n), RangeError);
});

test('c4 is the same by recurrence and by the gamma function, for whole and broken degrees of freedom', () => {
  for (const n of [2, 3, 5, 25, 99, 101, 500, 10_000]) assert.ok(Math.abs(c4(n) - c4OfDegrees(n - 1)) < 1e-10, String(n));
  assert.ok(c4OfDegrees(4.5) > c4OfDegrees(4) && c4OfDegrees(4.5) < c4OfDegrees(5));
  // The series takes over at 100 without a step.
  assert.ok(Math.abs(c4OfDegrees(99.999999) - c4OfDegrees(100)) < 1e-9);
  assert.throws(() => c4(1), RangeError);
  assert.throws(() => c4OfDegrees(0), RangeError);
});
