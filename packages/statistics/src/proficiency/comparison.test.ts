import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { proficiency, proficiencyMethods } from './command.ts';
import { link } from './linking.ts';
import { comparisonScore, enScore, needsZPrime, zScore } from './score.ts';
import { referenceValue, weightedMean } from './weighted-mean.ts';

type Scores = {
  readonly scores: readonly { readonly id: string; readonly score: string; readonly verdict: string }[];
  readonly warnings?: unknown;
};
const scores = (input: object): Scores => proficiency(input).answer as Scores;
const rounded = ({ scores: list }: Scores, decimals: number): string[] => list.map(({ score }) => Number(score).toFixed(decimals));
const near = (found: number, expected: number, size: number): void =>
  assert.ok(Math.abs(found - expected) <= size, `${found} instead of ${expected}`);

test('twelve laboratories: z needs z′, because u(x_pt) is more than 0.3 s*', () => {
  const assigned = { x: '10.0110', u: '0.013986', sigma: '0.038759' };
  const results = [
    { id: 'A', x: '10.05' },
    { id: 'B', x: '10.50' },
    { id: 'C', x: '9.95' },
  ];
  const z = scores({ method: 'z', assigned, results });
  assert.deepEqual(rounded(z, 3), ['1.006', '12.616', '-1.574']);
  assert.deepEqual(
    z.scores.map(({ verdict }) => verdict),
    ['satisfactory', 'unsatisfactory', 'satisfactory'],
  );
  assert.match(JSON.stringify(z.warnings), /use-z-prime/);
  const prime = scores({ method: 'z-prime', assigned, results });
  assert.deepEqual(rounded(prime, 2), ['0.95', '11.87', '-1.48']);
  assert.equal(prime.warnings, undefined);
  assert.equal(scores({ method: 'z', assigned: { ...assigned, u: '0.011' }, results }).warnings, undefined);
});

test('the score at the limit is decided exactly: 2 is satisfactory, 3 is not questionable, 0.3 σ is small enough', () => {
  const z = (x: string): string => zScore(parse(x), parse('0.1'), parse('0.1')).verdict;
  assert.deepEqual(['0.3', '0.30000001', '0.4', '-0.2', '-0.1'].map(z), [
    'satisfactory',
    'questionable',
    'unsatisfactory',
    'unsatisfactory',
    'satisfactory',
  ]);
  const en = (x: string): string => enScore(parse(x), parse('0'), parse('0.3'), parse('0.4')).verdict;
  assert.deepEqual(['0.5', '-0.5', '0.5000000000000000001'].map(en), ['satisfactory', 'satisfactory', 'unsatisfactory']);
  assert.equal(needsZPrime(parse('0.03'), parse('0.1')), false);
  assert.equal(needsZPrime(parse('0.0300001'), parse('0.1')), true);
});

test('two laboratories: En 0.772, ζ 1.543 with k = 2, JJF 1117 0.730 with the transfer standard', () => {
  const given = { assigned: { x: '100.003', U: '0.006' }, results: [{ id: 'L', x: '100.012', U: '0.010' }] };
  assert.deepEqual(rounded(scores({ method: 'en', ...given }), 3), ['0.772']);
  assert.deepEqual(rounded(scores({ method: 'zeta', k: 2, ...given }), 3), ['1.543']);
  assert.throws(() => scores({ method: 'zeta', ...given }), /assigned.u/);
  const after = {
    method: 'jjf-1117',
    assigned: { x: '100.003', u: '0.003' },
    ue: '0.002',
    results: [{ id: 'L', x: '100.012', u: '0.005' }],
  };
  assert.deepEqual(rounded(scores(after), 3), ['0.730']);
});

const four = [
  { id: 'A', x: '100.010', u: '0.005' },
  { id: 'B', x: '100.004', u: '0.004' },
  { id: 'C', x: '99.998', u: '0.006' },
  { id: 'D', x: '100.006', u: '0.003' },
];

test('weighted mean of four laboratories with Birge ratio, and En with the correlation', () => {
  type Answer = Readonly<Record<'x' | 'u' | 'chiSquare' | 'birge' | 'p', string>> & {
    dof: number;
    consistent: boolean;
    equivalence: { En: string }[];
  };
  const found = proficiency({ method: 'weighted-mean', results: four }).answer as Answer;
  near(Number(found.x), 100.005224, 5e-7);
  near(Number(found.u), 0.0020354, 5e-8);
  near(Number(found.chiSquare), 2.5226, 5e-5);
  near(Number(found.birge), 0.917, 5e-4);
  near(Number(found.p), 0.4713, 1e-3);
  assert.deepEqual([found.dof, found.consistent], [3, true]);
  const en = found.equivalence.map(({ En }) => Number(En).toFixed(3));
  assert.deepEqual(en, ['0.523', '-0.178', '-0.640', '0.176']);
  const same = scores({ method: 'jjf-1117', correlated: true, assigned: { x: found.x, u: found.u }, results: four });
  assert.deepEqual(rounded(same, 3), en);
});

