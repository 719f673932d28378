import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { cochran } from './cochran.ts';
import { proficiency } from './command.ts';
import { criticalOfTwo, grubbs } from './grubbs.ts';
import { homogeneity, stability } from './homogeneity.ts';
import { mandel, mandelHCritical, mandelKCritical } from './mandel.ts';

const near = (found: number, expected: number, size: number): void =>
  assert.ok(Math.abs(found - expected) <= size, `${found} instead of ${expected}`);

/** A small seeded generator (sfc32) with normal draws. */
function normals(seed: number): () => number {
  let [a, b, c, d] = [0, seed | 0, 0x9e3779b9, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let index = 0; index < 15; index += 1) next();
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

test('one result far off is an outlier, the others are not', () => {
  const found = grubbs([10, 10.1, 9.9, 10, 10.1, 14]);
  assert.equal(found.largest.verdict, 'outlier');
  assert.equal(found.smallest.verdict, 'none');
  const quiet = grubbs([10, 10.1, 9.9, 10, 10.1, 9.95]);
  assert.deepEqual([quiet.largest.verdict, quiet.twoLargest?.verdict, quiet.twoSmallest?.verdict], ['none', 'none', 'none']);
});

test('two results that hide each other from the test of one are found by the test of two', () => {
  const results = [10.02, 9.98, 10.01, 9.97, 10.03, 9.99, 10.0, 10.9, 10.95];
  const found = grubbs(results);
  assert.equal(found.largest.verdict, 'none');
  assert.equal(found.twoLargest?.verdict, 'outlier');
  assert.equal(grubbs(results.map((value) => -value)).twoSmallest?.verdict, 'outlier');
});

test('the table for two outliers holds its 5 % and 1 % among simulated samples', () => {
  const draw = normals(7);
  for (const p of [5, 10, 20, 40]) {
    const [critical1, critical5] = criticalOfTwo.values[p - criticalOfTwo.firstP]!;
    let [five, one] = [0, 0];
    const trials = 6000;
    for (let trial = 0; trial < trials; trial += 1) {
      const { twoLargest, twoSmallest } = grubbs(Array.from({ length: p }, draw));
      const G = Math.min(twoLargest!.G, twoSmallest!.G);
      five += G < critical5 ? 1 : 0;
      one += G < critical1 ? 1 : 0;
    }
    near(five / trials, 0.05, 4 * Math.sqrt((0.05 * 0.95) / trials));
    near(one / trials, 0.01, 4 * Math.sqrt((0.01 * 0.99) / trials));
  }
});

test('beyond the table there is a statistic and no verdict', () => {
  const { twoLargest, largest } = grubbs(Array.from({ length: 41 }, (_, index) => (index * 7) % 13));
  assert.deepEqual([twoLargest?.critical5, twoLargest?.verdict], [null, null]);
  assert.equal(largest.verdict, 'none');
  assert.equal(grubbs([1, 2, 3]).twoLargest, null);
});

test('Cochran names the group whose variance is too large', () => {
  const found = cochran([0.1, 0.2, 4, 0.1, 0.2], 2);
  assert.deepEqual([found.index, found.verdict], [2, 'straggler']);
  assert.equal(cochran([1, 1.2, 0.9], 5).verdict, 'none');
  const through = proficiency({
    method: 'cochran',
    results: [
      ['1', '1.1'],
      ['1', '1.2'],
      ['1', '5'],
      ['1', '1.1'],
    ],
  }).answer;
  assert.match(JSON.stringify(through), /"index":2.*"verdict":"(straggler|outlier)"/);
  assert.throws(() => cochran([0, 0], 2), InvalidInput);
  assert.throws(() => cochran([-1, 1], 2), InvalidInput);
});

test("Mandel's critical values are those of ISO 5725-2 for ten laboratories, and a lone laboratory stands out", () => {
  near(mandelHCritical(10, 0.05), 1.798410004950574, 1e-9);
  near(mandelKCritical(10, 3, 0.05), 1.6826432645189933, 1e-9);
  const quiet = Array.from({ length: 9 }, (_, index) => [10 + index / 100, 10.1 - index / 100, 10.05]);
  const { laboratories, h, k } = mandel([...quiet, [12, 14, 13]]);
  const last = laboratories[9]!;
  assert.ok(last.h > h.critical1 && last.k > k.critical1);
  near(
    laboratories.reduce((sum, own) => sum + own.h, 0),
    0,
    1e-12,
  );
  assert.throws(() => mandel([[1, 2], [1, 2], [1]]), InvalidInput);
  const { answer } = proficiency({
    method: 'mandel',
    results: [
      ['1', '2'],
      ['1', '3'],
      ['2', '2.5'],
    ],
  });
  assert.match(JSON.stringify(answer), /"hVerdict":"none"/);
});

const rows = (texts: readonly string[]): ReturnType<typeof parse>[][] => texts.map((text) => text.split(' ').map((value) => parse(value)));

test('homogeneity at the limit is decided exactly: s_s = 0.3 σ is homogeneous', () => {
  // Means 1 and 3, no spread within: s_s² = 2, σ² = 2/0.09 has no end, so 0.3 σ = 1.5 with means 0 and 3/√… : s_s² = 4.5 for 0 and 3.
  const items = rows(['0 0', '3 3']);
  assert.equal(homogeneity(items, parse('7.0710678118654753')).isHomogeneous, true);
  assert.equal(homogeneity(items, parse('7.0710678118654752')).isHomogeneous, false);
  assert.equal(homogeneity(items, parse('7.0710678118654752')).isHomogeneousExpanded, true);
  assert.equal(homogeneity(items, parse('7')).cochran, null);
});

test('items that differ are refused with exit code 1, and three replicates count with their own factors', () => {
  const { answer, exitCode, text } = proficiency({
    method: 'homogeneity',
    sigma: '0.5',
    results: [
      ['1', '1.1', '1'],
      ['3', '3.1', '3'],
      ['5', '5.1', '5'],
    ],
  });
  assert.equal(exitCode, 1);
  assert.match(JSON.stringify(answer), /"homogeneous":false.*"homogeneousExpanded":false/);
  assert.match(text[0], /均匀性不足/);
  const even = homogeneity(rows(['1.0 1.2 1.1', '1.1 1.0 1.2', '1.2 1.1 1.0']), parse('0.1'));
  assert.deepEqual([even.ss, even.isHomogeneous], [0, true]);
  near(even.sw, 0.1, 1e-12);
  assert.throws(() => homogeneity(rows(['1 2', '1']), parse('1')), /results\[1\]/);
});

test('stability: the difference of means at 0.3 σ is stable, beyond it the uncertainty of the check counts', () => {
  const values = (text: string): ReturnType<typeof parse>[] => text.split(' ').map((value) => parse(value));
  assert.equal(stability(values('10.0 10.0'), values('10.3 10.3'), parse('1')).isStable, true);
  const beyond = stability(values('10.0 10.0'), values('10.31 10.31'), parse('1'));
  assert.deepEqual([beyond.isStable, beyond.isStableExpanded], [false, false]);
  const loose = stability(values('9.9 10.1'), values('10.2 10.5'), parse('1'));
  assert.deepEqual([loose.isStable, loose.isStableExpanded], [false, true]);
  near(loose.u, Math.sqrt(0.01 + 0.0225), 1e-12);
  const { answer, exitCode } = proficiency({ method: 'stability', sigma: '1', before: ['10', '10'], after: ['11', '11'] });
  assert.equal(exitCode, 1);
  assert.match(JSON.stringify(answer), /"difference":"1"/);
});
