import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { smallPlan } from '../../../test/support/small-plan.ts';
import { planCheck } from './command.ts';

const builtIn = readFileSync(new URL('../../../data/plans/nantong-2023-2025.json', import.meta.url), 'utf8');

test('without a file the built-in plan is checked and its differences make exit code 1', () => {
  const { exitCode, answer, text } = planCheck(undefined, builtIn);
  assert.equal(exitCode, 1);
  assert.ok(answer && answer.findings.length > 0);
  assert.match(text[0], /合计印为98/);
});

test('a plan that agrees with itself makes exit code 0 and an empty list', () => {
  const { exitCode, answer } = planCheck(JSON.stringify(smallPlan()), builtIn);
  assert.deepEqual([exitCode, answer], [0, { findings: [] }]);
});

test('a file that is not JSON is refused with line and column', () => {
  const { exitCode, answer, text } = planCheck('{\n  "id": nothing }', builtIn);
  assert.deepEqual([exitCode, answer], [2, null]);
  assert.match(text[0], /第2行/);
  assert.match(text[1], /line 2/);
});

test('a file with a wrong cell is refused with the place in both languages', () => {
  const plan = smallPlan();
  plan.tables[0]?.rows[1]?.cells.pop();
  const { exitCode, text } = planCheck(JSON.stringify(plan), builtIn);
  assert.equal(exitCode, 2);
  assert.match(text[0], /tables\.0\.rows\.1\.cells/);
  assert.match(text[0], /[一-鿿]{4}/);
  assert.match(text[1], /tables\.0\.rows\.1\.cells/);
});

test('a record that points at nothing, or an id used twice, is refused', () => {
  for (const spoil of [
    (plan: ReturnType<typeof smallPlan>) => plan.tasks[0]?.bodies.push('nobody'),
    (plan: ReturnType<typeof smallPlan>) => plan.goals[0] && Object.assign(plan.goals[0].indicators[0] ?? {}, { sentence: '9.9-9' }),
    (plan: ReturnType<typeof smallPlan>) => plan.tables[0] && Object.assign(plan.tables[0], { note: 'none' }),
    (plan: ReturnType<typeof smallPlan>) => plan.bodies.push({ id: 'finance', name: '市财政局' }),
  ]) {
    const plan = smallPlan();
    spoil(plan);
    assert.equal(planCheck(JSON.stringify(plan), builtIn).exitCode, 2);
  }
});

test('numbers where text is due, nothing at all and a foreign document are bad input, not a crash', () => {
  for (const text of ['', 'null', '[]', '1', '{}', '{"findings":[]}']) assert.equal(planCheck(text, builtIn).exitCode, 2, text);
});
