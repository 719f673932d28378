import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import * as arithmetic from './arithmetic.ts';
import { divide, pow, sqrt } from './arithmetic.ts';
import { elementary } from './elementary.ts';
import type { Quantity, Uncertain } from './uncertain.ts';

type Vector = { readonly fn: string };
const vectors = (file: string): readonly Vector[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors', file), 'utf8')) as { vectors: Vector[] }).vectors;
const near = (found: number, wanted: number, relative: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.max(Math.abs(wanted), 1e-300), `${what} ${found}, wanted ${wanted}`);
const refused = (act: () => unknown, place: string, text: RegExp): void => {
  assert.throws(act, (error: unknown) => {
    assert.ok(error instanceof InvalidInput, String(error));
    assert.equal(error.place, place);
    assert.match(error.message, text);
    assert.match(error.text[0], /\p{Script=Han}/u);
    return true;
  });
};

test('functions have the derivatives of the published table', () => {
  const names: Readonly<Record<string, string>> = { log: 'ln', 'atan2(y,x)': 'atan2', 'hypot(x,y)': 'hypot', 'pow(x,y)': 'pow' };
  const operations = new Map(Object.entries(arithmetic) as [string, (a: Quantity, b: Quantity) => Uncertain][]);
  let count = 0;
  for (const { fn, ...vector } of vectors('autodiff.json') as unknown as ({ fn: string } & Record<string, number>)[]) {
    const x = elementary({ id: 'x', value: vector['x']!, u: 1 });
    const special: Readonly<Record<string, () => Quantity>> = {
      inv: () => divide(1, x),
      pow_2_x: () => pow(2, x),
      'pow_x_2.5': () => pow(x, 2.5),
    };
    const isBinary = vector['y'] !== undefined;
    const y = elementary({ id: 'y', value: vector['y'] ?? 1, u: 1 });
    const operation = operations.get(names[fn] ?? fn) as (a: Quantity, b: Quantity) => Uncertain;
    const first = fn.startsWith('atan2') ? [y, x] : [x, y];
    const found = (special[fn]?.() ?? (isBinary ? operation(first[0]!, first[1]!) : (operation as typeof sqrt)(x))) as Uncertain;
    const { items, slopes } = found.components.influences;
    const slope = (id: string): number => slopes[items.findIndex((item) => item.id === id)]!;
    near(found.value, vector['f']!, 1e-14, fn);
    near(slope('x'), (isBinary ? vector['dx'] : vector['d1'])!, 1e-13, fn);
    if (isBinary) near(slope('y'), vector['dy']!, 1e-13, fn);
    count++;
  }
  assert.ok(count > 50);
});

test('every function agrees with its difference quotient', () => {
  const { add: _a, sum: _s, mean: _m, ...others } = arithmetic;
  for (const [name, operation] of Object.entries(others) as [string, (a: Quantity, b: Quantity) => Uncertain][]) {
    const [x0, y0] = [name === 'acosh' ? 1.7 : 0.37, 0.23];
    const f = (x: number, y: number): number => operation(x, y).value;
    const z = operation(elementary({ id: 'x', value: x0, u: 1 }), elementary({ id: 'y', value: y0, u: 1 }));
    const h = 1e-6;
    z.components.influences.items.forEach(({ id }, index) => {
      const [dx, dy] = id === 'x' ? [h, 0] : [0, h];
      const quotient = (f(x0 + dx, y0 + dy) - f(x0 - dx, y0 - dy)) / (2 * h);
      assert.ok(Math.abs(z.components.influences.slopes[index]! - quotient) < 1e-8, `${name} ${id}`);
    });
  }
});

test('where a function has a kink, a jump or a pole nothing is answered', () => {
  const at = (value: number): Uncertain => elementary({ id: `at ${value}`, value, u: 0.1 });
  refused(() => sqrt(at(0)), 'sqrt', /derivative is not finite/);
  refused(() => sqrt(at(-1)), 'sqrt', /not finite \(NaN\)/);
  refused(() => arithmetic.abs(at(0)), 'abs', /derivative/);
  refused(() => arithmetic.sign(at(0)), 'sign', /derivative/);
  refused(() => arithmetic.max(at(1), elementary({ id: 'other', value: 1, u: 1 })), 'max', /derivative/);
  refused(() => arithmetic.mod(at(6), 3), 'mod', /derivative/);
  refused(() => arithmetic.hypot(at(0), 0), 'hypot', /derivative/);
  refused(() => arithmetic.atan2(at(0), 0), 'atan2', /derivative/);
  refused(() => divide(1, at(0)), 'divide', /division by zero/);
  refused(() => pow(at(-2), elementary({ id: 'exponent', value: 2, u: 0.1 })), 'pow', /derivative/);
  refused(() => arithmetic.exp(at(1000)), 'exp', /not finite/);
  assert.equal(pow(at(-2), 3).value, -8);
  assert.equal(arithmetic.abs(0).u, 0);
  assert.equal(arithmetic.max(at(1), 0.5).u, 0.1);
});
