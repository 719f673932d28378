import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { calculate } from './calculate.ts';
import { progress } from './progress.ts';

const folder = new URL('./examples/', import.meta.url);
const inputOf = (file: string): CalculationInput =>
  (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { input: CalculationInput }).input;
const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]) =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

test('on a complete record the progress is the calculation', () => {
  for (const file of readdirSync(folder)) {
    const input = inputOf(file);
    const whole = calculate(input);
    const found = progress(input);
    assert.deepEqual(byId(found.checks), byId(whole.checks), file);
    assert.deepEqual(byId(found.values), byId(whole.values), file);
  }
});

test('a row is judged as soon as it is written, in its own place, and nothing before the error at zero', () => {
  const { readings, ...rest } = inputOf('pass-initial.json') as CalculationInput & { readings: Record<string, { rows: object[] }> };
  const weighing = { rows: [{ load: '100', indication: '', added: '' }, readings['weighing']?.rows[1] ?? {}] };
  const partly = { ...rest, readings: { sheet: readings['sheet'], zero: readings['zero'], weighing } };
  assert.deepEqual(
    progress(partly).checks.map(({ id }) => id),
    ['zero', 'weighing.2'],
  );
  assert.equal(calculate(partly).conclusion, null);
  assert.deepEqual(progress({ ...partly, readings: { sheet: readings['sheet'], weighing } }).checks, []);
  assert.deepEqual(progress({ kind: 'initial', instrument: null, environment: null, readings: null }), { values: [], checks: [] });
});
