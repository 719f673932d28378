/**
 * Reads a notice of the State Council on the holidays of a year 国务院办公厅关于……年部分节假日安排的通知. Its sentences have had the same
 * form for years; what does not fit is said, never guessed.
 */
import { addDays, Day, fromDayNumber, toDayNumber } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import { weekdayOf, type CalendarDay } from '../rules.ts';

export type ReadNotice = { readonly days: readonly CalendarDay[]; readonly faults: readonly Text[] };

const weekdays = '一二三四五六日';
// 1月1日（周四）, 2月15日（农历腊月二十八、周日）, and in a span 至3日（周六）: the month is that of its beginning.
const date = String.raw`(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?:（(?<said>[^）]*)）)?`;
const named = (name: string): string => date.replace(/\?<(\w+)>/g, `?<${name}_$1>`);
const span = new RegExp(`${named('a')}(?:至${named('b')})?(?:放假|与周末连休|补休)`, 'g');
const single = new RegExp(date, 'g');

const print = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const isDay = (day: Day): boolean => Day.safeParse(day).success;

type Parts = Readonly<Record<string, string | undefined>>;

/** One paragraph: 一、元旦：… */
function readParagraph(year: number, name: string, text: string): ReadNotice {
  const days: CalendarDay[] = [];
  const faults: Text[] = [];
  let month: number | undefined;
  const dayOf = (parts: Parts, prefix: string): Day | undefined => {
    const at = (field: string): string | undefined => parts[`${prefix}${field}`];
    if (at('day') === undefined) return undefined;
    month = at('month') === undefined ? month : Number(at('month'));
    // The new year's holidays of a notice may begin in December before.
    const ofYear = at('year') === undefined ? year : Number(at('year'));
    const day = print(ofYear, month ?? 0, Number(at('day')));
    if (!isDay(day)) {
      faults.push([`“${name}”中的日期无法识别：${at('month') ?? ''}月${at('day')}日`, `“${name}” has a day that does not exist`]);
      return undefined;
    }
    const said = /周([一二三四五六日])/.exec(at('said') ?? '')?.[1];
    if (said !== undefined && weekdays.indexOf(said) + 1 !== weekdayOf(day)) {
      const really = weekdays[weekdayOf(day) - 1];
      faults.push([`${day} 是周${really}，通知中写为周${said}：请核对年份与日期`, `${day} is no 周${said}: check the year and the day`]);
    }
    return day;
  };
  const sentences = text.split(/[。；;]/).filter((sentence) => sentence.trim() !== '');
  for (const sentence of sentences) {
    if (/上班/.test(sentence)) {
      for (const { groups = {} } of sentence.matchAll(single)) {
        const day = dayOf(groups, '');
        if (day !== undefined) days.push({ day, kind: 'working', name });
      }
      continue;
    }
    const spans = [...sentence.matchAll(span)];
    for (const { groups = {} } of spans) {
      const from = dayOf(groups, 'a_');
      const to = groups['b_day'] === undefined ? from : dayOf(groups, 'b_');
      if (from === undefined || to === undefined) continue;
      if (to < from || toDayNumber(to) - toDayNumber(from) > 14) {
        faults.push([`“${name}”的起止日期不合理：${from} 至 ${to}`, `“${name}” runs from ${from} to ${to}`]);
        continue;
      }
      for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, kind: 'holiday', name });
      const count = /共(\d{1,2})天/.exec(sentence)?.[1];
      const found = toDayNumber(to) - toDayNumber(from) + 1;
      if (count !== undefined && spans.length === 1 && Number(count) !== found)
        faults.push([`“${name}”写明共 ${count} 天，读出 ${found} 天`, `“${name}” says ${count} days, ${found} were read`]);
    }
    if (spans.length === 0 && /\d日/.test(sentence)) faults.push([`没有读懂：${sentence.trim()}`, `not understood: ${sentence.trim()}`]);
  }
  return { days, faults };
}

/**
 * The days of a notice as its text says them; faults where a sentence does not fit, a weekday is wrong or the days do not add up.
 *
 * @example readNotice(2026, '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。').days.length // 4
 */
export function readNotice(year: number, text: string): ReadNotice {
  const plain = text
    .replace(/[\s　]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/:/g, '：');
  const paragraphs = [
    ...plain.matchAll(
      /[一二三四五六七八九十]{1,2}、([^：、，。（）]{2,8}(?:、[^：、，。（）]{2,8})?)：(.*?)(?=[一二三四五六七八九十]{1,2}、[^：。，]{2,12}：|$)/g,
    ),
  ];
  const days: CalendarDay[] = [];
  const faults: Text[] = [];
  for (const [, name = '', rest = ''] of paragraphs) {
    // The closing sentences stand behind the last holiday without a number of their own.
    const own = rest.replace(/(?:鼓励单位|节假日期间).*$/, '');
    const read = readParagraph(year, name, own);
    days.push(...read.days);
    faults.push(...read.faults);
  }
  const counted = new Map<Day, number>();
  for (const { day } of days) counted.set(day, (counted.get(day) ?? 0) + 1);
  for (const [day, n] of counted) if (n > 1) faults.push([`${day} 出现 ${n} 次`, `${day} stands in it ${n} times`]);
  if (paragraphs.length === 0) faults.push(['没有找到“一、元旦：……”形式的放假条目', 'No entries of the form “一、元旦：…” were found']);
  return { days: [...days].sort((one, other) => (one.day < other.day ? -1 : 1)), faults };
}

/** What is wrong with a list of days that is to be recorded for a year; empty: nothing. */
export function dayFaults(year: number, days: readonly CalendarDay[]): { readonly index: number; readonly text: Text }[] {
  const first = toDayNumber(print(year, 1, 1));
  const [from, to] = [fromDayNumber(first - 7), print(year, 12, 31)];
  const seen = new Set<Day>();
  return days.flatMap(({ day, kind }, index) => {
    const isWeekend = weekdayOf(day) > 5;
    const text: Text | undefined =
      day < from || day > to
        ? [`${day} 不属于 ${year} 年`, `${day} is not of ${year}`]
        : seen.has(day)
          ? [`${day} 重复`, `${day} stands twice`]
          : kind === 'working' && !isWeekend
            ? [`${day} 不是周末，不必登记为调休上班`, `${day} is no weekend and a working day anyhow`]
            : undefined;
    seen.add(day);
    return text === undefined ? [] : [{ index, text }];
  });
}

/** What the State Council's office calls the notice of a year, in the only language in which there is one. */
export const noticeTitle = (year: number): string => `国务院办公厅关于${year}年部分节假日安排的通知`;
