import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { jjg0049 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; environment: Row; readings: { indication: { rows: Row[] } } };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg0049.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('a gauge with few numbered graduations is also tested in the middles between them', () => {
  const { instrument } = read('pass-initial');
  const points = jjg0049.points({ ...instrument, upper: '1', division: '0.005', graduations: '6' }, 'initial');
  const first = points.filter(({ given }) => given['cycle'] === '1').map(({ given }) => given['pressure']);
  assert.deepEqual(first, ['0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9', '1']);
  assert.equal(points.length, 20);
});

test('the upper limit is mandatory in both cycles, other points are free as long as there are enough', () => {
  const mandatory = jjg0049.points(read('pass-initial').instrument, 'initial').filter((point) => point.mandatory);
  assert.deepEqual(
    mandatory.map(({ id }) => id),
    ['1-1.6', '2-1.6'],
  );
  const other = read('pass-initial');
  other.readings.indication.rows[1] = {
    ...other.readings.indication.rows[1]!,
    pressure: '0.3',
    upBefore: '0.300',
    upAfter: '0.300',
    downBefore: '0.300',
    downAfter: '0.300',
  };
  assert.deepEqual(errorsOf(other), []);
});

test('seven points, a point taken twice or a missing cycle are not enough', () => {
  const seven = read('pass-initial');
  seven.readings.indication.rows.splice(2, 1);
  assert.deepEqual(errorsOf(seven), ['readings.indication.rows: missing']);
  const twice = read('pass-initial');
  twice.readings.indication.rows[2] = { ...twice.readings.indication.rows[1]! };
  assert.deepEqual(errorsOf(twice), ['readings.indication.rows: missing']);
  const once = read('pass-initial');
  once.readings.indication.rows.splice(8);
  // The upper limit of the second cycle, and its other points.
  assert.deepEqual(errorsOf(once), ['readings.indication.rows: missing', 'readings.indication.rows: missing']);
});

test('five points of a vacuum gauge are too few, six are enough', () => {
  const vacuum = read('pass-at-the-limit-vacuum');
  vacuum.readings.indication.rows.splice(0, 1);
  assert.deepEqual(errorsOf(vacuum), ['readings.indication.rows: missing']);
});

test('the finer the class, the narrower the temperature of the place', () => {
  const at = (temperature: string, gaugeClass: string) => {
    const input = read('pass-initial');
    return errorsOf({
      ...input,
      environment: { ...input.environment, temperature },
      instrument: { ...input.instrument, class: gaugeClass },
    });
  };
  assert.deepEqual(at('22.5', '0.4'), []);
  assert.deepEqual(at('23.1', '0.4'), ['environment.temperature: too-large']);
  assert.deepEqual(at('22.5', '0.25'), ['environment.temperature: too-large']);
});

test('a pressure-vacuum gauge is none of this edition', () => {
  const input = read('pass-initial');
  assert.deepEqual(errorsOf({ ...input, instrument: { ...input.instrument, kind: 'compound', lower: '-0.1' } }), [
    'instrument.kind: choice',
  ]);
});
