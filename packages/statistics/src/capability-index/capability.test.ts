import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalQuantile } from '@tongheng/uncertainty/distribution/normal';
import {
  deviationOf,
  mean,
  sigmaFromDeviations,
  sigmaFromMovingRanges,
  sigmaFromRanges,
  type SigmaEstimate,
} from '../control-chart/sigma-estimate.ts';
import { andersonDarling, pOfAndersonDarling } from './anderson-darling.ts';
import { capabilityOf, indicesOf, nonconformingOf, type IndexName } from './capability.ts';

/** Normal values from a seed: the generator of Park and Miller, through the quantile. */
function normalDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return normalQuantile(state / 2_147_483_647);
  };
}
const near = (value: number | null | undefined, expected: number, tolerance: number): void =>
  assert.ok(Math.abs((value ?? Number.NaN) - expected) <= tolerance, `${value} is not ${expected}`);

test('the three cases of suncal: Cpk and the expected fraction outside', () => {
  const cases = [
    { mean: 10, cpk: 0.8333333, outside: 0.012419330651552265 },
    { mean: 10.5, cpk: 0.4166667, outside: 0.10573819095205615 },
    { mean: 12, cpk: -0.8333333, outside: 0.9937903346742557 },
  ];
  for (const { mean: middle, cpk, outside } of cases) {
    near(indicesOf({ lower: 9, upper: 11 }, middle, 0.4).pk, cpk, 5e-8);
    near(nonconformingOf({ lower: 9, upper: 11 }, middle, 0.4), outside, 1e-9 * outside);
  }
});

test('with one limit only there is no Cp, and Cpk is that of the limit', () => {
  const { index, interval } = capabilityOf({ upper: 13 }, 10, { sigma: 1, dof: 40 }, 1.1, 50, 0.95);
  assert.deepEqual([index.Cp, index.Pp, index.Cpm, index.Cpl, interval.Cp], [null, null, null, null, null]);
  assert.equal(index.Cpk, 1);
  assert.equal(index.Cpk, index.Cpu);
  assert.equal(capabilityOf({ lower: 7 }, 10, { sigma: 1, dof: 40 }, 1.1, 50, 0.95).index.Cpk, 1);
});

test('the interval of Pp is that of chi-square: s of 30 readings covers Pp × 0.744 to 1.256', () => {
  const { interval } = capabilityOf({ lower: -3, upper: 3 }, 0, { sigma: 1, dof: 29 }, 1, 30, 0.95);
  // χ²(0.025; 29) = 16.047, χ²(0.975; 29) = 45.722
  near(interval.Pp?.[0], Math.sqrt(16.047 / 29), 1e-4);
  near(interval.Pp?.[1], Math.sqrt(45.722 / 29), 1e-4);
});

test('the interval of Ppk is that of Bissell', () => {
  const { interval, index } = capabilityOf({ lower: -4, upper: 3 }, 0, { sigma: 1, dof: 29 }, 1, 30, 0.95);
  const half = 1.959963984540054 * Math.sqrt(1 / 270 + 1 / 58);
  assert.equal(index.Ppk, 1);
  near(interval.Ppk?.[0], 1 - half, 1e-12);
  near(interval.Ppk?.[1], 1 + half, 1e-12);
});

type Sampling = {
  readonly name: string;
  readonly groups: number;
  readonly size: number;
  readonly sigma: (groups: number[][]) => SigmaEstimate;
};
const samplings: readonly Sampling[] = [
  { name: 'ranges of five', groups: 25, size: 5, sigma: (groups) => sigmaFromRanges(groups, 5) },
  { name: 'standard deviations of three', groups: 15, size: 3, sigma: sigmaFromDeviations },
  { name: 'moving ranges', groups: 30, size: 1, sigma: (groups) => sigmaFromMovingRanges(groups.flat()) },
];

