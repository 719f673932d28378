import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { fisherQuantile } from '../distribution/fisher.ts';
import { anovaOfSummaries, oneWayAnova } from './anova.ts';
import { evaluateTypeA, lagOneAutocorrelation, pooledStandardDeviation, weightedMean } from './mean.ts';

type Vector = { id: string; kind: string; data: never; expected: { certified: Record<string, string>; exact: Record<string, number> } };
const vectors = (name: string): Vector[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, `../../vectors/${name}.json`), 'utf8')) as { vectors: Vector[] }).vectors;
const strd = vectors('strd');

/** The number of digits that agree, as NIST StRD counts them. */
const digits = (found: number, certified: number): number =>
  found === certified ? 17 : -Math.log10(certified === 0 ? Math.abs(found) : Math.abs(found - certified) / Math.abs(certified));
const agree = (found: number | null, certified: number, least: number, what: string): void => {
  assert.ok(
    found !== null && digits(found, certified) >= least,
    `${what}: ${found} agrees with ${certified} to fewer than ${least} digits`,
  );
};

/** Decimal digits of π by Machin's formula (1706) in integers. */
function digitsOfPi(count: number): number[] {
  const scale = 10n ** BigInt(count + 20);
  const arctangent = (inverse: bigint): bigint => {
    let [power, total, n, sign] = [scale / inverse, 0n, 1n, 1n];
    while (power > 0n) {
      total += (sign * power) / n;
      power /= inverse * inverse;
      n += 2n;
      sign = -sign;
    }
    return total;
  };
  const pi = 4n * (4n * arctangent(5n) - arctangent(239n));
  return String(pi).slice(0, count).split('').map(Number);
}

/**
 * NIST's file is not quite π: its certified mean, s and autocorrelation belong to the first 5000 digits with one 8 read as 3 (sum 22674
 * instead of 22679, sum of squares 143922 instead of 143977) where the two neighbours add to 7. All three figures are the same for each
 * such 8; the first stands at index 18.
 */
function digitsOfNist(): number[] {
  const digitsAsThere = digitsOfPi(5000);
  assert.deepEqual(digitsAsThere.slice(17, 20), [3, 8, 4]);
  digitsAsThere[18] = 3;
  return digitsAsThere;
}

for (const { id, data, expected } of strd.filter(({ kind }) => kind === 'univariate')) {
  test(`${id} agrees with its certified mean, s and autocorrelation to nine digits and more`, () => {
    const readings = typeof data === 'string' ? digitsOfNist() : (data as number[]);
    const { n, mean, s } = evaluateTypeA(readings);
    assert.equal(n, Number(expected.certified['n']));
    agree(mean, Number(expected.certified['mean']), 14, 'mean');
    agree(s, Number(expected.certified['sd']), 14, 's');
    agree(lagOneAutocorrelation(readings), Number(expected.certified['r1']), 13, 'r1');
    agree(s, expected.exact['sd']!, 15, 's, exactly');
  });
}

/** NIST's SmLs data: the first reading of a group, then pairs one tenth above and below its mean. */
function regenerated(head: Record<string, string[]>): string[][] {
  return Object.values(head).map((group) => Array.from({ length: 2001 }, (_, i) => group[i === 0 ? 0 : i % 2 === 1 ? 1 : 2]!));
}

for (const { id, data, expected } of strd.filter(({ kind }) => kind === 'anova')) {
  test(`${id} agrees with its certified analysis of variance to nine digits and more`, () => {
    const { head, ...groups } = data as { head?: Record<string, string[]> } & Record<string, number[]>;
    const anova = oneWayAnova(head === undefined ? Object.values(groups as Record<string, number[]>) : regenerated(head));
    const { certified } = expected;
    assert.equal(anova.between.dof, Number(certified['df_between']));
    assert.equal(anova.within.dof, Number(certified['df_within']));
    agree(anova.between.sumOfSquares, Number(certified['SS_between']), 12, 'between');
    agree(anova.within.sumOfSquares, Number(certified['SS_within']), 12, 'within');
    agree(anova.within.meanSquare, Number(certified['MS_within']), 12, 'mean square within');
    agree(anova.F, Number(certified['F']), 12, 'F');
    agree(anova.rSquared, Number(certified['R2']), 12, 'R²');
    agree(anova.sWithin, Number(certified['residual_sd']), 12, 's');
  });
}

test('JCGM 100 4.4.3: twenty readings of a temperature', () => {
  const { data, expected } = vectors('jcgm100').find(({ id }) => id === 'jcgm100-4.4.3')! as unknown as {
    data: number[];
    expected: { computed: Record<string, number> };
  };
  const { mean, s, u, dof } = evaluateTypeA(data);
  agree(mean, expected.computed['mean']!, 9, 'mean');
  agree(s, expected.computed['s']!, 9, 's');
  agree(u, expected.computed['u']!, 9, 'u');
  assert.equal(dof, 19);
});

