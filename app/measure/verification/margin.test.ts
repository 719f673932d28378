import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check } from '@tongheng/procedures/calculation';
import { boundOf, decisive, pointOf, rowChecks, usedPercent, verdictText, wholeChecks } from './rules/margin.ts';

const check = (more: Partial<Check>): Check => ({
  id: 'weighing.1',
  item: 'weighing',
  row: 'weighing.1',
  symbol: 'Ec',
  clause: null,
  value: '1',
  limit: '2',
  unit: 'g',
  comparison: 'within',
  verdict: 'pass',
  confirmed: false,
  ...more,
});

test('a limit is written as it is compared; one that is not known is not written', () => {
  assert.equal(boundOf(check({})), '± 2');
  assert.equal(boundOf(check({ comparison: 'at-most', limit: '0.10' })), '≤ 0.10');
  assert.equal(boundOf(check({ comparison: 'at-least' })), '≥ 2');
  assert.equal(boundOf(check({ comparison: 'between', lower: '-4.0', limit: '1.0' })), '-4.0 … 1.0');
  assert.equal(boundOf(check({ limit: null, verdict: 'undetermined' })), '');
});

test('the bar shows how much of the limit is used, from the middle of a range', () => {
  assert.equal(usedPercent(check({ value: '-1' })), 50);
  assert.equal(usedPercent(check({ value: '3' })), 150);
  assert.equal(usedPercent(check({ comparison: 'between', lower: '-4', limit: '1', value: '-1.5' })), 0);
  assert.equal(usedPercent(check({ comparison: 'between', lower: '-4', limit: '1', value: '1' })), 100);
  assert.equal(usedPercent(check({ comparison: 'at-least', value: '4' })), 50);
  assert.equal(usedPercent(check({ comparison: 'at-most', limit: '0', value: '0' })), 0);
  assert.equal(usedPercent(check({ limit: null })), null);
  assert.equal(usedPercent(check({ comparison: 'stated', value: 'ok', limit: 'ok' })), null);
});

test('of several checks on a row the failing one decides, then the undetermined one, then the one nearest to its limit', () => {
  const near = check({ value: '1.9' });
  const open = check({ limit: null, verdict: 'undetermined' });
  const failing = check({ verdict: 'fail', value: '3' });
  assert.equal(decisive([check({}), near])?.value, '1.9');
  assert.equal(decisive([near, open]), open);
  assert.equal(decisive([open, failing, near]), failing);
  assert.equal(decisive([]), undefined);
  assert.equal(verdictText(check({ comparison: 'stated', verdict: 'fail' }))[0], '✗ 不符合');
});

test('a check stands on its row, on the point that several rows share, or on the block', () => {
  const own = check({ row: 'runs.2' });
  const point = check({ row: 'runs.Q3' });
  const block = check({ row: 'runs' });
  const other = check({ row: 'runsAgain.1' });
  const all = [own, point, block, other];
  assert.deepEqual(rowChecks(all, 'runs', 1, ['Q3', '2.40']), [own]);
  assert.deepEqual(rowChecks(all, 'runs', 0, ['Q3', '2.40']), [point]);
  assert.deepEqual(rowChecks(all, 'runs', 0, ['Q1', '0.026']), []);
  assert.deepEqual(wholeChecks(all, 'runs'), [point, block]);
  assert.equal(pointOf(point, 'runs'), 'Q3');
  assert.equal(pointOf(block, 'runs'), '');
});