test('a reference that contains the laboratory and is more uncertain than it is refused by name', () => {
  const own = { u: parse('0.001'), uReference: parse('0.002'), uTransfer: parse('0'), k: parse('2'), correlated: true };
  assert.throws(() => comparisonScore(parse('1'), parse('0'), own), InvalidInput);
  const input = { method: 'jjf-1117', correlated: true, assigned: { x: '0', u: '0.002' }, results: [{ id: 'L', x: '1', u: '0.001' }] };
  assert.throws(() => proficiency(input), /results\[0\]/);
});

test('the weighted mean: equal uncertainties give the plain mean, and order does not matter', () => {
  const one = fc.record({ x: fc.integer({ min: -1000, max: 1000 }), u: fc.integer({ min: 1, max: 100 }) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 12 }), (list) => {
      const results = list.map((own, index) => ({ id: String(index), ...own }));
      const [forward, backward] = [weightedMean(results), weightedMean([...results].reverse())];
      near(forward.x, backward.x, 1e-9);
      assert.ok(forward.u <= Math.min(...list.map(({ u }) => u)) + 1e-12);
      const even = weightedMean(results.map((own) => ({ ...own, u: 3 })));
      near(even.x, list.reduce((sum, { x }) => sum + x, 0) / list.length, 1e-9);
      near(even.u, 3 / Math.sqrt(list.length), 1e-12);
      // Σ w d = 0: the reference lies in the middle of the degrees of equivalence.
      const { equivalence } = referenceValue(results);
      near(
        equivalence.reduce((sum, { d }, index) => sum + d / list[index]!.u ** 2, 0),
        0,
        1e-6,
      );
    }),
    { numRuns: 60, seed: 3 },
  );
});

test('a result that does not agree is left out where that is asked for, and keeps its degree of equivalence', () => {
  const results = [...four, { id: 'E', x: '100.060', u: '0.004' }].map(({ id, x, u }) => ({ id, x: Number(x), u: Number(u) }));
  const plain = referenceValue(results);
  assert.deepEqual([plain.isConsistent, plain.rejected.length], [false, 0]);
  assert.ok(plain.uExternal > plain.u);
  for (const reject of ['sequential', 'largest-consistent-subset'] as const) {
    const found = referenceValue(results, { reject });
    assert.deepEqual([found.rejected, found.isConsistent, found.dof], [['E'], true, 3]);
    near(found.x, 100.005224, 5e-7);
    const left = found.equivalence.find(({ id }) => id === 'E')!;
    near(left.u, Math.sqrt(0.004 ** 2 + found.u ** 2), 1e-12);
    assert.equal(left.isContributor, false);
    assert.ok(Math.abs(left.En) > 1);
  }
  assert.deepEqual(referenceValue(results, { exclude: ['E'] }).rejected, ['E']);
  const warned = proficiency({ method: 'weighted-mean', results: results.map(({ id, x, u }) => ({ id, x, u })) });
  assert.match(JSON.stringify(warned.answer), /inconsistent/);
  const apart = [1, 100].map((x) => ({ id: String(x), x, u: 0.1 }));
  assert.throws(() => referenceValue(apart, { reject: 'sequential' }), /no two results agree/);
  assert.throws(() => referenceValue(apart, { reject: 'largest-consistent-subset' }), /no two results agree/);
});

test('linking with one laboratory that erred alike in both: only the rest of its uncertainty passes on', () => {
  const found = link({
    reference: { x: 10, u: 0.01 },
    linking: [{ id: 'L', x: 10.03, uX: 0.05, y: 20.03, uY: 0.05, r: 0.8, isContributor: false }],
    regional: [{ id: 'R', y: 20.1, uY: 0.06 }],
    uTransfer: 0.02,
  });
  near(found.step, -20, 1e-12);
  near(found.uStep, Math.sqrt(0.05 ** 2 * 2 * 0.2 + 0.01 ** 2 + 0.02 ** 2), 1e-12);
  assert.equal(found.chiSquare, null);
  const [own] = found.equivalence;
  near(own!.d, 0.1, 1e-12);
  near(own!.u, Math.hypot(0.06, found.uStep), 1e-12);
  near(own!.En, own!.d / own!.U, 1e-12);
});

