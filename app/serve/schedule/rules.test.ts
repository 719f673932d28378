import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { requestStepNames } from '../../measure/request/rules/step.ts';
import { itemRefusal, proposeEarliest, slotsOf, spread, type FreeDay } from './rules.ts';

test('instruments are spread in order, never more on a day than are free, and all of them or none', () => {
  const days = fc
    .array(fc.nat(6), { minLength: 1, maxLength: 8 })
    .map((free) => free.map((n, index) => ({ day: `2026-12-0${index + 1}`, free: n })));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), days, (count, free) => {
      const found = spread(count, free);
      const room = free.reduce((sum, one) => sum + one.free, 0);
      assert.equal(found?.length, count <= room ? count : undefined);
      if (found === undefined) return;
      assert.deepEqual([...found].sort(), found);
      for (const { day, free: most } of free) assert.ok(found.filter((one) => one === day).length <= most);
    }),
  );
});

const day = (date: string, more: Partial<FreeDay> = {}): FreeDay => ({
  day: date,
  isWorking: true,
  benches: [],
  vans: [],
  persons: [],
  ...more,
});
const qualified = { id: 'p1', isQualified: true };
const other = { id: 'p2', isQualified: false };

test('the earliest plan takes the bench that is done first, working days only', () => {
  const days = [
    day('2026-12-05', { isWorking: false, benches: [{ id: 'b1', free: 9 }] }),
    day('2026-12-07', {
      benches: [
        { id: 'b1', free: 1 },
        { id: 'b2', free: 0 },
      ],
      persons: [other, qualified],
    }),
    day('2026-12-08', {
      benches: [
        { id: 'b1', free: 1 },
        { id: 'b2', free: 3 },
      ],
      persons: [qualified],
    }),
    day('2026-12-09', {
      benches: [
        { id: 'b1', free: 9 },
        { id: 'b2', free: 3 },
      ],
    }),
  ];
  assert.deepEqual(proposeEarliest(days, 'bench', 1), { days: ['2026-12-07'], bench: 'b1', van: null, persons: ['p1'] });
  assert.deepEqual(proposeEarliest(days, 'bench', 3), { days: ['2026-12-08'], bench: 'b2', van: null, persons: ['p1'] });
  assert.deepEqual(proposeEarliest(days, 'bench', 5)?.days, ['2026-12-07', '2026-12-08', '2026-12-09']);
  assert.equal(proposeEarliest(days, 'bench', 99), undefined);
});

test('a visit waits until two persons are free, one of them qualified', () => {
  const days = [
    day('2026-12-07', { persons: [qualified] }),
    day('2026-12-08', { persons: [other, { id: 'p3', isQualified: false }] }),
    day('2026-12-09', { persons: [other, qualified], vans: ['v1'] }),
  ];
  assert.deepEqual(proposeEarliest(days, 'visit', 40), { days: ['2026-12-09'], bench: null, van: 'v1', persons: ['p1', 'p2'] });
});

test('a whole day is both halves', () => {
  assert.deepEqual(slotsOf('whole'), ['morning', 'afternoon']);
  assert.deepEqual(slotsOf('morning'), ['morning']);
});

test('each step says whether an instrument may be booked', () => {
  const may = (kind: 'bench' | 'visit') => requestStepNames.filter((step) => itemRefusal({ step, isBooked: false }, kind) === null);
  assert.deepEqual(may('bench'), ['accepted', 'scheduled', 'received', 'visited']);
  assert.deepEqual(may('visit'), ['accepted', 'scheduled', 'visited']);
  for (const step of requestStepNames) assert.equal(itemRefusal({ step, isBooked: true }, 'bench'), 'booked');
});
