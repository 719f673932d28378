import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Calculation, CalculationInput } from '../src/calculation.ts';
import { jjg0596 } from './procedure.ts';

type Row = Record<string, string>;
type Input = {
  kind: string;
  instrument: Record<string, string>;
  environment: Record<string, string>;
  readings: Record<string, Record<string, unknown> & { rows: Row[] }>;
};
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const calculate = (input: unknown): Calculation => jjg0596.calculate(input as CalculationInput);
const changed = (name: string, change: (input: Input) => void): Calculation => {
  const input = read(name);
  change(input);
  return calculate(input);
};
const paths = ({ errors }: Calculation) => errors.map(({ path, reason }) => `${path}: ${reason}`);
const rowOf = (input: Input, index: number): Row => input.readings['errors']?.rows[index] ?? {};
const pointsOf = (plate: Row, mandatory = true): string[] =>
  jjg0596
    .points(plate, 'initial')
    .filter((point) => point.mandatory === mandatory)
    .map(({ given }) => Object.values(given).join(' '));

const plate = (wiring: string, meterClass: string, connection: string, current: string, most: string): Row => ({
  phases: wiring === 'single' ? 'single' : 'three',
  ...(wiring === 'single' ? {} : { wires: wiring }),
  class: meterClass,
  connection,
  voltage: '220',
  current,
  most,
  constant: '1200',
  clock: 'no',
});

test('the points of a meter 5(60) A of class 2 are those of its bands, Ib and Imax', () => {
  const meter = plate('single', '2', 'direct', '5', '60');
  assert.deepEqual(pointsOf(meter), ['60 1.0', '5 1.0', '0.5 1.0', '0.25 1.0', '60 0.5L', '5 0.5L', '1 0.5L', '0.5 0.5L']);
  assert.deepEqual(pointsOf(meter, false), ['30 1.0', '30 0.5L']);
});

test('class 1 is offered the capacitive points too, and Imax below 4 Ib adds no half of it', () => {
  const meter = plate('single', '1', 'direct', '20', '60');
  assert.deepEqual(pointsOf(meter, false), ['60 0.8C', '20 0.8C', '4 0.8C', '2 0.8C']);
});

test('of a three-phase meter each phase is loaded alone, with three wires only A and C', () => {
  const alone = (phases: string) => pointsOf(plate(phases, '0.2S', 'transformer', '1', '1.2')).filter((point) => /^[abc] /.test(point));
  assert.deepEqual(alone('four').slice(0, 6), ['a 1.2 1.0', 'a 1 1.0', 'a 0.05 1.0', 'a 1.2 0.5L', 'a 1 0.5L', 'a 0.1 0.5L']);
  assert.equal(alone('four').length, 18);
  assert.deepEqual([...new Set(alone('three').map(([element]) => element))], ['a', 'c']);
});

test('the limit changes exactly at the current that begins a band', () => {
  const limitAt = (instrument: Row, current: string, factor: string) => {
    const input = { ...read('pass-single-phase'), instrument };
    input.readings['errors'] = { rows: [{ current, factor, first: '0.00', second: '0.00' }] };
    return jjg0596.progress(input as never).checks.find(({ id }) => id === 'errors.1')?.limit ?? null;
  };
  const direct = plate('single', '1', 'direct', '10', '60');
  assert.deepEqual(
    ['0.5', '0.999', '1', '60'].map((current) => limitAt(direct, current, '1.0')),
    ['1.5', '1.5', '1.0', '1.0'],
  );
  assert.deepEqual(
    ['1', '1.999', '2', '60'].map((current) => limitAt(direct, current, '0.5L')),
    ['1.5', '1.5', '1.0', '1.0'],
  );
  const fine = plate('single', '0.2S', 'transformer', '5', '6');
  assert.deepEqual(
    ['0.05', '0.249', '0.25'].map((current) => limitAt(fine, current, '1.0')),
    ['0.4', '0.4', '0.2'],
  );
  assert.deepEqual(
    ['0.1', '0.499', '0.5'].map((current) => limitAt(fine, current, '0.5L')),
    ['0.5', '0.5', '0.3'],
  );
  assert.equal(limitAt(fine, '0.049', '1.0'), null);
});

