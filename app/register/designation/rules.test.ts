import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextLevel } from './rules.ts';

test('the next level of a county is its city, then the province, then nothing', () => {
  assert.equal(nextLevel('320685'), '320600');
  assert.equal(nextLevel('320600'), '320000');
  assert.equal(nextLevel('320000'), undefined);
});
