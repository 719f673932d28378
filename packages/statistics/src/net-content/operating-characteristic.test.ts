import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@tongheng/quantity/decimal';
import { acceptanceCurve, curveMeans, isTooNarrow, roundStep } from './acceptance-curve.ts';
import { acceptance, countAcceptance, lotAcceptance, meanAcceptance } from './operating-characteristic.ts';
import { readRule } from './rules.ts';
import { findPlan } from './sampling-plan.ts';

const plan = (lot: number) => findPlan(readRule('jjf-1070-2005', 'rule'), lot);
const near = (found: number, expected: number, tolerance = 1e-10): void =>
  assert.ok(Math.abs(found - expected) <= tolerance, `${found} instead of ${expected}`);

test('the test of the mean has the probabilities of a noncentral t', () => {
  // P(T ≥ −λ√n), T noncentral t with n − 1 degrees of freedom and √n·(μ − Qn)/σ; 30-digit quadrature, agreeing with scipy.stats.nct.
  const cases: [n: number, lambda: number, distance: number, probability: number][] = [
    [10, 1.028, 0, 0.995007880511784],
    [10, 1.028, -0.5, 0.897462417065267],
    [10, 1.028, -1.5, 0.104440079514157],
    [13, 0.848, -0.4, 0.907387787036572],
    [50, 0.379, 0, 0.99499977560454],
    [50, 0.379, -0.2, 0.886655641876074],
    [50, 0.379, -0.5, 0.200658335731849],
    [80, 0.295, -0.3, 0.479246555772888],
    [125, 0.234, -0.234, 0.497907634887367],
    [125, 0.234, 0.1, 0.99988303189937],
  ];
  for (const [n, lambda, distance, probability] of cases) near(meanAcceptance(n, lambda, distance), probability);
});

/** The same count by enumeration with exact integers. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let found = 1n;
  for (let index = 1; index <= k; index += 1) found = (found * BigInt(n - k + index)) / BigInt(index);
  return found;
}
const share = (top: bigint, bottom: bigint): number => Number((top * 10n ** 18n) / bottom) / 1e18;

test('a lot with known deficient units passes as often as its samples are counted', () => {
  for (const [lot, first, second] of [
    [400, 10, 0],
    [400, 40, 1],
    [99, 5, 2],
    [40, 3, 0],
    [5000, 300, 1],
    [8, 0, 0],
    [8, 1, 0],
  ] as const) {
    const { n, allowed } = plan(lot);
    let good = 0n;
    for (let k = 0; k <= allowed.t1; k += 1) good += choose(first, k) * choose(lot - first - second, n - k);
    near(lotAcceptance(plan(lot), first, second), share(good, choose(lot, n)));
  }
  assert.throws(() => lotAcceptance(plan(8), 9, 0), RangeError);
});

test('the counts of a normal process are trinomial', () => {
  const [first, second] = [0.02, 0.001];
  let expected = 0;
  for (let k = 0; k <= 3; k += 1) expected += Number(choose(50, k)) * first ** k * (1 - first - second) ** (50 - k);
  near(countAcceptance(50, { t1: 3, t2: 0 }, first, second), expected);
  near(countAcceptance(50, { t1: 3, t2: 0 }, 0, 0), 1);
  near(countAcceptance(50, { t1: 3, t2: 0 }, 0, 1), 0);
  near(countAcceptance(50, { t1: 3, t2: 0 }, 1, 0), 0);
});

test('a lot at its nominal quantity passes the mean in 99.5 of 100 cases, and more content never makes it less probable', () => {
  for (const lot of [40, 60, 300, 1000, 10_000]) {
    const at = acceptance(plan(lot), { nominal: 500, tolerable: 15, mean: 500, s: 2 });
    near(at.mean ?? 0, 0.995, 2e-4);
    const curve = acceptanceCurve(plan(lot), { nominal: parse('500'), tolerable: parse('15'), s: parse('12') });
    for (const [index, point] of curve.entries()) {
      const before = curve[index - 1];
      assert.ok(Number(point.atLeast) <= Number(point.atMost));
      if (before === undefined) continue;
      assert.ok(Number(before.counts) <= Number(point.counts) && Number(before.meanTest) <= Number(point.meanTest));
    }
  }
});

test('a curve reaches from hardly any lot to nearly every one and holds the nominal quantity', () => {
  for (const s of ['0.001', '0.5', '5', '80']) {
    const process = { nominal: parse('500'), tolerable: parse('15'), s: parse(s) };
    const means = curveMeans(plan(400), process);
    assert.ok(means.length >= 10 && means.length <= 60, `${means.length}`);
    const curve = acceptanceCurve(plan(400), process);
    assert.ok(Number(curve[0]?.atMost) <= 0.001 && Number(curve[curve.length - 1]?.atMost) >= 0.999);
    assert.ok(curve.some(({ mean }) => Number(mean) === 500));
  }
});

test('a narrow spread has a curve of few points, however far it lies from the nominal quantity', () => {
  for (const lot of [5, 400]) {
    const process = { nominal: parse('500'), tolerable: parse('15'), s: parse('0.00005') };
    assert.ok(!isTooNarrow(process.nominal, process.s));
    const means = curveMeans(plan(lot), process);
    assert.ok(means.length >= 10 && means.length <= 60, `${means.length}`);
  }
  assert.ok(isTooNarrow(parse('500'), parse('0.00001')));
});

test('lots that are inspected whole have a curve of the counts only', () => {
  const [point] = acceptanceCurve(plan(5), { nominal: parse('100'), tolerable: parse('4.5'), s: parse('2') }, [parse('96')]);
  assert.equal(point?.meanTest, null);
  near(acceptance(plan(5), { nominal: 100, tolerable: 4.5, mean: 95.5, s: 2 }).counts, 0.5 ** 5, 1e-9);
});

test('steps are 1, 2 or 5 times a power of ten', () => {
  const step = (wanted: number) => Number(roundStep(wanted).digits) / 10 ** roundStep(wanted).scale;
  assert.deepEqual([0.34, 1, 1.01, 0.05, 51, 7e-9].map(step), [0.5, 1, 2, 0.05, 100, 1e-8]);
});
