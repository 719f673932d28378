import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { open } from '../archive/open.ts';
import { save } from '../archive/save.ts';
import { divide as realDivide } from '../uncertain/arithmetic.ts';
import { correlation, covarianceMatrix } from '../uncertain/covariance.ts';
import { elementary, ensemble } from '../uncertain/elementary.ts';
import type { Uncertain } from '../uncertain/uncertain.ts';
import { add, conjugate, divide, exp, log, multiply, negate, pow, sqrt, subtract } from './arithmetic.ts';
import {
  complex,
  complexEnsemble,
  complexFrom,
  complexResult,
  covarianceOf,
  elementaryComplex,
  jointCovariance,
  partsOfComplex,
  complexValue,
  type Complex,
} from './complex.ts';
import { fromPolar, magnitude, phase } from './polar.ts';

type Vector = { readonly id: string; readonly data: Readonly<Record<string, number[]>>; readonly expected: { readonly computed: never } };
const vector = (file: string, id: string): Vector => {
  const text = readFileSync(join(import.meta.dirname, '../../vectors', file), 'utf8');
  return (JSON.parse(text) as { vectors: Vector[] }).vectors.find((one) => one.id === id)!;
};
const near = (found: number, wanted: number, relative: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.max(Math.abs(wanted), 1e-300), `${what} ${found}, wanted ${wanted}`);
const close = (found: readonly number[], wanted: readonly number[], distance: number, what = ''): void =>
  wanted.forEach((one, index) =>
    assert.ok(Math.abs(found[index]! - one) <= distance, `${what} ${String(found)}, wanted ${String(wanted)}`),
  );

test('JCGM 100 H.2 as one complex quantity: resistance and reactance are its parts, the impedance its magnitude', () => {
  const { data, expected } = vector('jcgm100.json', 'jcgm100-H2');
  const { cov_y: cov, y } = expected.computed as { cov_y: number[][]; y: number[] };
  const [V, I, phi] = ensemble(['V', 'I', 'phi'].map((id) => ({ id, readings: data[id]! }))) as [Uncertain, Uncertain, Uncertain];
  const Z = fromPolar(realDivide(V, I), phi);
  const found = covarianceMatrix([Z.real, Z.imaginary, magnitude(Z)]);
  found.forEach((row, i) => row.forEach((entry, j) => near(entry, cov[i]![j]!, 1e-10)));
  close([...complexValue(Z), magnitude(Z).value], y, 1e-10);
  // The phase that went in comes out, as the same quantity.
  near(phase(Z).value, phi.value, 1e-14);
  near(phase(Z).u, phi.u, 1e-10);
  near(correlation(phase(Z), phi), 1, 1e-12);
});

const z0 = elementaryComplex({
  id: 'z',
  value: [0.7, -0.4],
  covariance: [
    [1, 0],
    [0, 1],
  ],
});
const w0 = elementaryComplex({
  id: 'w',
  value: [-0.3, 0.9],
  covariance: [
    [1, 0],
    [0, 1],
  ],
});

test('functions of complex quantities agree with their difference quotients', () => {
  const operations: Readonly<Record<string, (z: Complex, w: Complex) => Complex>> = {
    add,
    subtract,
    multiply,
    divide,
    negate,
    conjugate,
    exp,
    log,
    sqrt,
    cube: (z) => pow(z, 3),
    inverse: (z) => pow(z, -2),
    first: (z) => pow(z, 1),
    lower: (z) => sqrt(conjugate(negate(z))),
  };
  const h = 1e-6;
  for (const [name, operation] of Object.entries(operations)) {
    const found = operation(z0, w0);
    const at = (shift: readonly number[]): readonly number[] => {
      const [[a, b], [c, d]] = [complexValue(z0), complexValue(w0)];
      return complexValue(operation(complex(a + shift[0]!, b + shift[1]!), complex(c + shift[2]!, d + shift[3]!)));
    };
    ['z/re', 'z/im', 'w/re', 'w/im'].forEach((id, index) => {
      const shift = [0, 1, 2, 3].map((one) => (one === index ? h : 0));
      const [above, below] = [at(shift), at(shift.map((one) => -one))];
      [found.real, found.imaginary].forEach((part, side) => {
        const { items, slopes } = part.components.influences;
        const slope = slopes[items.findIndex((item) => item.id === id)] ?? 0;
        assert.ok(Math.abs(slope - (above[side]! - below[side]!) / (2 * h)) < 1e-8, `${name} ${id} ${side}`);
      });
    });
  }
});

