import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { unknownLimits } from '../src/limit.ts';
import { jjg0517 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; environment: Row; readings: Record<string, { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg0517.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);
const groupsOf = (instrument: unknown) => jjg0517.groups(instrument, 'initial').map(({ id }) => id);

test('each kind of instrument says which state its nameplate has, and the state which groups there are', () => {
  const { applies, form } = jjg0517.edition;
  const states = form.instrument.fields.find(({ id }) => id === 'state')?.choices?.map(({ value }) => value);
  for (const { nameplate } of applies) assert.ok(states?.includes(nameplate?.['state'] ?? ''));
  const of = (kind: string) => applies.find(({ instrument }) => instrument === kind)?.nameplate;
  assert.deepEqual(groupsOf(of('taximeter-installed')), ['appearance', 'pricing', 'installedDistance']);
  assert.deepEqual(groupsOf({ ...of('taximeter'), constant: '1000', crossOver: '12' }), [
    'appearance',
    'pricing',
    'benchDistance',
    'benchTime',
    'switching',
  ]);
});

test('a taximeter by itself needs its constant and the cross-over speed; in the vehicle it does not', () => {
  const { instrument, ...rest } = read('pass-bench-with-entered-limits');
  assert.deepEqual(errorsOf({ ...rest, instrument: { state: 'bench' } }), [
    'instrument.constant: missing',
    'instrument.crossOver: missing',
  ]);
  assert.deepEqual(errorsOf({ ...rest, instrument: { ...instrument, constant: '0' } }), ['instrument.constant: too-small']);
});

test('what belongs to the other state is refused, not left out in silence', () => {
  const installed = read('pass-installed');
  installed.readings['benchDistance'] = { rows: [{ point: '5', count: '5000' }] };
  assert.deepEqual(errorsOf(installed), ['readings.benchDistance: not-applicable']);
});

test('the number of measurements that an institute entered is asked for', () => {
  const three = { 'limits.installedRuns': '3' };
  assert.deepEqual(errorsOf({ ...read('pass-installed'), adopted: three }), []);
  assert.deepEqual(errorsOf({ ...read('pass-installed-at-the-limits'), adopted: three }), ['readings.installedDistance.rows: missing']);
});

test('an actual distance of zero is refused at its cell', () => {
  const input = read('pass-installed');
  input.readings['installedDistance']!.rows[1]!['actual'] = '0';
  assert.deepEqual(errorsOf(input), ['readings.installedDistance.rows.1.actual: too-small']);
});

test('the bench has its temperature, the road has none that is known', () => {
  const cold = { temperature: '-2', humidity: '90' };
  assert.deepEqual(errorsOf({ ...read('pass-installed'), environment: cold }), []);
  assert.deepEqual(errorsOf({ ...read('pass-bench-with-entered-limits'), environment: cold }), [
    'environment.temperature: too-small',
    'environment.humidity: too-large',
  ]);
});

test('what is not known has its place', () => {
  assert.deepEqual(
    unknownLimits(jjg0517.edition).map(({ path }) => path),
    [
      'limits.installedRuns',
      'limits.benchDistance',
      'limits.benchDistancePoints',
      'limits.benchTime',
      'limits.benchSwitching',
      'limits.benchResponse',
    ],
  );
});

test('in the vehicle a verification holds for a year, by itself it has no end by a date', () => {
  assert.equal(jjg0517.validity(read('pass-installed').instrument)?.months.value, 12);
  assert.equal(jjg0517.validity(read('undetermined-bench').instrument)?.form, 'first-only');
});
