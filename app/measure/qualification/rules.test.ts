import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers, qualificationFor, regulationOf, stateOnDay } from './rules.ts';

const one = {
  holderId: 'p',
  activities: ['test', 'check'],
  regulations: ['jjg-0539'],
  validFrom: '2025-01-01',
  validUntil: '2026-12-31',
  lastDay: null,
};

test('a qualification holds from its first to its last day, both included', () => {
  assert.equal(stateOnDay(one, '2024-12-31'), 'pending');
  assert.equal(stateOnDay(one, '2025-01-01'), 'in-force');
  assert.equal(stateOnDay(one, '2026-12-31'), 'in-force');
  assert.equal(stateOnDay(one, '2027-01-01'), 'lapsed');
  const ended = { ...one, lastDay: '2026-05-31' };
  assert.equal(stateOnDay(ended, '2026-05-31'), 'in-force');
  assert.equal(stateOnDay(ended, '2026-06-01'), 'ended');
  assert.equal(stateOnDay({ ...one, validUntil: null }, '2199-12-31'), 'in-force');
});

test('a registration names its regulations; an authorisation without any is for all', () => {
  assert.ok(covers(one, 'test', 'jjg-0539'));
  assert.ok(!covers(one, 'test', 'jjg-0693'));
  assert.ok(!covers(one, 'approve', 'jjg-0539'));
  assert.ok(covers({ activities: ['approve'], regulations: [] }, 'approve', 'jjg-0693'));
});

test('of several the one that holds on the day counts; otherwise the nearest says why not', () => {
  const wanted = { holderId: 'p', activity: 'test', regulation: 'jjg-0539', day: '2027-02-01' } as const;
  const lapsed = qualificationFor([one], wanted);
  assert.deepEqual([lapsed.holds, lapsed.of?.validUntil], [false, '2026-12-31']);
  const renewed = { ...one, validFrom: '2027-01-01', validUntil: '2028-12-31' };
  const later = { ...one, validFrom: '2027-03-01', validUntil: null };
  assert.equal(qualificationFor([later, one, renewed], wanted).of, renewed);
  assert.deepEqual(qualificationFor([{ ...one, holderId: 'other' }], wanted), { holds: false, of: undefined });
});

test('persons are registered for a regulation, whatever its edition', () => {
  assert.equal(regulationOf('jjg-0443-2023'), 'jjg-0443');
});