for (const { name, groups, size, sigma } of samplings) {
  test(`95 % intervals hold the true index in 95 % of processes: sigma from ${name}`, () => {
    const draw = normalDraws(20_240_229);
    const [runs, limits, truth] = [1000, { lower: -4, upper: 5 }, { Cp: 1.5, Cpk: 4 / 3, Pp: 1.5, Ppk: 4 / 3 }];
    const held: Record<string, number> = { Cp: 0, Cpk: 0, Pp: 0, Ppk: 0 };
    const squared: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const data = Array.from({ length: groups }, () => Array.from({ length: size }, draw));
      const estimate = sigma(data);
      squared.push(estimate.sigma);
      const { interval } = capabilityOf(limits, mean(data.flat()), estimate, deviationOf(data.flat()), groups * size, 0.95);
      for (const [index, value] of Object.entries(truth)) {
        const [low, high] = interval[index as IndexName] ?? [1, 0];
        if (low <= value && value <= high) held[index] = (held[index] ?? 0) + 1;
      }
    }
    // Four standard errors of a fraction of 0.95 in 1000 runs are 0.028; Bissell's approximation may be off by another 0.01.
    for (const [index, count] of Object.entries(held)) near(count / runs, 0.95, index.endsWith('k') ? 0.038 : 0.028);
    // The estimate is unbiased, and its relative standard deviation is that of its degrees of freedom: about 1 / √(2ν).
    const { dof } = sigma(Array.from({ length: groups }, () => Array.from({ length: size }, draw)));
    near(mean(squared), 1, 4 / Math.sqrt(2 * dof * runs));
    near(deviationOf(squared) * Math.sqrt(2 * dof), 1, 0.12);
  });
}

test('Anderson–Darling: 0.752 is the five per cent point, 1.035 the one per cent point', () => {
  near(pOfAndersonDarling(0.752), 0.05, 0.0006);
  near(pOfAndersonDarling(1.035), 0.01, 0.0003);
  near(pOfAndersonDarling(0.631), 0.1, 0.0015);
  assert.equal(pOfAndersonDarling(200), 0);
});

test('the p-value of normal readings is uniform enough, that of an exponential distribution small', () => {
  const draw = normalDraws(7);
  let rejected = 0;
  for (let run = 0; run < 400; run += 1) if ((andersonDarling(Array.from({ length: 30 }, draw))?.p ?? 1) < 0.05) rejected += 1;
  near(rejected / 400, 0.05, 0.044);
  const skew = Array.from({ length: 60 }, (_, index) => -Math.log((index + 0.5) / 60));
  assert.ok((andersonDarling(skew)?.p ?? 1) < 0.001);
});

test('there is no test for fewer than eight readings or for equal ones', () => {
  assert.equal(andersonDarling([1, 2, 3, 4, 5, 6, 7]), undefined);
  assert.equal(andersonDarling(Array.from({ length: 9 }, () => 5)), undefined);
});

test('Cpk is at most Cp, an index stays the same in another unit, a wider level widens every interval', () => {
  const number = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100);
  fc.assert(
    fc.property(number(-300, 300), number(10, 300), number(1, 500), number(1, 9000), (middle, sigma, width, unit) => {
      const limits = { lower: -width, upper: width };
      const found = capabilityOf(limits, middle, { sigma, dof: 17.5 }, sigma * 1.2, 20, 0.9);
      const scaled = { lower: -width * unit, upper: width * unit };
      const other = capabilityOf(scaled, middle * unit, { sigma: sigma * unit, dof: 17.5 }, sigma * 1.2 * unit, 20, 0.99);
      assert.ok((found.index.Cpk ?? 0) <= (found.index.Cp ?? 0) + 1e-12);
      near(other.index.Cpk, found.index.Cpk ?? 0, 1e-9);
      for (const name of ['Cp', 'Cpk', 'Pp', 'Ppk', 'Cpm'] as const) {
        const [inner, outer] = [found.interval[name] ?? [0, 0], other.interval[name] ?? [0, 0]];
        assert.ok(outer[0] < inner[0] && inner[1] < outer[1], name);
      }
    }),
  );
});
