import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Calculation } from '../src/calculation.ts';
import { unknownLimits } from '../src/registry.ts';
import { jjg0264 } from './procedure.ts';

type Row = Record<string, string>;
type Group = Row & { rows: Row[] };
type Input = { kind: string; instrument: Row; environment: Row; adopted?: Row; readings: Record<string, Group> };

const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const changed = (change: (input: Input) => void, name = 'pass-initial'): Calculation => {
  const input = read(name);
  change(input);
  return jjg0264.calculate(input as never);
};
const paths = (result: Calculation) => result.errors.map(({ path, reason }) => `${path}: ${reason}`);

test('what an institute has to enter before this edition decides is the error allowed, the number of runs and the environment', () => {
  assert.deepEqual(
    unknownLimits(jjg0264.edition).map(({ path }) => path),
    ['limits.density', 'limits.runs', 'limits.temperatureLeast', 'limits.temperatureMost', 'limits.humidityMost'],
  );
});

test('with only one of the two entered nothing is concluded, and the other is named', () => {
  const { adopted } = read('pass-initial');
  for (const [left, asked] of [
    ['limits.density', 'limits.runs'],
    ['limits.runs', 'limits.density'],
  ] as const) {
    const result = changed((input) => (input.adopted = { [left]: adopted![left]! }));
    assert.deepEqual([result.conclusion, paths(result)], [null, [`${asked}: limit-unknown`]]);
  }
});

test('as many comparisons as were adopted are asked for', () => {
  assert.deepEqual(paths(changed((input) => input.readings['density']!.rows.pop())), ['readings.density.rows: missing']);
  assert.equal(changed((input) => input.readings['density']!.rows.push({ standard: '768', tested: '769' })).conclusion, 'pass');
});

test('an environment bound that the institute entered is enforced', () => {
  const bound = (value: string) => changed((input) => (input.adopted = { ...input.adopted!, 'limits.temperatureMost': value }));
  assert.deepEqual(paths(bound('20')), ['environment.temperature: too-large']);
  assert.equal(bound('20.5').conclusion, 'pass');
});

test('a digital device is asked for its zero and by the changeover point, a weighbeam is balanced', () => {
  const groups = (name: string) => {
    const { instrument } = read(name);
    return jjg0264.groups(instrument, 'initial').map(({ id }) => id);
  };
  assert.deepEqual(groups('pass-initial'), ['appearance', 'sheet', 'zero', 'weighing', 'density']);
  assert.deepEqual(groups('pass-weighbeam'), ['appearance', 'sheet', 'balancing', 'density']);
  assert.deepEqual(paths(changed((input) => (input.readings['zero'] = { indication: '0' } as unknown as Group), 'pass-weighbeam')), [
    'readings.zero: not-applicable',
  ]);
  assert.equal(jjg0264.budgets(read('pass-initial') as never)[0]?.check, 'weighing.1');
  assert.equal(jjg0264.budgets(read('pass-weighbeam') as never)[0]?.check, 'balancing.1');
});

test('the mean of the comparisons is judged exactly, however it is written', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 7000, max: 8000 }), fc.integer({ min: -60, max: 60 })), { minLength: 3, maxLength: 9 });
  const limits = fc.integer({ min: 1, max: 40 });
  const tenths = (value: number) => (value / 10).toFixed(1);
  fc.assert(
    fc.property(pairs, limits, (rows, limit) => {
      const result = changed((input) => {
        input.adopted = { 'limits.density': tenths(limit), 'limits.runs': '3' };
        input.readings['density']!.rows = rows.map(([standard, more]) => ({ standard: tenths(standard), tested: tenths(standard + more) }));
      });
      const sum = rows.reduce((all, [, more]) => all + more, 0);
      const check = result.checks.find(({ id }) => id === 'density');
      assert.equal(check?.verdict, Math.abs(sum) <= limit * rows.length ? 'pass' : 'fail');
      assert.ok(Math.abs(Number(check.value) - sum / 10 / rows.length) < 0.0006);
    }),
  );
});