test('identities hold exactly where they should, and to the last digits elsewhere', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.integer({ min: -80, max: 80 }),
      (a, b, power) => {
        fc.pre(Math.abs(a) + Math.abs(b) > 1e-3);
        const scale = 2 ** power;
        const z = elementaryComplex({
          id: 'z',
          value: [a * scale, b * scale],
          covariance: [
            [0.01, 0.002],
            [0.002, 0.04],
          ].map((row) => row.map((one) => one * scale * scale)) as never,
        });
        for (const [found, wanted] of [
          [subtract(z, z), [0, 0]],
          [divide(z, z), [1, 0]],
        ] as const) {
          assert.deepEqual(complexValue(found).map(Math.abs), wanted);
          assert.deepEqual([found.real.u, found.imaginary.u], [0, 0]);
        }
        const size = magnitude(z).value;
        for (const back of [
          pow(sqrt(z), 2),
          exp(log(z)),
          conjugate(conjugate(z)),
          divide(1, divide(1, z)),
          fromPolar(magnitude(z), phase(z)),
        ]) {
          close(complexValue(back), complexValue(z), 1e-13 * size);
          close(covarianceOf(back).flat(), covarianceOf(z).flat(), 1e-12 * 0.04 * scale * scale);
        }
        near(magnitude(multiply(z, conjugate(z))).value, size * size, 1e-14);
      },
    ),
  );
  assert.deepEqual(complexValue(sqrt([-4, 0])), [0, 2]);
  assert.deepEqual(complexValue(sqrt([-4, -0])), [0, -2]);
  assert.deepEqual(complexValue(sqrt([3, 4])), [2, 1]);
  near(complexValue(log([1, 1e-9]))[0], 5e-19, 1e-12);
});

test('a one-port calibration: the corrected reflection is correlated with a second one of the same calibration', () => {
  const term = (id: string, value: [number, number], u: number): Complex =>
    elementaryComplex({
      id: `VNA/${id}`,
      value,
      covariance: [
        [u * u, 0],
        [0, u * u],
      ],
    });
  const [directivity, match, tracking] = [
    term('e00', [0.01, -0.02], 1e-3),
    term('e11', [0.03, 0.01], 2e-3),
    term('e10e01', [0.97, 0.1], 1.5e-3),
  ];
  const corrected = (id: string, value: [number, number]): Complex => {
    const offset = subtract(term(id, value, 5e-4), directivity);
    return divide(offset, add(multiply(match, offset), tracking));
  };
  const [a, b] = [corrected('first', [0.31, -0.12]), corrected('second', [-0.2, 0.25])];
  // Γ = (m − e00)/(e11·(m − e00) + t): ∂Γ/∂m = t/D², ∂Γ/∂e11 = −Γ², ∂Γ/∂t = −Γ/D; circular uncertainties add in |∂|².
  const [, im] = [0, 0.25 + 0.02];
  const D = add(multiply([0.03, 0.01], [-0.21, im]), [0.97, 0.1]);
  const size = (z: Complex): number => magnitude(z).value;
  const gamma = divide([-0.21, im], D);
  close(complexValue(b), complexValue(gamma), 1e-15);
  const slopes = [size(divide([0.97, 0.1], multiply(D, D))), size(multiply(gamma, gamma)), size(divide(gamma, D))] as const;
  const variance = slopes[0] ** 2 * (5e-4 ** 2 + 1e-3 ** 2) + slopes[1] ** 2 * 2e-3 ** 2 + slopes[2] ** 2 * 1.5e-3 ** 2;
  near(b.real.u, Math.sqrt(variance), 1e-12);
  near(b.imaginary.u, Math.sqrt(variance), 1e-12);
  assert.ok(Math.abs(correlation(b.real, b.imaginary)) < 1e-12);
  assert.ok(correlation(a.real, b.real) > 0.3);
  const joint = jointCovariance(a, b);
  near(covarianceOf(subtract(a, b))[0]![0]!, joint[0]![0]! + joint[2]![2]! - 2 * joint[0]![2]!, 1e-12);
});

