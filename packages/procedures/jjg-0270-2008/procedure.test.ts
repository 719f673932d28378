import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { unknownLimits, validityEnd } from '../src/registry.ts';
import { jjg0270 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { kind: 'initial'; instrument: Row; environment: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg0270.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('a mercury column has other groups than a dial, and an in-use inspection fewer', () => {
  const groups = (name: string) => jjg0270.groups(read(name).instrument, read(name).kind).map(({ id }) => id);
  assert.deepEqual(groups('pass-initial-mercury'), ['appearance', 'zero', 'sensitivity', 'leak', 'mercury', 'error']);
  assert.deepEqual(groups('fail-subsequent-dial'), ['appearance', 'zeroMark', 'leak', 'error', 'pointer']);
  assert.deepEqual(groups('pass-in-use-dial'), ['zeroMark', 'leak', 'error', 'pointer']);
});

test('3.75 mmHg is allowed and 3.76 mmHg is not; 0.5 kPa is no 3.75 mmHg', () => {
  const verdictOf = (indication: string) => {
    const input = read('pass-in-use-dial');
    input.readings['error']!.rows[3]!['indication'] = indication;
    return jjg0270.calculate(input).checks.find(({ id }) => id === 'error.4')?.verdict;
  };
  assert.deepEqual(['123.75', '123.76', '116.25', '116.24'].map(verdictOf), ['pass', 'fail', 'pass', 'fail']);
});

test('a dial has no sensitivity and a leakage test begins at 38 kPa', () => {
  const dial = read('pass-in-use-dial');
  dial.readings['sensitivity'] = { swing: '3' } as never;
  assert.deepEqual(errorsOf(dial), ['readings.sensitivity: not-applicable']);
  const mercury = read('pass-initial-mercury');
  mercury.readings['leak']!['start'] = '37.9';
  assert.deepEqual(errorsOf(mercury), ['readings.leak.start: too-small']);
});

test('an instrument that did not stand for two hours is not verified', () => {
  const input = read('pass-initial-mercury');
  input.environment['soak'] = '1.5';
  assert.deepEqual(errorsOf(input), ['environment.soak: too-small']);
  const points = read('pass-initial-mercury');
  points.readings['error']!.rows[4]!['reference'] = '16.0';
  assert.deepEqual(errorsOf(points), ['readings.error.rows: points']);
});

test('its certificate ends after half a year, and no limit is unknown', () => {
  assert.equal(validityEnd('jjg-0270-2008', read('pass-initial-mercury').instrument, '2026-05-20'), '2026-11-19');
  assert.deepEqual(unknownLimits(jjg0270.edition), []);
});

test('the budget has the standard at a third of the permissible error', () => {
  const [budget] = jjg0270.budgets(read('pass-initial-mercury'));
  assert.equal(budget?.check, 'error.1');
  assert.deepEqual(budget?.model.inputs['reference'], { distribution: 'rectangular', mean: 0, halfWidth: 0.167 });
  assert.deepEqual(budget?.model.inputs['reading'], { distribution: 'rectangular', mean: 0, halfWidth: 0.05 });
});
