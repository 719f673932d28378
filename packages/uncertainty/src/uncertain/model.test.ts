import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { open } from '../archive/open.ts';
import { save } from '../archive/save.ts';
import { propagate } from '../gum/propagate.ts';
import { readModel } from '../model/model.ts';
import { add, multiply, subtract } from './arithmetic.ts';
import { budget } from './budget.ts';
import { correlation, covarianceMatrix } from './covariance.ts';
import { elementary, ensemble } from './elementary.ts';
import { fromModel, modelInputs } from './model.ts';
import { result } from './result.ts';
import type { Uncertain } from './uncertain.ts';

const near = (found: number, wanted: number, relative = 1e-12, what = ''): void =>
  assert.ok(found === wanted || Math.abs(found - wanted) <= relative * Math.abs(wanted) + 1e-300, `${what} ${found}, wanted ${wanted}`);
const refused = (act: () => unknown, place: string, text: RegExp): void => {
  assert.throws(act, (error: unknown) => error instanceof InvalidInput && error.place === place && text.test(error.message));
};

const gauge = {
  title: 'JCGM 100 H.1',
  outputs: { l: 'ls + d0 + d1 + d2 - ls*(dal*(thbar + Delta) + als*dth)' },
  inputs: {
    ls: { distribution: 'normal', mean: 50000623, u: 25, dof: 18, unit: 'nm' },
    d0: { distribution: 'normal', mean: 215, u: 5.8, dof: 24, unit: 'nm' },
    d1: { distribution: 'normal', mean: 0, u: 3.9, dof: 5, unit: 'nm' },
    d2: { distribution: 'normal', mean: 0, u: 6.7, dof: 8, unit: 'nm' },
    als: { distribution: 'rectangular', mean: 11.5e-6, halfWidth: 2e-6, unit: '1/K' },
    thbar: { distribution: 'normal', mean: -0.1, u: 0.2, unit: 'K' },
    Delta: { distribution: 'arcsine', mean: 0, halfWidth: 0.5, unit: 'K' },
    dal: { distribution: 'rectangular', mean: 0, halfWidth: 1e-6, dof: 50, unit: '1/K' },
    dth: { distribution: 'rectangular', mean: 0, halfWidth: 0.05, dof: 2, unit: 'K' },
  },
};
const idsOf = (file: { inputs: object }, prefix: string): Record<string, string> =>
  Object.fromEntries(Object.keys(file.inputs).map((name) => [name, `${prefix}/${name}`]));

test('JCGM 100 H.1: ordinary code, the model file and quantities from the model file agree', () => {
  const [model] = propagate(readModel(gauge)).outputs;
  const fromFile = fromModel(gauge, idsOf(gauge, 'H.1'))['l']!;
  const of = (name: keyof typeof gauge.inputs): Uncertain => {
    const { value, u, dof } = readModel(gauge).inputs[Object.keys(gauge.inputs).indexOf(name)]!;
    return elementary({ id: `H.1/${name}`, value, u, dof, unit: gauge.inputs[name].unit });
  };
  const [ls, theta] = [of('ls'), add(of('thbar'), of('Delta'))];
  const written = subtract(
    add(add(add(ls, of('d0')), of('d1')), of('d2')),
    multiply(ls, add(multiply(of('dal'), theta), multiply(of('als'), of('dth')))),
  );
  for (const quantity of [fromFile, written]) {
    near(quantity.value, model!.value);
    near(quantity.u, model!.u);
    near(quantity.dof, model!.dof);
    assert.equal(quantity.dofRule, model!.dofRule);
    for (const { id, sensitivity, contribution, share } of budget(quantity)) {
      const line = model!.budget.find(({ input }) => id === `H.1/${input}`)!;
      for (const [found, wanted] of [
        [sensitivity, line.sensitivity],
        [contribution, line.contribution],
        [share, line.share],
      ] as const)
        near(found, wanted, 1e-11, id);
    }
  }
  near(correlation(fromFile, written), 1);
});

test('JCGM 100 H.2: a model with simultaneous readings gives what the readings give as an ensemble', () => {
  const { data } = (
    JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/jcgm100.json'), 'utf8')) as {
      vectors: { id: string; data: Record<string, number[]> }[];
    }
  ).vectors.find(({ id }) => id === 'jcgm100-H2')!;
  const names = ['V', 'I', 'phi'];
  const file = {
    outputs: { R: 'V/I*cos(phi)', X: 'V/I*sin(phi)', Z: 'V/I' },
    inputs: Object.fromEntries(names.map((name) => [name, { distribution: 'readings', readings: data[name] }])),
    simultaneous: [names],
  };
  const { R, X, Z } = fromModel(file, idsOf(file, 'H.2'));
  const gum = propagate(readModel(file));
  covarianceMatrix([R!, X!, Z!]).forEach((row, i) => row.forEach((entry, j) => near(entry, gum.covariance[i]![j]!, 1e-10)));
  [R!, X!, Z!].forEach(({ dof, dofRule }, index) => {
    near(dof, gum.outputs[index]!.dof, 1e-10);
    assert.equal(dofRule, gum.outputs[index]!.dofRule);
  });
  const [V] = ensemble(names.map((name) => ({ id: `H.2/${name}`, readings: data[name]! })));
  near(V!.u, propagate(readModel({ ...file, outputs: { V2: '1*V' } })).outputs[0]!.u, 1e-12);
});

