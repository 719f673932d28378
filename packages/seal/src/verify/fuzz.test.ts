import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from '../../../../test/seal/fuzz-run.ts';
import { fuzzTargets } from '../../../../test/seal/fuzz-targets.ts';

const inputs = 15_000;
const targets = await fuzzTargets();
const shares = targets.reduce((sum, { share }) => sum + share, 0);

// The million stands in bench/fuzz.ts; here others of its kind, from another start.
for (const target of targets)
  test(`${target.name}: no crash, no hang, no wrong accept`, async () => {
    const count = Math.ceil((inputs * target.share) / shares);
    const { read, refused } = await fuzz(target, count, 5_000_000);
    assert.equal(read + refused, count);
  });

test('every reader reads the valid inputs from which the others are made', async () => {
  for (const { seeds, read } of targets.filter(({ name }) => !['XML', 'CBOR', 'decimal digits'].includes(name)))
    for (const seed of seeds) await read(seed);
});
