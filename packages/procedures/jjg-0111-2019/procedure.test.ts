import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CalculationInput } from '../src/calculation.ts';
import { kindsOf } from '../src/edition.ts';
import { validityEnd } from '../src/registry.ts';
import { jjg0111 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { kind: string; instrument: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg0111.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('a glass thermometer is verified once: another kind is refused and concludes nothing', () => {
  assert.deepEqual(kindsOf(jjg0111.edition), ['initial']);
  for (const kind of ['subsequent', 'in-use']) {
    const input = { ...read('pass-ordinary'), kind };
    assert.deepEqual(errorsOf(input), ['kind: not-applicable']);
    assert.equal(jjg0111.calculate(input).document, null);
    assert.equal(jjg0111.calculate({ ...input, readings: {} }).conclusion, null);
  }
});

test('its verification has no end by a date', () => {
  assert.equal(validityEnd('jjg-0111-2019', { type: 'ordinary' }, '2026-05-20'), null);
});

test('an ordinary thermometer needs 37 and 41 °C, others two points of their own', () => {
  const input = read('pass-ordinary');
  input.readings['error']!.rows[1]!['point'] = '40';
  assert.deepEqual(errorsOf(input), ['readings.error.rows: missing']);
  assert.deepEqual(errorsOf({ ...input, instrument: { type: 'newborn' } }), []);
  assert.deepEqual(jjg0111.points({ type: 'veterinary' }, 'initial'), []);
});

test('between −0.15 and +0.10 °C an ordinary thermometer passes, beyond it fails', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 40 }), (hundredths) => {
      const input = read('pass-ordinary');
      input.readings['error']!.rows[0]!['indication'] = ((3700 + hundredths) / 100).toFixed(2);
      const allowed = hundredths >= -15 && hundredths <= 10;
      assert.equal(jjg0111.calculate(input).conclusion, allowed ? 'pass' : 'fail');
    }),
  );
});

test('each error has a budget with the standard in its bath', () => {
  const budgets = jjg0111.budgets(read('pass-ordinary'));
  assert.deepEqual(
    budgets.map(({ check, limit }) => [check, limit]),
    [
      ['error.1', '0.10'],
      ['error.2', '0.10'],
    ],
  );
  assert.deepEqual(budgets[0]?.model.inputs['reading'], { distribution: 'rectangular', mean: 0, halfWidth: 0.01 });
});
