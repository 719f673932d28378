import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { readFormulaModel } from './formula-model.ts';
import { fitNonlinear } from './nonlinear.ts';

type StrdVector = { id: string; data: Record<string, number[]>; expected: { certified: { beta: number[]; se: number[] } } };
const read = (name: string): { vectors: StrdVector[] } =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../vectors/${name}.json`), 'utf8')) as { vectors: StrdVector[] };

const digits = (found: number, certified: number): number =>
  found === certified ? 17 : -Math.log10(certified === 0 ? Math.abs(found) : Math.abs(found - certified) / Math.abs(certified));
const agree = (found: number | null, expected: number, least: number, what: string): void => {
  assert.ok(found !== null && digits(found, expected) >= least, `${what}: ${found} agrees with ${expected} to fewer than ${least} digits`);
};

const names = (count: number): string[] => Array.from({ length: count }, (_, k) => `b${k + 1}`);

test('a formula that is linear in its parameters is solved as such, Filip to thirteen digits', () => {
  const { data, expected } = read('strd').vectors.find(({ id }) => id === 'strd-Filip')!;
  const text = names(11)
    .map((name, k) => `${name}*x^${k}`)
    .join(' + ');
  const curve = fitNonlinear({
    model: readFormulaModel(text, names(11), ['x']),
    columns: [data['x']!],
    y: data['y']!,
    start: names(11).map(() => 0),
  });
  assert.ok(curve.isLinear);
  expected.certified.beta.forEach((value, j) => agree(curve.parameters[j]!, value, 13, `b${j}`));
  expected.certified.se.forEach((value, j) => agree(curve.standardUncertainties[j]!, value, 13, `u(b${j})`));
});

test('known uncertainties of a transformed y are transformed by its slope', () => {
  const x = [1, 2, 3, 4];
  const y = [2.8, 7.2, 20.5, 54];
  const u = [0.1, 0.2, 0.3, 0.4];
  const model = readFormulaModel('log(y) = a + b*x', ['a', 'b'], ['x']);
  const curve = fitNonlinear({ model, columns: [x], y, start: [0, 0], weighting: { kind: 'stated', u } });
  const plain = fitNonlinear({
    model: readFormulaModel('a + b*x', ['a', 'b'], ['x']),
    columns: [x],
    y: y.map(Math.log),
    start: [0, 0],
    weighting: { kind: 'stated', u: u.map((value, i) => value / y[i]!) },
  });
  curve.parameters.forEach((value, j) => agree(value, plain.parameters[j]!, 12, `parameter ${j}`));
  curve.standardUncertainties.forEach((value, j) => agree(value, plain.standardUncertainties[j]!, 12, `u ${j}`));
});

test('a curve is predicted with its uncertainty and slope', () => {
  const model = readFormulaModel('a*exp(-b*x)', ['a', 'b'], ['x']);
  const curve = fitNonlinear({ model, columns: [[0, 1, 2, 3]], y: [2, 1.21, 0.74, 0.45], start: [1, 1] });
  const [a, b] = curve.parameters as [number, number];
  const { y, u, slope } = curve.at([1.5]);
  const value = a * Math.exp(-b * 1.5);
  agree(y, value, 12, 'y');
  agree(slope, -b * value, 12, 'slope');
  const gradient = [value / a, -1.5 * value];
  const variance = gradient.reduce((sum, g, i) => sum + gradient.reduce((part, h, j) => part + g * h * curve.covariance[i]![j]!, 0), 0);
  agree(u, Math.sqrt(variance), 9, 'u');
});

test('models and starts that lead nowhere are refused by place', () => {
  const refused = (work: () => unknown, place: RegExp, reason: RegExp): void => {
    assert.throws(work, (error: unknown) => {
      assert.ok(error instanceof InvalidInput, String(error));
      assert.match(error.place, place);
      assert.match(error.message, reason);
      return true;
    });
  };
  const fit = (text: string, start: Record<string, number>, x = [1, 2, 3, 4], y = [1, 2.1, 2.9, 4]) =>
    fitNonlinear({ model: readFormulaModel(text, Object.keys(start), ['x']), columns: [x], y, start: Object.values(start) });
  refused(() => fit('a*z', { a: 1 }), /model, column 3/, /unknown name "z"/);
  refused(() => fit('y = a*q', { a: 1 }), /model, column 7/, /unknown name "q"/);
  refused(() => fit('a*x', { a: 1, b: 2 }), /start\.b/, /does not appear/);
  refused(() => fit('a*x', { a: 1, x: 2 }), /start\.x/, /name of a column/);
  refused(() => fit('x = a*y', { a: 1 }), /model/, /left side/);
  refused(() => fit('y = a = x', { a: 1 }), /model/, /one equals/);
  refused(() => fit('a*log(b*x)', { a: 1, b: -1 }), /start/, /no finite value/);
  refused(() => fit('a*b*x', { a: 1, b: 2 }), /x/, /parameter b/);
  refused(() => fit('a*exp(b*x)', { a: 1, b: 1 }, [1, 2], [1, 2]), /y/, /at least 3 points/);
  refused(() => fit('log(y) = a*x', { a: 1 }, [1, 2, 3], [1, -2, 3]), /y\[1\]/, /left side/);
  refused(() => readFormulaModel('a*'.repeat(50_000) + 'x', ['a'], ['x']), /model/, /characters/);
});
