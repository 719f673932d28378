import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import * as arithmetic from './arithmetic.ts';
import { add, divide, multiply, sqrt, subtract, sum } from './arithmetic.ts';
import { correlation, covariance, covarianceMatrix } from './covariance.ts';
import { elementary, ensemble, fromDistribution } from './elementary.ts';
import { expanded } from './expanded.ts';
import { constant, type Uncertain } from './uncertain.ts';

type Vector = { readonly id: string };
const vectors = (file: string): readonly Vector[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors', file), 'utf8')) as { vectors: Vector[] }).vectors;
const near = (found: number, wanted: number, relative: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.max(Math.abs(wanted), 1e-300), `${what} ${found}, wanted ${wanted}`);

test('a quantity minus itself is certainly 0, and divided by itself certainly 1', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e3, noNaN: true }), (value, u) => {
      const x = elementary({ id: 'x', value, u });
      const y = add(multiply(x, 3), constant(value === 0 ? 1 : value));
      for (const quantity of [x, y]) {
        const nothing = subtract(quantity, quantity);
        assert.deepEqual([nothing.value, nothing.u], [0, 0]);
        if (Math.abs(quantity.value) < 1e-150) continue;
        const one = divide(quantity, quantity);
        assert.deepEqual([one.value, one.u], [1, 0]);
      }
    }),
  );
});

test('3, 4 and 5: independent contributions add in squares, and one alone is kept to the last digit', () => {
  const [a, b] = [elementary({ id: 'a', value: 1, u: 3 }), elementary({ id: 'b', value: 2, u: 4 })];
  assert.equal(add(a, b).u, 5);
  assert.equal(a.u, 3);
  assert.equal(elementary({ id: 'tiny', value: 1, u: 5e-324 }).u, 5e-324);
  assert.equal(add(elementary({ id: 'c', value: 1, u: 3e-200 }), elementary({ id: 'd', value: 1, u: 4e-200 })).u, 5e-200);
  near(add(elementary({ id: 'e', value: 0, u: 3e200 }), elementary({ id: 'f', value: 0, u: 4e200 })).u, 5e200, 1e-15);
});

test('JCGM 100 H.1 written as ordinary code gives the published figures', () => {
  const vector = vectors('jcgm100.json').find(({ id }) => id === 'jcgm100-H1');
  const { expected } = vector as unknown as { expected: { computed: Record<string, number> } };
  const of = (id: string, fields: object): Uncertain => fromDistribution({ id: `H.1/${id}` }, fields as Record<string, unknown>);
  const ls = elementary({ id: 'H.1/ls', value: 50000623, u: 25, dof: 18, unit: 'nm' });
  const d = sum([
    elementary({ id: 'H.1/d0', value: 215, u: 5.8, dof: 24 }),
    elementary({ id: 'H.1/d1', value: 0, u: 3.9, dof: 5 }),
    elementary({ id: 'H.1/d2', value: 0, u: 6.7, dof: 8 }),
  ]);
  const alphaS = of('alphaS', { distribution: 'rectangular', mean: 11.5e-6, halfWidth: 2e-6 });
  const dAlpha = of('dAlpha', { distribution: 'rectangular', mean: 0, halfWidth: 1e-6, dof: 50 });
  const dTheta = of('dTheta', { distribution: 'rectangular', mean: 0, halfWidth: 0.05, dof: 2 });
  const theta = add(
    elementary({ id: 'H.1/theta', value: -0.1, u: 0.2 }),
    of('Delta', { distribution: 'arcsine', mean: 0, halfWidth: 0.5 }),
  );
  const l = subtract(add(ls, d), multiply(ls, add(multiply(dAlpha, theta), multiply(alphaS, dTheta))));
  near(l.value, expected.computed['value'] as number, 1e-15);
  near(l.u, expected.computed['u'] as number, 1e-12);
  near(l.dof, expected.computed['dof'] as number, 1e-12);
  near(d.dof, expected.computed['dof_d'] as number, 1e-12);
  near(expanded(l, { coverage: 0.99 }).k, expected.computed['k99_dof16'] as number, 1e-10);
  near(expanded(l, { coverage: 0.99 }).U, expected.computed['U99'] as number, 1e-10);
  assert.equal(l.dofRule, 'welch-satterthwaite');
});