test('a complex result is saved and opened like a real one, and stays correlated', () => {
  const [first, second] = complexEnsemble([
    {
      id: 'job 4/S11',
      readings: [
        [0.0242, -0.0101],
        [-0.0023, 0.2229],
        [0.0599, 0.0601],
      ],
    },
    {
      id: 'job 4/S22',
      readings: [
        [0.1, 0.2],
        [0.12, 0.21],
        [0.09, 0.25],
      ],
      label: 'S22',
    },
  ]) as [Complex, Complex];
  const product = complexResult(multiply(first, second), { id: 'certificate 9/product', label: 'S11·S22' });
  const opened = complexFrom(open(save(partsOfComplex(product))), 'certificate 9/product');
  assert.deepEqual(complexValue(opened), complexValue(product));
  assert.deepEqual(covarianceOf(opened), covarianceOf(product));
  assert.deepEqual(jointCovariance(opened, second), jointCovariance(product, second));
  assert.equal(opened.imaginary.label, 'Im S11·S22');
  assert.throws(
    () => complexFrom(open(save([product.real])), 'certificate 9/product'),
    /certificate 9\/product: the archive has no complex result/,
  );
});

test('what is no complex quantity, and what has no derivative, is refused by name', () => {
  const refused = (act: () => unknown, place: string, text: RegExp): void =>
    assert.throws(act, (error: unknown) => error instanceof InvalidInput && error.place === place && text.test(error.message));
  refused(() => divide(z0, 0), 'divide', /division by zero/);
  refused(() => log([0, 0]), 'log', /no derivative at 0/);
  refused(() => sqrt(0), 'sqrt', /no derivative at 0/);
  refused(() => pow(0, -1), 'pow', /no derivative at 0/);
  refused(() => pow(z0, 0.5), 'pow', /whole number/);
  refused(() => exp(1e4), 'exp', /not finite/);
  refused(() => add({} as never, 1), 'add', /complex quantity/);
  refused(() => add([1, Number.NaN], 1), 'add[1]', /finite number/);
  refused(
    () =>
      elementaryComplex({
        id: 'x',
        value: [1] as never,
        covariance: [
          [1, 0],
          [0, 1],
        ],
      }),
    'value',
    /real part, imaginary part/,
  );
  refused(
    () =>
      elementaryComplex({
        id: 'x',
        value: [1, 2],
        covariance: [
          [1, 2],
          [2, 1],
        ],
      }),
    'covariance',
    /between -1 and 1|semi-definite/,
  );
  refused(() => complexEnsemble([{ id: 'x', readings: [[1, 2], [1] as never] }]), 'members[0].readings[1]', /real part/);
  refused(() => complexEnsemble([]), 'members', /one quantity or more/);
  assert.deepEqual(covarianceOf(pow(z0, 0)), [
    [0, 0],
    [0, 0],
  ]);
  const [onlyReal] = [elementary({ id: 'r', value: 2, u: 0.1 })];
  assert.deepEqual(
    covarianceOf(multiply(onlyReal!, [0, 1])).map((row) => row.map((one) => Math.round(one * 1e6) / 1e6)),
    [
      [0, 0],
      [0, 0.01],
    ],
  );
});
