import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalCdf } from '../distribution/normal.ts';
import { conformityCommand } from './command.ts';
import { globalRisk } from './global-risk.ts';
import { arcsinePrior, rectangularPrior, studentPrior, triangularPrior, type Prior } from './prior.ts';
import { guardBandFor, probabilityOutside, probabilityWithin } from './probability.ts';
import { integrate } from './quadrature.ts';

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const runs = { numRuns: 60, seed: 11 };
const normal = Infinity;

test('the four outcomes of an item make 1, and the accepted share of a normal process has a closed form', () => {
  fc.assert(
    fc.property(between(-2, 2), between(-4, 1), between(-3, 1), between(-0.5, 1), (mean, logPrior, logU, guard) => {
      const [u0, u] = [10 ** logPrior, 10 ** logU];
      const [tolerance, acceptance] = [
        { lower: -1, upper: 1 },
        { lower: -1 + guard, upper: 1 - guard / 2 },
      ];
      const { consumer, producer, conforming, accepted } = globalRisk(
        studentPrior(mean, u0, normal),
        { u, dof: normal },
        tolerance,
        acceptance,
      );
      const spread = Math.sqrt(u0 ** 2 + u ** 2);
      const wanted = normalCdf((acceptance.upper - mean) / spread) - normalCdf((acceptance.lower - mean) / spread);
      assert.ok(Math.abs(accepted - wanted) < 1e-11, `accepted ${accepted}, wanted ${wanted}`);
      // conforming = accepted and conforming + rejected and conforming
      assert.ok(Math.abs(conforming - (accepted - consumer) - producer) < 1e-11);
      for (const risk of [consumer, producer, accepted]) assert.ok(risk >= 0 && risk <= 1 + 1e-12);
    }),
    runs,
  );
});

/** The same two risks by brute force: the midpoint rule with 200 000 steps. */
function byMidpoints(
  prior: Prior,
  density: (value: number) => number,
  u: number,
  limit: number,
  accepted: number,
): readonly [number, number] {
  const { lower, upper } = prior.support;
  const step = (upper - lower) / 200_000;
  let [consumer, producer] = [0, 0];
  for (let i = 0; i < 200_000; i++) {
    const value = lower + (i + 0.5) * step;
    const interval = { lower: -accepted - value, upper: accepted - value };
    if (Math.abs(value) > limit) consumer += density(value) * probabilityWithin(interval, { u, dof: normal }) * step;
    else producer += density(value) * probabilityOutside(interval, { u, dof: normal }) * step;
  }
  return [consumer, producer];
}

test('priors of other shapes agree with a plain sum', () => {
  const cases: readonly [Prior, (value: number) => number, number][] = [
    [rectangularPrior(0.2, 1.5), () => 1 / 3, 1e-4],
    [triangularPrior(0.2, 1.5), (value) => (1 - Math.abs(value - 0.2) / 1.5) / 1.5, 1e-4],
    [arcsinePrior(0.2, 1.5), (value) => 1 / (Math.PI * Math.sqrt(1.5 ** 2 - (value - 0.2) ** 2)), 4e-3],
  ];
  for (const [prior, density, relative] of cases) {
    const found = globalRisk(prior, { u: 0.1, dof: normal }, { lower: -1, upper: 1 }, { lower: -0.9, upper: 0.9 });
    const [consumer, producer] = byMidpoints(prior, density, 0.1, 1, 0.9);
    assert.ok(Math.abs(found.consumer / consumer - 1) < relative, `${found.consumer}, wanted ${consumer}`);
    assert.ok(Math.abs(found.producer / producer - 1) < relative, `${found.producer}, wanted ${producer}`);
    assert.ok(Math.abs(found.conforming - (found.accepted - found.consumer) - found.producer) < 1e-11);
  }
});

