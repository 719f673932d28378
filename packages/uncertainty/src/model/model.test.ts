import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { evaluateGum } from '../evaluate.ts';
import { readModel } from './model.ts';

const normal = (mean: number, u: number, more: object = {}): object => ({ distribution: 'normal', mean, u, ...more });
const file = (more: object = {}): object => ({ outputs: { l: 'a + b' }, inputs: { a: normal(1, 0.1), b: normal(2, 0.2) }, ...more });
const withInput = (input: object): object => ({ outputs: { l: 'a' }, inputs: { a: input } });

const refusal = (input: unknown): string => {
  try {
    evaluateGum(readModel(input));
  } catch (error) {
    if (error instanceof InvalidInput) {
      assert.match(error.text[0], /[\u4e00-\u9fff]/, 'the sentence is there in Chinese');
      return error.message;
    }
    throw error;
  }
  return 'accepted';
};

test('a file that is no model is refused at the place that is wrong', () => {
  const cases: [unknown, RegExp][] = [
    [null, /^a JSON object is expected/],
    [[], /^a JSON object is expected/],
    ['model', /^a JSON object is expected/],
    [{}, /^outputs: "outputs" is missing/],
    [{ outputs: { l: '1' } }, /^inputs: "inputs" is missing/],
    [{ outputs: {}, inputs: {} }, /^outputs: one output is needed/],
    [file({ correlation: [] }), /^correlation: there is no field "correlation"; did you mean "correlations"\?/],
    [file({ coverage: 95 }), /^coverage: the coverage probability lies between 0 and 1, found 95/],
    [file({ outputs: { l: 5 } }), /^outputs\.l: a JSON object is expected/],
    [file({ outputs: { '1l': 'a' } }), /^outputs\.1l: "1l" is no name/],
    [file({ outputs: { a: 'b' } }), /^outputs\.a: "a" is an input or a constant already/],
    [file({ constants: { a: 1 } }), /^constants\.a: "a" is an input already/],
    [file({ constants: { c: null } }), /^constants\.c: a finite number is expected/],
    [file({ outputs: { l: 'm', m: 'l' } }), /^outputs\.l, column 1: output "m" is not known yet/],
    [file({ outputs: { l: 'lss' } }), /^outputs\.l, column 1: unknown name "lss"/],
    [file({ monteCarlo: { trials: 1e11 } }), /^monteCarlo\.trials: .*10\^10.*found 100000000000/],
    [file({ monteCarlo: { trials: 10 } }), /^monteCarlo\.trials/],
    [file({ monteCarlo: { trials: 1000.5 } }), /^monteCarlo\.trials/],
    [file({ monteCarlo: { seed: -1 } }), /^monteCarlo\.seed/],
    [file({ monteCarlo: { seed: 2 ** 60 } }), /^monteCarlo\.seed/],
    [file({ monteCarlo: { digits: 3 } }), /^monteCarlo\.digits/],
    [file({ monteCarlo: { interval: 'widest' } }), /^monteCarlo\.interval/],
    [file({ monteCarlo: { trails: 5 } }), /^monteCarlo\.trails: .*did you mean "trials"/],
  ];
  for (const [input, wanted] of cases) assert.match(refusal(input), wanted);
});

test('an input that cannot be is refused by field', () => {
  const cases: [object, RegExp][] = [
    [{}, /^inputs\.a\.distribution: unknown distribution/],
    [{ distribution: 'gauss' }, /^inputs\.a\.distribution: unknown distribution "gauss"; known: normal/],
    [{ distribution: 'constructor' }, /unknown distribution/],
    [normal(1, -1), /^inputs\.a\.u: this must not be negative, found -1/],
    [normal(Number.NaN, 1), /^inputs\.a\.mean: a finite number is expected here, found null/],
    [{ distribution: 'normal', mean: 'x', u: 1 }, /^inputs\.a\.mean: a finite number is expected here, found "x"/],
    [{ distribution: 'normal', mean: 1 }, /^inputs\.a\.u: "u" is missing/],
    [normal(1, 1, { dof: 0 }), /^inputs\.a\.dof: degrees of freedom must be greater than 0/],
    [normal(1, 1, { halfwidth: 1 }), /^inputs\.a\.halfwidth: there is no field/],
    [{ distribution: 'rectangular', mean: 0, halfwidth: 1 }, /^inputs\.a\.halfwidth: .*did you mean "halfWidth"/],
    [{ distribution: 'rectangular', lower: 2, upper: 1 }, /^inputs\.a\.upper: the upper limit is below/],
    [{ distribution: 'rectangular', lower: 1, upper: 2, mean: 1 }, /^inputs\.a: give lower and upper, or mean and halfWidth/],
    [{ distribution: 'trapezoidal', mean: 0, halfWidth: 1, beta: 1.5 }, /^inputs\.a\.beta/],
    [{ distribution: 'curvilinearTrapezoid', mean: 0, halfWidth: 1, d: 2 }, /^inputs\.a\.d/],
    [{ distribution: 't', mean: 0, scale: 1 }, /^inputs\.a\.dof: a t distribution needs/],
    [{ distribution: 'readings', readings: [] }, /^inputs\.a\.readings: the list is empty/],
    [{ distribution: 'readings', readings: [1] }, /^inputs\.a\.readings: one reading shows no dispersion/],
    [{ distribution: 'readings', readings: [1, 'b'] }, /^inputs\.a\.readings\[1\]/],
    [{ distribution: 'readings', readings: 5 }, /^inputs\.a\.readings: a list is expected/],
    [{ distribution: 'samples', samples: [1] }, /^inputs\.a\.samples: samples need two/],
    [{ distribution: 'interval', value: 1, U: 2 }, /^inputs\.a: the expanded uncertainty U needs/],
    [{ distribution: 'interval', value: 1, U: 2, k: 2, coverage: 0.95 }, /^inputs\.a: the expanded uncertainty U needs/],
    [{ distribution: 'interval', value: 1, U: 2, k: 0 }, /^inputs\.a\.k/],
    [{ distribution: 'poisson', count: 1.5 }, /^inputs\.a\.count/],
    [{ distribution: 'lognormal', mean: -1, u: 1 }, /^inputs\.a\.mean/],
    [{ distribution: 'gamma', shape: 0, scale: 1 }, /^inputs\.a\.shape/],
    [normal(1, 1, { unit: 'flurbs' }), /^inputs\.a\.unit/],
  ];
  for (const [input, wanted] of cases) assert.match(refusal(JSON.parse(JSON.stringify(withInput(input)))), wanted, JSON.stringify(input));
});

