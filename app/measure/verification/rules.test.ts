import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gateNames, judgeGates, type Facts, type GateName } from './rules/gates.ts';
import { allowedVerificationActions, verificationLifeCycle, verificationStatusNames } from './rules/life-cycle.ts';

const facts: Facts = {
  testedOn: '2026-11-23',
  persons: { tester: 'tester', checker: 'checker', approver: 'approver', approverMayCheck: false },
  instrument: { recorded: true, status: 'in-use', unchanged: true },
  designation: { institute: 'institute', designated: 'institute', documentNumber: '1', from: '2026-01-01', to: null },
  adoption: { holds: true, adoption: 'adoption', adoptedDigest: 'a', presentDigest: 'a', demonstration: false },
  edition: { used: 'jjg-0539-2016', inForce: 'jjg-0539-2016' },
  result: { missing: [], stored: 'digest', recomputed: 'digest' },
};
const closed = (changed: Partial<Facts>): GateName[] =>
  judgeGates({ ...facts, ...changed })
    .filter(({ passed }) => !passed)
    .map(({ gate }) => gate);

test('a record with nothing against it passes every gate', () => {
  assert.deepEqual(
    judgeGates(facts).map(({ gate }) => gate),
    gateNames,
  );
  assert.deepEqual(closed({}), []);
});

test('each fact against it closes its gate and no other', () => {
  const { persons, instrument, designation, adoption, edition, result } = facts;
  const cases: readonly (readonly [GateName, Partial<Facts>])[] = [
    ['instrument-recorded', { instrument: { ...instrument, status: 'scrapped' } }],
    ['instrument-recorded', { instrument: { ...instrument, unchanged: false } }],
    ['institute-designated', { designation: { ...designation, designated: 'another' } }],
    ['institute-designated', { designation: { ...designation, from: '2026-11-24' } }],
    ['institute-designated', { designation: { ...designation, to: '2026-11-22' } }],
    ['edition-adopted', { adoption: { ...adoption, holds: false } }],
    ['edition-in-force', { edition: { ...edition, inForce: null } }],
    ['readings-complete', { result: { ...result, missing: ['readings.zero'] } }],
    ['result-recomputed', { result: { ...result, recomputed: 'other' } }],
    ['result-recomputed', { result: { ...result, stored: '', recomputed: '' } }],
    ['checker-not-tester', { persons: { ...persons, checker: 'tester' } }],
    ['checker-not-tester', { persons: { ...persons, checker: null } }],
    ['approver-not-tester', { persons: { ...persons, approver: 'tester' } }],
    ['approver-not-checker', { persons: { ...persons, approver: 'checker' } }],
  ];
  for (const [gate, changed] of cases) assert.deepEqual(closed(changed), [gate]);
});

test('the last day of a designation still counts; a rule lets the checker approve and never the tester', () => {
  assert.deepEqual(closed({ designation: { ...facts.designation, to: '2026-11-23' } }), []);
  const { persons } = facts;
  assert.deepEqual(closed({ persons: { ...persons, approver: 'checker', approverMayCheck: true } }), []);
  assert.deepEqual(closed({ persons: { ...persons, approver: 'tester', approverMayCheck: true } }), ['approver-not-tester']);
});

test('whoever tested can never check or approve, whatever the state, the permits and the rule', () => {
  const permits = new Set(['verification.enter', 'verification.check', 'verification.approve']);
  fc.assert(
    fc.property(fc.constantFrom(...verificationStatusNames), fc.boolean(), (status, rule) => {
      const record = { status, instituteId: 'i', technicianId: 'tester', checkerId: 'checker' };
      const own = allowedVerificationActions(record, { personId: 'tester', organizationId: 'i', permits }, rule);
      assert.ok(own.every((action) => action === 'save' || action === 'submit'));
      assert.deepEqual(allowedVerificationActions(record, { personId: 'other', organizationId: 'j', permits }, rule), []);
    }),
  );
  assert.deepEqual(verificationLifeCycle.approved, {});
});
