import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { add, negate, parse, print } from '@tongheng/quantity/decimal';
import fc from 'fast-check';
import type { Calculation } from '../src/calculation.ts';
import { editionFor } from '../src/registry.ts';
import { jjg0014 } from './procedure.ts';

type Row = Record<string, string>;
type Group = Row & { rows: Row[] };
type Input = { kind: string; instrument: Row; environment: Row; readings: Record<string, Group> };

const text = readFileSync(new URL('./examples/pass-initial.json', import.meta.url), 'utf8');
const read = (): Input => (JSON.parse(text) as { input: Input }).input;
const changed = (change: (input: Input) => void): Calculation => {
  const input = read();
  change(input);
  return jjg0014.calculate(input as never);
};
const paths = (result: Calculation) => result.errors.map(({ path, reason }) => `${path}: ${reason}`);
const rows = (input: Input, id: string): Row[] => input.readings[id]!.rows;

test('the edition holds for non-self-indicating scales from 2016-09-03', () => {
  assert.equal(editionFor('non-self-indicating-scale', '2016-09-03')?.id, 'jjg-0014-2016');
  assert.equal(editionFor('non-self-indicating-scale', '2016-09-02'), undefined);
});

test('the whole weighbeam is proposed among the loads, in its unit, once, and need not be weighed', () => {
  const loads = (beamMax: string) =>
    jjg0014
      .points({ ...read().instrument, beamMax }, 'initial')
      .filter(({ group }) => group === 'weighing')
      .map(({ given }) => given['load']);
  assert.deepEqual(loads('25000 g'), ['4', '25', '100', '250', '400', '500']);
  assert.deepEqual(loads('100 kg'), ['4', '100', '250', '400', '500']);
  assert.deepEqual(loads(''), ['4', '100', '250', '400', '500']);
  assert.equal(changed((input) => rows(input, 'weighing').splice(1, 1)).conclusion, 'pass');
  assert.deepEqual(paths(changed((input) => (input.instrument['beamMax'] = '501 kg'))), ['instrument.beamMax: not-in-class']);
});

test('sensitivity asks for 5 mm above 30 kg and for 2 mm up to it', () => {
  const limitOf = (more: Row) => {
    const input = { ...read(), instrument: { ...read().instrument, ...more } };
    input.readings['sensitivity']!.rows = [{ load: '0', extra: more['extra'] ?? '', displacement: '2' }];
    const found = jjg0014.progress(input as never);
    return found.checks.find(({ id }) => id === 'sensitivity.1');
  };
  const small = { min: '0.2 kg', e: '0.01 kg', d: '0.01 kg', beamMax: '', extra: '0.005' };
  assert.deepEqual([limitOf({ ...small, max: '30 kg' })?.limit, limitOf({ ...small, max: '30 kg' })?.verdict], ['2', 'pass']);
  assert.deepEqual([limitOf({ ...small, max: '30.01 kg' })?.limit, limitOf({ ...small, max: '30.01 kg' })?.verdict], ['5', 'fail']);
});

test('the extra load of sensitivity is the MPE of its load, and another is refused', () => {
  assert.deepEqual(paths(changed((input) => (rows(input, 'sensitivity')[1]!['extra'] = '0.2'))), [
    'readings.sensitivity.rows.1.extra: load',
  ]);
});

test('a scale that cannot be balanced, or lacks a counterpoise, is rejected', () => {
  for (const [group, field] of [
    ['balance', 'balanced'],
    ['appearance', 'counterpoises'],
  ] as const)
    assert.equal(changed((input) => (input.readings[group]![field] = 'not-ok')).document, 'notice-of-rejection');
});

test('small weights put on mean that the scale shows too little, taken off too much, and it is judged the same on both sides', () => {
  const hundredths = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(hundredths, (count) => {
      const added = { digits: BigInt(count), scale: 2 };
      const { checks } = changed((input) => (rows(input, 'weighing')[5]!['added'] = print(added)));
      const check = checks.find(({ id }) => id === 'weighing.6');
      assert.equal(check?.value, print(negate(added)));
      assert.equal(check?.verdict, Math.abs(count) <= 30 ? 'pass' : 'fail');
    }),
  );
});

test('what the poise shows and what was taken off are exchangeable: only their difference counts', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), (count) => {
      const shift = { digits: BigInt(count), scale: 2 };
      const shifted = changed((input) => {
        for (const group of ['weighing', 'eccentricity', 'repeatability'])
          for (const row of rows(input, group)) {
            row['indication'] = print(add(parse(row['indication']!), shift));
            row['added'] = print(add(parse(row['added']!), shift));
          }
      });
      const of = ({ checks }: Calculation) => checks.map(({ id, value, verdict }) => [id, value, verdict]);
      assert.deepEqual(of(shifted), of(jjg0014.calculate(read() as never)));
    }),
  );
});
