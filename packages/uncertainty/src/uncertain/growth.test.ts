import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, multiply, sum } from './arithmetic.ts';
import { budget } from './budget.ts';
import { work } from './components.ts';
import { covariance } from './covariance.ts';
import { elementary } from './elementary.ts';
import { result } from './result.ts';
import type { Uncertain } from './uncertain.ts';

/* Clocks are noisy: growth is counted in entries that are handled. */
const steps = (act: () => void): number => {
  const before = work.steps;
  act();
  return work.steps - before;
};
const source = (index: number): Uncertain => elementary({ id: `reading ${index}`, value: index, u: 1 });

test('a running sum of 100 000 quantities takes steps in proportion, not in squares', () => {
  const perTerm = [1000, 10_000, 100_000].map((n) => {
    let total = source(0);
    const taken = steps(() => {
      for (let index = 1; index < n; index++) total = add(total, source(index));
      assert.ok(Math.abs(total.u - Math.sqrt(n)) < 1e-9 * Math.sqrt(n));
      assert.equal(total.components.influences.items.length, n);
    });
    return taken / n;
  });
  for (const one of perTerm) assert.ok(one < 20, `steps per term: ${perTerm.join(', ')}`);
});

test('so do a sum at once, a tree of sums, and one that is asked as it grows by a constant share', () => {
  const n = 20_000;
  assert.ok(steps(() => assert.ok(sum(Array.from({ length: n }, (_, index) => source(index))).u > 0)) < 5 * n);
  const tree = (low: number, high: number): Uncertain =>
    high - low === 1 ? source(low) : add(tree(low, (low + high) >> 1), tree((low + high) >> 1, high));
  assert.ok(steps(() => assert.ok(tree(0, n).u > 0)) < 5 * n * Math.log2(n));
  const asked = steps(() => {
    let total = source(0);
    for (let index = 1; index < n; index++) {
      total = add(total, source(index));
      if (Math.log2(index) % 1 === 0) assert.ok(total.u > 0);
    }
  });
  assert.ok(asked < 40 * n, `${asked / n} per term`);
});

test('a long recursion over a fixed set of influences keeps neither memory nor time of all its steps', () => {
  const inputs = Array.from({ length: 100 }, (_, index) => source(index));
  let state = inputs[0] as Uncertain;
  const n = 20_000;
  const taken = steps(() => {
    for (let step = 0; step < n; step++) state = add(multiply(state, 0.5), inputs[step % 100] as Uncertain);
  });
  assert.ok(taken < 20 * n, `${taken / n} per step`);
  assert.ok(steps(() => assert.ok(state.u > 0)) < 2000);
});

test('shared intermediates are passed once: 200 squarings are 200 steps', () => {
  let x: Uncertain = elementary({ id: 'x', value: 1, u: 0.1 });
  assert.ok(
    steps(() => {
      for (let count = 0; count < 200; count++) x = multiply(x, multiply(x, 1));
    }) < 2000,
  );
  assert.equal(x.value, 1);
});

test('a chain of 100 000 operations needs no deep stack, also through named results', () => {
  let x: Uncertain = elementary({ id: 'x', value: 1, u: 0.1 });
  for (let count = 0; count < 100_000; count++) x = add(x, 1);
  assert.deepEqual([x.value, x.u], [100_001, 0.1]);
  let named: Uncertain = elementary({ id: 'y', value: 1, u: 0.1 });
  for (let count = 0; count < 300; count++) named = result(add(named, 0), { id: `copy ${count}` });
  assert.equal(named.components.results.items.length, 299);
  assert.ok(Math.abs(covariance(named, named) - 0.01) < 1e-17);
  assert.equal(budget(named, { by: 'results' }).length, 299);
});
