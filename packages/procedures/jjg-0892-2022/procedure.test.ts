import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { jjg0892 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; readings: Record<string, { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg0892.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);
const groups = (change: Row) =>
  jjg0892.groups({ ...read('pass-with-entered-limits').instrument, ...change }, 'initial').map(({ id }) => id);

test('what an instrument does not measure is no item of it', () => {
  assert.deepEqual(groups({}), ['appearance', 'zero', 'sphere', 'repeatability', 'cylinder', 'axis', 'illuminance']);
  assert.deepEqual(groups({ type: 'subjective' }), ['appearance', 'zero', 'sphere', 'illuminance']);
  assert.ok(groups({ pupilDistance: 'yes' }).includes('pupilDistance'));
  assert.ok(!groups({ pupilDistance: 'yes', type: 'subjective' }).includes('pupilDistance'));
  assert.ok(groups({ curvature: 'yes' }).includes('curvature'));
});

test('a pupil distance recorded for an instrument without the function is refused', () => {
  const input = read('pass-with-entered-limits');
  input.readings['pupilDistance'] = { rows: [{ standard: '60', indication: '60' }] };
  assert.deepEqual(errorsOf(input), ['readings.pupilDistance: not-applicable']);
});

test('the reference eyes are those of both signs within the range', () => {
  const points = (least: string, most: string) =>
    jjg0892.points({ ...read('pass-with-entered-limits').instrument, least, most }, 'initial').map(({ given }) => given['nominal']);
  assert.deepEqual(points('-20', '20'), ['-15', '-10', '-5', '-2.5', '2.5', '5', '10', '15']);
  assert.deepEqual(points('-12', '5'), ['-10', '-5', '-2.5', '2.5', '5']);
});

test('the limit is the narrower one at exactly 10 and the wider one beyond', () => {
  const limitAt = (nominal: string) => {
    const input = read('pass-with-entered-limits');
    input.readings['sphere']!.rows.push({ nominal, standard: nominal, first: nominal, second: nominal, third: nominal });
    return jjg0892.progress(input).checks.find(({ id }) => id === 'sphere.7')?.limit;
  };
  assert.deepEqual([limitAt('-10'), limitAt('10.00'), limitAt('10.01'), limitAt('-10.25')], ['0.25', '0.25', '0.50', '0.50']);
});

test('a mean of three readings just beyond the limit is not rounded to it', () => {
  const input = read('pass-with-entered-limits');
  Object.assign(input.readings['sphere']!.rows[1]!, { standard: '-5.000', first: '-4.75', second: '-4.75', third: '-4.749' });
  const check = jjg0892.calculate(input).checks.find(({ id }) => id === 'sphere.2');
  assert.deepEqual([check?.value, check?.verdict], ['0.2503', 'fail']);
});

test('an axis beyond 180° is refused, and 1° is two degrees from 179°', () => {
  const input = read('pass-with-entered-limits');
  input.readings['axis']!.rows[0] = { standard: '179', indication: '1' };
  assert.equal(jjg0892.calculate(input).checks.find(({ id }) => id === 'axis.1')?.value, '2');
  input.readings['axis']!.rows[0]!['indication'] = '181';
  assert.deepEqual(errorsOf(input), ['readings.axis.rows.0.indication: too-large']);
});

test('a range without zero in it is none of a refractometer', () => {
  const input = read('pass-with-entered-limits');
  assert.deepEqual(errorsOf({ ...input, instrument: { ...input.instrument, least: '1' } }), ['instrument.least: range']);
});
