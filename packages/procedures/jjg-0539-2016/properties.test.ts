import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { add, compare, multiply, negate, parse, print, subtract, timesPowerOfTen, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import fc from 'fast-check';
import type { Calculation } from '../src/calculation.ts';
import { jjg0539 } from './procedure.ts';

type Row = Record<string, string>;
type Group = Record<string, unknown> & { rows: Row[] };
type Input = { kind: string; instrument: unknown; environment: unknown; readings: Record<string, Group> };

const calculate = (input: Input): Calculation => jjg0539.calculate(input as never);
const text = readFileSync(new URL('./examples/pass-initial.json', import.meta.url), 'utf8');
const passing = (): Input => (JSON.parse(text) as { input: Input }).input;
const group = (input: Input, id: string): Group => input.readings[id] as Group;
const tenth = (count: number): Decimal => ({ digits: BigInt(count), scale: 1 });
const order = (length: number) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length, maxLength: length });

test('the order of repeated weighings changes nothing', () => {
  const readings = fc.tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: 0, max: 50 }));
  fc.assert(
    fc.property(
      fc.array(readings, { minLength: 3, maxLength: 8 }).chain((rows) => fc.tuple(fc.constant(rows), order(rows.length))),
      ([rows, places]) => {
        const written = rows.map(([step, added]) => ({ indication: String(12000 + 5 * step), added: print(tenth(added)) }));
        const of = (list: Row[]) => {
          const input = passing();
          group(input, 'repeatability').rows = list;
          const result = calculate(input);
          return [result.conclusion, result.checks.find(({ id }) => id === 'repeatability')?.value];
        };
        const expected = of(written);
        assert.notEqual(expected[0], null);
        assert.deepEqual(of(places.map((place) => written[place]!)), expected);
      },
    ),
  );
});

test('the order in which loads are weighed changes no verdict', () => {
  fc.assert(
    fc.property(order(7), (places) => {
      const input = passing();
      const { rows } = group(input, 'weighing');
      const judged = (record: Input) =>
        calculate(record)
          .checks.filter(({ item }) => item === 'weighing')
          .map(({ value, limit, verdict }) => `${value}/${limit}/${verdict}`)
          .sort();
      const expected = judged(passing());
      group(input, 'weighing').rows = places.map((place) => rows[place]!);
      assert.deepEqual(judged(input), expected);
    }),
  );
});

test('an error that shifts all weighings and the zero alike is corrected away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), (shift) => {
      const input = passing();
      const less = (row: Row) => (row['added'] = print(subtract(parse(row['added']!), tenth(shift))));
      const rows = [input.readings['zero'] as unknown as Row, ...group(input, 'weighing').rows, ...group(input, 'eccentricity').rows];
      for (const row of rows) less(row);
      const of = (record: Input) =>
        calculate(record)
          .checks.filter(({ item }) => item === 'weighing' || item === 'eccentricity')
          .map(({ value }) => value);
      assert.equal(of(input).length, 11);
      assert.deepEqual(of(input), of(passing()));
    }),
  );
});

test('an error exactly at the limit passes and 0.1 g more fails, at every load and on both sides', () => {
  const loads = fc.integer({ min: 20, max: 2990 }).map((count) => 5 * count);
  fc.assert(
    fc.property(loads, fc.boolean(), fc.constantFrom('initial', 'in-use'), (load, positive, kind) => {
      // Written out again from the table, in tenths of a gram: E₀ = 0.5 g.
      const mpe = (load <= 2500 ? 25 : load <= 10000 ? 50 : 75) * (kind === 'in-use' ? 2 : 1);
      const verdictAt = (corrected: number) => {
        const before = add(add(whole(load), tenth(5)), positive ? tenth(corrected) : negate(tenth(corrected)));
        // The indication is the step whose changeover gives P: P = I + 2.5 − ΔL with 0 < ΔL ≤ 5.
        const tenths = before.digits - 25n;
        const steps = tenths >= 0n ? (tenths + 49n) / 50n : tenths / 50n;
        const indication = multiply(whole(steps), whole(5));
        const added = subtract(add(indication, parse('2.5')), before);
        const input = passing();
        input.kind = kind;
        group(input, 'weighing').rows.push({ load: String(load), indication: print(indication), added: print(added) });
        const result = calculate(input);
        assert.deepEqual(result.errors, []);
        const check = result.checks.find(({ id }) => id === 'weighing.8');
        assert.equal(check?.value, print(positive ? tenth(corrected) : negate(tenth(corrected))));
        return check?.verdict;
      };
      assert.equal(verdictAt(mpe), 'pass');
      assert.equal(verdictAt(mpe + 1), 'fail');
    }),
  );
});

test('a record in kilograms, tonnes or milligrams is judged as the same record in grams', () => {
  const powers = { mg: 3, g: 0, kg: -3, t: -6 } as const;
  const masses = new Set(['load', 'indication', 'added', 'before', 'extra', 'after']);
  const moved = (value: unknown, power: number): unknown => {
    if (Array.isArray(value)) return value.map((row) => moved(row, power));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([id, one]) => [
        id,
        typeof one === 'string' && masses.has(id) ? print(timesPowerOfTen(parse(one), power)) : moved(one, power),
      ]),
    );
  };
  for (const [unit, power] of Object.entries(powers)) {
    const input = passing();
    input.readings = { ...(moved(input.readings, power) as Input['readings']), sheet: { unit } as unknown as Group };
    const result = calculate(input);
    const expected = calculate(passing());
    assert.deepEqual(result.errors, []);
    assert.deepEqual(
      result.checks.map(({ id, verdict }) => [id, verdict]),
      expected.checks.map(({ id, verdict }) => [id, verdict]),
    );
    const grams = result.checks
      .filter(({ comparison }) => comparison !== 'stated')
      .map(({ value }) => timesPowerOfTen(parse(value), -power));
    const before = expected.checks.filter(({ comparison }) => comparison !== 'stated').map(({ value }) => parse(value));
    assert.ok(grams.every((value, index) => compare(value, before[index]!) === 0));
  }
});

test('the same nameplate in other units of mass gives the same loads', () => {
  const { instrument } = passing() as { instrument: Row };
  const loads = (more: Row) =>
    jjg0539
      .points({ ...instrument, ...more }, 'initial')
      .filter(({ group: id }) => id === 'weighing')
      .map(({ given }) => given['load']);
  assert.deepEqual(loads({ max: '0.015 t', min: '100000 mg', d: '0.005 kg' }), loads({}));
  assert.deepEqual(loads({ e: '0.005 kg' }), ['0.1', '2.5', '7.5', '10', '15']);
});
