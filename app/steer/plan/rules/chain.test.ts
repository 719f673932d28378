import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chainOf } from './chain.ts';

test('the record that nothing supersedes stands first, the first record last, however they were stored', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 12 }).chain((length) =>
        fc.shuffledSubarray(
          Array.from({ length }, (_, index) => index),
          { minLength: length },
        ),
      ),
      (order) => {
        const records = order.map((index) => ({ id: `${index}`, supersedes: index === 0 ? null : `${index - 1}` }));
        assert.deepEqual(
          chainOf(records).map((each) => Number(each.id)),
          order.map((_, index) => order.length - 1 - index),
        );
      },
    ),
  );
});
