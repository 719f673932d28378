import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { add, multiply, subtract, sum } from './arithmetic.ts';
import { correlation, covariance } from './covariance.ts';
import { correlated, elementary, ensemble, fromDistribution, typeA } from './elementary.ts';
import { expanded } from './expanded.ts';
import { result } from './result.ts';
import { constant, derived, type Uncertain } from './uncertain.ts';

type Vector = { readonly id: string };
const vectors = (file: string): readonly Vector[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors', file), 'utf8')) as { vectors: Vector[] }).vectors;
const near = (found: number, wanted: number, relative: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.max(Math.abs(wanted), 1e-300), `${what} ${found}, wanted ${wanted}`);
const refused = (act: () => unknown, place: string, text: RegExp): void => {
  assert.throws(act, (error: unknown) => {
    assert.ok(error instanceof InvalidInput, String(error));
    assert.equal(error.place, place);
    assert.match(error.message, text);
    assert.match(error.text[0], /\p{Script=Han}/u);
    return true;
  });
};

test('JCGM 100 4.4.3 and 4.2.4: readings, and a single reading with a pooled standard deviation', () => {
  const { data, expected } = vectors('jcgm100.json').find(({ id }) => id === 'jcgm100-4.4.3') as unknown as {
    data: number[];
    expected: { computed: Record<string, number> };
  };
  const t = typeA({ id: 't', readings: data });
  near(t.value, expected.computed['mean']!, 1e-14);
  near(t.u, expected.computed['u']!, 1e-12);
  assert.equal(t.dof, 19);
  const single = typeA({ id: 'one', readings: ['10.02'], pooled: { s: 0.03, dof: 24 } });
  assert.deepEqual([single.value, single.u, single.dof], [10.02, 0.03, 24]);
  refused(() => typeA({ id: 'one', readings: [10.02] }), 'readings', /at least 2 readings/);
});

test('what is no quantity is refused by name', () => {
  refused(() => elementary({ id: 'x', value: Number.NaN, u: 1 }), 'value', /finite number/);
  refused(() => elementary({ id: 'x', value: 1, u: Infinity }), 'u', /finite number/);
  refused(() => elementary({ id: 'x', value: 1, u: -1 }), 'u', /not negative/);
  refused(() => elementary({ id: 'x', value: 1, u: 1, dof: 0 }), 'dof', /greater than 0/);
  refused(() => elementary({ id: 'x', value: 1, u: 1, dof: Number.NaN }), 'dof', /greater than 0/);
  for (const id of ['', ' x', 'x\n', 'a'.repeat(201), '\ud800']) refused(() => elementary({ id, value: 1, u: 1 }), 'id', /identifier/);
  refused(() => elementary({ id: 'e\u0301', value: 1, u: 1 }), 'id', /normal form/);
  refused(() => elementary(null as never), '', /object/);
  refused(() => add('1' as never, 2), 'add', /a quantity or a finite number/);
  refused(() => add(Number.NaN, 2), 'add', /a quantity or a finite number/);
  refused(() => constant(Infinity), 'value', /finite/);
  refused(() => sum([]), 'terms', /one quantity at least/);
  refused(() => sum([1, {} as never]), 'terms[1]', /quantity/);
  refused(() => derived(Number.NaN, [], 'mine'), 'mine', /not finite/);
  refused(() => expanded(1, { coverage: 1 }), 'coverage', /between 0 and 1/);
  refused(() => expanded(1, { k: 0 }), 'k', /greater than 0/);
  refused(() => correlation(constant(1), elementary({ id: 'x', value: 1, u: 1 })), 'correlation', /without uncertainty/);
  refused(() => fromDistribution({ id: 'x' }, { distribution: 'normal', mean: 0, u: -1 }), 'distribution.u', /negative/);
});

test('correlated sets: the matrix must be one, and zeros do not link', () => {
  const members = ['a', 'b', 'c'].map((id, index) => ({ id, value: index, u: index + 1, dof: [10, 2, 30][index] }));
  const [a, b, c] = correlated(members, {
    correlation: [
      [1, 0.5, 0],
      [0.5, 1, 0],
      [0, 0, 1],
    ],
  }) as [Uncertain, Uncertain, Uncertain];
  assert.deepEqual([correlation(a, b), correlation(a, c), c.influence?.group], [0.5, 0, undefined]);
  near(add(a, b).u, Math.sqrt(1 + 4 + 2), 1e-15);
  assert.deepEqual([add(a, b).dof, add(a, b).dofRule], [2, 'welch-satterthwaite-least-of-correlated']);
  // Only what takes part counts.
  assert.deepEqual([a.dof, a.dofRule, multiply(a, 7).dof], [10, 'welch-satterthwaite', 10]);
  const byCovariance = correlated(
    members.map(({ id, value, dof }) => ({ id, value, dof })),
    {
      covariance: [
        [1, 1, 0],
        [1, 4, 0],
        [0, 0, 9],
      ],
    },
  );
  near(correlation(byCovariance[0]!, b), 0.5, 1e-15);
  near(covariance(add(a, c), subtract(b, c)), 1 - 9, 1e-15);

  const square = (r: number): number[][] => [
    [1, r, r],
    [r, 1, r],
    [r, r, 1],
  ];
  refused(() => correlated(members, { correlation: square(-0.6) }), 'correlation', /positive semi-definite/);
  refused(() => correlated(members, { correlation: square(1.5) }), 'correlation', /between -1 and 1/);
  refused(
    () =>
      correlated(members, {
        correlation: [
          [1, 0.5],
          [0.5, 1],
        ],
      }),
    'correlation',
    /3 rows and 3 columns/,
  );
  refused(
    () =>
      correlated(members, {
        correlation: [
          [1, 0.5, 0],
          [0.4, 1, 0],
          [0, 0, 1],
        ],
      }),
    'correlation',
    /not symmetric/,
  );
  refused(() => correlated(members, { covariance: square(0.1) }), 'members[0].u', /no u is given/);
  refused(() => correlated([{ id: 'a', value: 1 }], { covariance: [[-1]] }), 'covariance', /variance on the diagonal/);
  refused(
    () =>
      correlated([members[0]!, members[0]!], {
        correlation: [
          [1, 0],
          [0, 1],
        ],
      }),
    'members[1].id',
    /stands twice/,
  );
  refused(
    () =>
      correlated([{ id: 'a', value: 1, u: 0 }, members[1]!], {
        correlation: [
          [1, 0.1],
          [0.1, 1],
        ],
      }),
    'correlation',
    /"a" has no uncertainty/,
  );
});

test('simultaneous readings: as many of each, at least two quantities', () => {
  refused(() => ensemble([{ id: 'a', readings: [1, 2, 3] }]), 'members', /two quantities or more/);
  refused(
    () =>
      ensemble([
        { id: 'a', readings: [1, 2, 3] },
        { id: 'b', readings: [1, 2] },
      ]),
    'members[1].readings',
    /2 here, 3/,
  );
  refused(
    () =>
      ensemble([
        { id: 'a', readings: [1, 2] },
        { id: 'b', readings: [1, Number.NaN] },
      ]),
    'members[1].readings[1]',
    /finite/,
  );
  refused(
    () =>
      ensemble([
        { id: 'a', readings: [1, 2] },
        { id: 'a', readings: [1, 2] },
      ]),
    'members[1].id',
    /stands twice/,
  );
  const [a, b, still] = ensemble([
    { id: 'a', readings: ['0.1', '0.2', '0.3'] },
    { id: 'b', readings: ['1.3', '1.2', '1.1'] },
    { id: 'still', readings: [5, 5, 5] },
  ]) as [Uncertain, Uncertain, Uncertain];
  assert.equal(correlation(a, b), -1);
  assert.equal(add(a, b).u, 0);
  assert.equal(still.u, 0);
});

test('readings keep their correlations at any scale, and when there are fewer of them than quantities', () => {
  const readings = [
    [1, 0.5, 3],
    [1.5, 0.7, 2],
    [0.25, 1, 2.5],
  ];
  const at = (scale: number): Uncertain[] =>
    ensemble([0, 1, 2].map((column) => ({ id: `q${column}`, readings: readings.map((row) => row[column]! * scale) })));
  const plain = at(1);
  for (const scale of [2 ** -520, 2 ** 300]) {
    const scaled = at(scale);
    scaled.forEach((one, index) => near(one.u, plain[index]!.u * scale, 1e-15));
    near(correlation(scaled[0]!, scaled[2]!), correlation(plain[0]!, plain[2]!), 1e-14);
    near(typeA({ id: 't', readings: readings.map(([first]) => first! * scale) }).u, plain[0]!.u * scale, 1e-15);
  }
  // Three readings of three quantities, two of them all but proportional: a singular matrix with a small pivot.
  const [a, b, c] = ensemble([
    { id: 'a', readings: [-1.74880881660397e-3, 0, -0.79] },
    { id: 'b', readings: [0, 0, -3] },
    { id: 'c', readings: [0, 3, 0] },
  ]) as [Uncertain, Uncertain, Uncertain];
  assert.ok(correlation(a, b) > 0.99999);
  assert.ok(add(add(a, b), c).u > 0);
});

test('one identifier has one meaning: contradictions are refused by field', () => {
  const x = (fields: object): Uncertain => elementary({ id: 'x', value: 1, u: 0.1, dof: 5, unit: 'g', ...fields });
  for (const [field, value] of [
    ['u', 0.2],
    ['dof', 6],
    ['value', 2],
    ['unit', 'kg'],
  ] as const)
    refused(() => add(x({}), x({ [field]: value })).u, `influences.x.${field}`, /contradict each other/);
  refused(() => covariance(x({}), x({ u: 0.2 })), 'influences.x.u', /0\.1 ≠ 0\.2/);
  assert.equal(correlation(x({}), x({ label: 'the same thing with another label' })), 1);

  const pair = (r: number, second = 'y'): Uncertain[] =>
    correlated(
      [
        { id: 'x', value: 1, u: 0.1, dof: 5, unit: 'g' },
        { id: second, value: 1, u: 1 },
      ],
      {
        correlation: [
          [1, r],
          [r, 1],
        ],
      },
    );
  refused(() => add(pair(0.5)[0]!, x({})).u, 'influences.x.correlation', /correlated with differ \(x, y ≠ —\)/);
  refused(() => add(pair(0.5)[0]!, pair(0.4)[0]!).u, 'influences.x.correlation', /coefficients differ \(0.5 ≠ 0.4\)/);
  refused(() => add(pair(0.5)[0]!, pair(0.5, 'z')[0]!).u, 'influences.x.correlation', /x, y ≠ x, z/);
  refused(() => add(pair(0.5)[1]!, x({})).u, 'influences.x.correlation', /contradict/);
  refused(() => covariance(pair(0.5)[1]!, pair(0.5, 'z')[1]!), 'influences.x.correlation', /contradict/);
  assert.equal(subtract(pair(0.5)[0]!, pair(0.5)[0]!).u, 0);
  near(correlation(pair(0.5)[0]!, pair(0.5)[1]!), 0.5, 1e-15);

  const named = (u: number): Uncertain => result(elementary({ id: `source of u ${u}`, value: 1, u }), { id: 'certificate 1' });
  refused(() => add(named(1), named(2)).u, 'results.certificate 1.influences', /what they depend on differ/);
  refused(() => result(named(1), { id: 'certificate 1' }), 'id', /names something that this depends on/);
  refused(() => result(named(1), { id: 'source of u 1' }), 'id', /names something that this depends on/);
});
