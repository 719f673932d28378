import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, parse, print, whole } from '@tongheng/quantity/decimal';
import fc from 'fast-check';
import { axisDifference } from './reading.ts';

test('two directions of an axis are at most a quarter turn apart, and half a turn makes no difference', () => {
  const angle = fc.integer({ min: 0, max: 180 }).map(whole);
  fc.assert(
    fc.property(angle, angle, (one, other) => {
      const value = axisDifference(one, other);
      assert.ok(compare(value, whole(-90)) > 0 && compare(value, whole(90)) <= 0);
      assert.equal((value.digits - (one.digits - other.digits)) % 180n, 0n);
      assert.equal(compare(axisDifference({ digits: one.digits + 180n, scale: 0 }, other), value), 0);
    }),
  );
  assert.equal(print(axisDifference(parse('179.5'), parse('0'))), '-0.5');
});
