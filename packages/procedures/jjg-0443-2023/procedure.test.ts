import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Calculation, CalculationInput } from '../src/calculation.ts';
import { editionFor } from '../src/registry.ts';
import { jjg0443of2023 } from './procedure.ts';

type Row = Record<string, string>;
type Input = { kind: string; instrument: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (): Input =>
  (JSON.parse(readFileSync(new URL('./examples/pass-petrol.json', import.meta.url), 'utf8')) as { input: Input }).input;
const changed = (change: (input: Input) => void): Calculation => {
  const input = read();
  change(input);
  return jjg0443of2023.calculate(input as unknown as CalculationInput);
};
const paths = ({ errors }: Calculation) => errors.map(({ path, reason }) => `${path}: ${reason}`);
const runOf = (input: Input, index: number): Row => input.readings['runs']?.rows[index] ?? {};

test('a dispenser is tested by the edition of the day', () => {
  assert.equal(editionFor('fuel-dispenser', '2024-04-30')?.id, 'jjg-0443-2015');
  assert.equal(editionFor('fuel-dispenser', '2024-05-01')?.id, 'jjg-0443-2023');
  assert.equal(editionFor('fuel-dispenser', '2015-10-09'), undefined);
});

test('each of the two flows is asked for three times', () => {
  assert.deepEqual(
    jjg0443of2023.points(read().instrument, 'initial').map(({ given, times, mandatory }) => [given['point'], times, mandatory]),
    [
      ['Q1', 3, true],
      ['Q2', 3, true],
    ],
  );
  assert.deepEqual(paths(changed((input) => input.readings['runs']?.rows.pop())), ['readings.runs.rows: missing']);
});

test('what cannot be tested is refused with its place', () => {
  const cases: [change: (input: Input) => void, error: string][] = [
    [(input) => (runOf(input, 0)['measureTemperature'] = '27.5'), 'readings.runs.rows.0.measureTemperature: temperature'],
    [(input) => (runOf(input, 0)['flow'] = '61'), 'readings.runs.rows.0.flow: flow'],
    [(input) => (runOf(input, 0)['flow'] = '0'), 'readings.runs.rows.0.flow: flow'],
    [(input) => (runOf(input, 0)['measure'] = '0'), 'readings.runs.rows.0.measure: too-small'],
    [(input) => (runOf(input, 0)['indication'] = '20.035'), 'readings.runs.rows.0.indication: not-a-step'],
    [(input) => (input.instrument['flow'] = '201'), 'instrument.flow: too-large'],
    [(input) => (input.instrument['fuel'] = 'other'), 'instrument.expansion: missing'],
    [(input) => (input.instrument['paymentStep'] = '0'), 'instrument.paymentStep: too-small'],
  ];
  for (const [change, error] of cases) assert.deepEqual(paths(changed(change)), [error]);
});

test('temperatures exactly 4 °C apart may be corrected', () => {
  assert.deepEqual(paths(changed((input) => (runOf(input, 0)['measureTemperature'] = '27.4'))), []);
});

test('another fuel is corrected with the expansion on its record', () => {
  const found = changed((input) => Object.assign(input.instrument, { fuel: 'other', expansion: '0.0012' }));
  assert.equal(found.values.find(({ id }) => id === 'runs.1.VBt')?.value, '19.972309525');
});

test('a nozzle whose locking fails is refused a certificate', () => {
  const found = changed((input) => Object.assign(input.readings['functions'] ?? {}, { selfLock: 'not-ok' }));
  assert.deepEqual([found.conclusion, found.document], ['fail', 'notice-of-rejection']);
});

test('at equal temperatures of 20 °C a run passes exactly while |V_J − V_B| is at most 0.30 % of V_B', () => {
  fc.assert(
    fc.property(fc.integer({ min: 19_900, max: 20_100 }), fc.integer({ min: 1990, max: 2010 }), (measured, shown) => {
      const found = changed((input) =>
        Object.assign(runOf(input, 0), {
          measure: (measured / 1000).toFixed(3),
          indication: (shown / 100).toFixed(2),
          fuelTemperature: '20.0',
          measureTemperature: '20.0',
        }),
      );
      // In mL: |10 shown − measured| × 1000 ≤ 3 measured.
      const passes = Math.abs(10 * shown - measured) * 1000 <= 3 * measured;
      assert.equal(found.checks.find(({ id }) => id === 'runs.1')?.verdict, passes ? 'pass' : 'fail');
    }),
  );
});
