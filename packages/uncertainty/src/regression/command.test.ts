import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { regressionCommand, type RegressionAnswer } from './command.ts';

const answerTo = (input: unknown): RegressionAnswer => regressionCommand(input).answer;
const near = (found: number | null | undefined, expected: number, relative = 1e-9): void =>
  assert.ok(typeof found === 'number' && Math.abs(found - expected) <= relative * Math.abs(expected), `${found} is not ${expected}`);
const refused = (input: unknown, place: string, reason: RegExp = /./): void => {
  assert.throws(
    () => regressionCommand(input),
    (error: unknown) => {
      assert.ok(error instanceof InvalidInput, String(error));
      assert.equal(error.place, place);
      assert.match(error.message, reason);
      assert.match(error.text[0], /[\u4e00-\u9fff]/);
      return true;
    },
  );
};

const line = { model: 'polynomial', degree: 1, x: [1, 2, 3, 4, 5, 6], y: [3.3, 5.6, 7.1, 9.3, 10.7, 12.1] };

test('ISO/TS 28037 clause 6: a line from a file, its predictions and the x of a reading', () => {
  const answer = answerTo({ ...line, uy: 0.5, predict: [2.5], inverse: [{ y: 10.5, u: 0.5 }] });
  assert.equal(answer.weighting, 'stated');
  assert.deepEqual(
    answer.parameters.map(({ name }) => name),
    ['b0', 'b1'],
  );
  near(answer.parameters[0]?.value, 1.8666666666666667);
  near(answer.parameters[1]?.u, Math.sqrt(1 / 70));
  near(answer.covariance[0]?.[1], -0.05);
  near(answer.chiSquare, 1.6647619047619076);
  near(answer.residualStandardDeviation, Math.sqrt(1.6647619047619076 / 4));
  near(answer.scaled?.[1]?.u, Math.sqrt(1 / 70) * Math.sqrt(1.6647619047619076 / 4));
  near(answer.chiSquareProbability, 0.7971082685535977);
  assert.equal(answer.dof, 4);
  near(answer.predictions[0]?.y, 1.8666666666666667 + 2.5 * 1.7571428571428571);
  near(answer.inverse[0]?.x, 4.9132791327913345);
  near(answer.inverse[0]?.u, 0.3220355601289103);
});

// The clauses' examples as recalled; both reproduce every printed digit.
test('ISO/TS 28037 clauses 6 and 7: unequal uncertainties, and uncertain x', () => {
  const unequal = answerTo({ ...line, y: [3.2, 4.3, 7.6, 8.6, 11.7, 12.8], uy: [0.5, 0.5, 0.5, 1, 1, 1] });
  assert.deepEqual(
    [...unequal.parameters.flatMap(({ value, u }) => [value, u]), unequal.covariance[0]![1]!, unequal.chiSquare!].map((value) =>
      value.toFixed(3),
    ),
    ['0.885', '0.530', '2.057', '0.178', '-0.082', '4.131'],
  );
  const both = answerTo({
    model: 'polynomial',
    degree: 1,
    x: [1.2, 1.9, 2.9, 4.0, 4.7, 5.9],
    ux: 0.2,
    y: [3.4, 4.4, 7.2, 8.5, 10.8, 13.5],
    uy: [0.2, 0.2, 0.2, 0.4, 0.4, 0.4],
  });
  assert.equal(both.weighting, 'both');
  assert.deepEqual(
    [...both.parameters.flatMap(({ value, u }) => [value, u]), both.covariance[0]![1]!].map((value) => value.toFixed(4)),
    ['0.5788', '0.4764', '2.1597', '0.1355', '-0.0577'],
  );
  assert.equal(both.chiSquare?.toFixed(3), '2.743');
});

test('columns by name are predicted by name', () => {
  const input = {
    model: 'linear',
    x: { t: [1, 2, 3, 4], p: [1, 0, 1, 1] },
    y: ['1.0', '2.1', '2.9', '4.1'],
    predict: { t: [2], p: [0.5] },
  };
  const { predictions, parameters } = answerTo(input);
  assert.deepEqual(predictions[0]?.x, { t: 2, p: 0.5 });
  near(predictions[0]?.y, parameters[0]!.value + 2 * parameters[1]!.value + 0.5 * parameters[2]!.value);
  refused({ ...input, predict: { t: [2] } }, 'predict.p', /each column/);
  refused({ ...input, predict: { t: [2], p: [1, 2] } }, 'predict.p', /differ in length/);
  refused({ ...input, inverse: [{ y: 1, u: 0 }] }, 'inverse', /one column/);
});

