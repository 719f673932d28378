import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { unknownLimits } from '../src/registry.ts';
import { jjg0692 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { kind: string; instrument: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: unknown) => jjg0692.calculate(input as CalculationInput).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('the limits of the two units are those that are printed, none is converted into the other', () => {
  const limitOf = (unit: string, kind: string, reference: string) => {
    const { instrument, environment } = read('pass-initial');
    const readings = { static: { rows: [{ reference, rising: reference }] } };
    const { checks } = jjg0692.progress({ kind, instrument: { ...instrument, unit, d: '0.1' }, environment, readings });
    return checks[0]?.limit;
  };
  assert.deepEqual([limitOf('kPa', 'initial', '20.0'), limitOf('mmHg', 'initial', '150')], ['0.4', '3']);
  assert.deepEqual([limitOf('kPa', 'subsequent', '20.0'), limitOf('mmHg', 'in-use', '150')], ['0.5', '4']);
});

test('a deflation rate that only its fifth decimal puts beyond the limit fails', () => {
  const input = read('pass-subsequent-kpa');
  input.readings['deflation']!.rows[0]!['after'] = '25.9999';
  const { checks } = jjg0692.calculate(input);
  const found = checks.find(({ id }) => id === 'deflation.1');
  assert.deepEqual([found?.value, found?.verdict], ['0.40001', 'fail']);
});

test('five readings at one pressure are not five points, and four measurements are no repeatability', () => {
  const input = read('pass-initial');
  input.readings['static']!.rows[1]!['reference'] = '50';
  assert.deepEqual(errorsOf(input), ['readings.static.rows: points']);
  const other = read('pass-initial');
  other.readings['repeatability']!.rows[4]!['setting'] = '120/80';
  assert.deepEqual(errorsOf(other), ['readings.repeatability.rows: missing', 'readings.repeatability.rows: missing']);
});

test('repeatability belongs to oscillometric instruments, the deflation rate to auscultatory ones', () => {
  const groups = (name: string) => {
    const { instrument, kind } = read(name);
    return jjg0692.groups(instrument, kind as 'initial').map(({ id }) => id);
  };
  assert.deepEqual(groups('pass-initial'), ['appearance', 'range', 'static', 'repeatability', 'leak']);
  assert.deepEqual(groups('pass-subsequent-kpa'), ['appearance', 'static', 'deflation']);
  const input = read('pass-initial');
  input.readings['deflation'] = { rows: [{ before: '100', after: '80', time: '10' }] } as never;
  assert.deepEqual(errorsOf(input), ['readings.deflation: not-applicable']);
});

test('what cannot be read or timed is refused at its cell', () => {
  const cases: [change: (input: Input) => void, error: string][] = [
    [(input) => (input.instrument['d'] = '0'), 'instrument.d: too-small'],
    [(input) => (input.instrument['unit'] = 'bar'), 'instrument.unit: choice'],
    [(input) => (input.readings['static']!.rows[0]!['rising'] = '50.5'), 'readings.static.rows.0.rising: not-a-step'],
    [(input) => ((input.environment as Row)['temperature'] = '31'), 'environment.temperature: too-large'],
    [(input) => ((input.readings['leak'] as Row)['time'] = '0'), 'readings.leak.time: too-small'],
  ];
  for (const [change, error] of cases) {
    const input = read('pass-initial');
    change(input);
    assert.deepEqual(errorsOf(input), [error]);
  }
});

test('the divisor of the repeatability is the one number that an institute has to enter', () => {
  assert.deepEqual(
    unknownLimits(jjg0692.edition).map(({ path }) => path),
    ['limits.repeatabilityDivisor'],
  );
});

test('each static error has an uncertainty budget with the standard and half a step of the display', () => {
  const budgets = jjg0692.budgets(read('pass-initial'));
  assert.deepEqual(budgets.map(({ check }) => check).slice(0, 2), ['static.1.rising', 'static.2.rising']);
  assert.deepEqual(budgets[0]?.model.inputs['reference'], { distribution: 'rectangular', mean: 0, halfWidth: 0.8 });
  assert.deepEqual(budgets[0]?.model.inputs['reading'], { distribution: 'rectangular', mean: 0, halfWidth: 0.5 });
});