test('impossible correlations are refused by name', () => {
  const three = { outputs: { y: 'a+b+c' }, inputs: { a: normal(0, 1), b: normal(0, 1), c: normal(0, 1) } };
  const r = (a: string, b: string, value: number): object => ({ between: [a, b], r: value });
  const cases: [object, RegExp][] = [
    [file({ correlations: [r('a', 'b', 1.2)] }), /^correlations\[0\]\.r: a correlation coefficient lies between -1 and 1, found 1\.2/],
    [file({ correlations: [r('a', 'bb', 0.5)] }), /^correlations\[0\]\.between\[1\]: there is no input "bb"; did you mean "b"/],
    [file({ correlations: [r('a', 'a', 0.5)] }), /correlation of a quantity with itself/],
    [
      file({ correlations: [r('a', 'b', 0.5), r('b', 'a', 0.4)] }),
      /^correlations\[1\]\.between: the correlation of this pair is given twice/,
    ],
    [
      { ...three, correlations: [r('a', 'b', 0.9), r('b', 'c', 0.9), r('a', 'c', -0.9)] },
      /^correlations: the covariance matrix is not positive semi-definite/,
    ],
    [file({ simultaneous: [['a', 'b']] }), /^simultaneous\[0\]\[0\]: "a" is not given by readings/],
    [file({ correlations: [{ between: ['a', 'b'], r: 0.5, copula: { family: 'clayton' } }] }), /^correlations\[0\]\.copula\.family/],
  ];
  for (const [input, wanted] of cases) assert.match(refusal(input), wanted);
  const perfect = readModel({ ...three, correlations: [r('a', 'b', 1), r('b', 'c', 1), r('a', 'c', 1)] });
  assert.equal(evaluateGum(perfect).outputs['y']!.gum.u, 3);
});

test('units are checked when every input has one', () => {
  const of = (formula: string, units: Record<string, string>): string =>
    refusal({
      outputs: { y: formula },
      inputs: Object.fromEntries(Object.entries(units).map(([name, unit]) => [name, normal(1, 0.1, { unit })])),
    });
  assert.match(of('l + t', { l: 'mm', t: 's' }), /^outputs\.y, column 3: mm and s are of different dimensions/);
  assert.match(of('a + b', { a: 'mm', b: 'm' }), /^outputs\.y, column 3: mm and m are units of one kind but of different size/);
  assert.match(of('sin(a)', { a: 'mm' }), /^outputs\.y, column 1: sin takes a number, not a quantity in mm/);
  assert.match(of('sin(a)', { a: '°' }), /convert it first/);
  assert.equal(of('sin(a)', { a: 'rad' }), 'accepted');
  assert.match(of('a^b', { a: 'm', b: '1' }), /raised to a fixed simple power/);
  const model = readModel({
    outputs: { v: 'l/t', a: 'v^2/l', root: 'sqrt(l*l)' },
    inputs: { l: normal(1, 0.1, { unit: 'm' }), t: normal(1, 0.1, { unit: 's' }) },
  });
  assert.deepEqual(model.unitFindings.outputs, { v: 'm/s', a: 'm/s²', root: 'm' });
});

test('a bare number takes the unit it is added to, and a note says so', () => {
  const { notes, outputs } = evaluateGum(readModel({ outputs: { y: 'rho - 1.2' }, inputs: { rho: normal(1.2, 0.1, { unit: 'kg/m3' }) } }));
  assert.equal(outputs['y']!.unit, 'kg/m³');
  assert.match(notes[0]![1], /1\.2 is taken in kg\/m³/);
  const some = evaluateGum(readModel({ outputs: { y: 'a + b' }, inputs: { a: normal(1, 1, { unit: 'm' }), b: normal(1, 1) } }));
  assert.match(some.notes[0]![1], /units were not checked: b has none/);
});

test('names that mean something to JavaScript are names like any other', () => {
  const text =
    '{"outputs":{"toString":"__proto__ + constructor"},"inputs":{"__proto__":{"distribution":"normal","mean":1,"u":3},"constructor":{"distribution":"normal","mean":2,"u":4}},"monteCarlo":false}';
  const { outputs } = evaluateGum(readModel(JSON.parse(text)));
  assert.deepEqual(Object.keys(outputs), ['toString']);
  assert.equal(outputs['toString']!.gum.u, 5);
});

test('values may be given as decimal text', () => {
  const { outputs } = evaluateGum(readModel({ outputs: { y: 'x' }, inputs: { x: { distribution: 'normal', mean: '1.50', u: '2e-3' } } }));
  assert.equal(outputs['y']!.gum.value, 1.5);
  assert.equal(outputs['y']!.gum.u, 0.002);
});
