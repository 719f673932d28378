import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { jjg0996 } from '../../jjg-0996-2012/procedure.ts';
import { jjg0997 } from '../../jjg-0997-2015/procedure.ts';
import { jjg1114 } from '../../jjg-1114-2015/procedure.ts';
import type { Calculation, Procedure } from '../calculation.ts';
import { unknownLimits } from '../registry.ts';

type Row = Record<string, string>;
type Input = { kind: string; instrument: Row; adopted?: Row; readings: Record<string, { rows: Row[] }> };
const changed = (procedure: Procedure, example: string, change: (input: Input) => void): Calculation => {
  const file = new URL(`../../${procedure.edition.id}/examples/${example}.json`, import.meta.url);
  const { input } = JSON.parse(readFileSync(file, 'utf8')) as { input: Input };
  change(input);
  return procedure.calculate(input as never);
};
const paths = ({ errors }: Calculation) => errors.map(({ path, reason }) => `${path}: ${reason}`);
const rowOf = (input: Input, group: string): Row => input.readings[group]?.rows[0] ?? {};

test('a run passes exactly while |m_J − m_s| is at most 1 % of m_s, and two runs are too few', () => {
  fc.assert(
    fc.property(fc.integer({ min: 980, max: 1020 }), fc.integer({ min: 9800, max: 10200 }), (shown, measured) => {
      const found = changed(jjg0996, 'pass-subsequent', (input) =>
        Object.assign(rowOf(input, 'runs'), { indication: (shown / 100).toFixed(2), reference: (measured / 1000).toFixed(3) }),
      );
      const passes = Math.abs(10 * shown - measured) * 100 <= measured;
      assert.equal(found.checks.find(({ id }) => id === 'runs.1')?.verdict, passes ? 'pass' : 'fail');
    }),
  );
  assert.deepEqual(paths(changed(jjg0996, 'pass-subsequent', (input) => input.readings['runs']?.rows.pop())), [
    'readings.runs.rows: missing',
  ]);
});

test('the amount may differ from quantity × price by one step, both ways', () => {
  const verdict = (amount: string) =>
    changed(jjg0996, 'pass-subsequent', (input) =>
      Object.assign(rowOf(input, 'payment'), { quantity: '10.00', price: '7.00', amount }),
    ).checks.find(({ id }) => id === 'payment.1')?.verdict;
  assert.deepEqual(['69.98', '69.99', '70.01', '70.02'].map(verdict), ['fail', 'pass', 'pass', 'fail']);
});

test('without its correction a volume of liquefied gas is not judged', () => {
  const found = changed(jjg0997, 'pass-adopted', (input) => delete rowOf(input, 'runs')['correction']);
  assert.deepEqual(paths(found), ['readings.runs.rows.0.correction: missing']);
});

test('a reference of zero is refused at its cell', () => {
  const found = changed(jjg1114, 'pass-adopted', (input) => (rowOf(input, 'runs')['reference'] = '0'));
  assert.deepEqual(paths(found), ['readings.runs.rows.0.reference: too-small']);
});

test('what an institute enters at adoption is named by each edition', () => {
  const paths = (procedure: Procedure) => unknownLimits(procedure.edition).map(({ path }) => path);
  const place = ['limits.environment.temperatureLeast', 'limits.environment.temperatureMost', 'limits.environment.humidityMost'];
  assert.deepEqual(paths(jjg0996), ['limits.inUseFactor', ...place]);
  for (const procedure of [jjg0997, jjg1114]) assert.deepEqual(paths(procedure), ['limits.repeatability', 'limits.inUseFactor', ...place]);
});

test('bounds of the place that were entered are enforced', () => {
  const found = changed(jjg0996, 'pass-subsequent', (input) => (input.adopted = { 'limits.environment.temperatureMost': '17' }));
  assert.deepEqual(paths(found), ['environment.temperature: too-large']);
});
