import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { elementary, ensemble } from '../uncertain/elementary.ts';
import type { Uncertain } from '../uncertain/uncertain.ts';
import { add, conjugate, multiply, subtract } from './arithmetic.ts';
import { complex, complexEnsemble, covarianceOf, elementaryComplex, complexValue, type Complex } from './complex.ts';
import { ellipseOf } from './ellipse.ts';
import { fromPolar, phaseNear, toPolar } from './polar.ts';
import { complexDof, coverageRegion } from './region.ts';

const near = (found: number, wanted: number, relative: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.abs(wanted), `${what} ${found}, wanted ${wanted}`);
const pairs = (re: readonly number[], im: readonly number[]): [number, number][] => re.map((one, index) => [one, im[index]!]);
const series = (id: string, re: readonly number[], im: readonly number[]): Complex =>
  complexEnsemble([{ id, readings: pairs(re, im) }])[0]!;

test('Willink and Hall, Metrologia 39 (2002) 361, example 1: covariance and degrees of freedom', () => {
  const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/regression_dof.json'), 'utf8')) as {
    vectors: {
      id: string;
      data: Record<string, number[]>;
      expected: { published: { dof: number }; computed: { G: number[]; cov: number[][]; dof: number } };
    }[];
  };
  const { data, expected } = vectors.find(({ id }) => id === 'willink-hall-ex1')!;
  const G = subtract(series("G'", data['Gp_re']!, data['Gp_im']!), series('S11', data['S11_re']!, data['S11_im']!));
  complexValue(G).forEach((one, index) => near(one, expected.computed.G[index]!, 1e-12));
  covarianceOf(G).forEach((row, i) => row.forEach((entry, j) => near(entry, expected.computed.cov[i]![j]!, 1e-9)));
  near(complexDof(G), expected.computed.dof, 1e-12);
  assert.ok(Math.abs(complexDof(G) - expected.published.dof) <= 0.005);
  // Conjugation and a quarter turn change nothing of it.
  near(complexDof(conjugate(G)), expected.computed.dof, 1e-12);
  near(complexDof(multiply(G, [0, 1])), expected.computed.dof, 1e-12);
});

test('whatever is computed from readings taken together has n − 1 degrees of freedom', () => {
  const [V, I, phi] = ensemble([
    { id: 'V', readings: [5.007, 4.994, 5.005, 4.99, 4.999] },
    { id: 'I', readings: [0.019663, 0.019639, 0.01964, 0.019685, 0.019678] },
    { id: 'phi', readings: [1.0456, 1.0438, 1.0468, 1.0428, 1.0433] },
  ]) as [Uncertain, Uncertain, Uncertain];
  near(complexDof(fromPolar(V, phi)), 4, 1e-12);
  near(complexDof(add(fromPolar(V, phi), I)), 4, 1e-12);
  const [a, b] = complexEnsemble([
    {
      id: 'a',
      readings: [
        [1, 2],
        [3, 1],
        [2, 2.5],
      ],
    },
    {
      id: 'b',
      readings: [
        [0, 2],
        [1, 1],
        [2, 2],
      ],
    },
  ]) as [Complex, Complex];
  near(complexDof(multiply(a, b)), 2, 1e-12);
});

test('a stated covariance matrix has its degrees of freedom as a whole, also where its parts are not correlated', () => {
  for (const r of [0, 0.3, 0.9]) {
    const z = elementaryComplex({
      id: 'z',
      value: [1, 2],
      covariance: [
        [1, 2 * r],
        [2 * r, 4],
      ],
      dof: 6.5,
    });
    near(complexDof(z), 6.5, 1e-12);
    near(complexDof(multiply(z, [3, -1])), 6.5, 1e-12);
    assert.equal(z.real.dof, 6.5);
  }
  assert.equal(
    complexDof(
      elementaryComplex({
        id: 'z',
        value: [1, 2],
        covariance: [
          [1, 0],
          [0, 4],
        ],
      }),
    ),
    Infinity,
  );
  assert.equal(complexDof([1, 2]), Infinity);
});

test('a real influence counts as in Welch–Satterthwaite, whatever its size', () => {
  for (const scale of [1, 1e-200, 1e150]) {
    const [x, y] = [elementary({ id: 'x', value: 0, u: 3 * scale, dof: 5 }), elementary({ id: 'y', value: 0, u: 4 * scale, dof: 8 })];
    near(complexDof(complex(x, 0)), 5, 1e-12);
    near(complexDof(complex(x, y)), (2 * 81 + 9 * 16 + 2 * 256) / ((2 * 81) / 5 + (2 * 256) / 8), 1e-12);
  }
});

