import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { unknownLimits } from '../src/limit.ts';
import { jjg1097 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; readings: Record<string, { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg1097.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('prism and chart are verified where the phoropter has them', () => {
  const groups = (prism: string, chart: string) => jjg1097.groups({ operation: 'manual', prism, chart }, 'initial').map(({ id }) => id);
  assert.deepEqual(groups('no', 'no'), ['appearance', 'sphere', 'cylinder', 'axis', 'pupilDistance']);
  assert.deepEqual(groups('yes', 'yes'), ['appearance', 'sphere', 'cylinder', 'axis', 'prism', 'pupilDistance', 'chart']);
});

test('one side alone, or fewer spheres than were entered, is not a whole record', () => {
  const oneSide = read('pass-with-entered-limits');
  for (const row of oneSide.readings['cylinder']!.rows) row['side'] = 'right';
  assert.deepEqual(errorsOf(oneSide), ['readings.cylinder.rows: missing']);
  const few = read('pass-with-entered-limits');
  few.readings['sphere']!.rows.pop();
  assert.deepEqual(errorsOf(few), ['readings.sphere.rows: missing']);
});

test('every limit has its place, by its step', () => {
  const paths = unknownLimits(jjg1097.edition).map(({ path }) => path);
  assert.equal(paths.length, 15);
  assert.ok(paths.includes('limits.sphere.5.limit'));
});
