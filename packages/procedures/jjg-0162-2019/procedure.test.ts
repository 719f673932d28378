import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Calculation, CalculationInput } from '../src/calculation.ts';
import { jjg0162 } from './procedure.ts';

type Row = Record<string, string>;
type Input = { kind: string; instrument: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (): Input =>
  (JSON.parse(readFileSync(new URL('./examples/pass-initial.json', import.meta.url), 'utf8')) as { input: Input }).input;
const changed = (change: (input: Input) => void): Calculation => {
  const input = read();
  change(input);
  return jjg0162.calculate(input as unknown as CalculationInput);
};
const paths = ({ errors }: Calculation) => errors.map(({ path, reason }) => `${path}: ${reason}`);
const runOf = (input: Input, index: number): Row => input.readings['runs']?.rows[index] ?? {};
const limitOf = (change: (input: Input) => void, id: string) => changed(change).checks.find((check) => check.id === id)?.limit;

test('the flows of DN 15, Q3 2.5 m³/h, R 100 are shown with their windows', () => {
  assert.deepEqual(
    jjg0162.points(read().instrument, 'initial').map(({ given, reason }) => `${given['point']} ${reason[1]}`),
    ['Q1 0.025 … 0.0275 m³/h', 'Q2 0.04 … 0.044 m³/h', 'Q3 2.25 … 2.5 m³/h'],
  );
});

test('a flow is held against Q3/R exactly, also where Q1 has no end as a decimal', () => {
  // Q3/R = 2.5 / 315 = 0.00793650…
  const at = (flow: string) =>
    paths(
      changed((input) => Object.assign(input, { instrument: { ...input.instrument, ratio: '315' } }) && (runOf(input, 2)['flow'] = flow)),
    );
  assert.ok(at('0.007936').includes('readings.runs.rows.2.flow: flow'));
  assert.ok(!at('0.007937').includes('readings.runs.rows.2.flow: flow'));
});

test('the limits depend on class, zone, temperature of the water and kind', () => {
  const both = (change: (input: Input) => void) => [limitOf(change, 'runs.Q1'), limitOf(change, 'runs.Q2')];
  const set = (meterClass: string, temperature: string, kind: string) => (input: Input) => {
    input.kind = kind;
    input.instrument['class'] = meterClass;
    Object.assign(input.readings['runs'] ?? {}, { waterTemperature: temperature });
  };
  assert.deepEqual(both(set('1', '30', 'initial')), ['3', '1']);
  assert.deepEqual(both(set('1', '30.1', 'initial')), ['3', '2']);
  assert.deepEqual(both(set('2', '30', 'subsequent')), ['5', '2']);
  assert.deepEqual(both(set('2', '30.1', 'subsequent')), ['5', '3']);
  assert.deepEqual(both(set('2', '20', 'in-use')), ['10', '4']);
});

test('how long a verification holds depends on the diameter and Q3', () => {
  const of = (diameter: string, permanent: string) => {
    const rule = jjg0162.validity({ class: '2', diameter, permanent, ratio: '100' });
    return `${rule?.form} ${rule?.months.value}`;
  };
  assert.deepEqual(
    [of('25', '16'), of('25.1', '16'), of('50', '16'), of('50', '16.1'), of('65', '10')],
    ['limited-use 72', 'limited-use 48', 'limited-use 48', 'periodic 24', 'periodic 24'],
  );
});

test('water beyond the temperature classes is refused', () => {
  const at = (waterTemperature: string) => paths(changed((input) => Object.assign(input.readings['runs'] ?? {}, { waterTemperature })));
  assert.deepEqual(at('50.1'), ['readings.runs.waterTemperature: too-large']);
  assert.deepEqual(at('0'), ['readings.runs.waterTemperature: too-small']);
  assert.deepEqual(at('50'), []);
});

test('a flow is run once or three times, never twice', () => {
  const twice = changed((input) =>
    input.readings['runs']?.rows.push({ point: 'Q2', flow: '0.042', indication: '10.10', reference: '10.00' }),
  );
  assert.deepEqual(paths(twice), ['readings.runs.rows: runs']);
});

test('two of three runs beyond the limit fail, though their mean does not', () => {
  const found = changed((input) => {
    const run = (indication: string) => ({ point: 'Q2', flow: '0.042', indication, reference: '10.00' });
    input.readings['runs']!.rows = [runOf(input, 0), run('10.21'), run('10.21'), run('10.10'), runOf(input, 2)];
  });
  assert.deepEqual(
    found.checks.filter(({ verdict }) => verdict === 'fail').map(({ id, value }) => `${id} ${value}`),
    ['runs.Q2.beyond 2'],
  );
});

test('a run passes exactly while |Vi − Va| is at most 2 % of Va', () => {
  fc.assert(
    fc.property(fc.integer({ min: 9500, max: 10500 }), fc.integer({ min: 9700, max: 10300 }), (indication, reference) => {
      const found = changed((input) =>
        Object.assign(runOf(input, 1), { indication: (indication / 1000).toFixed(3), reference: (reference / 1000).toFixed(3) }),
      );
      const passes = Math.abs(indication - reference) * 50 <= reference;
      assert.equal(found.checks.find(({ id }) => id === 'runs.Q2')?.verdict, passes ? 'pass' : 'fail');
    }),
  );
});
