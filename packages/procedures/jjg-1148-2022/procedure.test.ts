import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { jjg1148 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; environment: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const changed = (name: string, change: (input: Input) => void) => {
  const input = read(name);
  change(input);
  return jjg1148.calculate(input);
};
const errorsOf = (found: ReturnType<typeof jjg1148.calculate>) => found.errors.map(({ path, reason }) => `${path}: ${reason}`);
const currents = (instrument: unknown) => jjg1148.points(instrument, 'subsequent').map(({ given }) => given['current']);

test('a charger is loaded at both ends of its range, and in the middle where that lies between them', () => {
  assert.deepEqual(currents(read('pass-initial').instrument), ['6', '16', '32']);
  assert.deepEqual(currents({ ...read('pass-initial').instrument, most: '10' }), ['6', '10']);
});

test('an old charger without marks has the currents of its power, and at least 6 A', () => {
  const { instrument } = read('pass-unmarked');
  assert.deepEqual(currents(instrument), ['6', '15.9', '31.8']);
  assert.deepEqual(currents({ ...instrument, power: '22' }), ['10', '50', '100']);
  assert.deepEqual(currents({ ...instrument, most: '32' }), ['6', '16', '32']);
});

test('without marks and without power, or with three phases, the currents have to be entered', () => {
  const none = (change: Row) => errorsOf(changed('pass-unmarked', ({ instrument }) => Object.assign(instrument, change)));
  assert.deepEqual(none({ power: '' }), ['instrument.power: missing']);
  assert.deepEqual(none({ voltage: '0' }), ['instrument.voltage: too-small']);
  assert.deepEqual(none({ phases: 'three' }), ['instrument.most: missing', 'instrument.least: missing']);
  assert.deepEqual(none({ unmarked: 'no' }), ['instrument.most: missing', 'instrument.least: missing']);
});

test('the clock is verified only where the price depends on the time', () => {
  const without = changed('pass-initial', ({ instrument }) => (instrument['timeOfUse'] = 'no'));
  assert.deepEqual(errorsOf(without), ['readings.clock: not-applicable']);
  const subsequent = changed('fail-clock-at-initial', (input) => Object.assign(input, { kind: 'subsequent' }));
  assert.equal(subsequent.conclusion, 'pass');
});

test('a load beyond the marked currents and an energy of zero are refused at their cells', () => {
  const refused = changed('pass-initial', ({ readings }) => {
    readings['energy']!.rows.push({ current: '33', shown: '1.000', reference: '1.000' }, { current: '20', shown: '0.1', reference: '0' });
  });
  assert.deepEqual(errorsOf(refused), ['readings.energy.rows.3.current: outside', 'readings.energy.rows.4.reference: too-small']);
});

test('the smallest current lies below the largest', () => {
  const swapped = changed('pass-initial', ({ instrument }) => Object.assign(instrument, { least: '32', most: '6' }));
  assert.deepEqual(errorsOf(swapped), ['instrument.least: range']);
});

test('conditions of the place hold as soon as an institute has entered them', () => {
  const cold = changed('pass-initial', ({ environment }) => (environment['temperature'] = '-30'));
  assert.deepEqual(errorsOf(cold), []);
  const entered = { 'limits.temperatureLeast': '-25', 'limits.temperatureMost': '40', 'limits.humidityMost': '95' };
  const refused = changed('pass-initial', (input) => {
    Object.assign(input, { adopted: entered });
    input.environment['temperature'] = '-30';
  });
  assert.deepEqual(errorsOf(refused), ['environment.temperature: too-small']);
});

test('a budget knows the energy of its load', () => {
  const [first] = jjg1148.budgets(read('pass-initial'));
  assert.equal(first?.check, 'energy.1');
  assert.ok(Math.abs(Number(first.model.inputs['reading']?.['halfWidth']) - 0.101) < 1e-9);
});