test('a t prior and a t measurement come to the normal result with growing degrees of freedom', () => {
  const [tolerance, acceptance] = [
    { lower: -1, upper: 1 },
    { lower: -0.9, upper: Infinity },
  ];
  const exact = globalRisk(studentPrior(0, 0.5, normal), { u: 0.1, dof: normal }, tolerance, acceptance);
  const close = globalRisk(studentPrior(0, 0.5, 1e9), { u: 0.1, dof: 1e9 }, tolerance, acceptance);
  assert.ok(Math.abs(close.consumer / exact.consumer - 1) < 1e-7);
  const heavy = globalRisk(studentPrior(0, 0.5, 1), { u: 0.1, dof: 1 }, tolerance, acceptance);
  assert.ok(heavy.producer > exact.producer);
  assert.ok(Math.abs(heavy.conforming - (heavy.accepted - heavy.consumer) - heavy.producer) < 1e-9);
});

test('a wider guard band lowers the consumer’s risk and raises the producer’s', () => {
  fc.assert(
    fc.property(between(0, 0.4), between(0.01, 0.4), between(0.05, 1), (guard, more, u) => {
      const [narrow, wide] = [guard, guard + more].map((w) =>
        globalRisk(studentPrior(0, 0.6, normal), { u, dof: normal }, { lower: -1, upper: 1 }, { lower: w - 1, upper: 1 - w }),
      ) as [ReturnType<typeof globalRisk>, ReturnType<typeof globalRisk>];
      assert.ok(wide.consumer < narrow.consumer);
      assert.ok(wide.producer > narrow.producer);
    }),
    runs,
  );
});

test('a value at the acceptance limit of a wanted probability has that probability', () => {
  fc.assert(
    fc.property(between(0.01, 0.99), between(0.5, 20), between(0.5, 200), (probability, width, dof) => {
      const spread = { u: 0.3, dof };
      const w = guardBandFor(probability, width, spread);
      const best = probabilityWithin({ lower: -width / 2, upper: width / 2 }, spread);
      if (w === undefined) assert.ok(best <= probability * (1 + 1e-12));
      else assert.ok(Math.abs(probabilityWithin({ lower: -w, upper: width - w }, spread) - probability) < 1e-12);
    }),
    { numRuns: 200, seed: 5 },
  );
});

test('priors are given in the words of the model file', () => {
  const base = { value: 0, u: '0.1', lower: -1, upper: 1 };
  const one = conformityCommand({ ...base, prior: { distribution: 'rectangular', lower: '-1.3', upper: '1.7' } }).answer;
  const other = conformityCommand({ ...base, prior: { distribution: 'rectangular', mean: '0.2', halfWidth: '1.5' } }).answer;
  assert.deepEqual(one, other);
  assert.equal(one.posterior, null);
  assert.ok(Math.abs(one.risks.global!.conforming - 2 / 3) < 1e-15);
  // A value of fifty million with an uncertainty of one loses no digits to the size.
  const shifted = { value: '50000000.25', u: '0.1', lower: '49999999', upper: '50000001', prior: { mean: '50000000', u: '0.5' } };
  const plain = conformityCommand({ ...base, value: '0.25', prior: { mean: 0, u: '0.5' } }).answer;
  const large = conformityCommand(shifted).answer;
  assert.equal(large.probability, plain.probability);
  assert.ok(Math.abs(large.risks.global!.consumer - plain.risks.global!.consumer) < 1e-14);
  for (const distribution of ['triangular', 'arcsine'])
    assert.ok(conformityCommand({ ...base, prior: { distribution, mean: 0, halfWidth: 2 } }).answer.risks.global!.consumer > 0);
  assert.ok(conformityCommand({ ...base, prior: { distribution: 't', mean: 0, scale: 1, dof: 3 } }).answer.risks.global!.consumer > 0);
});

test('the integral of a polynomial is exact and a kink is found', () => {
  assert.ok(Math.abs(integrate((x) => x ** 9, [0, 2]) - 102.4) < 1e-12);
  assert.ok(Math.abs(integrate((x) => Math.abs(x - 0.3), [0, 1]) - 0.29) < 1e-12);
  assert.equal(
    integrate(() => 1, [1, 1]),
    0,
  );
});