test('any model and its quantities agree in value, u, dof, rule and covariance', () => {
  const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.record({ mean: number(1, 3), u: number(0.01, 0.2), dof: fc.option(fc.integer({ min: 1, max: 40 })) }), {
        minLength: 4,
        maxLength: 7,
      }),
      fc.array(number(-0.4, 0.9), { minLength: 2, maxLength: 2 }),
      (given, [r = 0, s = 0]) => {
        const inputs = Object.fromEntries(given.map((fields, index) => [`x${index}`, { distribution: 'normal', ...fields }]));
        const file = {
          outputs: { y: 'x0*x1 + sin(x2)/x3', z: 'y^2 - exp(x1 - x2) + hypot(x0, x3)' },
          inputs,
          correlations: [
            { between: ['x0', 'x1'], r },
            { between: ['x2', 'x3'], r: s },
          ],
        };
        const gum = propagate(readModel(file));
        const { y, z } = fromModel(file, idsOf(file, 'job'));
        [y!, z!].forEach((quantity, index) => {
          const output = gum.outputs[index]!;
          near(quantity.value, output.value);
          near(quantity.u, output.u, 1e-10);
          near(quantity.dof, output.dof, 1e-9);
          assert.equal(quantity.dofRule, output.dofRule);
        });
        assert.ok(Math.abs(covarianceMatrix([y!, z!])[0]![1]! - gum.covariance[0]![1]!) < 1e-9 * y!.u * z!.u);
      },
    ),
    { numRuns: 60 },
  );
});

test('a saved evaluation feeds another: what both share is correlated', () => {
  const first = fromModel(gauge, idsOf(gauge, 'certificate 1'))['l']!;
  const archive = save([result(first, { id: 'certificate 1/l', unit: 'nm' })]);
  const length = open(archive).get('certificate 1/l')!;
  const use = { outputs: { y: 'l + ls' }, inputs: { l: { distribution: 'normal', mean: 1, u: 1 }, ls: gauge.inputs.ls } };
  const { y } = fromModel(use, { l: length, ls: 'certificate 1/ls' });
  near(y!.value, first.value + 50000623);
  near(y!.u, Math.sqrt(first.u ** 2 + 25 ** 2 + 2 * 25 * 25), 1e-9);
  assert.deepEqual(
    budget(y!, { by: 'results' }).map(({ id, sensitivity }) => [id, sensitivity]),
    [['certificate 1/l', 1]],
  );
});

test('an implicit output is a quantity like any other', () => {
  const file = {
    outputs: { x: { solve: 'x^3 + a*x = b', for: 'x', start: 1 } },
    inputs: { a: { distribution: 'normal', mean: 2, u: 0.1 }, b: { distribution: 'normal', mean: 3, u: 0.2 } },
  };
  const { x } = fromModel(file, { a: 'a', b: 'b' });
  // x = 1: dx/db = 1/(3x² + a), dx/da = −x/(3x² + a)
  near(x!.u, Math.sqrt(0.2 ** 2 + 0.1 ** 2) / 5);
});

test('quantities go back into a model file with their correlations and degrees of freedom', () => {
  const standard = elementary({ id: 's', value: 10, u: 0.3 });
  const [a, b] = ['a', 'b'].map((id) => add(standard, elementary({ id, value: 0, u: 0.4, dof: 7, unit: 'g' }))) as [Uncertain, Uncertain];
  const file = { ...modelInputs({ a, b, c: result(2, { id: 'two', unit: 'g' }) }), outputs: { d: 'c*a - b' } };
  const [d] = propagate(readModel(JSON.parse(JSON.stringify(file)))).outputs;
  near(d!.u, subtract(multiply(2, a), b).u);
  assert.deepEqual((file.inputs as Record<string, object>)['c'], { distribution: 'constant', value: 2, unit: 'g' });
});

test('inputs without identifiers, with unknown or shared ones are refused by name', () => {
  const ids = idsOf(gauge, 'x');
  refused(() => fromModel(gauge, {}), 'ids.ls', /needs a globally unique identifier/);
  refused(() => fromModel(gauge, { ...ids, lss: 'y' }), 'ids.lss', /did you mean "ls"/);
  refused(() => fromModel(gauge, { ...ids, d1: 'x/d2' }), 'ids.d2', /identifier of "d1"/);
  refused(() => fromModel(gauge, { ...ids, d1: '' }), 'ids.d1', /identifier/);
  const linked = { ...gauge, correlations: [{ between: ['als', 'dal'], r: 0.2 }] };
  refused(() => fromModel(linked, { ...ids, als: elementary({ id: 'z', value: 1, u: 1 }) }), 'ids.als', /states correlations/);
  refused(() => fromModel({ outputs: {} }, {}), 'inputs', /missing/);
});
