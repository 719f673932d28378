import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluateFile, evaluateGum } from '../evaluate.ts';
import { functions } from '../expression/operation.ts';
import { readModel } from '../model/model.ts';
import { loadEngine } from '../monte-carlo/engine.ts';
import { crewOfOne } from '../monte-carlo/run.ts';
import { Propagator } from './propagator.ts';

const near = (found: number, wanted: number, relative: number, what = ''): void =>
  assert.ok(found === wanted || Math.abs(found - wanted) <= relative * Math.max(1, Math.abs(wanted)), `${what} ${found}, wanted ${wanted}`);

const input = fc.record({
  mean: fc.double({ min: 0.5, max: 3, noNaN: true }),
  u: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
  dof: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
});
const inputs = fc.array(input, { minLength: 2, maxLength: 6 });
const fileOf = (list: readonly { mean: number; u: number; dof: number | null }[], order: readonly number[], r: number): object => ({
  outputs: { y: list.map((_, index) => (index % 2 === 0 ? `x${index}` : `sqrt(x${index})`)).join('*') },
  inputs: Object.fromEntries(order.map((index) => [`x${index}`, { distribution: 'normal', ...list[index] }])),
  correlations: r === 0 ? [] : [{ between: ['x0', 'x1'], r }],
});
const shuffles = inputs.chain((list) =>
  fc.record({
    list: fc.constant(list),
    order: fc.shuffledSubarray(
      list.map((_, index) => index),
      { minLength: list.length },
    ),
    r: fc.constantFrom(0, 0.7, -0.4),
  }),
);

test('the shares of a budget sum to 1, and the squares of independent contributions to u²', () => {
  fc.assert(
    fc.property(shuffles, ({ list, order, r }) => {
      const { gum } = evaluateGum(readModel(fileOf(list, order, r))).outputs['y']!;
      near(
        gum.budget.reduce((sum, { share }) => sum + share, 0),
        1,
        1e-12,
      );
      if (r === 0) near(gum.budget.reduce((sum, { contribution }) => sum + contribution ** 2, 0) / gum.u ** 2, 1, 1e-12);
      assert.ok(gum.dof === null || gum.dof >= Math.min(...list.map(({ dof }) => dof ?? Infinity)) - 1e-9);
    }),
  );
});

test('the order in which inputs stand changes nothing but the order of the budget', () => {
  fc.assert(
    fc.property(shuffles, ({ list, order, r }) => {
      const straight = evaluateGum(
        readModel(
          fileOf(
            list,
            list.map((_, index) => index),
            r,
          ),
        ),
      ).outputs['y']!.gum;
      const mixed = evaluateGum(readModel(fileOf(list, order, r))).outputs['y']!.gum;
      assert.equal(mixed.value, straight.value);
      near(mixed.u, straight.u, 1e-14);
      near(mixed.k, straight.k, 1e-12);
      for (const line of straight.budget)
        near(mixed.budget.find(({ input: name }) => name === line.input)!.contribution, line.contribution, 1e-14);
    }),
  );
});

test('sensitivities are those of a central difference', () => {
  fc.assert(
    fc.property(inputs, (list) => {
      const order = list.map((_, index) => index);
      const { gum } = evaluateGum(readModel(fileOf(list, order, 0))).outputs['y']!;
      order.forEach((position) => {
        const h = 1e-5;
        const at = (shift: number): number =>
          evaluateGum(
            readModel(
              fileOf(
                list.map((one, index) => (index === position ? { ...one, mean: one.mean + shift } : one)),
                order,
                0,
              ),
            ),
          ).outputs['y']!.gum.value;
        near(gum.budget[position]!.sensitivity, (at(h) - at(-h)) / (2 * h), 1e-6);
      });
    }),
    { numRuns: 20 },
  );
});

test('degrees of freedom of correlated inputs name their rule', () => {
  const of = (correlations: object[], dof: number | null): string =>
    evaluateGum(
      readModel({
        outputs: { y: 'a+b' },
        inputs: { a: { distribution: 'normal', mean: 1, u: 1, dof }, b: { distribution: 'normal', mean: 1, u: 1, dof: 9 } },
        correlations,
      }),
    ).outputs['y']!.dofRule;
  assert.equal(of([], 4), 'welch-satterthwaite');
  assert.equal(of([{ between: ['a', 'b'], r: 0.5 }], 4), 'welch-satterthwaite-least-of-correlated');
  const one = readModel({
    outputs: { y: '2*a' },
    inputs: { a: { distribution: 'normal', mean: 1, u: 1, dof: 10 }, b: { distribution: 'normal', mean: 1, u: 1, dof: 2 } },
    correlations: [{ between: ['a', 'b'], r: 0.5 }],
  });
  near(evaluateGum(one).outputs['y']!.gum.dof!, 10, 1e-12, 'what does not contribute has no say');
});

test('an only component keeps its whole degrees of freedom', () => {
  for (let n = 2; n < 60; n++) {
    const readings = Array.from({ length: n }, (_, index) => 10 + Math.sin(index) / 7);
    const { gum } = evaluateGum(readModel({ outputs: { y: '3*x' }, inputs: { x: { distribution: 'readings', readings } } })).outputs['y']!;
    assert.equal(gum.dof, n - 1);
  }
});