test('a transformed y is predicted as transformed and inverted from what was read', () => {
  const x = [0, 1, 2, 3, 4];
  const y = x.map((value) => Number((2 * Math.exp(0.3 * value)).toFixed(4)));
  const answer = answerTo({ model: 'log(y) = a + b*x', start: { a: 0, b: 0 }, x, y, predict: [2], inverse: [{ y: 4, u: 0.04 }] });
  near(answer.predictions[0]?.y, Math.log(2) + 0.6, 1e-4);
  near(answer.inverse[0]?.x, Math.log(2) / 0.3, 1e-4);
  near(answer.inverse[0]?.u, 0.01 / 0.3, 1e-2);
  refused({ model: 'log(y) = a + b*x', start: { a: 0, b: 0 }, x, y, inverse: [{ y: -4, u: 0.04 }] }, 'inverse[0].y', /left side/);
});

test('weights of 1/u² give the parameters of stated uncertainties and their scaled u', () => {
  const uy = [0.5, 0.4, 0.3, 0.6, 0.5, 0.2];
  const stated = answerTo({ ...line, uy });
  const weighted = answerTo({ ...line, weights: uy.map((u) => 1 / (u * u)) });
  weighted.parameters.forEach(({ value, u }, j) => {
    near(value, stated.parameters[j]!.value, 1e-12);
    near(u, stated.scaled![j]!.u, 1e-12);
  });
  near(weighted.residualStandardDeviation, stated.residualStandardDeviation!, 1e-12);
});

test('ISO/TS 28037 clause 9: an effect that all readings share moves the intercept alone', () => {
  const diagonal = (extra: number): number[][] => line.x.map((_, i) => line.x.map((_other, j) => (i === j ? 0.25 : 0) + extra));
  const alone = answerTo({ ...line, uy: 0.5, predict: [2] });
  const same = answerTo({ ...line, covarianceY: diagonal(0), predict: [2] });
  const shared = answerTo({ ...line, covarianceY: diagonal(0.09), predict: [2] });
  for (const [j, { value, u }] of alone.parameters.entries()) {
    near(same.parameters[j]?.value, value, 1e-13);
    near(same.parameters[j]?.u, u, 1e-13);
    near(shared.parameters[j]?.value, value, 1e-12);
  }
  near(same.chiSquare, alone.chiSquare!, 1e-13);
  near(shared.chiSquare, alone.chiSquare!, 1e-12);
  near(shared.parameters[0]?.u, Math.sqrt(alone.covariance[0]![0]! + 0.09), 1e-12);
  near(shared.parameters[1]?.u, alone.parameters[1]!.u, 1e-12);
  near(shared.predictions[0]?.u, Math.sqrt(alone.predictions[0]!.u ** 2 + 0.09), 1e-12);
  const curve = { model: 'a*exp(b*x)', start: { a: 1, b: 0.1 }, x: line.x, y: line.y };
  const [stated, full] = [answerTo({ ...curve, uy: 0.5 }), answerTo({ ...curve, covarianceY: diagonal(0) })];
  stated.parameters.forEach(({ value, u }, j) => {
    near(full.parameters[j]?.value, value, 1e-12);
    near(full.parameters[j]?.u, u, 1e-12);
  });
  refused({ ...line, covarianceY: [[1]] }, 'covarianceY', /6 values/);
  refused(
    { ...line, covarianceY: diagonal(0.3).map((row, i) => row.map((value, j) => (i === j ? value : 2 * value))) },
    'covarianceY',
    /semi-definite/,
  );
  refused({ ...line, covarianceY: line.x.map(() => line.x.map(() => 1)) }, 'covarianceY', /singular/);
  refused({ ...line, covarianceY: diagonal(0), uy: 1 }, 'covarianceY', /no ux, uy/);
});

test('both languages show parameters, predictions and a warning where the scatter is too large', () => {
  const { text } = regressionCommand({ ...line, uy: 0.1, predict: [2], inverse: [{ y: 20, u: 0.1 }] });
  assert.match(text[0], /参数[\s\S]*b1[\s\S]*自由度 ν = 4[\s\S]*数据的分散大于所给的不确定度[\s\S]*外推/);
  assert.match(text[1], /parameter[\s\S]*b1[\s\S]*degrees of freedom ν = 4[\s\S]*scatter more[\s\S]*extrapolated/);
});

