import type { ReactElement } from 'react';
import { addDays } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { dayKinds, isWorkingDay, weekdayOf, type CalendarDay, type DayKind } from '../rules.ts';
import { texts } from './text.ts';

const weekdays: readonly Text[] = [
  ['一', 'Mo'],
  ['二', 'Tu'],
  ['三', 'We'],
  ['四', 'Th'],
  ['五', 'Fr'],
  ['六', 'Sa'],
  ['日', 'Su'],
];
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Twelve months; a day that differs from its weekday carries a mark, so that colour does not speak alone. */
export function YearView({ year, days }: { year: number; days: readonly CalendarDay[] }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const known = new Map(days.map((day) => [day.day, day]));
  const exceptions = new Map<string, DayKind>(days.map(({ day, kind }) => [day, kind]));
  return (
    <div className="year-view">
      {englishMonths.map((english, index) => {
        const month = index + 1;
        const first = `${year}-${String(month).padStart(2, '0')}-01`;
        return (
          <table key={first} className="month">
            <caption>{fill(text.month, { n: String(month), name: english })}</caption>
            <thead>
              <tr>
                {weekdays.map((name) => (
                  <th key={name[1]} scope="col">
                    {say(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(first).map((week) => (
                <tr key={week[0]}>
                  {week.map((day) =>
                    day.slice(0, 7) === first.slice(0, 7) ? (
                      <DayCell key={day} day={day} known={known.get(day)} isFree={!isWorkingDay(day, exceptions)} />
                    ) : (
                      <td key={day} />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}

function DayCell({ day, known, isFree }: { day: string; known: CalendarDay | undefined; isFree: boolean }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const mark = known === undefined ? undefined : known.kind === 'holiday' ? text.holidayMark : text.workingMark;
  const said = known === undefined ? undefined : `${known.name} ${dayKinds[known.kind][language === 'zh' ? 0 : 1]}`;
  return (
    <td className={isFree ? 'free' : undefined} title={said}>
      <time dateTime={day}>{Number(day.slice(8))}</time>
      {mark === undefined ? null : <span className={`mark ${known?.kind ?? ''}`}>{mark}</span>}
    </td>
  );
}

/** The weeks of a month from Monday on, whole. */
function weeksOf(first: string): string[][] {
  const weeks: string[][] = [];
  let monday = addDays(first, 1 - weekdayOf(first));
  while (monday.slice(0, 7) <= first.slice(0, 7)) {
    const start = monday;
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(start, index)));
    monday = addDays(monday, 7);
  }
  return weeks;
}
