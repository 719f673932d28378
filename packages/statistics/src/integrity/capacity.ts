/**
 * More records of a person on one day than the work admits. With a least duration per record, the number that fits into a day is at
 * most Poisson with mean (time × parallel places)/duration: true work is more regular than that, so p is not understated.
 * The busiest of many days counts with all days that were looked at.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { poissonAtLeast } from './chance.ts';
import { finding, notApplicable, type Finding, type Text } from './finding.ts';
import { checkLength } from './grid.ts';

/** Records of one person on one day; `day` as 'YYYY-MM-DD' in local time. */
export type DayOfWork = { readonly day: string; readonly count: number };

const measure: Text = ['最忙一日的份数除以该日最多可完成份数', 'records on the busiest day divided by what fits into it'];

/**
 * @param duration least milliseconds for one record; @param workday milliseconds at work in a day
 * @param parallel records that can be worked on at the same time, 1 for a single bench
 * @example capacity([{ day: '2026-03-02', count: 130 }], 10 * 60_000, 8 * 3_600_000).effect // 2.7083…
 */
export function capacity(days: readonly DayOfWork[], duration: number, workday: number, parallel = 1): Finding {
  checkLength(days, 'days');
  for (const [name, value] of Object.entries({ duration, workday, parallel })) {
    if (!(value > 0 && value < Infinity)) throw new InvalidInput(name, ['必须是大于 0 的有限数', 'must be finite and greater than 0']);
  }
  days.forEach(({ count }, index) => {
    if (!Number.isInteger(count) || count < 0)
      throw new InvalidInput(`days[${index}].count`, ['份数应为非负整数', 'a count is a whole number, 0 or more']);
  });
  const fits = (workday * parallel) / duration;
  const n = days.length;
  const assumptions: readonly Text[] = [
    ['最短用时、工作时间和并行数对每一日均适用', 'least duration, working time and parallel places hold for every day'],
    ['记录按实际工作日计，未补录、未合并', 'records are counted on the day of the work, not entered later or merged'],
  ];
  const busiest = days.reduce<DayOfWork | undefined>((most, own) => (most === undefined || own.count > most.count ? own : most), undefined);
  if (busiest === undefined) return notApplicable('capacity', n, ['没有工作日', 'there are no days'], measure, assumptions);
  const one = poissonAtLeast(busiest.count, fits);
  // 1 − (1 − p)^n without losing the digits of a small p.
  let p = 0;
  for (let index = 0; index < n && p < 1; index += 1) p += (1 - p) * one;
  const most = Number(fits.toPrecision(3));
  return finding(
    'capacity',
    [
      `${n} 个工作日中最多的一日（${busiest.day}）有 ${busiest.count} 份记录，按最短用时一日约可完成 ${most} 份`,
      `The busiest of ${n} days (${busiest.day}) has ${busiest.count} records, where some ${most} fit into a day at the least duration`,
    ],
    { p, effect: busiest.count / fits, n, measure, assumptions },
  );
}
