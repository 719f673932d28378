import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare, parse } from '@tongheng/quantity/decimal';
import { findingsOf, isUsable, needsReason, plainDecimal, signatureStateOf, suggestedPoint, type ForeignPoint } from './foreign.ts';

const point = (change: Partial<ForeignPoint> = {}): ForeignPoint => ({
  table: '',
  quantity: 'm',
  at: '',
  value: '1',
  unit: 'g',
  isUnitKnown: true,
  uncertainty: '0.1',
  coverageFactor: '2',
  probability: '0.95',
  ...change,
});

test('numbers of D-SI become decimals with their digits, whatever their form', () => {
  for (const [written, plain] of [
    ['2e-5', '0.00002'],
    ['5.0E-5', '0.000050'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.20e2', '120'],
    ['-0.3', '-0.3'],
    ['NaN', undefined],
    ['', undefined],
    ['1e999', undefined],
  ] as const)
    assert.equal(plainDecimal(written), plain, written);
});

test('the suggested point is the largest usable U in the unit of the first', () => {
  const points = [
    point({ uncertainty: '0.2', coverageFactor: null }),
    point({ uncertainty: '0.10' }),
    point({ uncertainty: '0.11' }),
    point({ uncertainty: '9', unit: 'K' }),
  ];
  assert.equal(suggestedPoint(points), 2);
  assert.equal(suggestedPoint(points.slice(0, 1)), null);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 30 }), (list) => {
      const many = list.map((uncertainty) => point({ uncertainty: String(uncertainty) }));
      const chosen = many[suggestedPoint(many) ?? -1];
      assert.ok(chosen && many.every(({ uncertainty }) => compare(parse(uncertainty), parse(chosen.uncertainty)) <= 0));
    }),
  );
});

test('a point of zero, without k, in a unit that is not known or too long to be kept is not taken', () => {
  for (const change of [
    { uncertainty: '0.00' },
    { uncertainty: '-1' },
    { coverageFactor: null },
    { isUnitKnown: false },
    { unit: 'x'.repeat(21) },
  ])
    assert.equal(isUsable(point(change)), false);
});

test('only a right signature about this standard needs no reason', () => {
  assert.equal(needsReason('valid', []), false);
  assert.equal(needsReason('valid', ['several-items']), false);
  assert.equal(needsReason('valid', ['serial-differs']), true);
  for (const state of ['none', 'unchecked'] as const) assert.equal(needsReason(state, []), true);
});

test('what could not be checked is not broken, and SHA-1 is not right', () => {
  assert.equal(signatureStateOf({ ok: null, code: 'filter2' }), 'unchecked');
  assert.equal(signatureStateOf({ ok: false, code: 'weak' }), 'broken');
  assert.equal(signatureStateOf({ ok: false, code: 'none' }), 'none');
});

test('numbers are compared without spaces and case', () => {
  const item = {
    name: '',
    text: '',
    manufacturer: null,
    model: null,
    quantities: [],
    identifications: [{ issuer: 'manufacturer', value: 'ab 12', name: '' }],
  };
  const dcc = { items: [item], statements: [], results: [], dates: { received: null, begun: null, ended: '2026-01-01Z', issued: null } };
  assert.deepEqual(findingsOf(dcc, { serial: 'AB12', number: 'x' }, false, '2026-11-23'), ['no-uncertainty']);
});
