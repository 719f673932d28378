import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { conformityCommand } from './command.ts';
import { rejectionLimit } from './guard-band.ts';

const base = { value: '10.05', u: '0.01', lower: '9.90', upper: '10.06' };
const decisionOf = (input: object): string => conformityCommand({ ...base, ...input }).answer.decision;

test('a value on a limit is within it, and limits are compared as they were written', () => {
  assert.equal(decisionOf({ value: '10.06' }), 'pass');
  assert.equal(decisionOf({ value: '10.060000000000000000001' }), 'fail');
  // 0.1 + 0.2 is 0.3 here.
  const guarded = { u: '0.1', lower: '-1', upper: '0.5', rule: 'guarded' };
  assert.equal(decisionOf({ ...guarded, value: '0.3' }), 'pass');
  assert.equal(decisionOf({ ...guarded, value: 0.30000000000000004 }), 'fail');
  assert.deepEqual(conformityCommand({ ...base, ...guarded, value: 0 }).answer.acceptance, { lower: '-0.8', upper: '0.3' });
});

test('a non-binary statement has four answers, two of them rejections', () => {
  const statement = { rule: 'guarded', statement: 'non-binary', guard: '0.02' };
  const answers: readonly [string, string, 0 | 1][] = [
    ['10.04', 'pass', 0],
    ['10.041', 'conditionalPass', 0],
    ['10.06', 'conditionalPass', 0],
    ['10.061', 'conditionalFail', 1],
    ['10.08', 'conditionalFail', 1],
    ['10.081', 'fail', 1],
    ['9.919', 'conditionalPass', 0],
    ['9.88', 'conditionalFail', 1],
    ['9.87', 'fail', 1],
  ];
  for (const [value, decision, exitCode] of answers) {
    const found = conformityCommand({ ...base, ...statement, value });
    assert.deepEqual([found.answer.decision, found.exitCode], [decision, exitCode], value);
    const { consumer, producer } = found.answer.risks.specific;
    assert.equal(consumer === null, exitCode === 1);
    assert.equal(producer === null, exitCode === 0);
  }
});

test('a rejected value has a producer’s risk, an accepted one a consumer’s risk', () => {
  const rejected = conformityCommand({ ...base, value: '10.07' });
  assert.equal(rejected.exitCode, 1);
  assert.equal(rejected.answer.risks.specific.consumer, null);
  assert.ok(Math.abs(rejected.answer.risks.specific.producer! - 0.15865525393145705) < 1e-13);
  // Far inside, the consumer's risk keeps its digits although the probability is 1.
  const certain = conformityCommand({ value: 0, u: 1, upper: 20 }).answer;
  assert.equal(certain.probability, 1);
  assert.ok(Math.abs(certain.risks.specific.consumer! / 2.7536241186062337e-89 - 1) < 1e-13);
});

test('finite degrees of freedom make the t distribution of the probability', () => {
  const { probability } = conformityCommand({ value: 0, u: 1, dof: 1, lower: -1, upper: 1 }).answer;
  assert.ok(Math.abs(probability - 0.5) < 1e-15);
  const guarded = conformityCommand({ value: 0, u: 1, dof: 16, upper: 10, rule: 'guarded', guard: { probability: 0.975 } }).answer;
  assert.ok(Math.abs(Number(guarded.guard?.w) - 2.119905299221254) < 1e-14);
  assert.equal(guarded.uncertainty.dof, 16);
  assert.deepEqual(conformityCommand({ ...base, dof: null }).answer, conformityCommand(base).answer);
});

test('U and k lead to u and back', () => {
  const fromU = conformityCommand({ ...base, u: undefined, U: '0.02' }).answer;
  assert.deepEqual(fromU, conformityCommand(base).answer);
  assert.deepEqual(fromU.uncertainty, { u: '0.01', k: '2', U: '0.02', dof: null });
  assert.equal(conformityCommand({ ...base, k: '2.5' }).answer.uncertainty.U, '0.025');
  assert.equal(conformityCommand({ ...base, u: undefined, U: '0.01', k: 3 }).answer.uncertainty.u, '0.00333333333333333');
});

