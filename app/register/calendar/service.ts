import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDays, fromDayNumber, toDayNumber, type Day } from '../../kernel/day.ts';
import { Problem } from '../../kernel/problem.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { readNoticeFile, type NoticeFile } from './contract/notice-file.ts';
import { calendarProblems, type calendarEndpoints, type Notice } from './contract.ts';
import { isWorkingDay, spanOf, workingDayAfter as nthWorkingDay, type CalendarDay, type DayKind, type Exceptions } from './rules.ts';
import { dayFaults } from './rules/notice.ts';
import * as store from './store.ts';

const builtInYears = [2025, 2026];
let builtIn: ReadonlyMap<number, NoticeFile> | undefined;

/** The notices that the program brings, read once; what is recorded for a year counts instead. */
function builtInNotices(): ReadonlyMap<number, NoticeFile> {
  builtIn ??= new Map(
    builtInYears.map((year) => {
      const file = fileURLToPath(new URL(`../../../data/calendar/${year}.json`, import.meta.url));
      return [year, readNoticeFile(readFileSync(file, 'utf8'))];
    }),
  );
  return builtIn;
}

type Known = { readonly notice: Notice; readonly days: readonly CalendarDay[] };

/** Every notice of some years, the latest of a year first and what the program brings last. */
async function noticesOf(ctx: Pick<Context, 'db'>, years: readonly number[]): Promise<Known[]> {
  const rows = await store.listNotices(ctx.db, years);
  const days = await store.listDays(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const recorded = rows.map((row) => {
    const own = days.filter(({ noticeId }) => noticeId === row.id).map(({ day, kind, name }) => ({ day, kind: kind as DayKind, name }));
    const { id, year, title, documentNumber, issuedOn, source, reason, recordedAt } = row;
    const notice = {
      id,
      year,
      title,
      documentNumber,
      issuedOn,
      source,
      reason,
      recordedAt,
      recordedBy: row.recorder,
      dayCount: own.length,
    };
    return { notice: notice as Notice, days: own };
  });
  const brought = years.flatMap((year) => {
    const found = builtInNotices().get(year);
    if (found === undefined) return [];
    const { title, documentNumber, issuedOn, source } = found;
    const notice = { id: null, year, title, documentNumber, issuedOn, source, reason: null, recordedBy: null, recordedAt: null };
    return [{ notice: { ...notice, dayCount: found.days.length }, days: found.days }];
  });
  return [...recorded, ...brought];
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));
const yearsIn = (from: Day, to: Day): number[] =>
  // The notice of a year may begin in December before.
  Array.from({ length: yearOf(to) + 1 - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);

/** What is otherwise than the days of the week say, from a day to another: by the latest notice of each year. */
export async function calendarExceptions(ctx: Pick<Context, 'db'>, from: Day, to: Day): Promise<Exceptions> {
  const known = await noticesOf(ctx, yearsIn(from, to));
  const exceptions = new Map<Day, DayKind>();
  for (const year of yearsIn(from, to)) {
    const counts = known.find(({ notice }) => notice.year === year);
    for (const { day, kind } of counts?.days ?? []) if (from <= day && day <= to) exceptions.set(day, kind);
  }
  return exceptions;
}

/** The exceptions that matter for so many working days after the earliest of some days until beyond the latest. */
export const exceptionsAround = (ctx: Pick<Context, 'db'>, earliest: Day, latest: Day, workingDays: number): Promise<Exceptions> =>
  calendarExceptions(ctx, earliest, addDays(latest, spanOf(workingDays)));

/** The n-th working day after a day. @example await workingDayAfter(ctx, '2026-02-13', 1) // '2026-02-14', a Saturday that is worked */
export async function workingDayAfter(ctx: Pick<Context, 'db'>, day: Day, n: number): Promise<Day> {
  return nthWorkingDay(day, n, await exceptionsAround(ctx, day, day, n));
}

/** The years of which a notice is known; in others only Saturdays and Sundays are free. */
export async function yearsWithNotice(ctx: Pick<Context, 'db'>): Promise<number[]> {
  return [...new Set([...builtInNotices().keys(), ...(await store.listYears(ctx.db))])].sort((one, other) => one - other);
}

function countWorkingDays(year: number, exceptions: Exceptions): number {
  let count = 0;
  for (let number = toDayNumber(`${year}-01-01`); number <= toDayNumber(`${year}-12-31`); number += 1)
    if (isWorkingDay(fromDayNumber(number), exceptions)) count += 1;
  return count;
}

export const calendarService: Service<typeof calendarEndpoints> = {
  async readWorkingCalendar({ query }, ctx) {
    const year = query.year ?? yearOf(ctx.today);
    const known = (await noticesOf(ctx, [year])).filter(({ notice }) => notice.year === year);
    const exceptions = await calendarExceptions(ctx, `${year}-01-01`, `${year}-12-31`);
    const [counts] = known;
    return {
      year,
      notice: counts?.notice ?? null,
      days: [...(counts?.days ?? [])],
      workingDays: countWorkingDays(year, exceptions),
      history: known.map(({ notice }) => notice),
      years: await yearsWithNotice(ctx),
    };
  },

  async recordHolidayNotice({ body }, ctx) {
    const faults = dayFaults(body.year, body.days);
    if (faults.length > 0)
      throw new Problem(calendarProblems.days, {
        issues: faults.map(({ index, text }) => ({ path: ['days', index, 'day'], message: inLanguage(text, ctx.language) })),
      });
    const before = await noticesOf(ctx, [body.year]);
    if (before.length > 0 && body.reason === null) throw new Problem(calendarProblems.reasonMissing);
    const { days, ...notice } = body;
    const id = ctx.newId();
    await store.insertNotice(ctx.db, { ...notice, id, personId: ctx.caller.personId, recordedAt: ctx.now }, days);
    ctx.record({
      kind: 'calendar.noticeRecorded',
      subject: id,
      reason: body.reason ?? undefined,
      detail: { year: body.year, document: body.documentNumber, days: days.length },
    });
    // Periods that run over days of this year end on another day now.
    await ctx.later('calendarChanged', { year: body.year }, { key: `calendarChanged-${body.year}` });
    const [recorded] = await noticesOf(ctx, [body.year]);
    if (recorded === undefined) throw new RangeError(`the notice of ${body.year} was not kept`);
    return recorded.notice;
  },
};
