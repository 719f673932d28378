import assert from 'node:assert/strict';
import { test } from 'node:test';
import { divisionsOf, legendOf, stepOf, yardstickOf, type RegionValue } from './shades.ts';

const region = (code: string, value: number | null, target: number | null = null): RegionValue => ({
  code,
  name: [code, code],
  value,
  target,
});
const print = String;

test('a shade is reached, two thirds, one third or less of the full figure', () => {
  assert.deepEqual(
    [0, 1, 4, 5, 9, 12, 13, 20].map((value) => stepOf(value, 13)),
    [0, 0, 0, 1, 2, 2, 3, 3],
  );
});

test('no record is no shade: it is not the lightest one', () => {
  assert.equal(stepOf(null, 13), null);
  assert.equal(stepOf(0, 13), 0);
  assert.equal(stepOf(3, null), null);
});

test('counties are held against their own targets where there are any, shares against a hundred, otherwise against the highest', () => {
  assert.equal(yardstickOf([region('320685', 3), region('320682', 1, 4)], false), 'target');
  assert.equal(yardstickOf([region('320685', 3)], true), 'share');
  assert.equal(yardstickOf([region('320685', 3)], false), 'most');
  const divisions = divisionsOf([region('320600', 40), region('320685', 6), region('320682', 2), region('320613', null)], 'most', print);
  assert.deepEqual(
    divisions.map(({ code, figure, step }) => [code, figure, step]),
    [
      ['320685', '6', 3],
      ['320682', '2', 1],
      ['320613', null, null],
    ],
  );
});

test('the legend says in words what each shade on the map means, and only those that are on it', () => {
  const divisions = divisionsOf([region('320685', 13, 13), region('320613', null, 13)], 'target', print);
  assert.deepEqual(legendOf(divisions, 'target'), [
    { step: 3, text: ['达到目标', 'target reached'] },
    { step: null, text: ['没有数值', 'no figure'] },
  ]);
});