test('JCGM 100 H.2: resistance, reactance and impedance from simultaneous readings, with their correlations', () => {
  const vector = vectors('jcgm100.json').find(({ id }) => id === 'jcgm100-H2');
  const { data, expected } = vector as unknown as {
    data: Record<string, number[]>;
    expected: { computed: { y: number[]; u_y: number[]; r_y: number[][]; cov_y: number[][]; r_in: number[][] } };
  };
  const [V, I, phi] = ensemble(['V', 'I', 'phi'].map((id) => ({ id: `H.2/${id}`, readings: data[id]! }))) as [
    Uncertain,
    Uncertain,
    Uncertain,
  ];
  const Z = divide(V, I);
  const outputs = [multiply(Z, arithmetic.cos(phi)), multiply(Z, arithmetic.sin(phi)), Z];
  const { computed } = expected;
  near(correlation(V, phi), computed.r_in[0]![2]!, 1e-12);
  covarianceMatrix(outputs).forEach((row, i) => row.forEach((entry, j) => near(entry, computed.cov_y[i]![j]!, 1e-10)));
  outputs.forEach((output, i) => {
    near(output.value, computed.y[i]!, 1e-13);
    near(output.u, computed.u_y[i]!, 1e-10);
    near(output.dof, 4, 1e-12);
    assert.equal(output.dofRule, 'welch-satterthwaite-simultaneous');
    outputs.forEach((other, j) => near(correlation(output, other), computed.r_y[i]![j]!, 1e-10));
  });
});

test('JCGM 100 G.4.1: effective degrees of freedom of a product', () => {
  const { inputs, expected } = vectors('jcgm100.json').find(({ id }) => id === 'jcgm100-G41') as unknown as {
    inputs: { u_rel_percent: number[]; n: number[] };
    expected: { computed: Record<string, number> };
  };
  const y = inputs.u_rel_percent
    .map((percent, index): Uncertain => elementary({ id: `X${index}`, value: 2, u: (2 * percent) / 100, dof: inputs.n[index]! - 1 }))
    .reduce((a, b) => multiply(a, b));
  near((100 * y.u) / y.value, expected.computed['u_rel_percent']!, 1e-12);
  near(y.dof, expected.computed['dof']!, 1e-12);
});

test('two gauges calibrated by one standard are correlated by u²(standard)/(u(a)·u(b))', () => {
  const standard = elementary({ id: 'standard', value: 50, u: 0.3 });
  const gauge = (id: string, u: number): Uncertain => add(standard, elementary({ id, value: 0.01, u }));
  const [a, b] = [gauge('comparison a', 0.4), gauge('comparison b', 1.2)];
  near(correlation(a, b), 0.09 / (0.5 * Math.sqrt(0.09 + 1.44)), 1e-15);
  near(covariance(a, b), 0.09, 1e-15);
  // What they have in common drops out of the difference.
  near(subtract(a, b).u, Math.sqrt(0.16 + 1.44), 1e-15);
});

test('asking never changes what is computed afterwards', () => {
  const program = (ask: boolean): Uncertain => {
    const sources = Array.from({ length: 40 }, (_, index) => elementary({ id: `s${index}`, value: 1 + index / 7, u: 0.1 / (1 + index) }));
    let y: Uncertain = sources[0]!;
    for (let step = 0; step < 400; step++) {
      const source = sources[(step * 7) % 40]!;
      y =
        step % 3 === 0
          ? divide(add(y, source), 1.7)
          : step % 3 === 1
            ? multiply(y, arithmetic.sin(source))
            : add(sqrt(add(multiply(y, y), 1)), source);
      if (ask) assert.ok(y.u >= 0 && y.dof > 0);
    }
    return y;
  };
  const [asked, unasked] = [program(true), program(false)];
  assert.deepEqual([asked.value, asked.u], [unasked.value, unasked.u]);
  assert.deepEqual(asked.components.influences.slopes, unasked.components.influences.slopes);
});
