import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { normalCdf, normalQuantile } from '../distribution/normal.ts';
import { measurementCapability, processCapability } from './capability.ts';
import { conformityCommand, type ConformityAnswer } from './command.ts';
import { rejectionLimit } from './guard-band.ts';
import { ratioRules } from './guard-rule.ts';
import { posterior } from './posterior.ts';

// ../../vectors/jcgm106.json: worked examples of JCGM 106:2012, of suncal and of Deaver, recomputed.
type Numbers = Record<string, number>;
type Vector = {
  id: string;
  inputs: Record<string, unknown>;
  expected: { published: Record<string, unknown>; exact: Record<string, unknown> } & Numbers;
  published: Numbers;
  exact: Numbers;
  cases: Numbers[];
};
const file = new URL('../../vectors/jcgm106.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
const seen = new Set<string>();
function vector(id: string): Vector {
  seen.add(id);
  const found = vectors.find((candidate) => candidate.id === id);
  assert.ok(found, id);
  return found;
}

const near = (found: number | null | undefined, wanted: unknown, relative = 1e-11): void =>
  assert.ok(Math.abs(Number(found) - Number(wanted)) <= relative * Math.abs(Number(wanted)), `${found}, wanted ${String(wanted)}`);
const answered = (input: unknown): ConformityAnswer => conformityCommand(input).answer;

test('a Zener diode and a pressure vessel conform with the probabilities of JCGM 106 7.3', () => {
  for (const id of ['jcgm106-zener', 'jcgm106-vessel']) {
    const { inputs, expected } = vector(id);
    const found = answered({ value: inputs['y'], u: inputs['u'], lower: inputs['TL'], upper: inputs['TU'] });
    near(found.probability, expected.exact['pc']);
    assert.equal(found.probability.toFixed(2), (expected.published['pc'] as number).toFixed(2));
    near(found.risks.specific.consumer, 1 - (expected.exact['pc'] as number), 1e-13 / 0.01);
    assert.equal(found.decision, 'pass');
  }
});

test('the quantiles of Table 1 and the coverage of k = 1, 2, 3 are those of the guide', () => {
  const table = vector('jcgm106-table1');
  for (const [probability, wanted] of Object.entries(table.exact)) {
    near(normalQuantile(Number(probability)), wanted, 1e-14);
    assert.equal(normalQuantile(Number(probability)).toFixed(2), table.published[probability]!.toFixed(2));
    // A guard band for that probability with one limit is z u.
    near(Number(answered({ value: 0, u: 1, upper: 10, rule: 'guarded', guard: { probability } }).guard?.w), wanted, 1e-14);
  }
  const coverage = vector('jcgm106-A.3');
  for (const [k, wanted] of Object.entries(coverage.exact))
    near(answered({ value: 0, u: 1, lower: -Number(k), upper: k }).probability, wanted, 1e-14);
});

test('a driver is fined from the speed that exceeds the limit with 99.9 %', () => {
  const { inputs, expected } = vector('jcgm106-speed');
  const [limit, relative, probability] = [inputs['v0'], inputs['u_rel'], inputs['pc']] as [number, number, number];
  const fined = rejectionLimit(limit, relative, probability);
  near(fined, expected.exact['vmax'], 1e-13);
  near(rejectionLimit(limit, relative, normalCdf(3.09)), expected.exact['vmax_z309'], 1e-13);
  assert.equal(Math.ceil(fined), expected.published['vmax']);
  // The same limit from the command, with the uncertainty at that speed.
  const found = answered({ value: 107, u: relative * fined, upper: limit, rule: 'guarded', guard: { probability, side: 'rejection' } });
  near(Number(found.acceptance.upper), fined, 1e-12);
  assert.equal(found.decision, 'fail');
});

test('precision resistors: global risks of guarded and of simple acceptance (9.5.3)', () => {
  const { inputs, expected } = vector('jcgm106-resistors');
  const { y0, u0 } = inputs['prior'] as Numbers;
  const [um, TL, TU] = [inputs['um'], inputs['TL'], inputs['TU']];
  const common = { value: '1500.1', u: um, lower: TL, upper: TU, prior: { mean: y0, u: u0 } };
  const guarded = answered({ ...common, rule: 'guarded', guard: { 'times U': '0.25' } });
  assert.deepEqual(guarded.acceptance, { lower: '1499.82', upper: '1500.18' });
  const risk = guarded.risks.global!;
  near(risk.consumer, expected.exact['RC']);
  near(risk.producer, expected.exact['RP']);
  near(risk.accepted, expected.exact['accepted']);
  near(risk.conforming, expected.exact['pc_prior'], 1e-12);
  assert.equal((84 * (1 - risk.consumerAmongAccepted)).toFixed(0), '83');
  const simple = expected.exact['simple_acceptance'] as Numbers;
  const found = answered({ ...common, rule: 'simple' }).risks.global!;
  near(found.consumer, simple['RC']);
  near(found.producer, simple['RP']);
});

test('figure 17 and Deaver: risks of two-sided tolerances', () => {
  const figure = vector('jcgm106-fig17-Cm2');
  const found = answered({ value: 0, u: figure.inputs['um'], lower: -3, upper: 3, prior: { mean: 0, u: 1 } });
  assert.equal(found.capability, figure.inputs['Cm']);
  near(found.risks.global?.consumer, figure.expected.exact['RC']);
  near(found.risks.global?.producer, figure.expected.exact['RP']);
  const { inputs, expected } = vector('deaver-GB091');
  const guarded = answered({
    value: 0,
    u: inputs['um'],
    lower: -2,
    upper: 2,
    rule: 'guarded',
    guard: '0.18',
    prior: { mean: 0, u: inputs['process_sigma'] },
  });
  assert.deepEqual(guarded.acceptance, { lower: '-1.82', upper: '1.82' });
  near(guarded.risks.global?.consumer, expected.exact['PFA']);
  near(guarded.risks.global?.producer, expected.exact['PFR']);
});

test('with a capability of 1 only values near the middle conform with 95 % (7.7.5)', () => {
  const { inputs, expected } = vector('jcgm106-7.7.5');
  const u = 1 / (4 * (inputs['Cm'] as number));
  assert.equal(measurementCapability(1, u), 1);
  const { acceptance, guard } = answered({ value: 0.5, u, lower: 0, upper: 1, rule: 'guarded', guard: { probability: inputs['pc'] } });
  const [low, high] = expected.exact['y_tilde'] as unknown as [number, number];
  near(Number(acceptance.lower), low, 1e-12);
  near(Number(acceptance.upper), high, 1e-12);
  assert.equal(guard?.form, 'probability');
});

test('after a measurement the prior has become a posterior (A.4.4)', () => {
  for (const { y0, u0, eta_m, um, y, u } of vector('jcgm106-A.4.4').cases as {
    y0: number;
    u0: number;
    eta_m: number;
    um: number;
    y: number;
    u: number;
  }[]) {
    const after = posterior({ mean: y0, u: u0 }, { mean: eta_m, u: um });
    near(after.mean, y, 1e-15);
    near(after.u, u, 1e-14);
    const found = answered({ value: eta_m, u: um, lower: 1499.8, upper: 1500.2, prior: { mean: y0, u: u0 } }).posterior;
    near(Number(found?.value), y, 1e-14);
    near(Number(found?.u), u, 1e-14);
  }
});

test('with w = 2u at most 2.3 % of what is accepted at the limit does not conform (8.3.2.3)', () => {
  const { exact } = vector('jcgm106-8.3.2.3').expected;
  for (const guard of ['iso-14253-1', 'ilac-g8', { 'times U': 1 }, '0.2']) {
    const found = answered({ value: '9.8', u: '0.1', upper: '10', rule: 'guarded', guard });
    assert.equal(found.decision, 'pass');
    near(found.risks.specific.consumer, exact['p_false_accept_max'], 1e-12);
  }
});

test('guard bands from a test uncertainty ratio follow their published formulas', () => {
  const { inputs, expected } = vector('guardband-formulas');
  const ratio = inputs['TUR'] as number;
  near(ratioRules.rss.factor(ratio), expected['rss'], 1e-14);
  near(ratioRules.dobbert.factor(ratio), expected['dobbert_factor'], 1e-14);
  near(ratioRules.test95.factor(ratio), expected['test95'], 1e-14);
  near(ratioRules.rp10.factor(ratio), expected['rp10'], 1e-14);
  const found = answered({ value: 0, u: '0.2', lower: -1, upper: 1, rule: 'guarded', guard: 'rss' });
  near(Number(found.acceptance.upper), expected['rss'], 1e-13);
  assert.equal(ratioRules.dobbert.factor(5), 1);
  assert.equal(ratioRules.rp10.factor(10), 1);
  assert.equal(ratioRules.rss.factor(0.5), 0);
});

test('process capability and the share outside the limits', () => {
  for (const { LL, UL, mean, sd, cpk, p_out } of vector('cpk').cases as {
    LL: number;
    UL: number;
    mean: number;
    sd: number;
    cpk: number;
    p_out: number;
  }[]) {
    const found = processCapability(LL, UL, mean, sd);
    assert.ok(Math.abs(found.cpk - cpk) < 5e-8);
    near(found.outside, p_out, 1e-12);
  }
  assert.throws(() => processCapability(2, 1, 0, 1), RangeError);
  assert.throws(() => processCapability(1, 2, 0, 0), RangeError);
});

test('every vector of the file was compared', () => {
  assert.deepEqual(
    vectors.map(({ id }) => id).filter((id) => !seen.has(id)),
    [],
  );
});
