import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '../src/calculation.ts';
import { jjg1041 } from './procedure.ts';

type Row = Record<string, string>;
type Input = CalculationInput & { kind: 'initial'; instrument: Row; adopted: Row; readings: Record<string, Row & { rows: Row[] }> };
const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')) as { input: Input }).input;
const errorsOf = (input: Input) => jjg1041.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);
const checkOf = (input: Input, id: string) => jjg1041.calculate(input).checks.find((check) => check.id === id);

test('each kind of verification has the tests that the regulation asks of it', () => {
  const groups = (kind: 'initial') => jjg1041.groups({ rateStep: '1' }, kind).map(({ id }) => id);
  assert.equal(groups('initial').length, 13);
  const use = ['appearance', 'calibration', 'inputRange', 'weighting', 'waveform', 'heartRate'];
  assert.deepEqual(groups('in-use' as never), use);
  assert.deepEqual(
    groups('subsequent' as never).filter((id) => !use.includes(id)),
    ['polarisation', 'noise'],
  );
});

test('at 50 Hz the stricter of the two ranges holds', () => {
  const limitAt = (frequency: string) => {
    const input = read('pass-initial-adopted');
    input.readings['response']!.rows.push({ frequency, height: '10.0' });
    return checkOf(input, 'response.4')?.lower;
  };
  assert.deepEqual(['0.5', '50', '50.1', '75'].map(limitAt), ['-10', '-10', '-30', '-30']);
});

test('an amplitude at the bound has the absolute limit, one above it the relative', () => {
  const limitAt = (reference: string) => {
    const input = read('pass-initial-adopted');
    input.readings['amplitude']!.rows[0] = { wave: 'CAL', reference, measured: reference };
    return checkOf(input, 'amplitude.1')?.limit;
  };
  assert.deepEqual(['100', '500', '501', '2000'].map(limitAt), ['25', '25', '25.05', '100.00']);
});

test('only what was entered decides: with the bound and no relative limit a large amplitude stays open', () => {
  const input = read('pass-initial-adopted');
  delete input.adopted['limits.amplitudeRelative'];
  assert.deepEqual(errorsOf(input), ['limits.amplitudeRelative: limit-unknown']);
});

test('a rejection of 28183 times is less than 89 dB, one of 28184 times more', () => {
  const verdictOf = (height: string) => {
    const input = read('pass-initial-adopted');
    Object.assign(input.readings['rejection']!, { common: '28.184', gain: '10' });
    input.readings['rejection']!.rows[0]!['height'] = height;
    const check = checkOf(input, 'rejection.1');
    return `${check?.value} ${check?.verdict}`;
  };
  // 28184 × 10 / 10 and 28184 × 10 / 10.0004 = 28182.9: 89.0001 and 88.9997 dB.
  assert.deepEqual([verdictOf('10'), verdictOf('10.0004')], ['89.0001 pass', '88.9997 fail']);
});

test('the digit of the heart rate is that of its display', () => {
  const input = read('pass-subsequent');
  input.instrument['rateStep'] = '0.5';
  assert.equal(checkOf(input, 'heartRate.1')?.limit, '3.60');
  input.instrument['rateStep'] = '0';
  assert.deepEqual(errorsOf(input), ['instrument.rateStep: too-small']);
});

test('each heart rate has a budget with the generator at a third of the permissible error', () => {
  const [budget] = jjg1041.budgets(read('pass-subsequent'));
  assert.deepEqual(budget?.model.inputs['reference'], { distribution: 'rectangular', mean: 0, halfWidth: 1.367 });
  assert.deepEqual(budget?.model.inputs['reading'], { distribution: 'rectangular', mean: 0, halfWidth: 0.5 });
});