test('JCGM 100 H.5: a Zener standard over ten days', () => {
  const { data, expected } = vectors('jcgm100').find(({ id }) => id === 'jcgm100-H5')! as unknown as {
    data: { daily_mean_V: number[]; daily_s_V: number[]; J: number; K: number };
    expected: { computed: Record<string, number>; published: Record<string, number> };
  };
  const { computed } = expected;
  const anova = anovaOfSummaries(data.daily_mean_V, data.daily_s_V, data.K);
  const is = (found: number | null, name: string, least = 8): void => agree(found, computed[name]!, least, name);
  is(anova.mean, 'mean');
  is(Math.sqrt(anova.between.meanSquare), 's_a');
  is(anova.sWithin, 's_b');
  is(anova.F, 'F');
  is(anova.pValue, 'p_value');
  is(fisherQuantile(0.95, 9, 40), 'F95');
  is(fisherQuantile(0.975, 9, 40), 'F975');
  is(anova.sBetween, 's_B');
  is(anova.withEffect.u, 's_mean_between');
  is(anova.withoutEffect.u, 's_mean_no_between');
  assert.deepEqual([anova.withEffect.dof, anova.withoutEffect.dof], [9, 49]);
  is(evaluateTypeA(data.daily_mean_V).s, 's_daily_means');
});

test('summaries of groups give the analysis of their readings', () => {
  const reading = fc.integer({ min: -1000, max: 1000 }).map((k) => k / 10);
  const group = fc.array(reading, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
      const whole = oneWayAnova(groups);
      const stated = groups.map((readings) => evaluateTypeA(readings));
      const summary = anovaOfSummaries(
        stated.map(({ mean }) => mean),
        stated.map(({ s }) => s),
        3,
      );
      const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) <= 1e-9 * (1 + Math.abs(b)), `${a} ${b}`);
      near(summary.between.sumOfSquares, whole.between.sumOfSquares);
      near(summary.within.sumOfSquares, whole.within.sumOfSquares);
      near(summary.withoutEffect.u, whole.withoutEffect.u);
    }),
  );
});

/** 10⁹ + k/1000 as it would be written. */
const shifted = (k: number): string => String(10 ** 12 + k).replace(/(\d{3})$/, '.$1');

test('the order of readings changes no digit, and a shift moves the mean alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -99999, max: 99999 }), { minLength: 2, maxLength: 30 }), (thousandths) => {
      const found = evaluateTypeA(thousandths.map((k) => k / 1000));
      assert.deepEqual(evaluateTypeA([...thousandths].reverse().map((k) => k / 1000)), found);
      assert.ok(Math.abs(evaluateTypeA(thousandths.map(shifted)).s - found.s) <= 1e-14 * found.s);
    }),
  );
  assert.equal(evaluateTypeA(['1000000000.1', '1000000000.2', '1000000000.3']).s, 0.1);
});

test('pooled standard deviations weigh by their degrees of freedom; weighted means by 1/u²', () => {
  agree(
    pooledStandardDeviation([
      { s: 3, dof: 4 },
      { s: 4, dof: 4 },
    ]).s,
    Math.sqrt(12.5),
    15,
    's',
  );
  assert.equal(
    pooledStandardDeviation([
      { s: 3, dof: 4 },
      { s: 9, dof: 8 },
    ]).dof,
    12,
  );
  const { mean, u, chiSquare, dof } = weightedMean([10, 12], [1, 2]);
  agree(mean, 10.4, 15, 'mean');
  agree(u, Math.sqrt(0.8), 15, 'u');
  agree(chiSquare, 0.8, 14, 'χ²');
  assert.equal(dof, 1);
});

test('what cannot be evaluated is refused by place', () => {
  const refused = (work: () => unknown, place: string): void => {
    assert.throws(work, (error: unknown) => error instanceof InvalidInput && error.place === place);
  };
  refused(() => evaluateTypeA([1]), 'readings');
  refused(() => evaluateTypeA([]), 'readings');
  refused(() => evaluateTypeA([1, NaN]), 'readings[1]');
  refused(() => evaluateTypeA([1, Infinity]), 'readings[1]');
  refused(() => evaluateTypeA([1, 'two'], 'inputs.V.readings'), 'inputs.V.readings[1]');
  refused(() => evaluateTypeA([1, null as never]), 'readings[1]');
  refused(() => evaluateTypeA('12' as never), 'readings');
  refused(() => oneWayAnova([[1, 2]]), 'groups');
  refused(() => oneWayAnova([[1], [2]]), 'groups');
  refused(() => oneWayAnova([[1, 2], []]), 'groups[1]');
  refused(() => anovaOfSummaries([1, 2], [0.1], 5), 'deviations');
  refused(() => anovaOfSummaries([1, 2], [0.1, -0.1], 5), 'deviations[1]');
  refused(() => anovaOfSummaries([1, 2], [0.1, 0.1], 1), 'size');
  refused(() => weightedMean([1, 2], [1, 0]), 'u[1]');
  refused(() => pooledStandardDeviation([]), 'series');
  assert.equal(lagOneAutocorrelation([2, 2, 2]), null);
  assert.deepEqual(
    [
      oneWayAnova([
        [1, 1],
        [1, 1],
      ]).F,
      oneWayAnova([
        [1, 1],
        [1, 1],
      ]).rSquared,
    ],
    [null, null],
  );
});
