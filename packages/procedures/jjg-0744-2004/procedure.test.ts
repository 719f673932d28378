import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { unknownLimits } from '../src/registry.ts';
import { screens, spots, voltages } from './limits.ts';
import { jjg0744 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; adopted: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg0744.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);
const verdictOf = (input: Input, id: string) => jjg0744.progress(input).checks.find((check) => check.id === id)?.verdict;

test('every number of the three tables has its place, two say what the regulation means, three bound the room', () => {
  const paths = unknownLimits(jjg0744.edition).map(({ path }) => path);
  assert.equal(paths.length, voltages.length + screens.length + 2 * spots.length + 2 + 3);
  for (const path of ['limits.halfValueLayer.at150', 'limits.resolution.at310', 'limits.spotLength.at0_3', 'limits.linearityFactor'])
    assert.ok(paths.includes(path), path);
});

test('an air kerma rate that passes or fails under either meaning of the allowance is judged at once', () => {
  const verdict = (fluoroscopy: string, rate: string) => {
    const input = read('pass-initial-adopted');
    Object.assign(input.instrument, { fluoroscopy, screen: fluoroscopy === 'without' ? '' : '230' });
    input.readings['kermaRate']!.rows[0]!['rate'] = rate;
    return verdictOf(input, 'kermaRate.1');
  };
  assert.deepEqual(
    ['25.0', '25.1', '27.5', '27.51'].map((rate) => verdict('diagnostic', rate)),
    ['pass', 'undetermined', 'undetermined', 'fail'],
  );
  assert.deepEqual(
    ['50.0', '55.1'].map((rate) => verdict('without', rate)),
    ['pass', 'fail'],
  );
  assert.deepEqual(
    ['100.0', '110.1'].map((rate) => verdict('interventional', rate)),
    ['pass', 'fail'],
  );
});

test('a non-linearity is judged at once where its two formulas agree', () => {
  const verdict = (kerma: string) => {
    const input = read('pass-initial-adopted');
    input.readings['linearity']!.rows = [
      { charge: '10', kerma: '1.00' },
      { charge: '10', kerma },
    ];
    return verdictOf(input, 'linearity');
  };
  // By the mean 20 % lies at 11/9, by the sum at 3/2.
  assert.deepEqual(['1.222', '1.223', '1.5', '1.501'].map(verdict), ['pass', 'undetermined', 'undetermined', 'fail']);
});

test('a source without fluoroscopy has no air kerma rate and no screen, one with an intensifier has its screen', () => {
  const plain = read('pass-initial-adopted');
  Object.assign(plain.instrument, { fluoroscopy: 'none', screen: '' });
  assert.deepEqual(errorsOf(plain), ['readings.kermaRate: not-applicable']);
  delete plain.readings['kermaRate'];
  assert.equal(jjg0744.calculate(plain).conclusion, 'pass');
  plain.instrument['screen'] = '230';
  assert.deepEqual(errorsOf(plain), ['instrument.screen: not-applicable']);
  Object.assign(plain.instrument, { fluoroscopy: 'diagnostic', screen: '' });
  assert.deepEqual(errorsOf(plain), ['instrument.screen: missing']);
});

test('the linearity is measured from 40 % to 100 % of the nominal voltage', () => {
  const errorsAt = (voltage: string) => {
    const input = read('pass-initial-adopted');
    input.readings['linearity']!['voltage'] = voltage;
    return errorsOf(input).length;
  };
  assert.deepEqual(['59.9', '60', '150', '150.1'].map(errorsAt), [1, 0, 0, 1]);
});

test('what has a sign or divides by zero is refused at its cell', () => {
  const cases: [change: (input: Input) => void, error: string][] = [
    [(input) => (input.readings['lightField']!['left'] = '-6'), 'readings.lightField.left: too-small'],
    [(input) => (input.readings['tubeCurrent']!.rows[0]!['measured'] = '0'), 'readings.tubeCurrent.rows.0.measured: too-small'],
    [(input) => (input.readings['linearity']!.rows[1]!['charge'] = '0'), 'readings.linearity.rows.1.charge: too-small'],
    [(input) => (input.readings['spot']!.rows[0]!['nominal'] = '0.2'), 'readings.spot.rows.0.nominal: choice'],
  ];
  for (const [change, error] of cases) {
    const input = read('pass-initial-adopted');
    change(input);
    assert.deepEqual(errorsOf(input), [error]);
  }
});

test('each tube voltage has a budget with a non-invasive meter', () => {
  const budgets = jjg0744.budgets(read('pass-initial-adopted'));
  assert.deepEqual(budgets.map(({ check, limit, unit }) => [check, limit, unit])[0], ['tubeVoltage.1', '10', '%']);
});
