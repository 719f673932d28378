import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { addDays, fromDayNumber, toDayNumber } from '../../kernel/day.ts';
import { isWorkingDay, weekdayOf, workingDayAfter, workingDaysBetween, type CalendarDay, type DayKind } from './rules.ts';
import { dayFaults, readNotice } from './rules/notice.ts';

const texts = {
  2025: `国务院办公厅关于2025年部分节假日安排的通知
根据2024年11月修订的《全国年节及纪念日放假办法》，自2025年1月1日起，全体公民放假的假日增加2天。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
鼓励单位和个人结合落实带薪年休假等制度，实际形成较长假期，推动错峰出行。`,
} as const;

type File = { year: number; days: CalendarDay[] };
const fileOf = (year: number): File =>
  JSON.parse(readFileSync(new URL(`../../../data/calendar/${year}.json`, import.meta.url), 'utf8')) as File;
const exceptionsOf = (days: readonly CalendarDay[]) => new Map<string, DayKind>(days.map(({ day, kind }) => [day, kind]));

for (const year of [2025, 2026] as const) {
  test(`the notice of ${year} reads as its data says, and each day of the year agrees with the package chinese-days`, () => {
    const read = readNotice(year, texts[year]);
    assert.deepEqual(read.faults, []);
    assert.deepEqual(read.days, fileOf(year).days);
    assert.deepEqual(dayFaults(year, read.days), []);
    const exceptions = exceptionsOf(read.days);
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      assert.equal(isWorkingDay(day, exceptions), chineseDays.isWorkday(day), day);
  });
}

test('a notice with a wrong weekday, a wrong count or a sentence of another form is not read in silence', () => {
  const said = (text: string) =>
    readNotice(2026, text)
      .faults.map(([zh]) => zh)
      .join();
  assert.match(said('一、元旦：1月1日（周五）至3日（周六）放假调休，共3天。'), /是周四，通知中写为周五/);
  assert.match(said('一、元旦：1月1日（周四）至3日（周六）放假调休，共4天。'), /写明共 4 天，读出 3 天/);
  assert.match(said('一、元旦：1月1日安排另行通知。'), /没有读懂/);
  assert.match(said('二、春节：2月30日至3月2日放假。'), /无法识别/);
  assert.match(said('今年没有安排'), /没有找到/);
  assert.match(said('一、元旦：1月1日放假。二、春节：1月1日放假。'), /出现 2 次/);
});

test('a holiday that begins in December before belongs to the notice of the new year', () => {
  const { days, faults } = readNotice(2024, '一、元旦：2023年12月30日（周六）至2024年1月1日（周一）放假调休，共3天。');
  assert.deepEqual(faults, []);
  assert.deepEqual(
    days.map(({ day }) => day),
    ['2023-12-30', '2023-12-31', '2024-01-01'],
  );
  assert.deepEqual(dayFaults(2024, days), []);
});

test('a list to be recorded is refused for days of another year, doubled ones and worked days that are no weekend', () => {
  const day = (text: string, kind: DayKind = 'holiday'): CalendarDay => ({ day: text, kind, name: '元旦' });
  const faults = dayFaults(2027, [
    day('2027-01-01'),
    day('2027-01-01'),
    day('2028-01-01'),
    day('2027-01-04', 'working'),
    day('2027-01-09', 'working'),
  ]);
  assert.deepEqual(
    faults.map(({ index }) => index),
    [1, 2, 3],
  );
});

const exceptions = new Map([...exceptionsOf(fileOf(2025).days), ...exceptionsOf(fileOf(2026).days)]);
const anyDay = fc.integer({ min: toDayNumber('2024-12-01'), max: toDayNumber('2027-02-28') }).map(fromDayNumber);

test('days of the week', () => {
  assert.deepEqual(['2026-11-23', '2026-11-28', '2026-11-29', '1969-12-31'].map(weekdayOf), [1, 6, 7, 3]);
});

test('twenty working days over the National Day of 2026', () => {
  // 2026-09-14 Monday: 15–20 (Sunday worked) 5, 21–24 4, 28–30 3, 8–10 October (Saturday worked) 3, 12–16 5.
  assert.equal(workingDayAfter('2026-09-14', 20, exceptions), '2026-10-16');
  assert.equal(workingDaysBetween('2026-09-14', '2026-10-16', exceptions), 20);
});

test('what lies n working days after a day is n working days away, and is a working day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 80 }), (day, n) => {
      const after = workingDayAfter(day, n, exceptions);
      assert.ok(isWorkingDay(after, exceptions) && after > day);
      assert.equal(workingDaysBetween(day, after, exceptions), n);
      assert.equal(workingDaysBetween(day, addDays(after, -1), exceptions), n - 1);
    }),
  );
});

test('working days add up over any day between, and count back as they count forth', () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (one, other, third) => {
      const between = (a: string, b: string) => workingDaysBetween(a, b, exceptions);
      assert.equal(between(one, other) + between(other, third), between(one, third));
      assert.equal(between(one, other), 0 - between(other, one));
    }),
  );
});

test('a period that goes on in two parts ends where it would end in one', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(40), fc.nat(40), (day, n, m) => {
      assert.equal(workingDayAfter(workingDayAfter(day, n, exceptions), m, exceptions), workingDayAfter(day, n + m, exceptions));
    }),
  );
});
