import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { command } from '../../test/support/command.ts';
import { root } from '../../test/support/program.ts';

/* Published examples through the program itself: standard input, JSON on standard output, exit codes. The packages' tests hold all of them. */

// Each answer has its own shape, which the assertions name.
// oxlint-disable-next-line typescript/no-explicit-any
type Found = any;
const vector = (path: string, id: string): Found =>
  (JSON.parse(readFileSync(join(root, path), 'utf8')) as { vectors: { id: string }[] }).vectors.find((one) => one.id === id);

async function ask(words: readonly string[], input: unknown, code = 0): Promise<Found> {
  const answer = await command([...words, '-', '--json'], JSON.stringify(input));
  assert.deepEqual([answer.code, answer.error], [code, ''], words.join(' '));
  return JSON.parse(answer.out);
}
const near = (found: number, wanted: number, distance: number): void =>
  assert.ok(Math.abs(found - wanted) <= distance, `${found}, wanted ${wanted} ± ${distance}`);

test('uncertainty: JCGM 101 9.2.2, and a long run on every core answers the same form', async () => {
  const x = { distribution: 'normal', mean: 0, u: 1 };
  const file = { outputs: { y: 'x1+x2+x3+x4' }, inputs: { x1: x, x2: x, x3: x, x4: x }, monteCarlo: { interval: 'symmetric' } };
  const { outputs, region } = await ask(['uncertainty'], file);
  assert.equal(outputs.y.gum.u, 2);
  assert.equal(outputs.y.gum.dof, null);
  near(outputs.y.gum.interval[1], 3.919927969080108, 1e-9);
  near(outputs.y.monteCarlo.interval[1], 3.919927969080108, 0.02);
  assert.deepEqual([outputs.y.validated.ok, region], [true, null]);
  const long = await ask(['uncertainty'], { ...file, monteCarlo: { trials: 6_000_000, interval: 'symmetric' } });
  near(long.outputs.y.monteCarlo.u, 2, 0.004);
});

test('uncertainty: a bad file is one line that names the place, and evaluates nothing', async () => {
  const input = {
    outputs: { l: 'ls + d - lss' },
    inputs: { ls: { distribution: 'normal', mean: 1, u: 1 }, d: { distribution: 'normal', mean: 1, u: 1 } },
  };
  const { code, out, error } = await command(['uncertainty', '-', '--json', '--lang', 'en'], JSON.stringify(input));
  assert.deepEqual([code, out], [2, '']);
  assert.equal(error, 'outputs.l, column 10: unknown name "lss"; did you mean "ls"?\n');
  assert.equal((await command(['uncertainty', '-'], '{"outputs":')).code, 2);
  assert.equal((await command(['uncertainty', 'no-such-file.json'])).code, 2);
});

test('units convert and round', async () => {
  assert.deepEqual(JSON.parse((await command(['units', 'convert', '12.5 kgf/cm2', 'kPa', '--json'])).out), {
    value: '1225.83125',
    unit: 'kPa',
    exact: true,
  });
  assert.equal((await command(['units', 'convert', '1 m', 's'])).code, 2);
  assert.match((await command(['round', '10.05762', '--uncertainty', '0.027', '--json'])).out, /10\.058/);
});

test('netcontent: the edge pass of a lot of 400', async () => {
  const contents =
    '499.0 501.3 497.5 503.0 496.1 500.1 494.4 484.2 498.4 502.2 499.3 501.6 497.8 503.3 496.4 500.4 494.7 505.0 498.7 502.5 499.6 501.9 498.1 483.9 496.8 500.7 495.0 505.3 499.0 502.8 499.9 502.2 498.4 503.9 497.1 501.0 495.3 505.6 499.3 503.1 500.2 484.6 498.7 504.2 497.4 501.3 495.6 505.9 499.6 503.4'.split(
      ' ',
    );
  const input = { rule: 'jjf-1070-2005', lot: 400, nominal: '500', unit: 'g', contents };
  const answer = await ask(['netcontent'], input);
  assert.deepEqual(
    [answer.n, answer.lambda, answer.mean, answer.s, answer.limit, answer.meanOk, answer.T, answer.t1, answer.t2, answer.verdict],
    [50, '0.379', '499.114', '4.82540', '498.17117', true, '15', { found: 3, allowed: 3 }, { found: 0, allowed: 0 }, 'pass'],
  );
  const worse = await ask(['netcontent'], { ...input, contents: ['469.9', ...contents.slice(1)] }, 1);
  assert.equal(worse.verdict, 'fail');
});

test('proficiency: algorithm A and z scores', async () => {
  const { data, expected } = vector('packages/statistics/vectors/pt.json', 'algA-chromium_RM');
  const robust = await ask(['proficiency'], { method: 'algorithm-a', results: data.map(String) });
  near(Number(robust.x), expected.iso13528.x_star, 1e-8);
  near(Number(robust.s), expected.iso13528.s_star, 1e-8);
  const { scores } = await ask(['proficiency'], {
    method: 'z',
    assigned: { x: '10', sigma: '0.25' },
    results: [{ id: 'a', x: '9.2' }],
  });
  assert.deepEqual([Number(scores[0].score), scores[0].verdict], [-3.2, 'unsatisfactory']);
});

test('chart: limits of the piston rings, and none can be typed in', async () => {
  const { data, expected } = vector('packages/statistics/vectors/spc.json', 'spc-pistonrings');
  const chart = await ask(['chart'], { chart: 'xbar-r', data, specification: { lower: 73.95, upper: 74.05 } });
  near(Number(chart.centre), expected.computed.center, 1e-9);
  near(Number(chart.upper), expected.computed.UCL, 1e-9);
  near(Number(chart.lower), expected.computed.LCL, 1e-9);
  assert.equal((await command(['chart', '-'], JSON.stringify({ chart: 'xbar-r', data, ucl: 75 }))).code, 2);
});

test('regression: Norris to nine digits, Misra1a from a far start', async () => {
  const norris = vector('packages/uncertainty/vectors/strd.json', 'strd-Norris');
  const fit = await ask(['regression'], { model: 'polynomial', degree: 1, x: norris.data.x, y: norris.data.y });
  norris.expected.certified.beta.forEach((beta: number, index: number) => near(fit.parameters[index].value, beta, Math.abs(beta) * 1e-9));
  const misra = vector('packages/uncertainty/vectors/strd_nonlinear.json', 'strd-nl-Misra1a');
  const curve = await ask(['regression'], {
    model: 'b1*(1-exp(-b2*x))',
    start: { b1: misra.start1[0], b2: misra.start1[1] },
    x: misra.data.x,
    y: misra.data.y,
  });
  misra.expected.certified.beta.forEach((beta: number, index: number) => near(curve.parameters[index].value, beta, Math.abs(beta) * 1e-8));
});

test('conformity: the precision resistor, accepted with its risks and rejected beyond', async () => {
  const input = {
    value: '1500.1',
    u: '0.04',
    lower: '1499.8',
    upper: '1500.2',
    rule: 'guarded',
    guard: 0.02,
    prior: { mean: '1500', u: '0.12' },
  };
  const { decision, risks } = await ask(['conformity'], input);
  assert.equal(decision, 'pass');
  near(risks.global.consumer, 0.009878291521774326, 1e-8);
  near(risks.global.producer, 0.0690265104615649, 1e-8);
  await ask(['conformity'], { ...input, value: '1500.19' }, 1);
});
