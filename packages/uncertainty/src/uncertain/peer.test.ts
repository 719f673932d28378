import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as analytic from '../complex/arithmetic.ts';
import { complexEnsemble, complexValue, covarianceOf, elementaryComplex, type Complex } from '../complex/complex.ts';
import { toPolar } from '../complex/polar.ts';
import { complexDof } from '../complex/region.ts';
import { add, cos, divide, multiply, sin, subtract } from './arithmetic.ts';
import { budget } from './budget.ts';
import { correlation } from './covariance.ts';
import { elementary, ensemble, typeA } from './elementary.ts';
import { result } from './result.ts';
import type { Uncertain } from './uncertain.ts';

/* What another program of this kind, GTC 1.5.1, answers for the same readings. */

type Pairs = readonly (readonly [number, number])[];
type ComplexVector = {
  readonly kind: 'complex';
  readonly id: string;
  readonly data: {
    readonly a: Pairs;
    readonly b: Pairs;
    readonly c: Pairs;
    readonly d: Omit<Parameters<typeof elementaryComplex>[0], 'id'>;
  };
  readonly expected: Readonly<Record<'value' | 'magnitude' | 'phase', number[]>> & {
    readonly covariance: number[][];
    readonly dof: number;
    readonly realDof: number;
  };
};
type RealVector = {
  readonly kind: 'real';
  readonly id: string;
  readonly data: Readonly<Record<'x' | 'y' | 'z' | 'f', number[]>> & {
    readonly g: { readonly value: number; readonly u: number; readonly dof: number | null };
  };
  readonly expected: Readonly<Record<'value' | 'u' | 'dof' | 'contributionOfS' | 'contributionOfW' | 'correlationWithS', number>>;
};
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/gtc.json'), 'utf8')) as {
  vectors: (ComplexVector | RealVector)[];
};
const near = (found: number | undefined, wanted: number | undefined, what: string): void =>
  assert.ok(
    found !== undefined && wanted !== undefined && Math.abs(found - wanted) <= 1e-12 * Math.abs(wanted),
    `${what} ${found}, wanted ${wanted}`,
  );

function compareComplex({ data, expected, id }: ComplexVector): void {
  const [a, b] = complexEnsemble([
    { id: 'a', readings: data.a },
    { id: 'b', readings: data.b },
  ]) as [Complex, Complex];
  const [c] = complexEnsemble([{ id: 'c', readings: data.c }]) as [Complex];
  const d = elementaryComplex({ id: 'd', ...data.d });
  const products = analytic.add(analytic.multiply(a, b), analytic.divide(c, d));
  const z = analytic.add(analytic.subtract(products, analytic.exp(c)), analytic.multiply(analytic.sqrt(d), analytic.log(a)));
  complexValue(z).forEach((part, index) => near(part, expected.value[index], id));
  covarianceOf(z).forEach((row, i) => row.forEach((entry, j) => near(entry, expected.covariance[i]?.[j], `${id} covariance`)));
  near(complexDof(z), expected.dof, `${id} dof`);
  near(z.real.dof, expected.realDof, `${id} dof of the real part`);
  const { magnitude, phase } = toPolar(z);
  [magnitude.value, magnitude.u, magnitude.dof].forEach((one, index) => near(one, expected.magnitude[index], `${id} magnitude`));
  [phase.value, phase.u, phase.dof].forEach((one, index) => near(one, expected.phase[index], `${id} phase`));
}

function compareReal({ data, expected, id }: RealVector): void {
  const [x, y, z] = ensemble((['x', 'y', 'z'] as const).map((name) => ({ id: name, readings: data[name] }))) as [
    Uncertain,
    Uncertain,
    Uncertain,
  ];
  const [f, g] = [typeA({ id: 'f', readings: data.f }), elementary({ id: 'g', ...data.g })];
  const s = result(add(multiply(x, f), g), { id: 's' });
  const w = result(divide(s, y), { id: 'w' });
  const found = subtract(add(multiply(s, w), multiply(sin(z), g)), cos(f));
  near(found.value, expected.value, id);
  near(found.u, expected.u, `${id} u`);
  near(found.dof, expected.dof, `${id} dof`);
  near(correlation(found, s), expected.correlationWithS, `${id} correlation`);
  const contribution = (name: string): number | undefined =>
    budget(found, { by: 'results' }).find((line) => line.id === name)?.contribution;
  near(contribution('s'), expected.contributionOfS, `${id} through s`);
  near(contribution('w'), expected.contributionOfW, `${id} through w`);
}

for (const vector of vectors)
  test(`GTC agrees: ${vector.id}`, () => {
    if (vector.kind === 'complex') compareComplex(vector);
    else compareReal(vector);
  });
