import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Calculation, CalculationInput } from '../src/calculation.ts';
import { jjg0577 } from './procedure.ts';

type Row = Record<string, string>;
type Input = {
  kind: string;
  instrument: Row;
  environment: Row;
  readings: Record<string, Row & { rows: Row[] }>;
  adopted?: Record<string, string>;
};
const read = (name = 'pass-initial'): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const changed = (change: (input: Input) => void, name?: string): Calculation => {
  const input = read(name);
  change(input);
  return jjg0577.calculate(input as unknown as CalculationInput);
};
const paths = ({ errors }: Calculation) => errors.map(({ path, reason }) => `${path}: ${reason}`);
const runOf = (input: Input, index: number): Row => input.readings['runs']?.rows[index] ?? {};
const valueOf = ({ values }: Calculation, id: string) => values.find((value) => value.id === id)?.value;

test('the flows are qmin, 0.2 qmax and qmax', () => {
  assert.deepEqual(
    jjg0577.points(read().instrument, 'initial').map(({ given, reason }) => `${given['point']} ${reason[1]}`),
    ['qmin 0.025 m³/h', '0.2qmax 0.8 m³/h', 'qmax 4 m³/h'],
  );
});

test('a household meter is tested from 18 to 22 °C, a larger one from 15 to 25 °C', () => {
  const at = (most: string, temperature: string) =>
    paths(
      changed((input) => {
        input.environment['temperature'] = temperature;
        input.instrument['most'] = most;
      }),
    ).filter((path) => path.startsWith('environment'));
  assert.deepEqual(at('10', '22'), []);
  assert.deepEqual(at('10', '22.1'), ['environment.temperature: too-large']);
  assert.deepEqual(at('16', '25'), []);
  assert.deepEqual(at('16', '14.9'), ['environment.temperature: too-small']);
});

test('the loss of pressure is asked for at initial verification only', () => {
  const groups = (kind: 'initial' | 'subsequent' | 'in-use') => jjg0577.groups(read().instrument, kind).map(({ id }) => id);
  assert.ok(groups('initial').includes('pressureLoss'));
  assert.ok(!groups('subsequent').includes('pressureLoss') && !groups('in-use').includes('pressureLoss'));
});

test('the loss of pressure changes its limit above qmax 16 and 65 m³/h, and with a valve', () => {
  const limit = (most: string, valve: string) =>
    changed((input) => {
      Object.assign(input.instrument, { most });
      Object.assign(input.readings['pressureLoss'] ?? {}, { valve });
    }).checks.find(({ id }) => id === 'pressureLoss')?.limit;
  assert.deepEqual(
    [limit('16', 'no'), limit('25', 'no'), limit('65', 'yes'), limit('100', 'no'), limit('160', 'yes')],
    ['200', '300', '375', '400', '500'],
  );
});

test('up to 0.5 °C apart nothing is corrected, beyond it the temperatures are, beyond 1 °C nothing is tested', () => {
  const at = (meterTemperature: string) =>
    changed((input) => Object.assign(runOf(input, 0), { meterTemperature, standardTemperature: '20.0' }));
  assert.equal(valueOf(at('20.5'), 'runs.1.E'), '1.000');
  // 101 × 293.15 / (100 × 293.75) − 1 = 29608.15 / 29375 − 1.
  assert.equal(valueOf(at('20.6'), 'runs.1.E'), '0.794');
  assert.deepEqual(paths(at('21.0')), []);
  assert.deepEqual(paths(at('21.1')), ['readings.runs.rows.0.standardTemperature: temperature']);
});

test('of two pressures both are written or none', () => {
  const one = changed((input) => (runOf(input, 0)['meterPressure'] = '101.3'));
  assert.deepEqual(paths(one), ['readings.runs.rows.0.standardPressure: missing']);
});

test('the deviation of a flow is enforced once the institute has entered it', () => {
  const off = (input: Input) => (runOf(input, 1)['flow'] = '0.85');
  assert.deepEqual(paths(changed(off)), []);
  const entered = changed((input) => {
    off(input);
    input.adopted = { 'limits.flowTolerance': '5' };
  });
  assert.deepEqual(paths(entered), ['readings.runs.rows.1.flow: flow']);
});

test('how long a verification holds depends on gas and size', () => {
  const of = (most: string, gas: string) => {
    const rule = jjg0577.validity({ class: '1.5', least: '0.025', most, gas });
    return `${rule?.form} ${rule?.months.value}`;
  };
  assert.deepEqual([of('10', 'natural'), of('6', 'other'), of('16', 'natural')], ['limited-use 120', 'limited-use 72', 'periodic 36']);
});

test('a nameplate that contradicts itself is refused', () => {
  assert.deepEqual(paths(changed((input) => (input.instrument['least'] = '0.8'))), ['instrument.least: too-large']);
  assert.deepEqual(paths(changed((input) => (input.instrument['least'] = '0'))), ['instrument.least: too-small']);
});
