import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { algorithmA } from './algorithm-a.ts';
import { algorithmS, factorsOfAlgorithmS, tableOfAlgorithmS } from './algorithm-s.ts';
import { proficiency } from './command.ts';
import { hampel, psi, qHampel } from './hampel.ts';
import { qMethod } from './q-method.ts';
import { simpleRobust } from './simple-robust.ts';

const near = (found: number, expected: number, size = 1e-9 * Math.abs(expected)): void =>
  assert.ok(Math.abs(found - expected) <= size, `${found} instead of ${expected}`);
const answer = (input: object): Readonly<Record<string, unknown>> => proficiency(input).answer as Readonly<Record<string, unknown>>;

// Twelve laboratories, one far off (domain facts of the project, section 5).
const twelve = '10.02 9.98 10.05 9.95 10.01 10.03 9.97 10.00 10.04 10.50 9.99 10.02'.split(' ');
// 34 antibody results; s* and x* by an independent computation (Python, interpolation and root finding).
const antibodies =
  '0.04 0.055 0.178 0.202 0.206 0.227 0.228 0.23 0.23 0.235 0.236 0.237 0.243 0.244 0.245 0.2555 0.26 0.264 0.267 0.27 0.273 0.274 0.274 0.278 0.2811 0.287 0.287 0.288 0.289 0.295 0.296 0.311 0.331 0.4246'.split(
    ' ',
  );

test('one laboratory far off hardly moves algorithm A: 10.0110 and 0.038759 of twelve results', () => {
  const found = answer({ method: 'algorithm-a', results: twelve });
  near(Number(found['x']), 10.011, 5e-5);
  near(Number(found['s']), 0.038759, 5e-7);
  near(Number(found['u']), 0.013986, 5e-7);
  assert.ok(Number(found['iterations']) > 3);
  const plain = algorithmA(twelve.map(Number), { stop: 'iso' });
  near(plain.x, 10.011, 5e-4);
});

test('when more than half of the results are the same the spread is 0, and that is said', () => {
  const found = answer({ method: 'algorithm-a', results: ['5', '5', '5', '5', '5', '5', '5', '5.1'] });
  assert.equal(found['x'], '5');
  assert.equal(found['s'], '0');
  assert.match(JSON.stringify(found['warnings']), /identical-results/);
  const same = algorithmA([7, 7, 7]);
  assert.deepEqual([same.x, same.s, same.u, same.iterations], [7, 0, 0, 0]);
});

test('more than half the same with a wide rest still has a spread: the start from 0 is not the end', () => {
  const found = algorithmA([5, 5, 5, 5, 1, 9, 3]);
  assert.equal(found.identical, true);
  assert.ok(found.s > 0.5, String(found.s));
});

test('a large common part costs no digits: results near 10¹² have the spread of their last places', () => {
  const shifted = answer({ method: 'algorithm-a', results: twelve.map((text) => `1000000000${text.padStart(5, '0')}`) });
  const plain = answer({ method: 'algorithm-a', results: twelve });
  assert.equal(shifted['s'], plain['s']);
});

