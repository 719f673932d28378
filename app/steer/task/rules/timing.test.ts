import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../kernel/day.ts';
import { itemStateNames } from './states.ts';
import { daysLate, stageOf, timingOf } from './timing.ts';

const today = '2026-11-23';
const planned = (dueOn: string) => ({ state: 'planned' as const, dueOn, finishedOn: null });

test('the due day itself is in time, the day after is one day late', () => {
  assert.equal(timingOf(planned(today), today), 'due-7');
  assert.equal(timingOf(planned('2026-11-22'), today), 'late');
  assert.equal(daysLate(planned('2026-11-22'), today), 1);
  assert.equal(daysLate(planned(today), today), 0);
});

test('a body is reminded thirty and seven days ahead, and when it is late', () => {
  assert.equal(stageOf(planned(addDays(today, 31)), today), undefined);
  assert.equal(stageOf(planned(addDays(today, 30)), today), 'due-30');
  assert.equal(stageOf(planned(addDays(today, 8)), today), 'due-30');
  assert.equal(stageOf(planned(addDays(today, 7)), today), 'due-7');
  assert.equal(stageOf(planned(addDays(today, -1)), today), 'late');
});

test('what was reported done is judged by the day of the report, however long its confirmation takes', () => {
  const reported = { state: 'reported' as const, dueOn: '2026-11-01', finishedOn: '2026-11-01' };
  assert.equal(timingOf(reported, today), 'in-time');
  assert.equal(timingOf({ ...reported, finishedOn: '2026-11-04' }, today), 'finished-late');
  assert.equal(daysLate({ ...reported, finishedOn: '2026-11-04' }, today), 3);
});

test('a returned report does not count as done', () => {
  assert.equal(timingOf({ state: 'returned', dueOn: '2026-11-01', finishedOn: null }, today), 'late');
});

test('an item is late exactly when it has days past its due day and nobody is reminded of what is done', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...itemStateNames),
      fc.integer({ min: -60, max: 60 }),
      fc.integer({ min: -60, max: 0 }),
      (state, due, finish) => {
        const done = state === 'reported' || state === 'confirmed';
        const item = { state, dueOn: addDays(today, due), finishedOn: done ? addDays(today, finish) : null };
        const timing = timingOf(item, today);
        assert.equal(daysLate(item, today) > 0, timing === 'late' || timing === 'finished-late');
        if (done || state === 'withdrawn') assert.equal(stageOf(item, today), undefined);
      },
    ),
  );
});