test('a value that is exactly known carries no uncertainty, wherever it stands', () => {
  const { gum } = evaluateGum(
    readModel({
      outputs: { y: 'sqrt(z) + x' },
      inputs: { z: { distribution: 'constant', value: 0 }, x: { distribution: 'normal', mean: 1, u: 2 } },
    }),
  ).outputs['y']!;
  assert.deepEqual([gum.value, gum.u], [1, 2]);
  assert.throws(
    () => evaluateGum(readModel({ outputs: { y: 'sqrt(z)' }, inputs: { z: { distribution: 'normal', mean: 0, u: 1 } } })),
    /derivative with respect to "z" is not finite at the estimate/,
  );
});

test('very large, very small and very many contributions are combined like others', () => {
  const gumOf = (file: object) => evaluateGum(readModel(file)).outputs['y']!.gum;
  for (const size of [1e200, 1e-200, 1]) {
    const n = { distribution: 'normal', mean: size, u: size, dof: 7 };
    const { u, dof, budget } = gumOf({ outputs: { y: '3*a + 4*b' }, inputs: { a: n, b: n } });
    near(u / size, 5, 1e-14);
    near(budget[0]!.share, 0.36, 1e-14);
    near(dof!, 7 / (0.36 ** 2 + 0.64 ** 2), 1e-12);
  }
  assert.throws(() => gumOf({ outputs: { y: 'a*1e200' }, inputs: { a: { distribution: 'normal', mean: 1, u: 1e200 } } }), /outputs\.y/);
  assert.deepEqual(gumOf({ outputs: { y: '2*3' }, inputs: {} }).value, 6);
  const terms = Array.from({ length: 4900 }, () => 'a*1').join('+');
  const { value, u } = gumOf({ outputs: { y: terms }, inputs: { a: { distribution: 'normal', mean: 1, u: 1, unit: 'm' } } });
  assert.deepEqual([value, u], [4900, 4900]);
});

test('quantities that cancel leave no uncertainty', () => {
  const a = { distribution: 'normal', mean: 1, u: 0.1 };
  const { gum } = evaluateGum(readModel({ outputs: { y: 'a - b' }, inputs: { a, b: a }, correlations: [{ between: ['a', 'b'], r: 1 }] }))
    .outputs['y']!;
  assert.deepEqual([gum.u, gum.dof, gum.U], [0, null, 0]);
});

test('a prepared model follows its inputs', () => {
  const model = readModel({
    outputs: { y: 'a*b' },
    inputs: { a: { distribution: 'normal', mean: 2, u: 0.1 }, b: { distribution: 'normal', mean: 3, u: 0.2, dof: 5 } },
  });
  const propagator = new Propagator(model);
  propagator.run();
  const before = propagator.u[0];
  propagator.inputs.value[0] = 4;
  propagator.run();
  assert.equal(propagator.value[0], 12);
  near(propagator.u[0]!, Math.hypot(0.3, 0.8), 1e-15);
  propagator.inputs.value[0] = 2;
  propagator.run();
  assert.equal(propagator.u[0], before);
});

test('a compiled model answers values and sensitivities as the tape does, also when the memory of its engine has moved', async () => {
  const engine = await loadEngine();
  const calls = Object.entries(functions).map(([name, { arguments: count }]) => (count === 1 ? `${name}(x)` : `${name}(x, y)`));
  const outputs = Object.fromEntries(calls.map((call, index) => [`f${index}`, `y*${call.replace('acosh(x)', 'acosh(1 + x)')} - x/z`]));
  const normal = (mean: number): object => ({ distribution: 'normal', mean, u: 0.01, dof: 5 });
  const model = readModel({
    outputs: { ...outputs, same: 'z', one: '7', power: 'x^y' },
    inputs: { x: normal(0.6), y: normal(0.4), z: normal(2) },
  });
  const [plain, compiled] = [new Propagator(model), new Propagator(model)];
  assert.equal(await compiled.compile(engine), true);
  for (const shift of [0, 0.05, 0.1]) {
    for (const each of [plain, compiled]) {
      each.inputs.value[0] = 0.6 + shift;
      each.run();
    }
    for (const field of ['value', 'sensitivity', 'u', 'dof', 'k', 'share'] as const)
      compiled[field].forEach((found, index) => near(found, plain[field][index]!, 1e-12, `${field} ${index}`));
    // A run of many trials makes the memory grow.
    if (shift === 0)
      await evaluateFile({ outputs: { y: 'x' }, inputs: { x: normal(1) }, monteCarlo: { trials: 9_000_000 } }, crewOfOne(engine));
  }
});

test('what cannot be compiled is evaluated as before', async () => {
  const implicit = readModel({
    outputs: { y: { solve: 'y^2 = x', for: 'y', start: 1 } },
    inputs: { x: { distribution: 'normal', mean: 4, u: 0.4 } },
  });
  const propagator = new Propagator(implicit);
  assert.equal(await propagator.compile(await loadEngine()), false);
  propagator.run();
  near(propagator.u[0]!, 0.1, 1e-14);
  const twin = new Propagator(readModel({ outputs: { y: '2*x' }, inputs: { x: { distribution: 'normal', mean: 4, u: 0.4 } } }));
  assert.equal(await twin.compile(await loadEngine('javascript')), false);
});
