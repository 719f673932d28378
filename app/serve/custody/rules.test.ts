import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { requestStepNames } from '../../measure/request/rules/step.ts';
import { allowedCustodyActions, isSameCode, labelNumber, readSlipNumber, receptionRefusal, slipNumber } from './rules.ts';

test('a slip number is read back with and without its label, and a wrong character is noticed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2020, max: 2199 }),
      fc.integer({ min: 1, max: 999_999 }),
      fc.integer({ min: 1, max: 200 }),
      (year, sequence, label) => {
        const number = slipNumber(year, sequence);
        assert.deepEqual(readSlipNumber(` ${number.toLowerCase()} `), { number, label: null });
        assert.deepEqual(readSlipNumber(labelNumber(number, label)), { number, label });
        const at = 2 + (sequence % 10);
        const wrong = `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`;
        assert.equal(readSlipNumber(wrong), undefined);
      },
    ),
  );
  for (const sequence of [0, 1_000_000, 1.5]) assert.throws(() => slipNumber(2026, sequence), RangeError);
  for (const text of ['', 'S-1', '320685000000001D', 'SY2026000001']) assert.equal(readSlipNumber(text), undefined);
});

test('a pick-up code may be typed in small letters and with gaps, and not otherwise', () => {
  assert.ok(isSameCode(' ac3-9kz ', 'AC39KZ'));
  for (const typed of ['', 'AC39K', 'AC39KZZ', 'AC39KX']) assert.ok(!isSameCode(typed, 'AC39KZ'));
});

test('each step of a request says whether the counter may take the instrument', () => {
  const may = requestStepNames.filter((step) => receptionRefusal({ step, isHeld: false }) === null);
  assert.deepEqual(may, ['accepted', 'scheduled', 'visited', 'returned']);
  for (const step of requestStepNames) assert.equal(receptionRefusal({ step, isHeld: true }), 'held');
  assert.equal(receptionRefusal({ step: 'issued', isHeld: false }), 'closed');
  assert.equal(receptionRefusal({ step: 'submitted', isHeld: false }), 'not-accepted');
});

test('what is held may be moved at any step, fetched once its document is issued, and returned before it is tested', () => {
  const caller = { organizationId: 'one', permits: new Set(['custody.record']) };
  const actions = (step: (typeof requestStepNames)[number]) => allowedCustodyActions({ status: 'held', step, instituteId: 'one' }, caller);
  assert.deepEqual(actions('received'), ['move', 'return']);
  assert.deepEqual(actions('tested'), ['move']);
  assert.deepEqual(actions('issued'), ['move', 'fetch']);
  for (const status of ['fetched', 'returned'] as const)
    assert.deepEqual(allowedCustodyActions({ status, step: 'issued', instituteId: 'one' }, caller), []);
  assert.deepEqual(allowedCustodyActions({ status: 'held', step: 'issued', instituteId: 'other' }, caller), []);
  assert.deepEqual(allowedCustodyActions({ status: 'held', step: 'issued', instituteId: 'one' }, { ...caller, permits: new Set() }), []);
});