test('verification decides by simple acceptance and a guard band never fails an instrument there', () => {
  const found = conformityCommand({ ...base, value: '10.05', lower: '9.94', rule: 'guarded', purpose: 'triage' });
  assert.deepEqual([found.answer.decision, found.exitCode], ['fail', 1]);
  assert.deepEqual([found.answer.verification.decision, found.answer.verification.applies], ['pass', false]);
  assert.match(found.text[0], /检定按简单接受判定（JJF 1094），不得因保护带判为不合格/);
  assert.match(found.text[1], /a guard band never fails an instrument/);
  assert.throws(
    () => conformityCommand({ ...base, rule: 'guarded', purpose: 'verification' }),
    /^InvalidInput: rule: verification decides by simple acceptance/,
  );
  const verified = conformityCommand({ ...base, lower: '9.94', purpose: 'verification' });
  assert.deepEqual([verified.answer.decision, verified.answer.verification.applies], ['pass', true]);
});

test('U of exactly a third of the maximum permissible error is small enough, anything more is not', () => {
  const third = { value: 0, lower: '-0.3', upper: '0.3', purpose: 'verification' };
  assert.equal(conformityCommand({ ...third, U: '0.1' }).answer.verification.met, true);
  const more = conformityCommand({ ...third, U: '0.100000000000000001' });
  assert.equal(more.answer.verification.met, false);
  assert.match(more.text[0], /不满足 JJF 1094/);
  const oneSided = conformityCommand({ value: 0, upper: 1, u: '0.1' }).answer;
  assert.deepEqual([oneSided.verification.ratio, oneSided.verification.met, oneSided.capability], [null, null, null]);
});

test('a shared risk rests on a largest uncertainty that the parties agreed on', () => {
  const shared = { ...base, rule: 'shared' };
  const missing = conformityCommand(shared);
  assert.equal(missing.answer.decision, 'pass');
  assert.equal(missing.answer.agreed, null);
  assert.match(missing.text[0], /未给出 maximumU/);
  assert.deepEqual(conformityCommand({ ...shared, maximumU: '0.02' }).answer.agreed, { maximumU: '0.02', met: true });
  const broken = conformityCommand({ ...shared, maximumU: '0.019' });
  assert.deepEqual(broken.answer.agreed, { maximumU: '0.019', met: false });
  assert.match(broken.text[1], /not shared as agreed/);
});

test('named guard bands print their source and whether it was confirmed', () => {
  const widths: readonly [string, string][] = [
    ['ilac-g8', '0.02'],
    ['iso-14253-1', '0.02'],
    ['ISO-14253-1:2017', '0.0166'],
    ['3-sigma', '0.03'],
    ['6-sigma', '0.06'],
    ['uncritical', '-0.02'],
  ];
  for (const [rule, w] of widths) {
    const { guard } = conformityCommand({ ...base, value: '10', rule: 'guarded', guard: { rule } }).answer;
    assert.equal(guard?.w, w);
    assert.equal(guard?.confirmed, false);
    assert.ok(guard?.source);
  }
  assert.equal(conformityCommand({ ...base, rule: 'guarded' }).answer.guard?.w, '0.02');
  assert.equal(conformityCommand({ ...base, value: '10.08', rule: 'guarded', guard: 'uncritical' }).answer.decision, 'pass');
});

test('the text has every figure in both languages', () => {
  const { text } = conformityCommand({ ...base, value: '10', rule: 'guarded', prior: { mean: 10, u: '0.05' } });
  for (const label of ['结论', '合格概率', '特定消费者风险', '总体消费者风险', '总体生产者风险', '后验值', '测量能力指数', '保护带 w']) {
    assert.ok(text[0].includes(label), label);
  }
  for (const label of ['decision', 'conformance probability', "global producer's risk", 'posterior value'])
    assert.ok(text[1].includes(label), label);
  assert.equal(text[0].split('\n').length, text[1].split('\n').length);
  assert.match(conformityCommand({ value: 1, u: 1, lower: 0, dof: 5 }).text[0], /\[0, \+∞\]/);
});

