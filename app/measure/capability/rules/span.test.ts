import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../kernel/day.ts';
import { holdsOn, intersection, union, without, type Span } from './span.ts';

const first = '2024-01-01';

test('spans are sets of days', () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }))
      .map(([from, length]): Span => ({ from: addDays(first, from), to: addDays(first, from + length) })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const [one, other] = [union(some), union(others)];
      for (let n = -1; n < 60; n += 1) {
        const day = addDays(first, n);
        const [inOne, inOther] = [some, others].map((all) => all.some(({ from, to }) => from <= day && day < to));
        assert.equal(holdsOn(one, day), inOne);
        assert.equal(holdsOn(intersection(one, other), day), inOne === true && inOther === true);
        assert.equal(holdsOn(without(one, other), day), inOne === true && inOther === false);
      }
    }),
  );
});
