import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as arithmetic from '../uncertain/arithmetic.ts';
import { add, multiply, subtract } from '../uncertain/arithmetic.ts';
import { budget } from '../uncertain/budget.ts';
import { correlation, covariance } from '../uncertain/covariance.ts';
import { correlated, elementary, ensemble } from '../uncertain/elementary.ts';
import { result } from '../uncertain/result.ts';
import { constant, type Uncertain } from '../uncertain/uncertain.ts';
import { open } from './open.ts';
import { save } from './save.ts';

test('two gauges of two certificates, saved apart and opened together, are correlated through their standard', () => {
  const standard = result(elementary({ id: 'national standard/length', value: 50, u: 0.3, dof: 20 }), { id: 'certificate 1/length' });
  const certificate = (id: string): string => {
    const comparison = elementary({ id: `${id}/comparison`, value: 0.01, u: 0.4, dof: 9 });
    return save([result(add(open(save([standard])).get('certificate 1/length')!, comparison), { id: `${id}/length` })]);
  };
  const a = open(certificate('certificate 2')).get('certificate 2/length')!;
  const b = open(certificate('certificate 3')).get('certificate 3/length')!;
  assert.ok(Math.abs(correlation(a, b) - 0.09 / 0.25) < 1e-15);
  assert.ok(Math.abs(subtract(a, b).u - Math.sqrt(0.32)) < 1e-15);
  assert.deepEqual(
    budget(subtract(a, b), { by: 'results' }).map(({ id, sensitivity }) => [id, sensitivity]),
    [
      ['certificate 2/length', 1],
      ['certificate 3/length', -1],
      ['certificate 1/length', 0],
    ],
  );
});

type Step = { readonly operation: number; readonly a: number; readonly b: number; readonly name: boolean };

const binary = [add, subtract, multiply, arithmetic.atan2, arithmetic.hypot] as const;
const unary = [arithmetic.sin, arithmetic.tanh, arithmetic.exp, arithmetic.negate, arithmetic.atan] as const;
const finite = fc.oneof(
  fc.double({ noNaN: true, min: -3, max: 3 }),
  fc.integer({ min: -30_000, max: 30_000 }).map((count) => count / 10_000),
);
const uncertainty = fc.oneof(
  fc.double({ noNaN: true, min: 0, max: 2 }),
  fc.integer({ min: 1, max: 2000 }).map((count) => count / 1000),
  fc.constantFrom(5e-324, 1e-310, 1e-200, 0, 3e-16),
);
const dof = fc.oneof(fc.constant(null), fc.double({ noNaN: true, min: 0.5, max: 100 }));
const graph = fc.record({
  sources: fc.array(fc.record({ value: fc.oneof(finite, fc.constantFrom(-0, 5e-324)), u: uncertainty, dof }), {
    minLength: 2,
    maxLength: 5,
  }),
  r: fc.double({ noNaN: true, min: -0.5, max: 1 }),
  readings: fc.array(fc.tuple(finite, finite, finite), { minLength: 2, maxLength: 4 }),
  steps: fc.array(fc.record({ operation: fc.nat(9), a: fc.nat(1000), b: fc.nat(1000), name: fc.boolean() }) satisfies fc.Arbitrary<Step>, {
    minLength: 1,
    maxLength: 120,
  }),
});