test('algorithm A: order does not matter, shift and scale carry through', () => {
  const results = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 20 });
  fc.assert(
    fc.property(results, fc.integer({ min: -50, max: 50 }), (values, shift) => {
      const found = algorithmA(values);
      assert.deepEqual(algorithmA([...values].reverse()), found);
      const moved = algorithmA(values.map((value) => 4 * value + shift));
      near(moved.x, 4 * found.x + shift, 1e-9 * (1 + Math.abs(moved.x) + moved.s));
      near(moved.s, 4 * found.s, 1e-9 * (1 + moved.s));
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('the factors of algorithm S are those of the table, and the computed ones within one of its last digit', () => {
  assert.deepEqual(factorsOfAlgorithmS(1, 'iso'), { eta: 1.645, xi: 1.097 });
  assert.deepEqual(factorsOfAlgorithmS(6, 'iso'), { eta: 1.332, xi: 1.024 });
  tableOfAlgorithmS.eta.forEach((eta, index) => {
    const exact = factorsOfAlgorithmS(index + 1, 'exact');
    near(exact.eta, eta, 0.00051);
    near(exact.xi, tableOfAlgorithmS.xi[index]!, 0.00101);
  });
  const beyond = factorsOfAlgorithmS(11, 'iso');
  assert.ok(beyond.eta < 1.264 && beyond.xi < 1.017 && beyond.xi > 1);
});

test('algorithm S of nine ranges, and of replicates through the command', () => {
  const ranges = [0.28, 0.49, 0.4, 0, 0.35, 1.98, 0.8, 0.32, 0.95];
  near(algorithmS(ranges, 1).w, 0.6859805704630441);
  const found = answer({ method: 'algorithm-s', results: ranges, dof: 1 });
  near(Number(found['s']), 0.6859805704630441);
  const rows = answer({
    method: 'algorithm-s',
    results: [
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
      ['1', '9'],
    ],
  });
  near(
    Number(rows['s']),
    algorithmS(
      [1, 1, 1, 8].map((value) => value * Math.SQRT1_2),
      1,
    ).w,
    1e-12,
  );
  assert.equal(rows['dof'], 1);
  assert.ok(algorithmS(ranges, 1, { constants: 'exact' }).w !== algorithmS(ranges, 1).w);
});

test('Q and Hampel of 34 results with ties, by an independent computation', () => {
  const found = answer({ method: 'q-hampel', results: antibodies });
  near(Number(found['s']), 0.04256624947830857);
  near(Number(found['x']), 0.2599838615232996);
  near(Number(found['u']), (1.25 * 0.04256624947830857) / Math.sqrt(34));
  assert.equal(found['sr'], null);
});

test('Q and Hampel with replicates, equal and unequal in number', () => {
  const equal = [
    ['10.1', '10.3'],
    ['9.9', '10.0'],
    ['10.4', '10.2'],
    ['10.0', '10.1'],
    ['12.0', '12.5'],
    ['9.8', '10.1'],
    ['10.2', '10.2'],
  ];
  const found = answer({ method: 'q-hampel', results: equal });
  near(Number(found['s']), 0.2796298513134195);
  near(Number(found['sr']), 0.17864383426225475);
  near(Number(found['x']), 10.108333333333333);
  const unequal = [
    ['10.1', '10.3', '10.2'],
    ['9.9', '10.0'],
    ['10.4', '10.2'],
    ['10.0', '10.1', '10.1', '10.3'],
    ['12.0', '12.5'],
    ['9.8', '10.1'],
  ];
  const other = answer({ method: 'q-hampel', results: unequal });
  near(Number(other['s']), 0.3282353650815073);
  near(Number(other['sr']), 0.2090154438861669);
  near(Number(other['x']), 10.105);
});

test('the Q method needs no mean: identical results give 0, half of the laboratories may be wild', () => {
  assert.deepEqual(qMethod([[3], [3], [3]]), { sR: 0, sr: null });
  const wild = qHampel([[10], [10.1], [9.9], [10.05], [9.95], [500], [900]]);
  near(wild.x, 10, 0.05);
  assert.ok(wild.s < 0.6);
});

test('the Hampel estimator is the zero of its equation nearest the median', () => {
  assert.equal(psi(-2), -1.5);
  assert.equal(psi(4), 0.5);
  assert.equal(psi(-9), -0);
  near(hampel([1, 2, 3, 4, 100], 1.5), 2.5);
  assert.equal(hampel([1, 2, 3], 0), 2);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 12 }), (values) => {
      const { x, s } = qHampel(values.map((value) => [value]));
      if (s === 0) return;
      const sum = values.reduce((total, value) => total + psi((value - x) / s), 0);
      const ordered = [...values].sort((a, b) => a - b);
      const middle = (ordered[(values.length - 1) >> 1]! + ordered[values.length >> 1]!) / 2;
      assert.ok(Math.abs(sum) < 1e-8 || x === middle, `${sum} at ${x}`);
    }),
    { numRuns: 200, seed: 2 },
  );
});

test('median, MADe and nIQR through the command', () => {
  const found = answer({ method: 'median', results: [4.5, 4.9, 5.6, 4.2, 6.2, 5.2, 9.9] });
  assert.deepEqual([found['x'], found['made'], found['niqr']], ['5.2', '1.0381', '0.88956']);
  assert.equal(simpleRobust([1, 2]).x, 1.5);
});

test('what is no number is refused by its place', () => {
  for (const values of [[1, Number.NaN], [1, Infinity], [1]]) {
    assert.throws(() => algorithmA(values), InvalidInput);
    assert.throws(() => algorithmS(values, 1), InvalidInput);
    assert.throws(() => qMethod(values.map((value) => [value])), InvalidInput);
    assert.throws(() => hampel(values, 1), InvalidInput);
  }
  assert.throws(() => algorithmS([1, -1], 1), InvalidInput);
  assert.throws(() => algorithmS([1, 1], 0), InvalidInput);
  assert.throws(() => hampel([1, 2], Number.NaN), InvalidInput);
  const many = Array.from({ length: 4000 }, (_, index) => [index]);
  assert.throws(() => qMethod(many), /too many/);
});
