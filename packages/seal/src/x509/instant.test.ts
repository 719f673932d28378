import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { printSeconds, secondsOf } from './instant.ts';

test('instants are reckoned as the platform reckons them', () => {
  const whole = fc.integer({ min: 0, max: 253_402_300_799 });
  fc.assert(
    fc.property(whole, (seconds) => {
      const text = new Date(seconds * 1000).toISOString();
      assert.equal(secondsOf(text), seconds);
      assert.equal(`${printSeconds(seconds).slice(0, -1)}.000Z`, text);
    }),
    { numRuns: 5000 },
  );
  assert.equal(secondsOf('2026-11-26T08:00:00+08:00'), secondsOf('2026-11-26T00:00:00Z'));
  assert.equal(secondsOf('2026-11-25T19:30:00.999-04:30'), secondsOf('2026-11-26T00:00:00Z'));
  for (const text of ['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-26', '2026-11-26T24:00:00Z', '2026-11-26T00:00:00'])
    assert.ok(Number.isNaN(secondsOf(text)), text);
});