test('a file that cannot be used is refused at its place', () => {
  refused([], '');
  refused(null, '');
  refused({ ...line, model: undefined }, 'model');
  refused({ ...line, model: 7 }, 'model');
  refused({ ...line, degree: 1.5 }, 'degree');
  refused({ ...line, degree: 21 }, 'degree');
  refused({ ...line, intercept: 'no' }, 'intercept');
  refused({ ...line, x: undefined }, 'x', /missing/);
  refused({ ...line, y: undefined }, 'y', /missing/);
  refused({ ...line, y: [] }, 'y');
  refused({ ...line, y: '1,2' }, 'y');
  refused({ ...line, y: [...line.y.slice(0, 5), null] }, 'y[5]');
  refused({ ...line, y: [...line.y.slice(0, 5), 'NaN'] }, 'y[5]');
  refused({ ...line, y: [...line.y.slice(0, 5), 1e200] }, 'y[5]');
  refused({ ...line, x: line.x.slice(1) }, 'x', /6 values/);
  refused({ ...line, x: { a: line.x, b: line.x } }, 'x', /one column/);
  refused({ ...line, x: {} }, 'x');
  refused({ ...line, uy: 0 }, 'uy');
  refused({ ...line, uy: [1, 1, 1] }, 'uy', /6 values/);
  refused({ ...line, uy: [1, 1, -1, 1, 1, 1] }, 'uy[2]');
  refused({ ...line, ux: 0, uy: 0 }, 'ux[0]', /both 0/);
  refused({ ...line, ux: 0.1, uy: 0.1, cxy: 0.02 }, 'cxy[0]', /ux·uy/);
  refused({ ...line, uy: 0.1, cxy: 0.02 }, 'cxy[0]');
  refused({ ...line, uy: 0.1, weights: 1 }, 'weights', /not both/);
  refused({ ...line, weights: [0, 0, 0, 0, 1, 1] }, 'y', /at least 3 points/);
  refused({ ...line, u_y: 0.1 }, 'u_y', /did you mean "uy"/);
  refused({ ...line, weight: 1 }, 'weight', /did you mean "weights"/);
  refused({ ...line, predict: ['a'] }, 'predict[0]');
  refused({ ...line, inverse: [3] }, 'inverse[0]');
  refused({ ...line, inverse: [{ y: 3 }] }, 'inverse[0].u', /not 0/);
  refused({ ...line, model: 'a*x', start: undefined }, 'start', /start value/);
  refused({ ...line, model: 'a*x', start: {} }, 'start', /at least one parameter/);
  refused({ ...line, model: 'a*x', start: { a: null } }, 'start.a');
  refused({ ...line, model: 'a*x', start: { 'a b': 1 } }, 'start.a b', /name/);
  refused({ ...line, model: '('.repeat(5000), start: { a: 1 } }, 'model, column 201');
  refused(
    { ...line, model: 'polynomial', y: Array.from({ length: 200_000 }, () => 1), x: Array.from({ length: 200_000 }, () => 1) },
    'y',
    /too many/,
  );
});

test('whatever stands in the lists, the answer is finite or a refusal', () => {
  const number = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 1e-300, 1e139, -1e139, '0.1', '1e-5', 'x', null),
  );
  const input = fc.record(
    {
      model: fc.constantFrom('polynomial', 'linear', 'a*exp(b*x)', 'a + b*x', 'a/(b+x)', 'a*x^b'),
      degree: fc.integer({ min: 0, max: 4 }),
      start: fc.constantFrom({ a: 1, b: 1 }, { a: 0, b: 0 }, { a: 1e9, b: -1e9 }),
      x: fc.array(number, { minLength: 4, maxLength: 6 }),
      y: fc.array(number, { minLength: 4, maxLength: 6 }),
      ux: fc.constantFrom(0.1, 1e-9, 1e9),
      uy: fc.constantFrom(0.1, 1e-9, 1e9),
      predict: fc.array(number, { maxLength: 2 }),
    },
    { requiredKeys: ['model', 'start', 'x', 'y'] },
  );
  const isFinite = (value: unknown): boolean =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value !== 'object' || value === null || Object.values(value).every(isFinite);
  fc.assert(
    fc.property(input, (given) => {
      try {
        assert.ok(isFinite(answerTo(given)), JSON.stringify(given));
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
      }
    }),
    { numRuns: 500, seed: 1 },
  );
});
