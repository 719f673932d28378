import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CalculationInput } from '../src/calculation.ts';
import { kindsOf } from '../src/edition.ts';
import { jjg0543 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { kind: 'initial'; instrument: Row; environment: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg0543.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('the successor that is reported leaves the end of the edition open, with its reason', () => {
  const [applies] = jjg0543.edition.applies;
  assert.equal(applies?.to.value, null);
  assert.match(applies?.to.source ?? '', /543-2026 is reported/);
});

test('there is no in-use inspection, and the tests of the initial verification are not asked for later', () => {
  assert.deepEqual(kindsOf(jjg0543.edition), ['initial', 'subsequent']);
  assert.deepEqual(errorsOf({ ...read('pass-initial'), kind: 'in-use' as never }), ['kind: not-applicable']);
  const groups = jjg0543.groups({ leads: '12' }, 'subsequent').map(({ id }) => id);
  assert.equal(groups.length, 9);
  assert.ok(!groups.includes('trace'));
});

test('all twelve leads, both polarisations and both ends of the frequencies are asked for', () => {
  const input = read('pass-subsequent');
  input.readings['rejection']!.rows.pop();
  input.readings['polarisation']!.rows[1]!['voltage'] = '300';
  input.readings['response']!.rows.shift();
  assert.deepEqual(errorsOf(input), [
    'readings.response.rows: missing',
    'readings.polarisation.rows: missing',
    'readings.rejection.rows: missing',
  ]);
  const other = read('pass-subsequent');
  other.readings['rejection']!.rows.pop();
  assert.deepEqual(errorsOf({ ...other, instrument: { leads: 'other' } }), []);
});

test('an error of voltage is allowed up to exactly a tenth of the input and its least value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: -100, max: 100 }), (input, deviation) => {
      const record = read('pass-subsequent');
      // input and deviation in 0.1 mV and 0.01 mV, read at 10 mm/mV.
      const height = (input * 10 + deviation) / 10;
      fc.pre(height > 0);
      record.readings['voltage']!.rows[0] = { input: (input / 10).toFixed(1), gain: '10', height: height.toFixed(1) };
      const { checks } = jjg0543.calculate(record);
      const allowed = Math.abs(deviation) <= input + 1;
      assert.equal(checks.find(({ id }) => id === 'voltage.1')?.verdict, allowed ? 'pass' : 'fail');
    }),
  );
});

test('what divides must be greater than zero, and a resistor that changes nothing is refused', () => {
  const cases: [change: (input: Input) => void, error: string][] = [
    [(input) => (input.readings['calibration']!['external'] = '0'), 'readings.calibration.external: too-small'],
    [(input) => (input.readings['voltage']!.rows[0]!['input'] = '0'), 'readings.voltage.rows.0.input: too-small'],
    [(input) => (input.readings['rejection']!.rows[0]!['height'] = '0'), 'readings.rejection.rows.0.height: too-small'],
    [(input) => (input.readings['trace']!['with'] = '10.0'), 'readings.trace.with: too-large'],
    [(input) => (input.readings['response']!.rows[1]!['frequency'] = '75'), 'readings.response.rows.1.frequency: too-large'],
    [(input) => (input.readings['voltage']!.rows[0]!['gain'] = '15'), 'readings.voltage.rows.0.gain: choice'],
  ];
  for (const [change, error] of cases) {
    const input = read('pass-initial');
    change(input);
    assert.deepEqual(errorsOf(input), [error]);
  }
});

test('each voltage has a budget with the generator at a third of the permissible error', () => {
  const [budget] = jjg0543.budgets(read('pass-initial'));
  assert.deepEqual([budget?.check, budget?.unit], ['voltage.1', 'mV']);
  assert.deepEqual(budget?.model.inputs['reference'], { distribution: 'rectangular', mean: 0, halfWidth: 0.0367 });
});
