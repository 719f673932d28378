import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from '@tongheng/quantity/decimal';
import { algorithmA, exactCorrection } from './algorithm-a.ts';
import { cochranCritical } from './cochran.ts';
import { proficiency } from './command.ts';
import { grubbsCritical } from './grubbs.ts';
import { factorsOfHomogeneity, homogeneity } from './homogeneity.ts';
import { simpleRobust } from './simple-robust.ts';

type Pair = readonly [number, number];
type Numbers = Readonly<Record<string, number>>;
type OfAlgorithmA = {
  readonly id: string;
  readonly data: readonly number[];
  readonly expected: Readonly<Record<'median' | 'MADe_1483' | 'nIQR_type7', number>> & {
    readonly iso13528: {
      readonly x_star: number;
      readonly s_star: number;
      readonly u_xpt: number;
      readonly first_iterations: readonly Pair[];
    };
    readonly exact_correction: { readonly correction: number; readonly x_star: number; readonly s_star: number };
    readonly peer: { readonly metRology_algA: Pair; readonly MASS_hubers: Pair } | null;
  };
};
type OfScores = { readonly cases: readonly (Numbers & { readonly class_?: string })[] };
type OfHomogeneity = {
  readonly data: readonly (readonly number[])[];
  readonly sigma_p: number;
  readonly expected: { readonly computed: Numbers & { readonly pass_03: boolean; readonly pass_expanded: boolean } };
};
type OfFactors = { readonly published: Readonly<Record<string, Pair>>; readonly computed: Readonly<Record<string, Pair>> };
type OfCritical = { readonly published: Readonly<Record<string, Numbers>>; readonly computed: Readonly<Record<string, Numbers>> };

const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/pt.json'), 'utf8')) as {
  vectors: readonly { readonly id: string; readonly kind: string }[];
};
function vector<Kind>(id: string): Kind {
  const found = vectors.find((one) => one.id === id);
  assert.ok(found, id);
  return found as Kind;
}
const near = (found: number, expected: number, relative = 1e-9, what = ''): void =>
  assert.ok(Math.abs(found - expected) <= relative * Math.abs(expected), `${what}: ${found} instead of ${expected}`);
const answer = (input: object): Readonly<Record<string, string>> => proficiency(input).answer as Readonly<Record<string, string>>;

const ofAlgorithmA = vectors.filter((one) => one.kind === 'algorithmA') as readonly unknown[] as readonly OfAlgorithmA[];

test('there are five vectors of algorithm A, and every vector of the file has its test here', () => {
  assert.equal(ofAlgorithmA.length, 5);
  const others = ['scores', 'homogeneity-soya', 'homogeneity-F1F2', 'iso5725-critical'];
  assert.deepEqual(
    vectors.filter((one) => one.kind !== 'algorithmA').map((one) => one.id),
    others,
  );
});

for (const { id, data, expected } of ofAlgorithmA) {
  test(`algorithm A of ${id} through the command, with the constants of ISO 13528 and with exact ones`, () => {
    const iso = answer({ method: 'algorithm-a', results: data });
    near(Number(iso['x']), expected.iso13528.x_star, 1e-9, 'x*');
    near(Number(iso['s']), expected.iso13528.s_star, 1e-9, 's*');
    near(Number(iso['u']), expected.iso13528.u_xpt, 1e-9, 'u');
    const exact = answer({ method: 'algorithm-a', results: data.map(String), constants: 'exact' });
    near(Number(exact['x']), expected.exact_correction.x_star, 1e-9, 'x*');
    near(Number(exact['s']), expected.exact_correction.s_star, 1e-9, 's*');
    near(exactCorrection(), expected.exact_correction.correction, 1e-14, 'correction');
    if (expected.peer !== null) {
      near(Number(exact['x']), expected.peer.metRology_algA[0], 1e-9, 'metRology');
      near(Number(exact['x']), expected.peer.MASS_hubers[0], 1e-5, 'MASS');
    }
  });

  test(`algorithm A of ${id}: the first steps are those published, and the stop rule of the standard ends early`, () => {
    const { x, made, niqr } = simpleRobust(data);
    near(x, expected.median, 1e-12, 'median');
    near(made, expected.MADe_1483, 1e-12, 'MADe');
    near(niqr, expected.nIQR_type7, 1e-12, 'nIQR');
    const [full, early] = [algorithmA(data), algorithmA(data, { stop: 'iso' })];
    assert.ok(early.iterations <= full.iterations);
    assert.ok(early.iterations < 40);
    near(early.s, full.s, 0.02, 'early s*');
    const steps = expected.iso13528.first_iterations;
    let [a, s] = steps[0]!;
    near(a, x, 1e-12);
    near(s, made, 1e-12);
    for (const [nextX, nextS] of steps.slice(1)) {
      const moved = data.map((value) => Math.min(a + 1.5 * s, Math.max(a - 1.5 * s, value)));
      const mean = moved.reduce((sum, value) => sum + value, 0) / moved.length;
      s = 1.134 * Math.sqrt(moved.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (moved.length - 1));
      a = mean;
      near(a, nextX, 1e-12);
      near(s, nextS, 1e-12);
    }
  });
}