test('the uncertainty of the linking step is that of a simulation, contributors to the reference included', () => {
  // Two contributors with uncertainties 3 and 4 make the weighted mean; they share a part of their error between the comparisons.
  let state = 12345;
  const uniform = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const [u1, u2, r] = [3, 4, 0.6];
  const uR = 1 / Math.sqrt(1 / u1 ** 2 + 1 / u2 ** 2);
  const given = { r, isContributor: true };
  const weights = link({
    reference: { x: 0, u: uR },
    linking: [
      { id: '1', x: 0, uX: u1, y: 0, uY: 2, ...given },
      { id: '2', x: 0, uX: u2, y: 0, uY: 5, ...given },
    ],
    regional: [],
  });
  const [w1, w2] = weights.weights.map(({ weight }) => weight) as [number, number];
  let squares = 0;
  const trials = 20_000;
  for (let trial = 0; trial < trials; trial += 1) {
    const [a, b, c, d] = [normal(), normal(), normal(), normal()];
    const [x1, x2] = [u1 * a, u2 * b];
    const [y1, y2] = [2 * (r * a + Math.sqrt(1 - r * r) * c), 5 * (r * b + Math.sqrt(1 - r * r) * d)];
    const reference = uR ** 2 * (x1 / u1 ** 2 + x2 / u2 ** 2);
    squares += (w1 * (x1 - y1) + w2 * (x2 - y2) - reference) ** 2;
  }
  near(Math.sqrt(squares / trials), weights.uStep, (4 * weights.uStep) / Math.sqrt(2 * trials));
});

test('linking through the command, and what cannot be linked', () => {
  const input = {
    method: 'link',
    reference: { x: '10', u: '0.01' },
    linking: [
      { id: 'L1', x: '10.01', ux: '0.02', y: '20.02', uy: '0.03' },
      { id: 'L2', x: '9.98', ux: '0.02', y: '19.97', uy: '0.03', r: '0.5' },
    ],
    results: [{ id: 'R', x: '20.1', u: '0.04' }],
  };
  const { answer, exitCode } = proficiency(input);
  assert.equal(exitCode, 0);
  assert.match(JSON.stringify(answer), /"step":"-19.997".*"chiSquare":"0.2".*"equivalence":\[\{"id":"R","d":"0.103"/);
  const [first] = input.linking;
  assert.throws(() => proficiency({ ...input, linking: [{ ...first, uy: '0.02', r: 1 }] }), /linking\[0\]\.r/);
  assert.throws(() => proficiency({ ...input, linking: [{ ...first, r: 1.5 }] }), /linking\[0\]\.r/);
  assert.throws(() => proficiency({ ...input, linking: [] }), /linking/);
});

test('wrong input is refused by its place, whatever the method', () => {
  const place = (input: unknown, expected: RegExp): void =>
    assert.throws(
      () => proficiency(input),
      (error) => error instanceof InvalidInput && expected.test(error.message),
    );
  place(null, /JSON object/);
  place([], /JSON object/);
  place({}, /^method: one of algorithm-a/);
  place({ method: 'toString' }, /^method/);
  place({ method: 'z', results: [{ x: 1 }] }, /^assigned/);
  place({ method: 'z', assigned: { x: 1 }, results: [{ x: 1 }] }, /^assigned.sigma/);
  place({ method: 'z', assigned: { x: 1, sigma: 0 }, results: [{ x: 1 }] }, /^assigned.sigma: must be greater/);
  place({ method: 'z', assigned: { x: 1, sigma: 1 }, results: [{ x: '１' }] }, /^results\[0\].x: full-width/);
  place(
    {
      method: 'z',
      assigned: { x: 1, sigma: 1 },
      results: [
        { id: 'A', x: 1 },
        { id: 'A', x: 2 },
      ],
    },
    /^results\[1\].id/,
  );
  place({ method: 'en', assigned: { x: 1, U: 0 }, results: [{ x: 1, U: 0 }] }, /^results\[0\]/);
  place({ method: 'algorithm-a', results: ['1', 'x'] }, /^results\[1\]/);
  place({ method: 'algorithm-a', results: ['1', '1e60'] }, /^results\[1\]: the value is too long/);
  place({ method: 'algorithm-a', results: ['1', '2'], constants: 'own' }, /^constants/);
  place(
    {
      method: 'weighted-mean',
      results: [
        { x: 1, u: 0 },
        { x: 1, u: 1 },
      ],
    },
    /^results\[0\].u/,
  );
  place(
    {
      method: 'weighted-mean',
      results: [
        { x: 1, u: 1 },
        { x: 1, u: 1 },
      ],
      exclude: ['B'],
    },
    /^exclude\[0\]/,
  );
  place({ method: 'cochran', variances: ['1', '2'] }, /^n/);
  for (const method of proficiencyMethods) {
    for (const results of [undefined, [], 'x', [null], [{}], [[]], [[], []]])
      assert.throws(() => proficiency({ method, results }), InvalidInput, method);
  }
});
