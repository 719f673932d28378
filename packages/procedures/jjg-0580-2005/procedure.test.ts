import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { jjg0580 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; readings: Record<string, { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;

test('the standard lenses are those of both signs within the range', () => {
  const points = (least: string, most: string) =>
    jjg0580.points({ ...read('pass-with-entered-limits').instrument, least, most }, 'initial').map(({ given }) => given['nominal']);
  assert.equal(points('-25', '25').length, 12);
  assert.deepEqual(points('-5', '10'), ['-5', '-2.5', '2.5', '5', '10']);
});

test('the limit widens with the power, and exactly on a step the narrower one holds', () => {
  const limitAt = (nominal: string) => {
    const input = read('pass-with-entered-limits');
    input.readings['sphere']!.rows.push({ nominal, standard: nominal, first: nominal, second: nominal, third: nominal });
    return jjg0580.progress(input).checks.find(({ id }) => id === 'sphere.7')?.limit;
  };
  assert.deepEqual(['-5', '5.01', '10', '15', '-20', '20.5'].map(limitAt), ['0.06', '0.09', '0.09', '0.12', '0.18', '0.25']);
});

test('an instrument that does not measure prism has no such item', () => {
  const groups = (prism: string) =>
    jjg0580.groups({ ...read('pass-with-entered-limits').instrument, prism }, 'initial').map(({ id }) => id);
  assert.ok(groups('yes').includes('prism'));
  assert.ok(!groups('no').includes('prism'));
});

test('the budget of a coarse instrument has half its interval for the reading', () => {
  const [first] = jjg0580.budgets(read('pass-zero-of-a-coarse-interval'));
  assert.equal(first?.model.inputs['reading']?.['halfWidth'], 0.0625);
});