test('the coverage ellipse: axes, angle and factor', () => {
  const exact = elementaryComplex({
    id: 'z',
    value: [1, 2],
    covariance: [
      [4, 0],
      [0, 1],
    ],
  });
  const region = coverageRegion(exact);
  near(region.k, Math.sqrt(-2 * Math.log(0.05)), 1e-12);
  near(region.semiAxes[0], 2 * region.k, 1e-12);
  near(region.semiAxes[1], region.k, 1e-12);
  assert.deepEqual([region.angle, region.centre, region.dof], [0, [1, 2], Infinity]);
  // √(2·4/3·F(0.95; 2, 3)), F = 9.552094…
  near(
    coverageRegion(
      elementaryComplex({
        id: 'z',
        value: [1, 2],
        covariance: [
          [4, 0],
          [0, 1],
        ],
        dof: 4,
      }),
    ).k,
    Math.sqrt((8 / 3) * 9.55209449592),
    1e-9,
  );
  near(
    ellipseOf([
      [2, 1],
      [1, 2],
    ]).angle,
    Math.PI / 4,
    1e-15,
  );
  near(
    ellipseOf([
      [1, 1],
      [1, 1],
    ]).axes[0],
    Math.SQRT2,
    1e-15,
  );
  assert.deepEqual(
    ellipseOf([
      [1, 1],
      [1, 1],
    ]).axes[1],
    0,
  );
  assert.deepEqual(
    ellipseOf([
      [3, 0],
      [0, 3],
    ]).angle,
    0,
  );
  near(
    ellipseOf([
      [1, 0],
      [0, 9],
    ]).angle,
    Math.PI / 2,
    1e-15,
  );
  near(
    ellipseOf([
      [1e-300, 0],
      [0, 4e-300],
    ]).axes[0],
    2e-150,
    1e-14,
  );
});

test('of 2000 regions from five readings 95 % contain the true value', () => {
  let state = 12345;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  let inside = 0;
  const runs = 2000;
  for (let run = 0; run < runs; run++) {
    const readings = Array.from({ length: 5 }, (): [number, number] => {
      const [a, b] = [normal(), normal()];
      return [a, 0.8 * a + 0.5 * b];
    });
    const { centre, semiAxes, angle } = coverageRegion(complexEnsemble([{ id: 'z', readings }])[0]!);
    const [x, y] = [-centre[0], -centre[1]];
    const [along, across] = [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
    if ((along / semiAxes[0]) ** 2 + (across / semiAxes[1]) ** 2 <= 1) inside++;
  }
  // Four standard errors of a proportion.
  assert.ok(Math.abs(inside / runs - 0.95) < 4 * Math.sqrt((0.95 * 0.05) / runs), `${inside / runs}`);
});

test('two readings give no finite region, and a probability lies between 0 and 1', () => {
  const two = series('z', [1, 2], [3, 5]);
  assert.throws(
    () => coverageRegion(two),
    (error: unknown) => error instanceof InvalidInput && error.place === 'dof' && /unbounded/.test(error.message),
  );
  assert.throws(() => coverageRegion(two, { coverage: 95 }), /coverage/);
});

test('magnitude and phase: refused at 0, told near 0 and near ±π', () => {
  const at = (re: number, im: number, u = 0.01): Complex =>
    elementaryComplex({
      id: `${re} ${im}`,
      value: [re, im],
      covariance: [
        [u * u, 0],
        [0, u * u],
      ],
    });
  assert.throws(
    () => toPolar(at(0, 0)),
    (error: unknown) => error instanceof InvalidInput && error.place === 'magnitude' && /derivative/.test(error.message),
  );
  const plain = toPolar(at(0.3, 0.4));
  assert.deepEqual(plain.notes, []);
  near(plain.magnitude.u, 0.01, 1e-12);
  near(plain.phase.u, 0.02, 1e-12);
  // JCGM 102 9.3: x1 = 0.010 is as near as its uncertainty, x1 = 0.1 is not.
  assert.match(toPolar(at(0.01, 0)).notes[0]![1], /less than 5 standard uncertainties/);
  assert.deepEqual(toPolar(at(0.1, 0)).notes, []);
  const jump = toPolar(at(-1, -0.005));
  assert.equal(jump.notes.length, 1);
  assert.match(jump.notes[0]![1], /near ±π/);
  assert.match(jump.notes[0]![0], /相位接近/);
});

test('phases on both sides of ±π are compared near a reference', () => {
  const [above, below] = [0.02, -0.02].map((im) =>
    elementaryComplex({
      id: `z${im}`,
      value: [-1, im],
      covariance: [
        [1e-4, 0],
        [0, 1e-4],
      ],
    }),
  ) as [Complex, Complex];
  const [first, second] = [phaseNear(above, Math.PI), phaseNear(below, Math.PI)];
  near(second.value - first.value, 2 * Math.atan(0.02), 1e-12);
  near(second.u, 0.01, 1e-3);
  assert.equal(phaseNear(above, 0).value, first.value);
  near(phaseNear(above, 21 * Math.PI).value, first.value + 20 * Math.PI, 1e-14);
  assert.throws(() => phaseNear(above, Number.NaN), /reference/);
});
