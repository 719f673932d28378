import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { calendarEndpoints } from './contract.ts';
import { workingDayAfter, yearsWithNotice } from './service.ts';

const { readWorkingCalendar, recordHolidayNotice } = calendarEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const notice = {
  year: 2027,
  title: '测试用放假安排（虚构）',
  issuedOn: '2026-11-20',
  source: '测试',
  days: [{ day: '2027-01-01', kind: 'holiday', name: '元旦' }],
} as const;

test('the notices of 2025 and 2026 come with the program, with their source', async () => {
  const { notice: known, days, workingDays, years } = await city.as('holder').call(readWorkingCalendar, { query: {} });
  assert.equal(known?.title, '国务院办公厅关于2026年部分节假日安排的通知');
  assert.deepEqual([known?.id, known?.recordedBy, days.length], [null, null, 39]);
  // 261 days from Monday to Friday, 19 of them free, 6 days of weekends worked.
  assert.equal(workingDays, 248);
  assert.deepEqual(years, [2025, 2026]);
});

test('a year without a notice has its Saturdays and Sundays and says that no notice is recorded', async () => {
  const read = await city.as('technician').call(readWorkingCalendar, { query: { year: '2028' } });
  assert.deepEqual([read.notice, read.days, read.workingDays], [null, [], 260]);
});

test('the regulator of the city records a notice; a correction needs a reason and keeps what was recorded before', async () => {
  await refused(
    city.as('countyRegulator').call(recordHolidayNotice, { body: { ...notice, days: [...notice.days] } }),
    'platform.forbidden',
  );
  const recorded = await city.as('cityRegulator').call(recordHolidayNotice, { body: { ...notice, days: [...notice.days] } });
  assert.equal(recorded.recordedBy, '沈琳');
  const ctx = { db: city.database.db };
  assert.equal(await workingDayAfter(ctx, '2026-12-31', 1), '2027-01-04');
  await refused(
    city.as('cityRegulator').call(recordHolidayNotice, { body: { ...notice, days: [...notice.days] } }),
    'calendar.reasonMissing',
  );
  const days = [...notice.days, { day: '2027-01-04', kind: 'holiday', name: '元旦' } as const];
  await city.as('planOffice').call(recordHolidayNotice, { body: { ...notice, days, reason: '漏录一天' } });
  assert.equal(await workingDayAfter(ctx, '2026-12-31', 1), '2027-01-05');
  const read = await city.as('holder').call(readWorkingCalendar, { query: { year: '2027' } });
  assert.deepEqual(
    read.history.map(({ reason, dayCount }) => [reason, dayCount]),
    [
      ['漏录一天', 2],
      [null, 1],
    ],
  );
  assert.deepEqual(await yearsWithNotice(ctx), [2025, 2026, 2027]);
});

test('what comes with the program is corrected as well, and days that cannot be are refused each in its place', async () => {
  await refused(
    city
      .as('cityRegulator')
      .call(recordHolidayNotice, { body: { ...notice, year: 2026, days: [{ ...notice.days[0], day: '2026-01-01' }] } }),
    'calendar.reasonMissing',
  );
  const days = [notice.days[0], { day: '2027-01-05', kind: 'working', name: '元旦' } as const];
  const refusal = await refused(
    city.as('cityRegulator').call(recordHolidayNotice, { body: { ...notice, days, reason: '试录' } }),
    'calendar.days',
  );
  assert.deepEqual(
    (refusal.body['issues'] as { path: unknown[] }[]).map(({ path }) => path),
    [['days', 1, 'day']],
  );
});
