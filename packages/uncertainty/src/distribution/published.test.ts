import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { betaCdf, betaQuantile, betaUpper } from './beta.ts';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
import { fisherCdf, fisherQuantile, fisherUpper } from './fisher.ts';
import { gammaCdf, gammaQuantile, gammaUpper } from './gamma.ts';
import { normalCdf, normalDensity, normalQuantile, normalUpper } from './normal.ts';
import { studentCdf, studentDensity, studentQuantile, studentUpper } from './student.ts';

const near = (found: number, wanted: number, relative: number, name: string): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.abs(wanted), `${name}: ${found}, wanted ${wanted}`);

test('every published quantile and probability is met to 1e-13', () => {
  const functions: Record<string, (...args: number[]) => number> = {
    'normal.quantile': normalQuantile as (...args: number[]) => number,
    't.quantile': studentQuantile as (...args: number[]) => number,
    't.cdf': studentCdf as (...args: number[]) => number,
    'chi2.quantile': chiSquareQuantile as (...args: number[]) => number,
    'beta.quantile': betaQuantile as (...args: number[]) => number,
    'f.quantile': fisherQuantile as (...args: number[]) => number,
    'gamma.quantile': gammaQuantile as (...args: number[]) => number,
  };
  const file = new URL('../../vectors/distributions.json', import.meta.url);
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: { id: string; fn: string; args: number[]; expected: number }[] };
  assert.ok(vectors.length > 250);
  for (const { id, fn, args, expected } of vectors) near(functions[fn]!(...args), expected, 1e-13, `${id} ${fn}(${args.join(', ')})`);
});

// The values below: mpmath 1.3 with 50 digits.
test('tails keep their digits where the other side is 1 to all digits', () => {
  const normal = [
    [-8.0, 0.9999999999999993],
    [-1.0, 0.8413447460685429],
    [0.0, 0.5],
    [0.5, 0.3085375387259869],
    [2.0, 0.02275013194817921],
    [6.0, 9.86587645037698e-10],
    [20.0, 2.7536241186062337e-89],
    [37.5, 4.605353009581955e-308],
  ] as const;
  for (const [z, wanted] of normal) {
    near(normalUpper(z), wanted, 1e-15, `normal ${z}`);
    near(normalCdf(-z), wanted, 1e-15, `normal ${z}`);
  }
  const student = [
    [0.001, 0.3, 0.4997706809127688],
    [3.0, 0.3, 0.25066884484380975],
    [2.5, 1.7, 0.0755908871945206],
    [50.0, 2.2, 0.00010480318789876939],
    [1000.0, 44.5, 8.910045138892674e-99],
    [4.0, 333.3, 3.903447315068881e-5],
    [30.0, 900.0, 6.459590201525244e-138],
  ] as const;
  for (const [t, dof, wanted] of student) {
    near(studentUpper(t, dof), wanted, 5e-14, `t ${t}, ${dof}`);
    near(studentCdf(-t, dof), wanted, 5e-14, `t ${t}, ${dof}`);
  }
  const gamma = [
    [0.1, 0.02, 0.036080415234402814],
    [3.0, 0.5, 0.01430587843542964],
    [560.0, 757.3, 0.9999999999999986],
    [1000.0, 787.0, 1.1871353675926104e-12],
    [2900.0, 2536.8, 2.606023058485403e-12],
    [30.0, 2.5, 1.215456977718304e-11],
  ] as const;
  for (const [x, shape, wanted] of gamma) {
    near(gammaUpper(x, shape, 1), wanted, 3e-14, `gamma ${x}, ${shape}`);
    near(gammaUpper(3 * x, shape, 3), wanted, 3e-14, `gamma ${x}, ${shape}`);
    near(chiSquareUpper(2 * x, 2 * shape), wanted, 3e-14, `chi-square ${x}, ${shape}`);
  }
  const lower = [
    [0.1, 0.02, 0.9639195847655971],
    [1e-8, 3.0, 1.666666654166667e-25],
    [560.0, 757.3, 1.4415512791079284e-15],
    [2300.0, 2536.8, 6.183549954378115e-7],
  ] as const;
  for (const [x, shape, wanted] of lower) {
    near(gammaCdf(x, shape, 1), wanted, 3e-14, `gamma ${x}, ${shape}`);
    near(chiSquareCdf(2 * x, 2 * shape), wanted, 3e-14, `chi-square ${x}, ${shape}`);
  }
  const beta = [
    [0.3, 0.02, 0.5, 0.953299394133265, 0.04670060586673491],
    [0.999, 55.0, 0.11, 0.23752952241391198, 0.762470477586088],
    [0.0075, 120.2, 7619.9, 5.300873410064479e-13, 0.9999999999994699],
    [0.35, 5.7, 103.8, 0.999999999999986, 1.39730899105284e-14],
    [0.5, 1500.0, 1400.0, 0.031626817684396305, 0.9683731823156037],
  ] as const;
  for (const [x, a, b, below, above] of beta) {
    near(betaCdf(x, a, b), below, 5e-14, `beta ${x}`);
    near(betaUpper(x, a, b), above, 5e-14, `beta ${x}`);
    const ratio = (x / (1 - x)) * (b / a);
    near(fisherCdf(ratio, 2 * a, 2 * b), below, 1e-11, `F ${x}`);
    near(fisherUpper(ratio, 2 * a, 2 * b), above, 1e-11, `F ${x}`);
  }
});

test('densities agree with 50 digits, the normal one into its far tail', () => {
  const student = [
    [0.0, 1.0, 0.3183098861837907],
    [2.0, 0.5, 0.051899228247372614],
    [3.0, 16.75, 0.008647994358753545],
    [5.0, 1000000.0, 1.4869328706530253e-6],
    [1.0, 1000000000000.0, 0.24197072451902235],
  ] as const;
  for (const [t, dof, wanted] of student) near(studentDensity(t, dof), wanted, 2e-14, `t ${t}, ${dof}`);
  near(normalDensity(20), 5.520948362159764e-88, 1e-15, 'normal');
  assert.equal(studentDensity(0.5, Infinity), normalDensity(0.5));
});

test('parameters of a million and a billion are answered at once and with the same digits', () => {
  near(gammaUpper(1_005_000, 1e6, 1), 2.987490140114635e-7, 1e-12, 'a million');
  near(gammaUpper(1e12 + 2e6, 1e12, 1), 0.022750185939118726, 1e-12, 'a billion');
  near(betaCdf(0.4999888196601125, 1e9, 1e9), 0.1586552539312925, 1e-12, 'beta');
  near(studentUpper(3, 1e18), normalUpper(3), 1e-12, 't');
  near(studentQuantile(0.975, 1e18), normalQuantile(0.975), 1e-14, 't');
  near(fisherQuantile(0.95, 5, 1e15), chiSquareQuantile(0.95, 5) / 5, 1e-12, 'F');
});