test('a mean from 80 % to 120 % of its limit waits for two more measurements', () => {
  const of = (first: string, second: string) =>
    paths(changed('pass-single-phase', (input) => Object.assign(rowOf(input, 1), { first, second })));
  assert.deepEqual(of('1.60', '1.60'), ['readings.errors.rows.1.third: remeasure']);
  assert.deepEqual(of('1.59', '1.60'), []);
  assert.deepEqual(of('-2.40', '-2.40'), ['readings.errors.rows.1.third: remeasure']);
  assert.deepEqual(of('2.41', '2.40'), []);
  assert.deepEqual(paths(changed('fail-single-phase', (input) => delete rowOf(input, 4)['fourth'])), [
    'readings.errors.rows.4.fourth: remeasure',
  ]);
});

test('a mean is rounded half to the even multiple of the interval, whatever its sign', () => {
  const judged = (first: number, second: number) => {
    const text = (value: number) => (value / 1000).toFixed(3);
    const found = changed('pass-single-phase', (input) => Object.assign(rowOf(input, 5), { first: text(first), second: text(second) }));
    return found.checks.find(({ id }) => id === 'errors.6')?.value;
  };
  fc.assert(
    fc.property(fc.integer({ min: -1500, max: 1500 }), fc.integer({ min: -1500, max: 1500 }), (first, second) => {
      // In units of 0.0005 %, of which the interval 0.2 % is 400.
      const size = Math.abs(first + second);
      const [whole, rest] = [Math.floor(size / 400), size % 400];
      const multiple = rest > 200 || (rest === 200 && whole % 2 === 1) ? whole + 1 : whole;
      const sign = first + second < 0 && multiple > 0 ? '-' : '';
      assert.equal(judged(first, second), `${sign}${((multiple * 2) / 10).toFixed(1)}`);
    }),
  );
});

test('what a meter cannot be, and a test that was too short, is refused with its place', () => {
  const cases: [change: (input: Input) => void, error: string][] = [
    [(input) => (input.instrument['class'] = '0.5S'), 'instrument.class: not-in-class'],
    [(input) => (input.instrument['wires'] = 'four'), 'instrument.wires: not-applicable'],
    [(input) => (input.instrument['phases'] = 'three'), 'instrument.wires: missing'],
    [(input) => (input.instrument['most'] = '4'), 'instrument.most: too-small'],
    [(input) => (input.instrument['constant'] = '0'), 'instrument.constant: too-small'],
    [(input) => (input.readings['creep']!['time'] = '30.30'), 'readings.creep.time: too-small'],
    [(input) => (input.readings['creep']!['voltage'] = '220'), 'readings.creep.voltage: voltage'],
    [(input) => (input.readings['starting']!['current'] = '0.03'), 'readings.starting.current: current'],
    [(input) => (input.readings['constant']!['reference'] = '0'), 'readings.constant.reference: too-small'],
    [(input) => (rowOf(input, 7)['current'] = '61'), 'readings.errors.rows.7.current: too-large'],
    [(input) => (input.environment['temperature'] = '25.1'), 'environment.temperature: too-large'],
    [(input) => (input.readings['clock'] = { error: '0.2' } as never), 'readings.clock: not-applicable'],
  ];
  for (const [change, error] of cases) assert.ok(paths(changed('pass-single-phase', change)).includes(error), error);
});

test('a meter that runs without current, does not start or whose clock is wrong fails', () => {
  const failing = (name: string, change: (input: Input) => void) =>
    changed(name, change)
      .checks.filter(({ verdict }) => verdict === 'fail')
      .map(({ id }) => id);
  assert.deepEqual(
    failing('pass-single-phase', (input) => (input.readings['creep']!['pulses'] = '2')),
    ['creep'],
  );
  assert.deepEqual(
    failing('pass-single-phase', (input) => (input.readings['starting']!['started'] = 'not-ok')),
    ['starting.started'],
  );
  assert.deepEqual(
    failing('pass-three-phase', (input) => (input.readings['clock']!['error'] = '-0.51')),
    ['clock'],
  );
});

test('how long a verification holds depends on connection and class', () => {
  const months = (meterClass: string, connection: string) => {
    const rule = jjg0596.validity(plate('single', meterClass, connection, '5', '60'));
    return `${rule?.form} ${rule?.months.value}`;
  };
  assert.deepEqual(
    [months('2', 'direct'), months('1', 'transformer'), months('0.5S', 'transformer')],
    ['limited-use 96', 'periodic 96', 'periodic 72'],
  );
});

test('the budget of an error takes the equipment of the class and the rounding', () => {
  const [budget] = jjg0596.budgets(read('pass-three-phase') as never);
  assert.deepEqual(budget?.model.inputs, {
    found: { distribution: 'constant', value: 0.1 },
    reading: { distribution: 'rectangular', mean: 0, halfWidth: 0.025 },
    reference: { distribution: 'rectangular', mean: 0, halfWidth: 0.1 },
  });
});
