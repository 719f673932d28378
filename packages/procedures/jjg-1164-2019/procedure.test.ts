import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { jjg1164 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; environment: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg1164.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('35.0 and 42.0 °C belong to the range of ±0.2 °C, beyond them ±0.3 °C holds', () => {
  const limitAt = (reference: string) => {
    const input = read('pass-initial');
    Object.assign(input.readings['error']!.rows[0]!, { reference, indication: '38.0' });
    return jjg1164.calculate(input).checks.find(({ id }) => id === 'error.1')?.limit;
  };
  assert.deepEqual(['34.99', '35.00', '42.00', '42.01'].map(limitAt), ['0.3', '0.2', '0.2', '0.3']);
});

test('each of three temperatures has three readings', () => {
  const fewer = read('pass-initial');
  fewer.readings['error']!.rows[8]!['point'] = '37';
  assert.deepEqual(errorsOf(fewer), ['readings.error.rows: missing']);
  const two = read('pass-initial');
  for (const row of two.readings['error']!.rows.slice(6)) row['point'] = '37.00';
  assert.deepEqual(errorsOf(two), ['readings.error.rows: points']);
});

test('a display in steps above 0.1 °C, a warm room or a reading between two steps is refused', () => {
  const cases: [change: (input: Input) => void, error: string][] = [
    [(input) => (input.instrument['d'] = '0.2'), 'instrument.d: too-large'],
    [(input) => (input.environment['temperature'] = '26'), 'environment.temperature: too-large'],
    [(input) => (input.environment['soak'] = '0.4'), 'environment.soak: too-small'],
    [(input) => (input.readings['error']!.rows[0]!['indication'] = '35.05'), 'readings.error.rows.0.indication: not-a-step'],
  ];
  for (const [change, error] of cases) {
    const input = read('pass-initial');
    change(input);
    assert.deepEqual(errorsOf(input), [error]);
  }
});

test('every reading has a budget with the blackbody and half a step', () => {
  const budgets = jjg1164.budgets(read('pass-initial'));
  assert.equal(budgets.length, 9);
  assert.deepEqual(budgets[0]?.model.inputs['reading'], { distribution: 'rectangular', mean: 0, halfWidth: 0.05 });
});
