import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { jjg0052 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & {
  instrument: Row;
  environment: Row;
  readings: { zero: Row; indication: { rows: Row[] } };
};
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const changed = (name: string, change: (input: Input) => void) => {
  const input = read(name);
  change(input);
  return jjg0052.calculate(input);
};
const errorsOf = (found: ReturnType<typeof jjg0052.calculate>) => found.errors.map(({ path, reason }) => `${path}: ${reason}`);
const row = (pressure: string, reading: string): Row => ({
  pressure,
  upBefore: reading,
  upAfter: reading,
  downBefore: reading,
  downAfter: reading,
});

test('a gauge of 1.6 MPa is allowed ±0.0256 MPa below 1.44 MPa and ±0.04 MPa from there on', () => {
  const found = changed('pass-initial', ({ readings }) => readings.indication.rows.push(row('1.43', '1.46'), row('1.44', '1.48')));
  const check = (id: string) => found.checks.find((one) => one.id === id);
  assert.deepEqual([check('indication.5.up')?.limit, check('indication.5.up')?.verdict], ['0.0256', 'fail']);
  assert.deepEqual([check('indication.6.up')?.limit, check('indication.6.up')?.verdict], ['0.04', 'pass']);
  assert.equal(found.conclusion, 'fail');
});

test('every numbered graduation but zero is a point, counted or listed', () => {
  const { instrument } = read('pass-initial');
  const points = (graduations: string) => jjg0052.points({ ...instrument, graduations }, 'initial').map(({ given }) => given['pressure']);
  assert.deepEqual(points('5'), ['0.4', '0.8', '1.2', '1.6']);
  assert.deepEqual(points('0，0.4、0.8 1.2;1.6'), ['0.4', '0.8', '1.2', '1.6']);
  assert.deepEqual(points('9'), ['0.2', '0.4', '0.6', '0.8', '1', '1.2', '1.4', '1.6']);
});

test('a graduation that was not tested is missing; one beyond the range is refused', () => {
  assert.deepEqual(errorsOf(changed('pass-initial', ({ readings }) => readings.indication.rows.splice(1, 1))), [
    'readings.indication.rows: missing',
  ]);
  assert.deepEqual(errorsOf(changed('pass-initial', ({ readings }) => readings.indication.rows.push(row('1.7', '1.70')))), [
    'readings.indication.rows.4.pressure: outside',
  ]);
});

test('a vacuum gauge need not reach the vacuum that its atmosphere does not give', () => {
  const vacuum = jjg0052.points(read('fail-vacuum').instrument, 'in-use');
  assert.deepEqual(
    vacuum.map(({ given, mandatory }) => [given['pressure'], mandatory]),
    [
      ['-0.1', false],
      ['-0.08', true],
      ['-0.06', true],
      ['-0.04', true],
      ['-0.02', true],
    ],
  );
});

test('a pressure-vacuum gauge up to 0.15 MPa has two points on its vacuum side, one above that none', () => {
  const fewer = changed('pass-compound', ({ readings }) => readings.indication.rows.shift());
  assert.deepEqual(errorsOf(fewer), ['readings.indication.rows: missing']);
  const wide = changed('pass-compound', ({ instrument, readings }) => {
    Object.assign(instrument, { upper: '0.3', division: '0.01', graduations: '-0.1 0 0.1 0.2 0.3' });
    readings.indication.rows = [row('0.1', '0.100'), row('0.2', '0.200'), row('0.3', '0.300')];
  });
  assert.deepEqual(errorsOf(wide), ['readings.motion.vacuumDirection: missing']);
  const seen = changed('pass-compound', ({ instrument, readings }) => {
    Object.assign(instrument, { upper: '0.3', division: '0.01', graduations: '-0.1 0 0.1 0.2 0.3' });
    readings.indication.rows = [row('0.1', '0.100'), row('0.2', '0.200'), row('0.3', '0.300')];
    Object.assign(readings, { motion: { steadiness: 'ok', vacuumDirection: 'ok' } });
  });
  assert.equal(seen.conclusion, 'pass');
});

test('a nameplate that contradicts itself, or a reading finer than a fifth of a division, is refused with its place', () => {
  const cases: [change: (input: Input) => void, error: string][] = [
    [({ instrument }) => (instrument['kind'] = 'vacuum'), 'instrument.lower: range'],
    [({ instrument }) => (instrument['division'] = '0'), 'instrument.division: too-small'],
    [({ instrument }) => (instrument['division'] = '2'), 'instrument.division: too-large'],
    [({ instrument }) => (instrument['graduations'] = '1'), 'instrument.graduations: graduations'],
    [({ instrument }) => (instrument['graduations'] = '4'), 'instrument.graduations: graduations'],
    [({ instrument }) => (instrument['graduations'] = '0 0.8 0.4 1.6'), 'instrument.graduations: graduations'],
    [({ instrument }) => (instrument['graduations'] = '0 a 1.6'), 'instrument.graduations: form'],
    [({ instrument }) => (instrument['class'] = '2'), 'instrument.class: choice'],
    [({ environment }) => (environment['temperature'] = '25.1'), 'environment.temperature: too-large'],
    [({ environment }) => (environment['humidity'] = '86'), 'environment.humidity: too-large'],
    [({ readings }) => (readings.indication.rows[0]!['upAfter'] = '0.405'), 'readings.indication.rows.0.upAfter: not-a-step'],
  ];
  for (const [change, error] of cases) assert.deepEqual(errorsOf(changed('pass-initial', change)), [error]);
  const behind = changed('pass-marked-1.5-kilopascal', ({ readings }) => (readings.zero['after'] = '-1.2'));
  assert.deepEqual(errorsOf(behind), ['readings.zero.after: too-small']);
});

test('each graduation has a budget with the standard at a quarter of the MPE', () => {
  const budgets = jjg0052.budgets(read('pass-initial'));
  assert.deepEqual(
    budgets.map(({ check }) => check),
    ['indication.1.up', 'indication.2.up', 'indication.3.up', 'indication.4.up'],
  );
  assert.equal(budgets[3]?.model.inputs['reference']?.['halfWidth'], 0.01);
});
