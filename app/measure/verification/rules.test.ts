import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reasonOf } from './rules/gate-reasons.ts';
import { gateNames, judgeGates, type Facts, type GateName, type Phase } from './rules/gates.ts';
import { allowedVerificationActions, verificationLifeCycle, verificationStatusNames } from './rules/life-cycle.ts';

const able = { holds: true, documentNumber: '1', from: '2026-01-01', until: null };
const unable = { ...able, holds: false, until: '2026-11-22' };
const facts: Facts = {
  purpose: 'verification',
  uncertainty: { stated: [], basis: null },
  testedOn: '2026-11-23',
  persons: { tester: 'tester', checker: 'checker', approver: 'approver', approverMayCheck: false },
  abilities: { tester: able, checker: able, approver: able },
  instrument: { recorded: true, status: 'in-use', unchanged: true },
  designation: { institute: 'institute', designated: 'institute', documentNumber: '1', from: '2026-01-01', to: null },
  adoption: {
    holds: true,
    adoption: 'adoption',
    number: 'JJG 539-2016',
    adoptedDigest: 'a',
    presentDigest: 'a',
    contentDigest: 'c',
    adoptedAt: '2026-01-01T00:00:00Z',
    demonstration: false,
    unknownLimits: [],
    limitsUnchanged: true,
  },
  edition: { used: 'jjg-0539-2016', inForce: ['jjg-0539-2016'] },
  result: { missing: [], without: [], stored: 'digest', recomputed: 'digest', recordIntact: true },
  environment: { outside: [] },
  standards: { vacant: [], chosen: [], outOfService: [], outOfDate: [], compared: [], stated: [], insufficient: [], unsaid: [] },
  ranges: { judged: [], outside: [], beyond: [], stated: [], open: [] },
  onSite: { sealed: false, outdoors: true, secondPerson: null },
  photos: { changed: [] },
  network: { state: 'not-needed', conclusion: 'pass' },
};
const closed = (changed: Partial<Facts>, phase: Phase = 'approval'): GateName[] =>
  judgeGates({ ...facts, ...changed }, phase)
    .filter(({ passed }) => !passed)
    .map(({ gate }) => gate);

test('a record with nothing against it passes every gate; earlier steps ask for those that can be judged then', () => {
  const asked = (phase: Phase) => judgeGates(facts, phase).map(({ gate }) => gate);
  assert.deepEqual(
    asked('approval'),
    gateNames.filter((gate) => gate !== 'uncertainty-stated'),
  );
  assert.deepEqual(closed({}), []);
  for (const gate of ['checker-not-tester', 'approver-authorised', 'result-recomputed', 'network-checked'] as const)
    assert.ok(!asked('submission').includes(gate), gate);
  assert.ok(asked('check').includes('checker-qualified') && !asked('check').includes('approver-not-tester'));
});

test('a calibration asks for the uncertainty of what it states, and neither for a designation nor for the national platform', () => {
  const calibration = { ...facts, purpose: 'calibration' as const };
  const judged = judgeGates(calibration, 'check');
  const names: readonly GateName[] = judged.map(({ gate }) => gate);
  assert.deepEqual(
    ['institute-designated', 'network-checked', 'uncertainty-stated'].map((gate) => names.includes(gate as GateName)),
    [false, false, true],
  );
  const shut = judged.filter(({ passed, pending }) => !passed && !pending);
  assert.deepEqual(
    shut.map(({ gate }) => gate),
    ['uncertainty-stated'],
  );
  assert.match(shut[0] === undefined ? '' : (reasonOf(shut[0])?.[1] ?? ''), /uncertainty/);
  const uncertainty = { stated: ['weighing.1 U = 1.1 g'], basis: null };
  assert.equal(judgeGates({ ...calibration, uncertainty }, 'check').find(({ gate }) => gate === 'uncertainty-stated')?.passed, true);
});

