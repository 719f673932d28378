import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { predictionWithDof } from './curve.ts';
import { fitFormulaBoth, fitPolynomialBoth } from './errors-in-variables.ts';
import { readFormulaModel } from './formula-model.ts';
import { predictInverse } from './inverse.ts';
import { fitPolynomial } from './linear.ts';
import { fitNonlinear } from './nonlinear.ts';

type Vector = {
  id: string;
  data: Record<string, number[]> & { y0: number; u_y0: number };
  expected: { published: Record<string, number>; computed: Record<string, number> & { cov: number[][] } };
};
const vectors = (JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/regression_dof.json'), 'utf8')) as { vectors: Vector[] })
  .vectors;
const vector = (id: string): Vector => vectors.find((one) => one.id === id)!;

const agree = (found: number | null, expected: number, relative: number, what: string): void => {
  assert.ok(found !== null && Math.abs(found - expected) <= relative * Math.abs(expected), `${what}: ${found} is not ${expected}`);
};
const refused = (work: () => unknown, place: RegExp, reason: RegExp): void => {
  assert.throws(work, (error: unknown) => {
    assert.ok(error instanceof InvalidInput, String(error));
    assert.match(error.place, place);
    assert.match(error.message, reason);
    return true;
  });
};

const pearson = (): { x: number[]; y: number[]; ux: number[]; uy: number[] } => {
  const { x = [], y = [], wx = [], wy = [] } = vector('pearson-york').data;
  return { x, y, ux: wx.map((w) => 1 / Math.sqrt(w)), uy: wy.map((w) => 1 / Math.sqrt(w)) };
};

// York's equations iterated with 40 digits; the vector's own `computed` values stop at its optimizer's tolerance, 2 parts in 10⁹.
const york = { a: 5.479910224032865, b: -0.480533407446202, chiSquare: 11.86635319406144 };

test("Pearson's data with York's weights: line, covariance and χ²", () => {
  const { computed, published } = vector('pearson-york').expected;
  for (const curve of [
    fitPolynomialBoth(pearson(), 1),
    fitFormulaBoth(pearson(), readFormulaModel('a + b*x', ['a', 'b'], ['x']), [0, 0]),
  ]) {
    agree(curve.parameters[0]!, york.a, 1e-13, 'a');
    agree(curve.parameters[1]!, york.b, 1e-13, 'b');
    agree(curve.chiSquare, york.chiSquare, 1e-13, 'χ²');
    agree(curve.parameters[0]!, computed['a']!, 1e-9, 'a');
    agree(curve.parameters[1]!, computed['b']!, 2e-9, 'b');
    assert.equal(curve.parameters[0]!.toFixed(8), published['a']!.toFixed(8));
    assert.equal(curve.parameters[1]!.toFixed(9), published['b']!.toFixed(9));
    agree(curve.chiSquare! / curve.dof, published['chi2_reduced']!, 1e-4 / 2, 'reduced χ²');
    computed.cov.forEach((row, i) => row.forEach((value, j) => agree(curve.covariance[i]![j]!, value, 1e-7, `cov ${i} ${j}`)));
  }
});

test('exchanging x and y gives the same line, read the other way', () => {
  const points = pearson();
  const [a, b] = fitPolynomialBoth(points, 1).parameters as [number, number];
  const [c, d] = fitPolynomialBoth({ x: points.y, y: points.x, ux: points.uy, uy: points.ux }, 1).parameters as [number, number];
  agree(d, 1 / b, 1e-11, 'slope');
  agree(c, -a / b, 1e-11, 'intercept');
});

test('correlated errors: the line does not depend on how the plane is turned', () => {
  // y' = y + x turns errors (ux, uy) into (ux, √(ux² + uy²)) with covariance ux².
  const { x, y, ux, uy } = pearson();
  const plain = fitPolynomialBoth({ x, y, ux, uy }, 1);
  const turned = fitPolynomialBoth(
    { x, y: y.map((value, i) => value + x[i]!), ux, uy: uy.map((u, i) => Math.sqrt(u * u + ux[i]! ** 2)), cxy: ux.map((u) => u * u) },
    1,
  );
  agree(turned.parameters[0]!, plain.parameters[0]!, 1e-9, 'a');
  agree(turned.parameters[1]!, plain.parameters[1]! + 1, 1e-9, 'b');
  agree(turned.chiSquare, plain.chiSquare!, 1e-9, 'χ²');
  agree(turned.covariance[0]![1]!, plain.covariance[0]![1]!, 1e-8, 'covariance');
});

test('without errors in x it is the weighted fit, and with equal ones of a line through scaled axes the orthogonal one', () => {
  const line = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 4,
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      line.filter((list) => new Set(list.map(([x]) => x)).size > 2),
      (list) => {
        const x = list.map(([value]) => value / 10);
        const y = list.map(([value, noise]) => value / 5 + noise / 20);
        const uy = list.map(([, , u]) => u / 10);
        const both = fitPolynomialBoth({ x, y, ux: x.map(() => 0), uy }, 1);
        const weightedFit = fitPolynomial({ x, y, degree: 1, weighting: { kind: 'stated', u: uy } });
        both.parameters.forEach((value, j) => assert.ok(Math.abs(value - weightedFit.parameters[j]!) < 1e-10));
      },
    ),
    { numRuns: 40 },
  );
  // The principal axis of the cloud is the orthogonal regression line.
  const [x, y] = [
    [0, 1, 2, 3, 4, 5],
    [0.2, 0.8, 2.3, 2.9, 3.7, 5.4],
  ];
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + (value - mean(a)) * (b[i]! - mean(b)), 0);
  const difference = spread(y, y) - spread(x, x);
  const slope = (difference + Math.sqrt(difference ** 2 + 4 * spread(x, y) ** 2)) / (2 * spread(x, y));
  const u = x.map(() => 0.2);
  agree(fitPolynomialBoth({ x, y, ux: u, uy: u }, 1).parameters[1]!, slope, 1e-10, 'slope');
});

