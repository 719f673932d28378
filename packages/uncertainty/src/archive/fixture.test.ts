import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { complexResult, elementaryComplex, partsOfComplex } from '../complex/complex.ts';
import { add, divide, multiply, subtract } from '../uncertain/arithmetic.ts';
import { correlationMatrix } from '../uncertain/covariance.ts';
import { correlated, elementary, ensemble } from '../uncertain/elementary.ts';
import { result } from '../uncertain/result.ts';
import type { Uncertain } from '../uncertain/uncertain.ts';
import { open, readers } from './open.ts';
import { save, writtenVersion } from './save.ts';

/* archives/ holds one file for each version that was ever written, and beside it what it must answer for ever. Neither is ever changed. */

type Expected = {
  readonly results: readonly {
    readonly id: string;
    readonly value: number;
    readonly u: number;
    readonly dof: number | null;
    readonly intermediates: readonly string[];
  }[];
  readonly correlations: readonly (readonly number[])[];
};
const folder = join(import.meta.dirname, '../../archives');
const path = (version: number, ending: 'archive' | 'expected.json'): string => join(folder, `tongheng-uncertain-${version}.${ending}`);
const read = (version: number, ending: 'archive' | 'expected.json' = 'archive'): string => readFileSync(path(version, ending), 'utf8');

/** Everything that version 1 can say. */
function contents(): Uncertain[] {
  const standard = elementary({ id: 'certificate 2026-0117/length', value: 50.00062, u: 2.5e-5, dof: 18, label: '标准量块', unit: 'mm' });
  const [alpha, theta] = correlated(
    [
      { id: 'job 17/α', value: 1.15e-5, u: 1.2e-6, label: '线膨胀系数', unit: '1/K' },
      { id: 'job 17/θ', value: -0.1, u: 0.41, dof: 12.5, unit: 'K' },
      { id: 'job 17/not used', value: 0, u: 1 },
    ],
    {
      correlation: [
        [1, 0.25, -0.125],
        [0.25, 1, 0.0625],
        [-0.125, 0.0625, 1],
      ],
    },
  ) as [Uncertain, Uncertain];
  const [voltage, current] = ensemble([
    { id: 'job 18/V', readings: ['5.007', '4.994', '5.005', '4.990', '4.999'], unit: 'V' },
    { id: 'job 18/I', readings: ['0.019663', '0.019639', '0.019640', '0.019685', '0.019678'], unit: 'A' },
  ]) as [Uncertain, Uncertain];
  const comparison = (id: string): Uncertain => elementary({ id, value: 1e-5, u: 1.1e-5, dof: 4 });
  const first = result(subtract(add(standard, comparison('job 17/first')), multiply(50, multiply(alpha, theta))), {
    id: 'certificate 2026-0200/length',
    label: '量块 12 “甲”',
    unit: 'mm',
  });
  const second = result(add(standard, comparison('job 17/second')), { id: 'certificate 2026-0201/length', unit: 'mm' });
  const difference = result(subtract(first, second), { id: 'job 17/difference' });
  const resistance = result(divide(voltage, current), { id: 'certificate 2026-0202/R', unit: 'Ω' });
  const reflection = complexResult(
    elementaryComplex({
      id: 'VNA 7/Γ',
      value: [-0.012, 3e-4],
      covariance: [
        [1e-8, 2e-9],
        [2e-9, 4e-8],
      ],
      dof: 7,
    }),
    { id: 'certificate 2026-0203/Γ' },
  );
  const smallest = result(elementary({ id: 'smallest', value: -0, u: 5e-324 }), { id: 'subnormal' });
  const largest = result(elementary({ id: 'largest', value: 1.7976931348623157e308, u: 1.2345678901234567e300 }), { id: 'largest result' });
  return [difference, second, resistance, ...partsOfComplex(reflection), smallest, largest, result(2, { id: 'exact' })];
}

for (const version of readers.keys()) {
  test(`an archive of version ${version} opens as on the day it was written`, () => {
    const expected = JSON.parse(read(version, 'expected.json')) as Expected;
    const results = open(read(version));
    const found: Expected['results'] = [...results].map(([id, quantity]) => ({
      id,
      value: quantity.value,
      u: quantity.u,
      dof: quantity.dof === Infinity ? null : quantity.dof,
      intermediates: quantity.components.results.items.map((item) => item.id),
    }));
    assert.deepEqual(found, expected.results);
    assert.deepEqual(correlationMatrix([...results.values()].filter(({ u }) => u > 0)), expected.correlations);
  });
}

test('every version that is written has a reader, and every reader its fixture', () => {
  assert.ok(readers.has(writtenVersion));
  assert.deepEqual(
    [...readers.keys()],
    Array.from({ length: writtenVersion }, (_, index) => index + 1),
  );
  for (const version of readers.keys()) assert.ok(existsSync(path(version, 'archive')), `version ${version}`);
});

test('the same results give the same text as in the fixture of the version that is written', () => {
  const text = read(writtenVersion);
  assert.equal(save(contents()), text);
  assert.equal(save(contents().reverse()), text);
  assert.equal(save([...open(text).values()]), text);
});

test('the fixture answers what its quantities answer unsaved', () => {
  const results = open(read(1));
  for (const { id = '', value, u, dof, label, unit } of contents()) {
    const found = results.get(id)!;
    assert.ok(Object.is(found.value, value), id);
    assert.deepEqual([found.u, found.dof, found.label, found.unit], [u, dof, label, unit]);
  }
});
