import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeSame, placeStateOn } from './rules.ts';

const at = (name: string, address = '', longitude: string | null = null, latitude: string | null = null) => ({
  name,
  address,
  longitude,
  latitude,
});

test('names that contain each other, one address, or one spot may be one place', () => {
  assert.ok(mayBeSame(at('海北农贸市场'), at('某市海北农贸市场（东区）')));
  assert.ok(mayBeSame(at('甲', '人民中路 100 号'), at('乙', '人民中路100号')));
  assert.ok(mayBeSame(at('甲', '', '120.900000', '32.500000'), at('乙', '', '120.900200', '32.500100')));
});

test('short names, empty addresses and places apart are different places', () => {
  assert.ok(!mayBeSame(at('一店'), at('东一店分号')));
  assert.ok(!mayBeSame(at('甲'), at('乙')));
  assert.ok(!mayBeSame(at('甲', '', '120.900000', '32.500000'), at('乙', '', '120.900400', '32.500000')));
});

test('a place is open on its last day and closed on the next', () => {
  assert.equal(placeStateOn(null, '2026-11-26'), 'open');
  assert.equal(placeStateOn('2026-11-26', '2026-11-26'), 'open');
  assert.equal(placeStateOn('2026-11-25', '2026-11-26'), 'closed');
});
