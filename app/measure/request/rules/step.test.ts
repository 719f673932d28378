import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  inHand,
  lineOf,
  mayFollow,
  mayWithdrawAll,
  requestStepLifeCycle,
  requestStepNames,
  withdrawable,
  type RequestStep,
} from './step.ts';

const anyStep = fc.constantFrom(...requestStepNames);
/** A way through the life-cycle from the submission on, chosen step by step. */
const way = fc.array(fc.nat(9), { maxLength: 14 }).map((choices) => {
  const steps: RequestStep[] = ['submitted'];
  for (const choice of choices) {
    const next: RequestStep[] = Object.values(requestStepLifeCycle[steps[steps.length - 1]!]);
    if (next.length === 0) break;
    steps.push(next[choice % next.length]!);
  }
  return steps;
});

test('an instrument is tested after its acceptance, whether or not the institute schedules, receives or visits', () => {
  for (const before of ['accepted', 'scheduled', 'received', 'visited', 'returned'] as const)
    assert.ok(mayFollow(before, 'tested'), before);
  for (const before of ['submitted', 'referred', 'refused', 'withdrawn', 'checked', 'approved', 'issued', 'fetched'] as const)
    assert.ok(!mayFollow(before, 'tested'), before);
});

test('a record that is given back is tested again before it is checked', () => {
  assert.ok(mayFollow('tested', 'returned') && mayFollow('checked', 'returned'));
  assert.ok(!mayFollow('returned', 'checked') && !mayFollow('approved', 'returned'));
});

test('what is received, visited or tested is not withdrawn, and nothing follows an end', () => {
  assert.deepEqual(withdrawable, ['submitted', 'referred', 'accepted', 'scheduled']);
  for (const end of ['refused', 'withdrawn', 'fetched'] as const) assert.deepEqual(requestStepLifeCycle[end], {});
  assert.ok(!inHand.includes('submitted') && !inHand.includes('issued'));
});

test('a request is withdrawn as a whole while nothing of it is in work', () => {
  assert.ok(mayWithdrawAll(['submitted']) && mayWithdrawAll(['accepted', 'scheduled', 'issued']));
  assert.ok(!mayWithdrawAll(['accepted', 'tested']) && !mayWithdrawAll(['issued', 'withdrawn']) && !mayWithdrawAll([]));
});

test('however an instrument came where it is, its line shows one present step and nothing done behind it', () => {
  fc.assert(
    fc.property(way, fc.constantFrom('institute' as const, 'on-site' as const), (steps, whereDone) => {
      const current = steps[steps.length - 1]!;
      const line = lineOf(current, steps, whereDone);
      const ended = current === 'refused' || current === 'withdrawn';
      assert.equal(line.filter(({ state }) => state === (ended ? 'ended' : 'now')).length, 1);
      assert.equal(line.find(({ state }) => state === 'now' || state === 'ended')?.step, current);
      const at = line.findIndex(({ step }) => step === current);
      assert.ok(line.slice(0, at).every(({ state }) => state === 'done'));
      assert.ok(line.slice(at + 1).every(({ state }) => state === 'to-come'));
      assert.equal(new Set(line.map(({ step }) => step)).size, line.length);
    }),
  );
});

test('a line leaves out what the institute left out, and on site nothing is to be received', () => {
  const line = (current: RequestStep, ...happened: RequestStep[]) =>
    lineOf(current, happened, 'on-site').map(({ step, state }) => `${step}:${state}`);
  assert.deepEqual(line('tested', 'submitted', 'accepted', 'tested').slice(0, 3), ['submitted:done', 'accepted:done', 'tested:now']);
  assert.ok(!line('accepted', 'submitted', 'accepted').includes('received:to-come'));
  assert.ok(line('accepted', 'submitted', 'accepted').includes('visited:to-come'));
  assert.deepEqual(line('refused', 'submitted', 'refused'), ['submitted:done', 'refused:ended']);
});

test('every step leads only to steps of the list', () => {
  fc.assert(
    fc.property(anyStep, (step) => {
      for (const next of Object.values(requestStepLifeCycle[step])) assert.ok(requestStepNames.includes(next));
    }),
  );
});