test('curved models: points on the curve are met, and the feet of the others stand upright on it', () => {
  const x = [0.5, 1, 1.5, 2, 2.5, 3];
  const clean = fitPolynomialBoth({ x, y: x.map((value) => 1 + value * value), ux: x.map(() => 0.1), uy: x.map(() => 0.1) }, 2);
  clean.parameters.forEach((value, j) => assert.ok(Math.abs(value - [1, 0, 1][j]!) < 1e-9, `${value}`));
  const points = { x, y: [1.3, 1.9, 3.4, 4.8, 7.5, 9.9], ux: x.map(() => 0.1), uy: x.map(() => 0.2) };
  const fit = fitFormulaBoth(points, readFormulaModel('a + b*x^2', ['a', 'b'], ['x']), [1, 1]);
  fit.residuals.forEach((residual, i) => {
    const foot = x[i]! - fit.xResiduals[i]!;
    const slope = 2 * fit.parameters[1]! * foot;
    assert.ok(Math.abs(fit.xResiduals[i]! / 0.01 + (slope * residual) / 0.04) < 1e-9);
  });
  assert.equal(fit.dof, 4);
});

test('ISO/TS 28037: the x of a response follows from the line with its uncertainty', () => {
  const { data, expected } = vector('iso28037-wls1');
  const curve = fitPolynomial({ x: data['x']!, y: data['y']!, degree: 1, weighting: { kind: 'stated', u: data['u_y']! } });
  const { x, u, isExtrapolated } = predictInverse(curve, { y: data.y0, u: data.u_y0 }, [1, 6], true);
  agree(x, expected.computed['x0']!, 1e-9, 'x0');
  agree(u, expected.computed['u_x0']!, 1e-9, 'u(x0)');
  assert.ok(!isExtrapolated);
  assert.ok(predictInverse(curve, { y: 20, u: 0.5 }, [1, 6], true).isExtrapolated);
});