test('the scores of the vector through the command, with their verdicts', () => {
  for (const own of vector<OfScores>('scores').cases) {
    const of = (method: string): { score: string; verdict: string } => {
      const assigned = { x: own['xpt'], sigma: own['sigma_pt'], u: own['u_xpt'], U: own['U_xpt'] };
      const found = proficiency({ method, assigned, results: [{ id: 'A', x: own['x'], u: own['u_x'], U: own['U_x'] }] }).answer;
      return (found as { scores: { score: string; verdict: string }[] }).scores[0]!;
    };
    if (own['z'] !== undefined) {
      near(Number(of('z').score), own['z'], 1e-12);
      assert.equal(of('z').verdict, own.class_);
    }
    if (own['z_prime'] !== undefined) near(Number(of('z-prime').score), own['z_prime'], 1e-12);
    if (own['zeta'] !== undefined) near(Number(of('zeta').score), own['zeta'], 1e-12);
    if (own['En'] !== undefined) {
      near(Number(of('en').score), own['En'], 1e-12);
      assert.equal(of('en').verdict, 'unsatisfactory');
    }
  }
});

test('copper in soya flour is homogeneous, with the published factors', () => {
  const { data, sigma_p, expected } = vector<OfHomogeneity>('homogeneity-soya');
  const { computed } = expected;
  const found = homogeneity(
    data.map((row) => row.map((value) => parse(String(value)))),
    parse(String(sigma_p)),
  );
  near(found.sw * found.sw, computed['s_w2']!);
  near(found.sx * found.sx, computed['s_x2']!);
  near(found.ss, computed['s_s']!);
  near(found.limit * found.limit, computed['sigma_allow2']!);
  near(found.F1, computed['F1']!);
  near(found.F2, computed['F2']!);
  near(found.critical, computed['critical']!);
  near(found.cochran?.C ?? 0, computed['cochran_C']!);
  assert.equal(found.isHomogeneous, computed.pass_03);
  assert.equal(found.isHomogeneousExpanded, computed.pass_expanded);
  const through = proficiency({ method: 'homogeneity', results: data, sigma: sigma_p });
  assert.equal(through.exitCode, 0);
  near(Number((through.answer as { ss: string }).ss), computed['s_s']!, 1e-12);
});

test('F1 and F2 are the published ones for 7 to 20 items', () => {
  const { published, computed } = vector<OfFactors>('homogeneity-F1F2');
  for (const [g, [one, two]] of Object.entries(computed)) {
    const { F1, F2 } = factorsOfHomogeneity(Number(g), 2);
    near(F1, one, 1e-9, `F1 ${g}`);
    near(F2, two, 1e-9, `F2 ${g}`);
    assert.ok(Math.abs(F1 - published[g]![0]) <= 0.0051 && Math.abs(F2 - published[g]![1]) <= 0.0051, `published ${g}`);
  }
});

test('critical values of Grubbs and Cochran are computed, and agree with the tables of ISO 5725-2', () => {
  const { published, computed } = vector<OfCritical>('iso5725-critical');
  for (const [p, expected] of Object.entries(computed['grubbs5']!)) {
    near(grubbsCritical(Number(p), 0.05), expected, 1e-9, `5 % ${p}`);
    // The table of the standard is one in its last digit at p = 3 and p = 20.
    assert.ok(Math.abs(expected - published['grubbs5']![p]!) < 0.001);
  }
  for (const [p, expected] of Object.entries(computed['grubbs1']!)) near(grubbsCritical(Number(p), 0.01), expected, 1e-9, `1 % ${p}`);
  for (const [pair, expected] of Object.entries(computed['cochran5']!)) {
    const [p = 0, n = 0] = pair.split('x').map(Number);
    near(cochranCritical(p, n, 0.05), expected, 1e-9, pair);
    assert.ok(Math.abs(expected - published['cochran5']![pair]!) <= 0.0005 + 1e-9, pair);
  }
});
