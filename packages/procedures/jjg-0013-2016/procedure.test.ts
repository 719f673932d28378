import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Calculation } from '../src/calculation.ts';
import { editionFor } from '../src/registry.ts';
import { jjg0013 } from './procedure.ts';

type Row = Record<string, string>;
type Group = Row & { rows: Row[] };
type Input = { kind: string; instrument: Row; environment: Row; readings: Record<string, Group> };

const text = readFileSync(new URL('./examples/pass-initial.json', import.meta.url), 'utf8');
const read = (): Input => (JSON.parse(text) as { input: Input }).input;
const changed = (change: (input: Input) => void): Calculation => {
  const input = read();
  change(input);
  return jjg0013.calculate(input as never);
};
const paths = (result: Calculation) => result.errors.map(({ path, reason }) => `${path}: ${reason}`);
const rows = (input: Input, id: string): Row[] => input.readings[id]!.rows;

test('the edition holds for analogue indicating scales from 2016-09-03', () => {
  assert.equal(editionFor('analogue-indicating-scale', '2016-09-03')?.id, 'jjg-0013-2016');
  assert.equal(editionFor('analogue-indicating-scale', '2016-09-02'), undefined);
});

test('a pointer is read to parts of an interval, which no display could show', () => {
  const result = changed((input) => (rows(input, 'weighing')[0]!['indication'] = '10.03'));
  assert.equal(result.checks.find(({ id }) => id === 'weighing.1')?.value, '0.03');
  assert.equal(result.conclusion, 'pass');
});

test('what is proposed for discrimination is the MPE at Min, half of Max and Max', () => {
  const points = jjg0013.points(read().instrument, 'in-use').filter(({ group }) => group === 'discrimination');
  assert.deepEqual(
    points.map(({ given }) => [given['load'], given['extra']]),
    [
      ['10', '0.25'],
      ['250', '0.25'],
      ['500', '0.5'],
    ],
  );
});

test('the load of discrimination follows the MPE of its load, and another is refused', () => {
  assert.deepEqual(paths(changed((input) => (rows(input, 'discrimination')[1]!['extra'] = '0.5'))), [
    'readings.discrimination.rows.1.extra: load',
  ]);
  const heavier = changed((input) => Object.assign(rows(input, 'discrimination')[1]!, { load: '250.5', extra: '0.5', after: '250.6' }));
  assert.equal(heavier.checks.find(({ id }) => id === 'discrimination.2')?.limit, '0.350');
});

test('Min, the change of the MPE, half of Max and Max must be weighed; quarters are proposed', () => {
  const points = jjg0013.points(read().instrument, 'initial').filter(({ group }) => group === 'weighing');
  assert.deepEqual(
    points.map(({ given, mandatory }) => [given['load'], mandatory]),
    [
      ['10', true],
      ['125', false],
      ['250', true],
      ['375', false],
      ['500', true],
    ],
  );
  assert.equal(changed((input) => rows(input, 'weighing').splice(1, 1)).conclusion, 'pass');
  assert.deepEqual(paths(changed((input) => rows(input, 'weighing').splice(2, 1))), ['readings.weighing.rows: missing']);
});

test('a scale that the class does not know, or a part that is not sound, is not passed', () => {
  assert.deepEqual(paths(changed((input) => (input.instrument['max'] = '200 kg'))), ['instrument.max: not-in-class']);
  assert.deepEqual(paths(changed((input) => (input.instrument['d'] = '0.1 kg'))), ['instrument.d: intervals-differ']);
  assert.equal(changed((input) => (input.readings['appearance']!['dial'] = 'not-ok')).document, 'notice-of-rejection');
});

test('the error at zero is judged at a quarter of e', () => {
  assert.equal(changed((input) => (input.readings['zero']!['indication'] = '-0.125')).conclusion, 'pass');
  assert.equal(changed((input) => (input.readings['zero']!['indication'] = '0.126')).conclusion, 'fail');
});

test('an error at each load has an uncertainty budget with the weights at a third of the MPE', () => {
  const budgets = jjg0013.budgets(read() as never);
  assert.deepEqual(
    budgets.map(({ check }) => check),
    ['weighing.1', 'weighing.2', 'weighing.3', 'weighing.4', 'weighing.5'],
  );
  assert.deepEqual(budgets[4]?.model.inputs['dI'], { distribution: 'rectangular', mean: 0, halfWidth: 0.05 });
});