test('an x that is not the only one is refused; so is one that does not exist', () => {
  const x = [0, 1, 2, 3, 4];
  const parabola = fitPolynomial({ x, y: [4.01, 1, 0, 1.01, 4], degree: 2 });
  refused(() => predictInverse(parabola, { y: 1, u: 0.1 }, [0, 4], false, 'inverse[0]'), /^inverse\[0\]\.y$/, /not unique/);
  refused(() => predictInverse(parabola, { y: -1, u: 0.1 }, [0, 4], false), /inverse\.y/, /no x in or near/);
  refused(() => predictInverse(parabola, { y: 100, u: 0.1 }, [0, 4], false), /inverse\.y/, /no x in or near/);
  agree(predictInverse(parabola, { y: 1, u: 0.1 }, [2, 4], false).x, 3, 1e-2, 'x');
  const level = fitPolynomial({ x: [-1, 0, 1], y: [1, 2, 1], degree: 1 });
  refused(() => predictInverse(level, { y: 2, u: 0.1 }, [-1, 1], true), /inverse\.y/, /level/);
  const model = readFormulaModel('a*exp(b*x)', ['a', 'b'], ['x']);
  const growth = fitNonlinear({ model, columns: [x], y: [1, 2.7, 7.5, 20, 54.8], start: [1, 1] });
  const back = predictInverse(growth, { y: growth.at([2.5]).y, u: 0.1 }, [0, 4], false);
  agree(back.x, 2.5, 1e-12, 'x');
  assert.ok(predictInverse(growth, { y: growth.at([4.2]).y, u: 0.1 }, [0, 4], false).isExtrapolated);
});

test('Willink 2008: degrees of freedom of a prediction from those of the points', () => {
  const curve = fitPolynomial({ x: [-1, 0, 1], y: [1, 2, 3.1], degree: 1 });
  const { u, dof } = predictionWithDof(curve, [2 / 3], [0.1, 0.1, 0.1], [2, 2, 2]);
  agree(u * u, (5 * 0.01) / 9, 1e-12, 'u²');
  agree(dof, 50 / 17, 1e-12, 'dof');
  assert.equal(predictionWithDof(curve, [0], [0.1, 0.1, 0.1], [Infinity, Infinity, Infinity]).dof, Infinity);
});

test('the influences of the points add to 1: what is added to every reading is added to the curve', () => {
  const x = [1, 2, 3, 4, 5];
  const y = [1, 2.1, 2.9, 4.2, 5];
  const covariance = x.map((_, i) => x.map((_other, j) => (i === j ? 1 + i / 5 : 0.3)));
  for (const weighting of [
    { kind: 'none' },
    { kind: 'weights', weights: [1, 2, 3, 0, 1] },
    { kind: 'stated', u: [1, 2, 3, 4, 5] },
    { kind: 'covariance', covariance },
  ] as const) {
    const influence = fitPolynomial({ x, y, degree: 2, weighting }).influence([2.7]);
    agree(
      influence.reduce((sum, part) => sum + part, 0),
      1,
      1e-12,
      weighting.kind,
    );
    const predicted = influence.reduce((sum, part, i) => sum + part * y[i]!, 0);
    agree(predicted, fitPolynomial({ x, y, degree: 2, weighting }).at([2.7]).y, 1e-12, 'y');
  }
});

test('impossible uncertainties of both variables are refused', () => {
  const points = { x: [1, 2, 3, 4], y: [1, 2, 3.1, 4], ux: [0.1, 0.1, 0.1, 0.1], uy: [0.1, 0.1, 0.1, 0.1] };
  refused(() => fitFormulaBoth(points, readFormulaModel('log(y) = a*x', ['a'], ['x']), [1]), /model/, /left side/);
  refused(() => fitPolynomialBoth({ ...points, x: [1, 1, 1, 1] }, 1), /x/, /parameter b1/);
});