/** All quantities of a random computation; named ones among them as they arise. What does not apply at a point is left out. */
function run({ sources, r, readings, steps }: typeof graph extends fc.Arbitrary<infer T> ? T : never): {
  all: Uncertain[];
  named: Uncertain[];
} {
  const set = ['p', 'q', 'r'].map((id, index) => ({ id, value: index - 1, u: 0.1 * (index + 1), dof: index === 0 ? 3 : null }));
  const all: Uncertain[] = [
    ...sources.map((source, index) => elementary({ id: `source ${index}`, ...source })),
    ...correlated(set, {
      correlation: [
        [1, r, r],
        [r, 1, r],
        [r, r, 1],
      ],
    }),
    ...ensemble([0, 1, 2].map((column) => ({ id: `读数 ${column}`, readings: readings.map((row) => row[column] ?? 0) }))),
  ];
  const named: Uncertain[] = [];
  steps.forEach(({ operation, a, b, name }, index) => {
    const [left, right] = [all[a % all.length]!, all[b % all.length]!];
    try {
      const made = operation < 5 ? binary[operation]!(left, right) : unary[operation - 5]!(left);
      if (Math.abs(made.value) > 1e6 || !(made.u < 1e6)) return;
      const quantity = name ? result(made, { id: `result ${index}`, label: name ? '结果' : undefined, unit: 'm' }) : made;
      if (name) named.push(quantity);
      all.push(quantity);
    } catch {
      // A kink or a pole at this point.
    }
  });
  return { all, named };
}

const digits = (quantities: readonly Uncertain[]): unknown[] => [
  quantities.map(({ value, u, dof: freedom, dofRule, id, label, unit }) => [value, u, freedom, dofRule, id, label, unit]),
  quantities.map((a) => quantities.map((b) => (a.u > 0 && b.u > 0 ? correlation(a, b) : covariance(a, b)))),
];

test('value, u, degrees of freedom and correlations come back bit for bit, also from two archives', () => {
  fc.assert(
    fc.property(graph, fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }), (random, sides) => {
      const { named } = run(random);
      fc.pre(named.length > 1);
      const some = named.slice(-6);
      const wanted = digits(some);

      const text = save(some);
      const together = open(text);
      const back = some.map(({ id = '' }) => together.get(id)!);
      assert.deepEqual(digits(back), wanted);
      assert.equal(save(back), text);

      const [left, right] = [some.filter((_, index) => sides[index]), some.filter((_, index) => !sides[index])];
      const apart = [left, right].filter(({ length }) => length > 0).map((side) => open(save(side)));
      const split = some.map(({ id = '' }) => apart.map((archive) => archive.get(id)).find((found) => found !== undefined)!);
      assert.deepEqual(digits(split), wanted);

      // And everything computed from them afterwards.
      const onwards = (list: readonly Uncertain[]): Uncertain =>
        list.reduce((sum, one, index) => add(multiply(sum, 0.7), arithmetic.sin(multiply(one, index + 1))), constant(1));
      assert.deepEqual(digits([onwards(split), onwards(back)]), digits([onwards(some), onwards(some)]));
      assert.deepEqual(budget(onwards(split)), budget(onwards(some)));
      assert.deepEqual(budget(onwards(split), { by: 'results' }), budget(onwards(some), { by: 'results' }));
    }),
    // Shrinking a whole computation takes long; seed and path are printed.
    { numRuns: 60, endOnFailure: true },
  );
});

test('what has no name cannot be saved, nothing is saved twice, and contradictions are not saved at all', () => {
  const x = (u: number): Uncertain => result(elementary({ id: 'x', value: 1, u }), { id: `result of u ${u}` });
  assert.throws(() => save([]), /results: an archive needs one result at least/);
  assert.throws(() => save([add(x(1), 1)]), /results\[0\]: only named results/);
  assert.throws(() => save([elementary({ id: 'x', value: 1, u: 1 })]), /results\[0\]: only named results/);
  assert.throws(() => save([x(1), x(1)]), /results\[1\]: the identifier "result of u 1" stands twice/);
  assert.throws(() => save([x(1), x(2)]), /influences\.x\.u: two definitions/);
  assert.throws(() => save([{} as never]), /results\[0\]/);
  const wide = arithmetic.sum(
    Array.from({ length: 120_000 }, (_, index) => elementary({ id: `a rather long identifier of a reading ${index}`, value: 1, u: 1 })),
  );
  assert.throws(() => save([result(wide, { id: 'wide' })]), /results: the archive would have \d+ characters/);
});