test('input that cannot be used is refused by its place', () => {
  const refused: readonly [string, unknown][] = [
    ['', []],
    ['', 'text'],
    ['', null],
    ['value', { u: 1, upper: 2 }],
    ['value', { ...base, value: 'NaN' }],
    ['value', { ...base, value: Infinity }],
    ['value', { ...base, value: [1] }],
    ['value', { ...base, value: '1e61' }],
    ['u', { ...base, u: undefined }],
    ['u', { ...base, u: 0 }],
    ['u', { ...base, u: '-0.1' }],
    ['u', { ...base, u: NaN }],
    ['u', { ...base, u: '1e-61' }],
    ['U', { ...base, U: '0.02' }],
    ['k', { ...base, k: 0 }],
    ['k', { ...base, k: 101 }],
    ['dof', { ...base, dof: 0 }],
    ['dof', { ...base, dof: 'many' }],
    ['upper', { value: 1, u: 1 }],
    ['upper', { ...base, lower: '10.06' }],
    ['rule', { ...base, rule: 'strict' }],
    ['statement', { ...base, statement: 'non-binary' }],
    ['statement', { ...base, rule: 'guarded', statement: 'ternary' }],
    ['purpose', { ...base, purpose: 'sale' }],
    ['guard', { ...base, guard: '0.1' }],
    ['guard', { ...base, rule: 'guarded', guard: '0.5' }],
    ['guard', { ...base, rule: 'guarded', guard: 'nobody' }],
    ['guard', { ...base, rule: 'guarded', guard: [] }],
    ['guard', { ...base, rule: 'guarded', guard: {} }],
    ['guard', { ...base, rule: 'guarded', guard: { w: 1, rule: 'ilac-g8' } }],
    ['guard', { ...base, lower: null, rule: 'guarded', guard: 'rss' }],
    ['guard', { ...base, rule: 'guarded', statement: 'non-binary', guard: 'uncritical' }],
    ['guard.width', { ...base, rule: 'guarded', guard: { w: 1, width: 2 } }],
    ['guard.w', { ...base, rule: 'guarded', guard: { w: 'wide' } }],
    ['guard.probability', { ...base, rule: 'guarded', guard: { probability: 1 } }],
    ['guard.probability', { ...base, u: 1, rule: 'guarded', guard: { probability: 0.95 } }],
    ['guard.side', { ...base, rule: 'guarded', guard: { probability: 0.95, side: 'left' } }],
    ['prior', { ...base, prior: 3 }],
    ['prior.distribution', { ...base, prior: { distribution: 'gamma', mean: 1, u: 1 } }],
    ['prior.mean', { ...base, prior: { u: 1 } }],
    ['prior.u', { ...base, prior: { mean: 1, u: 0 } }],
    ['prior.dof', { ...base, prior: { mean: 1, u: 1, dof: 3 } }],
    ['prior.dof', { ...base, prior: { distribution: 't', mean: 1, scale: 1, dof: -3 } }],
    ['prior.halfWidth', { ...base, prior: { distribution: 'rectangular', mean: 1 } }],
    ['prior.upper', { ...base, prior: { distribution: 'triangular', lower: 1, upper: 1 } }],
    ['maximumU', { ...base, rule: 'shared', maximumU: 0 }],
    ['uper', { ...base, uper: 3 }],
  ];
  for (const [place, input] of refused) {
    assert.throws(
      () => conformityCommand(input),
      (error) => error instanceof InvalidInput && error.place === place && error.text[0].length > 0,
      `${place} ${JSON.stringify(input)}`,
    );
  }
  assert.throws(() => rejectionLimit(100, 0.5, 0.999), /reaches/);
  assert.throws(() => rejectionLimit(-1, 0.5, 0.9), RangeError);
});
