import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { fitLinear, fitPolynomial } from './linear.ts';

const vectors = <Vector>(name: string): Vector[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, `../../vectors/${name}.json`), 'utf8')) as { vectors: Vector[] }).vectors;

const digits = (found: number, certified: number): number =>
  found === certified ? 17 : -Math.log10(certified === 0 ? Math.abs(found) : Math.abs(found - certified) / Math.abs(certified));
const agree = (found: number | null, expected: number, least: number, what: string): void => {
  assert.ok(found !== null && digits(found, expected) >= least, `${what}: ${found} agrees with ${expected} to fewer than ${least} digits`);
};

test('JCGM 100 H.3: a thermometer is calibrated by a line, and its correction predicted', () => {
  const { data, expected } = vectors<{
    id: string;
    data: { t: number[]; b: number[] };
    expected: { computed: Record<string, number> & { predicted: number[]; residuals: number[] } };
  }>('jcgm100').find(({ id }) => id === 'jcgm100-H3')!;
  const { computed } = expected;
  const curve = fitPolynomial({ x: data.t.map((t) => (t - 20).toFixed(3)), y: data.b, degree: 1 });
  const [u0, u1] = curve.standardUncertainties as [number, number];
  agree(curve.parameters[0]!, computed['y1']!, 9, 'y1');
  agree(curve.parameters[1]!, computed['y2']!, 9, 'y2');
  agree(u0, computed['s_y1']!, 9, 's(y1)');
  agree(u1, computed['s_y2']!, 9, 's(y2)');
  agree(curve.covariance[0]![1]! / (u0 * u1), computed['r']!, 9, 'r');
  agree(curve.residualStandardDeviation, computed['s']!, 9, 's');
  assert.equal(curve.dof, 9);
  agree(curve.at([10]).y, computed['b30']!, 9, 'b(30 °C)');
  agree(curve.at([10]).u, computed['u_b30']!, 9, 'u(b(30 °C))');
  curve.residuals.forEach((residual, i) => agree(residual, computed.residuals[i]!, 9, `residual ${i}`));
  data.t.forEach((t, i) => agree(curve.at([t - 20]).y, computed.predicted[i]!, 9, `b(${t})`));
  // H.3.4: at the mean temperature the parameters do not correlate.
  const mean = computed['tbar']!;
  const central = fitPolynomial({ x: data.t.map((t) => t - mean), y: data.b, degree: 1 });
  agree(central.parameters[0]!, computed['y1c']!, 9, 'y1 at the mean');
  agree(central.standardUncertainties[0]!, computed['s_y1c']!, 9, 's(y1) at the mean');
});

test('Bevington 6.1: parameters and covariance of a line', () => {
  const { data, expected } = vectors<{
    id: string;
    data: { x: number[]; y: number[] };
    expected: { computed: { a: number; b: number; cov: number[][] } };
  }>('regression_dof').find(({ id }) => id === 'bevington-6.1')!;
  const curve = fitPolynomial({ ...data, degree: 1 });
  agree(curve.parameters[0]!, expected.computed.a, 9, 'a');
  agree(curve.parameters[1]!, expected.computed.b, 9, 'b');
  expected.computed.cov.forEach((row, i) => row.forEach((value, j) => agree(curve.covariance[i]![j]!, value, 9, `cov ${i} ${j}`)));
});

test('ISO/TS 28037: known uncertainties of y give the covariance, and χ² tests them', () => {
  const { data, expected } = vectors<{
    id: string;
    data: { x: number[]; y: number[]; u_y: number[] };
    expected: { computed: { a: number; b: number; cov: number[][]; chi2: number } };
  }>('regression_dof').find(({ id }) => id === 'iso28037-wls1')!;
  const curve = fitPolynomial({ x: data.x, y: data.y, degree: 1, weighting: { kind: 'stated', u: data.u_y } });
  agree(curve.parameters[0]!, expected.computed.a, 9, 'a');
  agree(curve.parameters[1]!, expected.computed.b, 9, 'b');
  agree(curve.chiSquare, expected.computed.chi2, 9, 'χ²');
  expected.computed.cov.forEach((row, i) => row.forEach((value, j) => agree(curve.covariance[i]![j]!, value, 9, `cov ${i} ${j}`)));
});

const points = fc
  .array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })), { minLength: 4, maxLength: 12 })
  .filter((list) => new Set(list.map(([x]) => x)).size >= 3);

test('a curve through its points does not depend on their order, and weights count as repetitions', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 2 }), (list, degree) => {
      const x = list.map(([value]) => value / 10);
      const y = list.map(([, value]) => value / 10);
      if (list.length < degree + 2) return;
      const curve = fitPolynomial({ x, y, degree });
      const near = (a: readonly number[], b: readonly number[]): void =>
        a.forEach((value, j) => assert.ok(Math.abs(value - b[j]!) <= 1e-11 * (1 + Math.abs(value)), `${value} ${b[j]}`));
      near(fitPolynomial({ x: [...x].reverse(), y: [...y].reverse(), degree }).parameters, curve.parameters);
      const weights = x.map((_, i) => 1 + (i % 3));
      const repeated = (values: number[]): number[] => values.flatMap((value, i) => Array.from({ length: weights[i]! }, () => value));
      near(
        fitPolynomial({ x, y, degree, weighting: { kind: 'weights', weights } }).parameters,
        fitPolynomial({ x: repeated(x), y: repeated(y), degree }).parameters,
      );
    }),
  );
});

test('a point of weight 0 changes nothing but its own residual', () => {
  const weighting = { kind: 'weights', weights: [1, 1, 1, 0] } as const;
  const withIt = fitPolynomial({ x: [0, 1, 2, 3], y: [1, 3.1, 5, 99], degree: 1, weighting });
  const without = fitPolynomial({ x: [0, 1, 2], y: [1, 3.1, 5], degree: 1 });
  assert.deepEqual(withIt.parameters, without.parameters);
  assert.equal(withIt.dof, 1);
  agree(withIt.standardUncertainties[1]!, without.standardUncertainties[1]!, 14, 'u');
});

test('years as x keep their digits, since the powers are centred', () => {
  const x = Array.from({ length: 11 }, (_, i) => 2010 + i);
  const curve = fitPolynomial({ x, y: x.map((year) => (year - 2015) ** 6 - 3 * (year - 2015)), degree: 6 });
  assert.ok(curve.residualSumOfSquares < 1e-40);
  agree(curve.at([2017]).y, 58, 14, 'y');
  agree(curve.at([2017]).slope, 6 * 32 - 3, 14, 'slope');
});

test('data that do not determine the parameters are refused', () => {
  const refused = (work: () => unknown, place: string, reason: RegExp): void => {
    assert.throws(work, (error: unknown) => error instanceof InvalidInput && error.place === place && reason.test(error.message));
  };
  refused(() => fitPolynomial({ x: [1, 2], y: [1, 2], degree: 1 }), 'y', /at least 3 points/);
  refused(() => fitPolynomial({ x: [1, 1, 1], y: [1, 2, 3], degree: 1 }), 'x', /parameter b1/);
  refused(() => fitPolynomial({ x: [1, 2, 1, 2], y: [1, 2, 3, 4], degree: 2 }), 'x', /parameter b2/);
  refused(() => fitLinear({ columns: { p: [1, 2, 3, 4], q: [2, 4, 6, 8] }, y: [1, 2, 3, 5] }), 'x', /parameter b2/);
  assert.equal(
    fitPolynomial({ x: [1, 2], y: [1, 2], degree: 1, weighting: { kind: 'stated', u: [0.1, 0.1] } }).residualStandardDeviation,
    null,
  );
});
