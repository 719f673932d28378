import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOf, benchCapacity, forecastOf, monthsFrom, periodOf, weeksFrom } from './rules.ts';

test('the first week begins today and ends on Sunday; holidays and exchanged days count as the calendar says', () => {
  const [first, second] = weeksFrom(
    '2026-11-26',
    2,
    new Map([
      ['2026-11-28', 'working'],
      ['2026-12-01', 'holiday'],
    ]),
  );
  assert.deepEqual(first, { first: '2026-11-26', last: '2026-11-29', workingDays: ['2026-11-26', '2026-11-27', '2026-11-28'] });
  assert.deepEqual([second?.first, second?.last, second?.workingDays.length], ['2026-11-30', '2026-12-06', 4]);
});

test('what is known falls due again after each period, as an estimate that is never mixed with what is known', () => {
  const months = monthsFrom('2026-11-26', 24);
  assert.deepEqual([months[0], months[23]], ['2026-11-01', '2028-10-01']);
  const forecast = forecastOf(
    new Map([
      ['2026-12-01', 10],
      ['2027-06-01', 3],
    ]),
    months,
    6,
  );
  const of = (month: string) => forecast.find((one) => one.month === month);
  assert.deepEqual(of('2026-12-01'), { month: '2026-12-01', known: 10, estimated: 0 });
  assert.deepEqual(of('2027-06-01'), { month: '2027-06-01', known: 3, estimated: 10 });
  assert.deepEqual(of('2027-12-01'), { month: '2027-12-01', known: 0, estimated: 13 });
  assert.deepEqual(of('2028-06-01')?.estimated, 13);
  assert.ok(forecastOf(new Map([['2026-12-01', 10]]), months, null).every(({ estimated }) => estimated === 0));
});

test('the period of a kind is that of its procedure, and none is made up where instruments differ', () => {
  assert.equal(periodOf('price-computing-scale', '2026-11-26'), 12);
  assert.equal(periodOf('glass-clinical-thermometer', '2026-11-26'), null);
});

test('a bench that is away for a day takes less, and no bench on record is not a bench that takes nothing', () => {
  const [week] = weeksFrom('2026-11-23', 1, new Map());
  assert.ok(week);
  const benches = [
    { id: 'a', name: '衡器台', load: 40, kinds: ['price-computing-scale'] },
    { id: 'b', name: '通用台', load: 10, kinds: [] },
  ];
  assert.equal(benchCapacity(benches, [], 'price-computing-scale', week), 250);
  assert.equal(benchCapacity(benches, [], 'fuel-dispenser', week), 50);
  assert.equal(benchCapacity(benches, [{ resourceId: 'a', from: '2026-11-24', to: '2026-11-28' }], 'price-computing-scale', week), 90);
  assert.equal(benchCapacity(benches.slice(0, 1), [], 'fuel-dispenser', week), null);
  assert.equal(benchCapacity([], [], undefined, week), null);
});

test('ages are told by working days', () => {
  assert.deepEqual([0, 5, 6, 10, 11, 20, 21].map(ageOf), ['to-5', 'to-5', 'to-10', 'to-10', 'to-20', 'to-20', 'over']);
});
