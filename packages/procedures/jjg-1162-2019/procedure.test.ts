import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { jjg1162 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & {
  instrument: Row;
  environment: Row;
  adopted: Row;
  readings: Record<string, Row & { rows: Row[] }>;
};
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg1162.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('37.0 and 39.0 °C belong to the middle band, 41.0 °C to the one below the highest', () => {
  const adopted = Object.fromEntries(
    ['belowLow', 'low', 'middle', 'high', 'aboveHighest'].map((name, index) => [`limits.mpe.${name}`, `${index + 1}`]),
  );
  const limitAt = (reference: string) => {
    const input = { ...read('pass-adopted'), adopted };
    Object.assign(input.readings['error']!.rows[0]!, { reference });
    return jjg1162.calculate(input).checks.find(({ id }) => id === 'error.1')?.limit;
  };
  assert.deepEqual(['35.29', '35.30', '36.99', '37.00', '39.00', '39.01', '41.00', '41.01'].map(limitAt), [
    '1',
    '2',
    '2',
    '3',
    '3',
    '4',
    '4',
    '5',
  ]);
});

test('only the limits of the bands that were tested keep a record open', () => {
  const input = read('pass-adopted');
  delete input.adopted['limits.mpe.high'];
  assert.deepEqual(errorsOf(input), ['limits.mpe.high: limit-unknown']);
  input.readings['error']!.rows.splice(3, 1);
  assert.deepEqual(errorsOf(input), []);
});

test('the bounds of the room hold once an institute has entered them', () => {
  const input = read('pass-adopted');
  input.environment['temperature'] = '31';
  assert.deepEqual(errorsOf(input), []);
  input.adopted['limits.temperatureMost'] = '30';
  assert.deepEqual(errorsOf(input), ['environment.temperature: too-large']);
});

test('three readings at one temperature are not three points, and a coarse display fails', () => {
  const input = read('pass-adopted');
  for (const row of input.readings['error']!.rows) row['point'] = row['point'] === '35.0' ? '35.00' : '37.0';
  assert.deepEqual(errorsOf(input), ['readings.error.rows: points']);
  const coarse = read('pass-adopted');
  coarse.instrument['d'] = '0.2';
  coarse.readings['display'] = { lowest: '32.0', highest: '42.8' } as never;
  assert.equal(jjg1162.progress(coarse).checks.find(({ id }) => id === 'display.resolution')?.verdict, 'fail');
});
