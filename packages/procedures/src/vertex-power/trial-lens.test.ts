import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { jjg0579of2025 } from '../../jjg-0579-2025/procedure.ts';
import type { CalculationInput } from '../calculation.ts';
import { unknownLimits } from '../limit.ts';
import { editionFor } from '../registry.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { instrument: Row; readings: Record<string, { rows: Row[] }> };
const example = new URL('../../jjg-0579-2025/examples/pass-with-entered-limits.json', import.meta.url);
const read = (): Input => (JSON.parse(readFileSync(example, 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg0579of2025.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('every lens of the case is measured', () => {
  const input = read();
  input.readings['cylinder']!.rows.pop();
  assert.deepEqual(errorsOf(input), ['readings.cylinder.rows: missing']);
});

test('a case without prism lenses has no item for them, and an empty case is none', () => {
  const groups = (prisms: string) => jjg0579of2025.groups({ ...read().instrument, prisms }, 'initial').map(({ id }) => id);
  assert.deepEqual(groups('0'), ['appearance', 'sphere', 'cylinder']);
  assert.deepEqual(groups('1'), ['appearance', 'sphere', 'cylinder', 'prism']);
  const empty = { ...read(), instrument: { aperture: 'full', spheres: '0', cylinders: '0', prisms: '0' } };
  assert.deepEqual(errorsOf(empty), ['instrument.spheres: range']);
});

test('with one step not entered, nothing is concluded from any lens of its kind', () => {
  const input = read();
  const adopted = { ...input.adopted };
  delete adopted['limits.sphere.0.upTo'];
  assert.deepEqual(errorsOf({ ...input, adopted }), ['limits.sphere.0.upTo: limit-unknown']);
});

test('each step and limit has a place with a label of its own', () => {
  const labels = unknownLimits(jjg0579of2025.edition).map(({ label }) => label[0]);
  assert.equal(new Set(labels).size, labels.length);
  assert.equal(labels.length, 28);
});

test('the edition of 2010 ends the day before that of 2025 begins', () => {
  assert.equal(editionFor('trial-lens-case', '2025-08-07')?.id, 'jjg-0579-2010');
  assert.equal(editionFor('trial-lens-case', '2025-08-08')?.id, 'jjg-0579-2025');
});