test('each fact against it closes its gate and no other, and the reason is said in both languages', () => {
  const { persons, abilities, instrument, designation, adoption, edition, result, standards, onSite } = facts;
  const cases: readonly (readonly [GateName, Partial<Facts>])[] = [
    ['instrument-recorded', { instrument: { ...instrument, status: 'scrapped' } }],
    ['instrument-recorded', { instrument: { ...instrument, unchanged: false } }],
    ['institute-designated', { designation: { ...designation, designated: 'another' } }],
    ['institute-designated', { designation: { ...designation, documentNumber: null, designated: null } }],
    ['institute-designated', { designation: { ...designation, from: '2026-11-24' } }],
    ['institute-designated', { designation: { ...designation, to: '2026-11-22' } }],
    ['edition-adopted', { adoption: { ...adoption, holds: false } }],
    ['edition-adopted', { adoption: { ...adoption, unknownLimits: ['limits.repeatability'] } }],
    ['edition-adopted', { adoption: { ...adoption, limitsUnchanged: false } }],
    ['edition-in-force', { edition: { ...edition, inForce: [] } }],
    ['readings-complete', { result: { ...result, missing: ['readings.zero'] } }],
    ['environment-within', { environment: { outside: ['temperature: 45'] } }],
    ['standards-present', { standards: { ...standards, vacant: ['标准砝码'] } }],
    ['standards-in-service', { standards: { ...standards, outOfService: ['FM-01: suspended'] } }],
    ['standards-in-date', { standards: { ...standards, outOfDate: ['FM-01: 2026-11-22'] } }],
    ['standards-good-enough', { standards: { ...standards, insufficient: ['FM-01: MPE ±5 g > 1/3 × 7.5 g'] } }],
    ['standards-good-enough', { standards: { ...standards, unsaid: ['FM-01: F2'] } }],
    ['standards-in-range', { ranges: { ...facts.ranges, outside: ['60 MPa ∉ YL-01 [(0～6) MPa]'] } }],
    ['standards-in-range', { ranges: { ...facts.ranges, beyond: ['15 kg > FM-01 [1 mg～500 g]'] } }],
    ['tester-qualified', { abilities: { ...abilities, tester: unable } }],
    ['two-on-site', { onSite: { ...onSite, sealed: true } }],
    ['two-on-site', { onSite: { ...onSite, sealed: true, secondPerson: 'tester' } }],
    ['photos-unchanged', { photos: { changed: ['readings.zero.indication'] } }],
    ['result-recomputed', { result: { ...result, recomputed: 'other' } }],
    ['result-recomputed', { result: { ...result, stored: null } }],
    ['result-recomputed', { result: { ...result, recordIntact: false } }],
    ['checker-not-tester', { persons: { ...persons, checker: 'tester' } }],
    ['checker-not-tester', { persons: { ...persons, checker: null } }],
    ['checker-qualified', { abilities: { ...abilities, checker: { ...unable, documentNumber: null, until: null } } }],
    ['network-checked', { network: { state: 'awaiting', conclusion: 'pass' } }],
    ['approver-not-tester', { persons: { ...persons, approver: 'tester' } }],
    ['approver-not-checker', { persons: { ...persons, approver: 'checker' } }],
    ['approver-authorised', { abilities: { ...abilities, approver: { ...unable, until: null } } }],
  ];
  assert.deepEqual(new Set([...cases.map(([gate]) => gate), 'uncertainty-stated']), new Set(gateNames));
  for (const [gate, changed] of cases) {
    const shut = closed(changed).filter((name) => gate !== 'checker-not-tester' || name !== 'checker-qualified');
    assert.deepEqual(shut, [gate]);
    for (const judged of judgeGates({ ...facts, ...changed }, 'approval')) {
      const reason = reasonOf(judged);
      assert.equal(reason === null, judged.passed, judged.gate);
      if (reason !== null) assert.ok(/[\u4e00-\u9fff]/.test(reason[0]) && reason[1].length > 5, judged.gate);
    }
  }
});

test('a person who is not known yet keeps a gate waiting, neither open nor closed', () => {
  const persons = { ...facts.persons, checker: null, approver: null };
  const waiting = judgeGates({ ...facts, persons }, 'approval').filter(({ pending }) => pending);
  assert.deepEqual(
    waiting.map(({ gate, passed }) => [gate, passed]),
    [
      ['checker-not-tester', false],
      ['checker-qualified', false],
      ['approver-not-tester', false],
      ['approver-not-checker', false],
      ['approver-authorised', false],
    ],
  );
});

test('the last day of a designation still counts; a rule lets the checker approve and never the tester', () => {
  assert.deepEqual(closed({ designation: { ...facts.designation, to: '2026-11-23' } }), []);
  const { persons } = facts;
  assert.deepEqual(closed({ persons: { ...persons, approver: 'checker', approverMayCheck: true } }), []);
  assert.deepEqual(closed({ persons: { ...persons, approver: 'tester', approverMayCheck: true } }), ['approver-not-tester']);
});

test('an instrument that failed gets its notice without the network check; seals at the institute need no second person', () => {
  assert.deepEqual(closed({ network: { state: 'awaiting', conclusion: 'fail' } }), []);
  assert.deepEqual(closed({ onSite: { sealed: true, outdoors: false, secondPerson: null } }), []);
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
