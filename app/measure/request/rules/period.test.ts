import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, fromDayNumber, toDayNumber } from '../../../kernel/day.ts';
import { workingDayAfter, workingDaysBetween, type DayKind } from '../../../register/calendar/rules.ts';
import { clockOf, clockWords, dueBy, isLateByInstitute, stoppedWorkingDays, verificationPeriod } from './period.ts';

const noHolidays = new Map<string, DayKind>();
const nationalDay = new Map<string, DayKind>([
  ...Array.from({ length: 7 }, (_, index) => [addDays('2026-10-01', index), 'holiday'] as [string, DayKind]),
  ['2026-09-20', 'working'],
  ['2026-10-10', 'working'],
]);
const anyDay = fc.integer({ min: toDayNumber('2026-01-01'), max: toDayNumber('2026-12-31') }).map(fromDayNumber);

test('the period is twenty working days, which do not count the first day, and says whose word that is', () => {
  assert.equal(verificationPeriod.workingDays.value, 20);
  assert.notEqual(verificationPeriod.workingDays.confidence, 'high');
  assert.equal(dueBy('2026-11-23', 0, noHolidays), '2026-12-21');
  assert.equal(dueBy('2026-09-14', 0, nationalDay), '2026-10-15');
});

test('a period that stood still ends later by just the working days for which it did', () => {
  const stops = fc.array(fc.tuple(fc.nat(6), fc.nat(9)), { maxLength: 4 });
  fc.assert(
    fc.property(anyDay, stops, (from, lengths) => {
      let [at, stopped] = [from, 0];
      for (const [later, length] of lengths) {
        const stop = addDays(at, later);
        const resumed = addDays(stop, length);
        stopped += stoppedWorkingDays(stop, resumed, nationalDay);
        at = resumed;
      }
      const end = dueBy(from, stopped, nationalDay);
      assert.equal(end, workingDayAfter(dueBy(from, 0, nationalDay), stopped, nationalDay));
      assert.equal(workingDaysBetween(from, end, nationalDay) - stopped, 20);
    }),
  );
});

test('a stop within one day, or over a weekend from Friday to Sunday, moves nothing', () => {
  assert.equal(stoppedWorkingDays('2026-11-24', '2026-11-24', noHolidays), 0);
  assert.equal(stoppedWorkingDays('2026-11-27', '2026-11-29', noHolidays), 0);
  assert.equal(stoppedWorkingDays('2026-11-27', '2026-11-30', noHolidays), 1);
});

test('the clock says how much is left, today, and how much too late', () => {
  const said = (today: string, period: Partial<Parameters<typeof clockOf>[0]> = {}) =>
    clockWords(clockOf({ dueBy: '2026-12-21', stoppedSince: null, servedOn: null, ...period }, today, noHolidays))[0];
  assert.equal(said('2026-12-16'), '还剩 3 个工作日');
  assert.equal(said('2026-12-21'), '今日到期');
  assert.equal(said('2026-12-23'), '已超期 2 个工作日');
  assert.equal(said('2026-12-31', { stoppedSince: '2026-12-18' }), '计时中止，还剩 1 个工作日');
  assert.equal(said('2026-12-31', { servedOn: '2026-12-18' }), '按期办结');
  assert.equal(said('2026-12-31', { servedOn: '2026-12-22' }), '超期 1 个工作日办结');
  assert.equal(said('2026-12-31', { dueBy: null }), '期限未起算');
});

test('asked for in time and not done in time: neither a late request, nor a withdrawn one, nor one done on the last day', () => {
  const item = { submittedOn: '2026-11-01', askedDueOn: '2026-11-20', servedOn: null, isOpen: true } as const;
  const late = (change: Partial<Parameters<typeof isLateByInstitute>[0]>, today = '2026-11-23') =>
    isLateByInstitute({ ...item, ...change }, today);
  assert.ok(late({}) && late({ submittedOn: '2026-11-20' }) && late({ servedOn: '2026-11-21', isOpen: false }));
  assert.ok(!late({ submittedOn: '2026-11-21' }) && !late({ servedOn: '2026-11-20', isOpen: false }) && !late({ isOpen: false }));
  assert.ok(!late({ askedDueOn: null }) && !late({}, '2026-11-20'));
});
